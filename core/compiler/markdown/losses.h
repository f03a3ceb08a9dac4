// What an article says and no reader sees: links without an address or without words, tags that no
// browser knows.
#pragma once
#include <string>
#include <vector>

#include "base/error.h"
#include "compiler/markdown/read.h"

namespace stegvis {

struct Loss {
  Code code;
  uint32_t line = 0;
  uint32_t column = 0;
  std::string detail;
};

// In the order of the article.
std::vector<Loss> find_losses(Arena& arena, const Document& document);

}  // namespace stegvis
