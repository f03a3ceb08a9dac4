// Closed lists of words. A list is one text with a space between two words: "id at day".
#pragma once
#include <string_view>

namespace stegvis {

// Returns whether a word is in a list. A text with a space in it and an empty text never are.
bool lists(std::string_view list, std::string_view word);

}  // namespace stegvis
