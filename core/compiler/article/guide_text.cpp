#include "compiler/article/guide_text.h"

#include <algorithm>

#include "base/hash.h"
#include "base/json.h"
#include "base/utf8.h"
#include "compiler/article/write.h"

namespace stegvis {
namespace {

const Element* element_of(const GuideText& text, std::string_view part) {
  auto at = std::lower_bound(text.parts.begin(), text.parts.end(), part,
                             [](const Placed& p, std::string_view name) { return p.name < name; });
  if (at == text.parts.end() || at->name != part) return nullptr;
  const Element* element = text.article->blocks[at->block];
  if (at->item < 0) return element;
  element = element->first;
  for (int32_t i = 0; i < at->item && element; ++i) element = element->next;
  return element;
}

void append_labels(std::string& out, const GuideText& text, const Flow& flow) {
  std::vector<const Label*> labels;
  for (const Label& label : text.labels) labels.push_back(&label);
  std::sort(labels.begin(), labels.end(), [&](const Label* a, const Label* b) {
    return flow.nodes[a->node].id < flow.nodes[b->node].id;
  });
  out += "\"labels\":{";
  for (const Label* label : labels) {
    if (label != labels[0]) out += ',';
    append_json(out, flow.nodes[label->node].id);
    std::vector<std::pair<std::string, const Element*>> members = label->choices;
    if (label->title) members.push_back({"title", label->title});
    std::sort(members.begin(), members.end());
    out += ":{";
    for (const auto& member : members) {
      if (&member != &members[0]) out += ',';
      append_json(out, member.first);
      out += ":[";
      append_inlines(out, *member.second, 6);
      out += ']';
    }
    out += '}';
  }
  out += "},";
}

}  // namespace

void append_text(std::string& out, const GuideText& text, const Flow& flow) {
  const Article& article = *text.article;
  out += "{\"blocks\":[";
  for (const Element* block : article.blocks) {
    if (block != article.blocks[0]) out += ',';
    append_block(out, *block, 4);
  }
  out += "],";
  if (!text.labels.empty()) append_labels(out, text, flow);
  out += "\"messages\":";
  append_json(out, text.messages);
  if (!text.next.empty()) {
    Json next = Json::array();
    for (const std::string& guide : text.next) next.push(guide);
    out += ",\"next\":" + next.dump();
  }
  out += ",\"parts\":{";
  for (const Placed& part : text.parts) {
    if (&part != &text.parts[0]) out += ',';
    append_json(out, part.name);
    out += ":[" + decimal(part.block);
    if (part.item >= 0) out += "," + decimal(part.item);
    out += ']';
  }
  out += "},\"title\":[";
  if (article.title) {
    append_inlines(out, *article.title, 4);
  } else if (!text.front_title.empty()) {
    append_json(out, text.front_title);
  }
  out += ']';
  if (!article.title && !text.front_title.empty()) out += ",\"untitled\":true";
  out += '}';
}

void append_fingerprints(std::string& out, const GuideText& text, const Flow& flow) {
  std::vector<uint32_t> order(flow.nodes.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return flow.nodes[a].id < flow.nodes[b].id; });
  std::vector<const Label*> labels(flow.nodes.size());
  for (const Label& label : text.labels) labels[label.node] = &label;
  out += '{';
  std::string shown;
  for (uint32_t index : order) {
    const Node& node = flow.nodes[index];
    shown.clear();
    if (const Label* label = labels[index]) {
      if (label->title) append_visible(shown, *label->title);
      shown += '\n';
      for (const auto& choice : label->choices) {
        append_visible(shown, *choice.second);
        shown += '\n';
      }
    }
    for (const std::string& part : node.show)
      if (const Element* element = element_of(text, part)) append_visible(shown, *element);
    if (index < text.of_node.size()) shown += text.of_node[index];
    if (index != order[0]) out += ',';
    append_json(out, node.id);
    out += ":\"" + hex16(siphash(shown)) + "\"";
  }
  out += '}';
}

}  // namespace stegvis
