#include "compiler/tools/lint.h"

#include <algorithm>
#include <set>

#include "compiler/markdown/losses.h"
#include "compiler/unguided/sections.h"

namespace stegvis {
namespace {

// Counts the sentences of a step that name a button, a field or a way through menus. A sentence
// ends with the paragraph, or with a full stop or the like, of any script, and the white space that
// the script puts after it.
class Sentences {
 public:
  void block(const Element& element) {
    if (element.tag == Tag::note || element.tag == Tag::ordered || element.tag == Tag::bullets)
      return;
    if (element.tag == Tag::paragraph) end();
    for (const Element* child = element.first; child; child = child->next) {
      if (child->tag == Tag::button || child->tag == Tag::path) named_ = true;
      if (child->tag == Tag::text) text(child->text);
      if (!is_inline(child->tag)) block(*child);
    }
    if (element.tag == Tag::paragraph) end();
  }
  uint32_t count() const { return count_; }

 private:
  void text(std::string_view text) {
    for (std::string_view stop : {". ", "! ", "? ", "。", "؟ ", "۔ ", "। "})
      for (size_t at = text.find(stop); at != std::string_view::npos;
           at = text.find(stop, at + 1)) {
        // A text names no button itself, so the order in which its stops are found does not matter.
        end();
      }
  }
  void end() {
    count_ += named_;
    named_ = false;
  }
  uint32_t count_ = 0;
  bool named_ = false;
};

void lint_sections(const Article& article, const Section& section, std::string_view file,
                   Diagnostics& diagnostics) {
  for (const Section& child : section.children) {
    if (child.lists == 0) {
      const Element& heading = *article.blocks[size_t(child.heading)];
      diagnostics.warning(Code::heading_without_steps, file, heading.line, heading.column,
                          "\"" + visible_text(heading) + "\" has no steps below it");
    } else {
      lint_sections(article, child, file, diagnostics);
    }
  }
}

}  // namespace

void lint_article(const SourceFile& file, Diagnostics& diagnostics) {
  Arena arena;
  Result<Document> document = read_document(arena, file.text);
  if (!document) return;
  for (Loss& loss : find_losses(arena, *document))
    diagnostics.warning(loss.code, file.name, loss.line, loss.column, std::move(loss.detail));
  Article article = understand(arena, *document);
  for (uint32_t index : article.lists)
    for (const Element* item = article.blocks[index]->first; item; item = item->next) {
      Sentences sentences;
      sentences.block(*item);
      if (sentences.count() > 1)
        diagnostics.warning(Code::step_two_things, file.name, item->line, item->column,
                            "this step asks for more than one thing");
    }
  if (article.lists.empty()) return;
  std::vector<uint32_t> all(article.blocks.size());
  for (uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  lint_sections(article, read_sections(article, all), file.name, diagnostics);
}

void lint_playbook(const SourceFile& file, const Playbook& playbook, Diagnostics& diagnostics) {
  auto warn = [&](Code code, uint32_t offset, std::string detail) {
    Place place = place_of(file.text, offset);
    diagnostics.warning(code, file.name, place.line, place.column, std::move(detail));
  };
  std::set<std::string_view> shown;
  for (const Node& node : playbook.flow.nodes)
    for (std::string_view name : node.show) shown.insert(name.substr(0, name.find('.')));
  for (const PlaybookPart& part : playbook.parts)
    if (!shown.count(part.name))
      warn(Code::part_unused, part.offset, "no node shows \"" + part.name + "\"");
  // Follows the edges from each confirm until something is picked or filled in again.
  const auto& nodes = playbook.flow.nodes;
  std::set<uint32_t> reported;
  for (const Node& from : nodes) {
    if (!from.confirms()) continue;
    std::vector<bool> seen(nodes.size());
    std::vector<uint32_t> open;
    for (const Choice& edge : from.to)
      if (edge.id == plain_choice(from)) open.push_back(edge.to);
    while (!open.empty()) {
      uint32_t index = open.back();
      open.pop_back();
      const Node& node = nodes[index];
      if (seen[index] || node.kind == NodeKind::pick || node.kind == NodeKind::fill) continue;
      seen[index] = true;
      if (node.operation == from.operation && reported.insert(index).second)
        warn(Code::confirm_repeated, playbook.offsets[index],
             "\"" + node.id + "\" does \"" + node.operation + "\" again, with the answers of \"" +
                 from.id + "\"");
      for (const Choice& edge : node.to) open.push_back(edge.to);
    }
  }
}

}  // namespace stegvis
