// Reads an article's Markdown into elements, with cmark-gfm and its tables.
#pragma once
#include <string_view>

#include "base/error.h"
#include "compiler/markdown/element.h"
#include "compiler/markdown/front_matter.h"

namespace stegvis {

// An article before its structure is recognized (article/article.h).
struct Document {
  FrontMatter front;
  Element* root = nullptr;  // its children are the blocks, with raw HTML reduced to elements
  // The Markdown that cmark parsed, and the line of the file at which it begins.
  std::string_view markdown;
  uint32_t first_line = 1;
};

// Removes a byte-order mark, and replaces a carriage return that ends a line by a line feed.
// Markdown allows both line ends; with one of them every function counts the same lines.
std::string_view with_line_feeds(Arena& arena, std::string_view bytes);

// Reads an article from any bytes. A byte that is not UTF-8 becomes U+FFFD. The elements are in the
// arena and can refer to `bytes`. Errors, with their place in the file: article-size,
// article-depth, article-cost.
Result<Document> read_document(Arena& arena, std::string_view bytes);

}  // namespace stegvis
