// An article as its writer meant it.
//
// Damage is read as people read it: a list broken in two by a paragraph that lost its indent is one
// list; a paragraph that is only bold is a heading; a quote that begins with [!NOTE] and a paragraph
// of a step that begins with a bold word and a colon are notes. In steps, bold names are buttons and
// fields, and "A > B > C" is a way through menus. No rule knows a word of any language.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "compiler/markdown/read.h"

namespace stegvis {

struct Article {
  // The heading of level 1 that the article begins with; null: it has none.
  const Element* title = nullptr;
  std::vector<Element*> blocks;         // at the top level, without the title
  std::vector<std::string_view> zones;  // the zone pivot that each block stands in; empty: none
  std::vector<uint32_t> lists;          // which blocks are lists of steps
  std::vector<uint32_t> texts;          // which are text: not a heading, a list of steps or a rule
  uint32_t steps = 0;
};

// Takes the document apart; its elements are changed in place.
Article understand(Arena& arena, const Document& document);

// Steps of a list.
uint32_t count_items(const Element& list);

// What notes, buttons and paths a step holds; used by understand().
void understand_step(Arena& arena, Element& item);
// Quotes that begin with [!NOTE] and the like, at any depth below the element.
void understand_notes(Arena& arena, Element& parent);
// Whether the paragraph is bold and nothing else, a mark of punctuation after it aside; then its
// children are what was bold.
bool make_heading(Element& paragraph);

}  // namespace stegvis
