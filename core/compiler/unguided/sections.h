// The headings of an article as a tree.
#pragma once
#include <vector>

#include "compiler/article/article.h"

namespace stegvis {

struct Section {
  int32_t heading = -1;       // index of the heading's block; -1: before the first heading
  std::vector<uint32_t> own;  // blocks between the heading and the next heading of any level
  std::vector<Section> children;
  uint32_t lists = 0;       // number of lists of steps, with those of the children
  uint32_t first_list = 0;  // index of the first of them among the lists of the article
};

// Returns the tree of sections of these blocks of the article.
Section read_sections(const Article& article, const std::vector<uint32_t>& blocks);

}  // namespace stegvis
