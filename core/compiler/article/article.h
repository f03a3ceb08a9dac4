// Recognizes the structure that an article's writer meant, from the elements of its Markdown.
//
// - A list that a paragraph without its indent splits in two is one list.
// - A paragraph that is only bold is a heading.
// - A quote that begins with [!NOTE] is a note, and so is a paragraph of a step that begins with a
//   bold word and a colon.
// - In a step, a bold name is a button or field, and "A > B > C" is a way through menus.
// No rule depends on a word of any language.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "compiler/markdown/read.h"

namespace stegvis {

struct Article {
  // The heading of level 1 that the article begins with, or null.
  const Element* title = nullptr;
  std::vector<Element*> blocks;         // of the top level, without the title
  std::vector<std::string_view> zones;  // the zone pivot around each block; empty: none
  std::vector<uint32_t> lists;          // indices of the blocks that are lists of steps
  std::vector<uint32_t> texts;          // indices of the other blocks, without headings and rules
  uint32_t steps = 0;                   // of all lists
};

// Recognizes the structure of a document. It changes the document's elements.
Article understand(Arena& arena, const Document& document);

// Returns the number of steps of a list.
uint32_t count_items(const Element& list);

// Recognizes notes, buttons and paths in a step; for understand().
void understand_step(Arena& arena, Element& item);
// Makes notes of quotes that begin with [!NOTE] and the like, at any depth below the element.
void understand_notes(Arena& arena, Element& parent);
// Makes a heading of a paragraph that is only bold, with at most one punctuation character after
// it. Returns whether the paragraph was one.
bool make_heading(Element& paragraph);

}  // namespace stegvis
