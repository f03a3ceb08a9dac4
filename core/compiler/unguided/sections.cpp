#include "compiler/unguided/sections.h"

namespace stegvis {
namespace {

void count_lists(const Article& article, const std::vector<uint32_t>& number, Section& section) {
  auto add = [&](uint32_t lists, uint32_t first) {
    if (lists && !section.lists) section.first_list = first;
    section.lists += lists;
  };
  for (uint32_t block : section.own)
    if (article.blocks[block]->tag == Tag::ordered) add(1, number[block]);
  for (Section& child : section.children) {
    count_lists(article, number, child);
    add(child.lists, child.first_list);
  }
}

}  // namespace

Section read_sections(const Article& article, const std::vector<uint32_t>& blocks) {
  Section root;
  // The open sections, from the root down, as indices among the children of the section above:
  // pointers would break when a vector of children grows.
  std::vector<size_t> open;
  auto current = [&]() -> Section& {
    Section* section = &root;
    for (size_t index : open) section = &section->children[index];
    return *section;
  };
  std::vector<int> levels;
  for (uint32_t block : blocks) {
    const Element& element = *article.blocks[block];
    if (element.tag != Tag::heading) {
      current().own.push_back(block);
      continue;
    }
    while (!levels.empty() && levels.back() >= element.level) levels.pop_back(), open.pop_back();
    Section& parent = current();
    parent.children.emplace_back();
    parent.children.back().heading = int32_t(block);
    open.push_back(parent.children.size() - 1);
    levels.push_back(element.level);
  }
  std::vector<uint32_t> number(article.blocks.size());
  for (uint32_t i = 0; i < article.lists.size(); ++i) number[article.lists[i]] = i;
  count_lists(article, number, root);
  return root;
}

}  // namespace stegvis
