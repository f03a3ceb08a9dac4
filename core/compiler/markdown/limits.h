// What an article may cost, measured before it is parsed.
//
// cmark-gfm 0.29 takes quadratic time for some input that no writer writes: image brackets that are
// not closed, processing instructions without an end, delimiter rows that fit no table, rows of
// thousands of cells, containers nested by the thousand. One pass over the bytes counts them.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/error.h"

namespace stegvis {

inline constexpr size_t most_article_bytes = size_t(1) << 20;
// Text and addresses that an article may grow to: link definitions are copied to each use.
inline constexpr size_t most_grown_bytes = size_t(16) << 20;
inline constexpr uint32_t most_block_levels = 20;
inline constexpr uint32_t most_inline_levels = 12;

// Errors: article-size, article-depth, article-cost; with line and column within `text`.
Status measure(std::string_view text);

}  // namespace stegvis
