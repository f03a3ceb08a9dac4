// Reads typed text, one character at a time: digits of any script, letters, blanks and dashes. No
// function stores a copy of the typed text.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "base/verdict.h"

namespace stegvis {

// Returns 0 to 9 for a decimal digit of any script (Unicode 15, general category Nd), else -1.
int32_t digit_of(char32_t character);

// Returns whether a character is white space, or one without width that pasted text can contain.
bool is_blank(char32_t character);

// Returns whether a character is a hyphen, or a dash of any length.
bool is_dash(char32_t character);

// Returns 'A' to 'Z' for a Latin letter, also for a small or full-width one; else 0.
char letter_of(char32_t character);

// Returns '0' to '9' for a digit, 'A' to 'Z' for a letter, else 0.
char plain_of(char32_t character);

// next_typed() for a character beyond ASCII; apart, because it is the rare case.
char32_t next_wide(std::string_view& text);

// Removes the first character from a text that is not empty, and returns it; U+FFFD for a byte that
// is not UTF-8.
inline char32_t next_typed(std::string_view& text) {
  if (uint8_t(text[0]) >= 0x80) return next_wide(text);
  char32_t character = uint8_t(text[0]);
  text.remove_prefix(1);
  return character;
}

// Overwrites the working memory of a check with zeros, so that no part of a secret stays on the
// stack.
template <class T>
void wipe(T& object) {
  using Word = std::conditional_t<sizeof(T) % 4 == 0 && alignof(T) >= 4, uint32_t, uint8_t>;
  volatile Word* words = reinterpret_cast<volatile Word*>(&object);
  for (size_t i = 0; i < sizeof(T) / sizeof(Word); ++i) words[i] = 0;
}

// The value of a "culprit" if every character of a text is allowed. It is no character, not even
// U+0000.
inline constexpr char32_t no_culprit = 0xffffffff;

// Returns a verdict without arguments.
Verdict verdict_of(Standing standing, std::string_view code);

// Returns an invalid verdict that names one character of the text: {"character": "x"}. Never call
// it with a digit, because a verdict must not contain one.
Verdict culprit(std::string_view code, char32_t character);

}  // namespace stegvis
