// Markdown to elements, by cmark-gfm with its tables.
#pragma once
#include <string_view>

#include "base/error.h"
#include "compiler/markdown/element.h"
#include "compiler/markdown/front_matter.h"

namespace stegvis {

// The article as it stands: `root` holds its blocks, raw HTML reduced, nothing yet understood.
struct Document {
  FrontMatter front;
  Element* root = nullptr;
  // The Markdown that was parsed and the line of the file that it begins with, for what cmark does
  // not tell.
  std::string_view markdown;
  uint32_t first_line = 1;
};

// The text without a byte-order mark, and with a line feed where a line ends with a carriage return
// alone, as Markdown allows: all that counts lines counts the same ones.
std::string_view with_line_feeds(Arena& arena, std::string_view bytes);

// Reads any bytes: what is not UTF-8 becomes U+FFFD, a byte-order mark is skipped. The elements
// live in the arena and may refer to `bytes`. Errors, with their place in the file: article-size,
// article-depth, article-cost.
Result<Document> read_document(Arena& arena, std::string_view bytes);

}  // namespace stegvis
