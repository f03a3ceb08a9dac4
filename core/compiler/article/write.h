// Writes an article: as the text of a guide (guide/text.h), and as HTML.
#pragma once
#include <string>

#include "compiler/article/article.h"

namespace stegvis {

// Appends the children of an element as the elements of an array, without the brackets. `depth` is
// the number of JSON levels around them.
void append_inlines(std::string& out, const Element& parent, uint32_t depth);
// Appends a block as an array.
void append_block(std::string& out, const Element& block, uint32_t depth);

// Returns the article as HTML with elements of the closed list only: for the page without scripts,
// search engines and print.
std::string write_html(const Article& article, std::string_view locale, bool right_to_left);

}  // namespace stegvis
