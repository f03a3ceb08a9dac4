#include "payment/typed.h"

#include "base/later.h"
#include "base/utf8.h"

namespace stegvis {

namespace {

// The first character of each run of ten decimal digits up to U+FFFF (Unicode 15, category Nd).
STEGVIS_LATER_DATA constexpr uint16_t digits_bmp[] = {
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
    0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10};
// The first characters of the runs above U+FFFF, minus 0x10000. The mathematical digits are five
// runs, each right after the other.
STEGVIS_LATER_DATA constexpr uint16_t digits_above[] = {
    0x04a0, 0x0d30, 0x1066, 0x10f0, 0x1136, 0x11d0, 0x12f0, 0x1450, 0x14d0, 0x1650, 0x16c0,
    0x1730, 0x18e0, 0x1950, 0x1c50, 0x1d50, 0x1da0, 0x1f50, 0x6a60, 0x6ac0, 0x6b50, 0xd7ce,
    0xd7d8, 0xd7e2, 0xd7ec, 0xd7f6, 0xe140, 0xe2f0, 0xe4f0, 0xe950, 0xfbf0};

template <size_t n>
int32_t find_digit(const uint16_t (&runs)[n], uint32_t character) {
  for (uint32_t run : runs)
    if (character - run < 10) return int32_t(character - run);
  return -1;
}

}  // namespace

char32_t next_wide(std::string_view& text) { return utf8_next(text); }

int32_t digit_of(char32_t c) {
  if (c < 0x80) return c - '0' < 10 ? int32_t(c - '0') : -1;
  if (c < 0x660) return -1;
  return c < 0x10000 ? find_digit(digits_bmp, c) : find_digit(digits_above, c - 0x10000);
}

bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0xa0 || c == 0xad || c == 0x61c || c == 0x1680 || c == 0x180e ||
         (c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) ||
         (c >= 0x205f && c <= 0x2069) || c == 0x3000 || c == 0xfeff;
}

bool is_dash(char32_t c) {
  if (c < 0x80) return c == '-';
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xfe58 || c == 0xfe63 || c == 0xff0d;
}

char letter_of(char32_t c) {
  if (c >= 0xff21 && c <= 0xff5a) c -= 0xfee0;  // full-width forms
  if (c >= 'a' && c <= 'z') c -= 'a' - 'A';
  return c >= 'A' && c <= 'Z' ? char(c) : char(0);
}

char plain_of(char32_t c) {
  if (c - '0' < 10) return char(c);
  if (c - 'A' < 26) return char(c);
  if (c - 'a' < 26) return char(c - ('a' - 'A'));
  int32_t digit = digit_of(c);
  return digit >= 0 ? char('0' + digit) : letter_of(c);
}

Verdict verdict_of(Standing standing, std::string_view code) {
  Verdict verdict;
  verdict.standing = standing;
  verdict.code = code;
  return verdict;
}

Verdict culprit(std::string_view code, char32_t character) {
  Verdict verdict = verdict_of(Standing::invalid, code);
  std::string text;
  utf8_append(text, character);
  verdict.args.set("character", text);
  return verdict;
}

}  // namespace stegvis
