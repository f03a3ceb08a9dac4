// What becomes of each HTML element. Names after the HTML Living Standard, section 4, and the
// obsolete ones of section 16.2 that old articles use.
#pragma once
#include <cstdint>
#include <string_view>

#include "compiler/markdown/element.h"

namespace stegvis {

enum class HtmlUse : uint8_t {
  unwrap,        // inline: the content stays
  unwrap_block,  // the content stays, in a block of its own
  skip,          // the content goes too
  block,         // becomes the element `tag`
  inline_,       // becomes the element `tag`
  line_break,
  unknown,
};

struct HtmlName {
  std::string_view name;
  HtmlUse use;
  Tag tag = Tag::document;
};

// The entry of that name, which is in lower case; use `unknown` where there is none.
HtmlName html_name(std::string_view name);

}  // namespace stegvis
