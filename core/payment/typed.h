// Typed text, one character at a time: which digit it is in any script, what merely separates, what
// is a letter. Nothing here keeps a copy of what was typed.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "base/verdict.h"

namespace stegvis {

// 0 to 9 for a decimal digit of any script (Unicode 15, general category Nd), else -1.
int32_t digit_of(char32_t character);

// White space, and characters that take no room and come along when text is pasted.
bool is_blank(char32_t character);

// A hyphen or dash of any length.
bool is_dash(char32_t character);

// 'A' to 'Z' for a Latin letter, small or full-width too, else 0.
char letter_of(char32_t character);

// '0' to '9' for a digit, 'A' to 'Z' for a letter, else 0.
char plain_of(char32_t character);

char32_t next_wide(std::string_view& text);

// Takes the next character off the text; U+FFFD where the bytes are not UTF-8.
inline char32_t next_typed(std::string_view& text) {
  if (uint8_t(text[0]) >= 0x80) return next_wide(text);
  char32_t character = uint8_t(text[0]);
  text.remove_prefix(1);
  return character;
}

// Overwrites what a check has worked on, so that no part of a secret stays on the stack.
template <class T>
void wipe(T& object) {
  using Word = std::conditional_t<sizeof(T) % 4 == 0 && alignof(T) >= 4, uint32_t, uint8_t>;
  volatile Word* words = reinterpret_cast<volatile Word*>(&object);
  for (size_t i = 0; i < sizeof(T) / sizeof(Word); ++i) words[i] = 0;
}

// Where a text has no character that does not belong: none, not even U+0000.
inline constexpr char32_t no_culprit = 0xffffffff;

Verdict verdict_of(Standing standing, std::string_view code);

// An invalid verdict that names one character of the text: {"character": "x"}. Not for digits.
Verdict culprit(std::string_view code, char32_t character);

}  // namespace stegvis
