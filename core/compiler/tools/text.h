// Writes the text of a guide in the form that a reader sees.
#pragma once
#include <string>

#include "base/json.h"

namespace stegvis {

// Returns the text of the member "text" without the messages: the title (if it is in the article's
// text) and the blocks, a line each, with white space folded to single spaces. Elements that are
// not in the closed list of guide/text.h are ignored.
std::string guide_text(const Json& text);

// Returns the same text with a line for each block or step, and the number by which a playbook
// names it.
std::string guide_parts(const Json& text);

// Returns the text of one block or inline.
std::string text_of(const Json& value);

}  // namespace stegvis
