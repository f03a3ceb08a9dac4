// cmark-gfm in an arena: bounded memory, nothing to free.
#pragma once
#include <string_view>

#include "base/error.h"
#include "compiler/markdown/arena.h"

struct cmark_node;

namespace stegvis {

inline constexpr size_t most_parse_bytes = size_t(256) << 20;

// The document's tree, in the arena. Error: article-cost, where it would need more than
// most_parse_bytes (a link definition of half a megabyte that is used a thousand times).
Result<cmark_node*> cmark_parse(Arena& arena, std::string_view markdown);

}  // namespace stegvis
