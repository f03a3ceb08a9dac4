// The flow of an article that has no playbook.
//
// Its lists of steps are sequences of `read` nodes, "list-1.step-3". Lists under different headings
// of one level are alternatives: an `ask` ("choose", then "choose-2"...) whose answers are called
// like the first list below each heading, and "all", which leads through a copy of them in order
// ("all.list-1.step-1"). Lists under one heading, or with none between, follow each other. Zone
// pivots are a question before all else ("pivot"), and each answer leads through the article as that
// pivot shows it ("windows.list-1.step-1").
//
// Text before a list is shown at its first step; text between a list and the next heading, at its
// last step; text after the last list of all, at the outcome. An article without steps is one `read` node,
// "article". Where a flow would have more than 1,000 nodes, or an ask more than 50 answers, there is
// no question, then one node a list, then one in all.
#pragma once
#include <string>

#include "compiler/article/guide_text.h"
#include "guide/flow.h"

namespace stegvis {

// Fills the flow, and the parts and labels of the text.
void plan_unguided(Arena& arena, const Article& article, const std::string& name, Flow& flow,
                   GuideText& text);

}  // namespace stegvis
