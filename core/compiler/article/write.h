// An article written down: as the text of a guide (guide/text.h) and as clean HTML.
#pragma once
#include <string>

#include "compiler/article/article.h"

namespace stegvis {

// Appends the element's children as the elements of an array, without its brackets.
void append_inlines(std::string& out, const Element& parent, uint32_t depth);
void append_block(std::string& out, const Element& block, uint32_t depth);

// The same article as HTML from the closed list: for the page, for search engines and for print.
std::string write_html(const Article& article, std::string_view locale, bool right_to_left);

}  // namespace stegvis
