#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "compiler/playbook/playbook.h"

namespace stegvis {
namespace {

std::string count_of(size_t count, const char* singular, const char* plural) {
  return count == 0 ? std::string("no ") + plural
                    : decimal(int64_t(count)) + " " + (count == 1 ? singular : plural);
}

}  // namespace

bool place_playbook(const Playbook& playbook, const Article& article, std::string_view article_file,
                    std::string_view playbook_file, Diagnostics& diagnostics,
                    std::vector<Placed>& out) {
  uint32_t before = diagnostics.errors();
  // The last line is the place of a part that is missing.
  uint32_t last_line = article.blocks.empty() ? (article.title ? article.title->line : 1)
                                              : article.blocks.back()->line;
  auto differs = [&](uint32_t line, uint32_t column, const PlaybookPart& part,
                     const std::string& wanted, const std::string& found) {
    diagnostics.error(Code::article_shape, article_file, line, column,
                      wanted + " was expected (\"" + part.name + "\" of " +
                          std::string(playbook_file) + "), found " + found);
  };
  for (const PlaybookPart& part : playbook.parts) {
    if (part.list > article.lists.size()) {
      differs(last_line, 1, part, "list " + decimal(part.list),
              count_of(article.lists.size(), "list of steps", "lists of steps"));
    } else if (part.list) {
      const Element& list = *article.blocks[article.lists[part.list - 1]];
      uint32_t steps = count_items(list);
      if (steps != part.steps)
        differs(list.line, list.column, part,
                "list " + decimal(part.list) + " with " + count_of(part.steps, "step", "steps"),
                count_of(steps, "step", "steps"));
    } else if (part.block > article.texts.size() || article.texts.empty()) {
      differs(last_line, 1, part, part.block ? "block " + decimal(part.block) : "a last block",
              count_of(article.texts.size(), "block of text", "blocks of text"));
    }
  }
  uint32_t lists = 0;
  for (const PlaybookPart& part : playbook.parts) lists = std::max(lists, part.list);
  if (article.lists.size() > lists) {
    const Element& list = *article.blocks[article.lists[lists]];
    diagnostics.error(Code::article_shape, article_file, list.line, list.column,
                      count_of(lists, "list of steps", "lists of steps") + " was expected by " +
                          std::string(playbook_file) + ", found " +
                          decimal(int64_t(article.lists.size())));
  }
  if (diagnostics.errors() != before) return false;
  std::set<std::string> shown;
  for (const Node& node : playbook.flow.nodes) shown.insert(node.show.begin(), node.show.end());
  for (const std::string& name : shown) {
    size_t dot = name.find('.');
    for (const PlaybookPart& part : playbook.parts) {
      if (part.name != name.substr(0, dot)) continue;
      Placed placed{name};
      if (part.list) {
        placed.block = article.lists[part.list - 1];
        if (dot != std::string::npos) {
          placed.item = -1;
          for (char c : name.substr(dot + 1))
            placed.item = std::max(placed.item, 0) * 10 + (c - '0');
          --placed.item;
        }
      } else {
        placed.block = part.block ? article.texts[part.block - 1] : article.texts.back();
      }
      out.push_back(std::move(placed));
    }
  }
  return true;
}

}  // namespace stegvis
