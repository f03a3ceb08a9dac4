#include "base/bytes.h"

namespace stegvis {

void put_number(std::string& out, uint64_t value, size_t count) {
  for (size_t i = 0; i < count; ++i) out.push_back(char(value >> (8 * i)));
}

void put_text(std::string& out, std::string_view text) {
  text = text.substr(0, UINT16_MAX);
  put_number(out, text.size(), 2);
  out.append(text);
}

uint64_t number_at(std::string_view bytes, size_t at, size_t count) {
  uint64_t value = 0;
  for (size_t i = count; i-- > 0;) value = value << 8 | uint8_t(bytes[at + i]);
  return value;
}

uint64_t ByteReader::number(size_t count) {
  std::string_view bytes = take(count);
  return bytes.empty() ? 0 : number_at(bytes, 0, count);
}

uint32_t ByteReader::below(uint64_t bound, size_t count) {
  uint64_t value = number(count);
  if (value < bound) return uint32_t(value);
  ok_ = false;
  return 0;
}

std::string_view ByteReader::text() { return take(size_t(number(2))); }

std::string_view ByteReader::take(size_t count) {
  ok_ &= count <= rest_.size();
  if (!ok_) return {};
  std::string_view bytes = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return bytes;
}

}  // namespace stegvis
