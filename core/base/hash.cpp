#include "base/hash.h"

#include <bit>
#include <cstring>

namespace stegvis {
namespace {

uint64_t little_endian(const char* p, size_t n) {
  uint64_t v = 0;
  if (n == sizeof v && std::endian::native == std::endian::little) {
    std::memcpy(&v, p, sizeof v);
    return v;
  }
  for (size_t i = 0; i < n; ++i) v |= uint64_t(uint8_t(p[i])) << (8 * i);
  return v;
}

// std::rotl, which stays a call where code has to be small.
[[gnu::always_inline]] inline uint64_t turned(uint64_t value, int by) {
  return value << by | value >> (64 - by);
}

struct Sip {
  uint64_t a = 0x736f6d6570736575, b = 0x646f72616e646f6d, c = 0x6c7967656e657261,
           d = 0x7465646279746573;
  void round() {
    a += b, b = turned(b, 13) ^ a, a = turned(a, 32);
    c += d, d = turned(d, 16) ^ c;
    a += d, d = turned(d, 21) ^ a;
    c += b, b = turned(b, 17) ^ c, c = turned(c, 32);
  }
  void word(uint64_t m) {
    d ^= m;
    round(), round();
    a ^= m;
  }
};

}  // namespace

uint64_t siphash(std::string_view bytes) {
  Sip s;
  size_t whole = bytes.size() & ~size_t(7);
  for (size_t i = 0; i < whole; i += 8) s.word(little_endian(bytes.data() + i, 8));
  s.word(uint64_t(bytes.size()) << 56 | little_endian(bytes.data() + whole, bytes.size() - whole));
  s.c ^= 0xff;
  for (int i = 0; i < 4; ++i) s.round();
  return s.a ^ s.b ^ s.c ^ s.d;
}

std::string hex16(uint64_t value) {
  std::string out(16, '0');
  for (int i = 15; i >= 0; --i, value >>= 4) out[i] = "0123456789abcdef"[value & 15];
  return out;
}

Digest& Digest::integer(int64_t value) {
  if (std::endian::native == std::endian::little) {
    char word[sizeof value];
    std::memcpy(word, &value, sizeof value);
    bytes_.append(word, sizeof value);
    return *this;
  }
  for (int i = 0; i < 8; ++i) bytes_.push_back(char(uint64_t(value) >> (8 * i)));
  return *this;
}

Digest& Digest::text(std::string_view value) {
  integer(int64_t(value.size()));
  bytes_.append(value);
  return *this;
}

}  // namespace stegvis
