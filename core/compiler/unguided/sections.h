// The headings of an article as a tree.
#pragma once
#include <vector>

#include "compiler/article/article.h"

namespace stegvis {

struct Section {
  int32_t heading = -1;       // its block; -1: before the first heading
  std::vector<uint32_t> own;  // blocks below it, before the next heading of any level
  std::vector<Section> children;
  uint32_t lists = 0;       // lists of steps in it, children's too
  uint32_t first_list = 0;  // the first of them, counted through the article from 0
};

// The tree over those blocks of the article.
Section read_sections(const Article& article, const std::vector<uint32_t>& blocks);

}  // namespace stegvis
