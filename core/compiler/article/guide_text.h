// Writes the text of a guide: blocks, parts, labels and fingerprints (guide/text.h).
#pragma once
#include <string>
#include <vector>

#include "compiler/article/article.h"
#include "compiler/playbook/playbook.h"
#include "guide/flow.h"

namespace stegvis {

// Words of the article that are used as the heading and the choices of a node without a message.
struct Label {
  uint32_t node = 0;
  const Element* title = nullptr;  // or null
  std::vector<std::pair<std::string, const Element*>> choices;
};

struct GuideText {
  const Article* article = nullptr;
  std::string front_title;           // the title of an article without a heading of level 1
  std::vector<Placed> parts;         // sorted by name
  std::vector<Label> labels;         // sorted by node
  std::string messages;              // Fluent
  std::vector<std::string> next;     // guides that outcomes lead into, sorted
  std::vector<std::string> of_node;  // the message of each node, for its fingerprint
};

// Appends the value of the guide's member "text".
void append_text(std::string& out, const GuideText& text, const Flow& flow);

// Appends the value of the guide's member "fingerprints": a hash of the text that each node shows.
void append_fingerprints(std::string& out, const GuideText& text, const Flow& flow);

}  // namespace stegvis
