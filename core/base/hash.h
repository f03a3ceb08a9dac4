// The one hash of the project: SipHash-2-4 (Aumasson and Bernstein, 2012) with a key of zeros.
// Digests and the checksums of journal records use it. It has no secret key, so it finds accidental
// damage and does not stop a forger.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace stegvis {

uint64_t siphash(std::string_view bytes);

// Writes 16 lower-case hex characters, the most significant first.
std::string hex16(uint64_t value);

// Collects fields and hashes them. An integer is 8 bytes, little-endian; a text is its length (8
// bytes) and its bytes. So two different lists of fields never give the same bytes.
class Digest {
 public:
  Digest& integer(int64_t value);
  Digest& text(std::string_view value);
  uint64_t value() const { return siphash(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace stegvis
