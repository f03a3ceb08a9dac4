#include "base/utf8.h"

#include <cstring>

#include "base/later.h"

namespace stegvis {

size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  uint8_t lead = uint8_t(text[0]);
  if (lead < 0x80) return 1;
  size_t length = lead >= 0xc2 && lead < 0xe0   ? 2
                  : (lead & 0xf0) == 0xe0       ? 3
                  : lead >= 0xf0 && lead < 0xf5 ? 4
                                                : 0;
  if (length == 0 || text.size() < length) return 0;
  for (size_t i = 1; i < length; ++i)
    if ((uint8_t(text[i]) & 0xc0) != 0x80) return 0;
  uint8_t second = uint8_t(text[1]);
  bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
  bool surrogate = lead == 0xed && second >= 0xa0;
  bool too_large = lead == 0xf4 && second >= 0x90;
  return overlong || surrogate || too_large ? 0 : length;
}

char32_t utf8_decode(std::string_view text, size_t length) {
  if (length == 1) return uint8_t(text[0]);
  char32_t value = uint8_t(text[0]) & (0x7f >> length);
  for (size_t i = 1; i < length; ++i) value = value << 6 | (uint8_t(text[i]) & 0x3f);
  return value;
}

char32_t utf8_next(std::string_view& text) {
  size_t length = utf8_length(text);
  char32_t character = length ? utf8_decode(text, length) : 0xfffd;
  text.remove_prefix(length ? length : 1);
  return character;
}

void utf8_append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += char(c);
  } else if (c < 0x800) {
    out += char(0xc0 | c >> 6);
    out += char(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    out += char(0xe0 | c >> 12);
    out += char(0x80 | (c >> 6 & 0x3f));
    out += char(0x80 | (c & 0x3f));
  } else {
    out += char(0xf0 | c >> 18);
    out += char(0x80 | (c >> 12 & 0x3f));
    out += char(0x80 | (c >> 6 & 0x3f));
    out += char(0x80 | (c & 0x3f));
  }
}

namespace {

// Returns the number of ASCII bytes that the text begins with. It looks at eight bytes at a time.
size_t ascii_run(std::string_view text) {
  size_t at = 0;
  for (uint64_t word; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if (word & 0x8080808080808080) break;
  }
  while (at < text.size() && uint8_t(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

bool utf8_valid(std::string_view text) {
  while (!text.empty()) {
    if (fast_first && uint8_t(text[0]) < 0x80) {
      text.remove_prefix(ascii_run(text));
      continue;
    }
    size_t length = utf8_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string decimal(int64_t value) {
  uint64_t rest = value < 0 ? 0 - uint64_t(value) : uint64_t(value);
  char digits[20];
  size_t count = 0;
  do digits[count++] = char('0' + rest % 10);
  while (rest /= 10);
  std::string out(value < 0 ? "-" : "");
  while (count) out += digits[--count];
  return out;
}

}  // namespace stegvis
