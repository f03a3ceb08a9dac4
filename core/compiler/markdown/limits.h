// Limits the cost of an article before it is parsed.
//
// cmark-gfm 0.29 takes quadratic time for some input that no writer writes: image brackets that are
// not closed, processing instructions without an end, delimiter rows that fit no table, rows with
// thousands of cells, thousands of nested containers. One pass over the bytes counts these.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/error.h"

namespace stegvis {

inline constexpr size_t max_article_bytes = size_t(1) << 20;
// Size of an article's text and addresses after parsing: a link definition is copied to each use.
inline constexpr size_t max_grown_bytes = size_t(16) << 20;
inline constexpr uint32_t max_block_levels = 20;
inline constexpr uint32_t max_inline_levels = 12;

// Checks the limits. Errors: article-size, article-depth, article-cost, with line and column in
// `text`.
Status measure(std::string_view text);

}  // namespace stegvis
