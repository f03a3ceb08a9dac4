// UTF-8 and numbers as text, without locale.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace stegvis {

// Bytes of the well-formed character that the text begins with (1 to 4), 0 where it is malformed or
// the text is empty. Overlong forms and surrogates are malformed (Unicode 15, table 3-7).
size_t utf8_length(std::string_view text);

// The character that the text begins with, of that many bytes (as utf8_length gives them).
char32_t utf8_decode(std::string_view text, size_t length);

// Takes the first character off the text; U+FFFD, one byte taken, where it is malformed. The text
// must not be empty.
char32_t utf8_next(std::string_view& text);

void utf8_append(std::string& out, char32_t character);

bool utf8_valid(std::string_view text);

// "-12"
std::string decimal(int64_t value);

}  // namespace stegvis
