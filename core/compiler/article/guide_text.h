// The text of a guide put together: parts, labels, fingerprints.
#pragma once
#include <string>
#include <vector>

#include "compiler/article/article.h"
#include "compiler/playbook/playbook.h"
#include "guide/flow.h"

namespace stegvis {

// Words of the article that stand for a node's heading and choices, where no message does.
struct Label {
  uint32_t node = 0;
  const Element* title = nullptr;  // null: none
  std::vector<std::pair<std::string, const Element*>> choices;
};

struct GuideText {
  const Article* article = nullptr;
  std::string front_title;           // the title, where the article's text has none
  std::vector<Placed> parts;         // sorted by name
  std::vector<Label> labels;         // sorted by node
  std::string messages;              // Fluent
  std::vector<std::string> of_node;  // the message of each node, for its fingerprint
};

// The member "text" of the guide.
void append_text(std::string& out, const GuideText& text, const Flow& flow);

// The member "fingerprints": a hash of what each node shows.
void append_fingerprints(std::string& out, const GuideText& text, const Flow& flow);

}  // namespace stegvis
