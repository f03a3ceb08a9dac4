// The text of a guide as a reader sees it.
#pragma once
#include <string>

#include "base/json.h"

namespace stegvis {

// All of the member "text" but the messages: the title (where the article's text has one) and the
// blocks, one line each, white space folded to single spaces. What is not of the closed list of
// guide/text.h is passed over.
std::string guide_text(const Json& text);

// The same, a line a block or step, each with its number as a playbook counts it.
std::string guide_parts(const Json& text);

// The text of one block or inline.
std::string text_of(const Json& value);

}  // namespace stegvis
