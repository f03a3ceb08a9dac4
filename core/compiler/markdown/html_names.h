// The treatment of each HTML element. The names are those of the HTML Living Standard, section 4,
// and the obsolete ones of section 16.2 that old articles use.
#pragma once
#include <cstdint>
#include <string_view>

#include "compiler/markdown/element.h"

namespace stegvis {

enum class HtmlUse : uint8_t {
  unwrap,        // the tag is removed, its inline content stays
  unwrap_block,  // the tag is removed, its content stays in a block of its own
  skip,          // the tag and its content are removed
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

// Returns the entry of a name in lower case; with HtmlUse::unknown if there is none.
HtmlName html_name(std::string_view name);

}  // namespace stegvis
