// Closed lists of words, written as one text with a space between two of them: "id at day".
#pragma once
#include <string_view>

namespace stegvis {

// Whether `word` is one of the list's words. A text with a space in it, or an empty one, never is.
bool lists(std::string_view list, std::string_view word);

}  // namespace stegvis
