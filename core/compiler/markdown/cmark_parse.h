// Runs cmark-gfm with the memory of an arena: its memory is bounded, and nothing has to be freed.
#pragma once
#include <string_view>

#include "base/error.h"
#include "compiler/markdown/arena.h"

struct cmark_node;

namespace stegvis {

inline constexpr size_t max_parse_bytes = size_t(256) << 20;

// Returns the document's tree, in the arena. Error: article-cost, if it needs more than
// max_parse_bytes (such as a link definition of half a megabyte that is used a thousand times).
Result<cmark_node*> cmark_parse(Arena& arena, std::string_view markdown);

}  // namespace stegvis
