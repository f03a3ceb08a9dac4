// SipHash-2-4 with a key of zeros (Aumasson and Bernstein, 2012): the one hash of the project, for
// digests and for the checksums of journal records. Not a seal against a forger: it has no secret.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace stegvis {

uint64_t siphash(std::string_view bytes);

// 16 lower-case hex characters, most significant first.
std::string hex16(uint64_t value);

// Gathers fixed-width fields and hashes them: integers as 8 bytes little-endian, text as its length
// (8 bytes) and its bytes, so that no two lists of fields give the same bytes.
class Digest {
 public:
  Digest& integer(int64_t value);
  Digest& text(std::string_view value);
  uint64_t value() const { return siphash(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace stegvis
