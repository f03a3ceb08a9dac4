// Finds content that no reader sees: links without an address or without text, and tags that no
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

// Returns the losses in the order of the article. Codes: link-without-address, link-without-text,
// html-unknown.
std::vector<Loss> find_losses(Arena& arena, const Document& document);

}  // namespace stegvis
