// Makes the flow of an article that has no playbook.
//
// - A list of steps is a sequence of `read` nodes: "list-1.step-3".
// - Lists under different headings of one level are alternatives: an `ask` ("choose", then
//   "choose-2"...) has a choice for each heading, with the name of the first list below it, and the
//   choice "all", which leads through a copy of all lists in order ("all.list-1.step-1").
// - Lists under one heading, or without a heading between them, follow each other.
// - Zone pivots are a question at the start ("pivot"). Each answer leads through the article in the
//   form for that pivot ("windows.list-1.step-1").
// - Text before a list is shown at its first step; text between a list and the next heading at its
//   last step; text after the last list at the outcome.
// - An article without steps is one `read` node, "article".
// - If the flow would have more than 1,000 nodes, or an ask more than 50 answers, the flow has no
//   question; if it is still too large, one node for each list; and at last one node in all.
#pragma once
#include <string>

#include "compiler/article/guide_text.h"
#include "guide/flow.h"

namespace stegvis {

// Fills the flow, and the parts and labels of the text.
void plan_unguided(Arena& arena, const Article& article, const std::string& name, Flow& flow,
                   GuideText& text);

}  // namespace stegvis
