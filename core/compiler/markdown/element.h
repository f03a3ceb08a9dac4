// The tree of an article: Markdown and raw HTML reduced to a closed list of elements.
//
// Elements are in an Arena. Their texts are in the arena or in the text of the article. Both must
// outlive the tree.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/markdown/arena.h"

namespace stegvis {

enum class Tag : uint8_t {
  // blocks
  document,
  paragraph,
  heading,     // level 1 to 6; 7 for a paragraph that is only bold
  code_block,  // text
  rule,
  ordered,  // start; its children are items
  bullets,
  item,  // level: its number in the source, at most 255; some lists number every item "1."
  note,  // text: note, important, tip, warning, caution
  quote,
  table,  // text: a letter of "-lcr" for each column; its children are rows, the first is the head
  row,
  cell,
  zone,  // a zone pivot begins (text: its name) or ends (no text)
  // inlines
  text,
  strong,
  emphasis,
  code,   // text
  link,   // text: its address
  image,  // text: its address; alt: its text alternative
  line_break,
  button,  // the name of a button or field: bold in the article
  path,    // each child is one place of "A > B > C"
};

struct Element {
  Tag tag = Tag::document;
  uint8_t level = 0;
  uint32_t line = 0;  // from 1, in the file
  uint32_t column = 0;
  int32_t start = 0;
  std::string_view text;
  std::string_view alt;
  Element* next = nullptr;
  Element* first = nullptr;
  Element* last = nullptr;

  void append(Element* child) {
    child->next = nullptr;
    (first ? last->next : first) = child;
    last = child;
  }
};

inline bool is_inline(Tag tag) { return tag >= Tag::text; }

// Appends the text that a reader sees, in order: a line for each block, the places of a path joined
// by " > ", and the text alternative of an image. White space is folded to single spaces.
void append_visible(std::string& out, const Element& element);
std::string visible_text(const Element& element);

// Returns whether there is anything to see: a text that is not white space, an image or a rule.
bool shows_something(const Element& element);

// Removes white space at the start: ASCII, no-break and other Unicode spaces, zero-width
// characters.
std::string_view skip_space(std::string_view text);
// Removes white space at the end.
std::string_view trim_end(std::string_view text);
inline std::string_view trim(std::string_view text) { return trim_end(skip_space(text)); }

}  // namespace stegvis
