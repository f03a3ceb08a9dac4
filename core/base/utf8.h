// UTF-8, and numbers as text. Nothing here depends on a locale.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace stegvis {

// Returns the length of the first character in bytes: 1 to 4, or 0 if it is malformed or the text
// is empty. Overlong forms and surrogates are malformed (Unicode 15, table 3-7).
size_t utf8_length(std::string_view text);

// Returns the first character. The length is the one that utf8_length returned, not 0.
char32_t utf8_decode(std::string_view text, size_t length);

// Removes the first character from the text and returns it. If it is malformed, removes one byte
// and returns U+FFFD. The text must not be empty.
char32_t utf8_next(std::string_view& text);

// Appends a character, at most U+10FFFF, in UTF-8.
void utf8_append(std::string& out, char32_t character);

// Returns whether every character is well-formed. An empty text is valid.
bool utf8_valid(std::string_view text);

// Writes a number in decimal digits: "-12".
std::string decimal(int64_t value);

}  // namespace stegvis
