// The front matter of an article: YAML between two lines "---". Two of its keys matter here, and
// broken quoting must never lose them, or the article.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace stegvis {

struct FrontMatter {
  std::string title;
  std::string locale;   // ms.contentlocale
  size_t bytes = 0;     // where the article itself begins
  uint32_t lines = 0;   // lines before it
  bool broken = false;  // the YAML was not well-formed; the keys were read line by line
};

// Reads the front matter of the text, which begins with neither a byte-order mark nor blank lines.
// A plain value is read as it stands, another by yaml-cpp from its own lines alone, so that no other
// key can break it; where that finds no YAML, it is the line without its quotes.
FrontMatter read_front_matter(std::string_view text);

// The value of a key at the top level, by yaml-cpp; empty where it is no scalar. False where the
// text is not well-formed YAML, has no such key, or is over 64 KB.
bool read_yaml(std::string_view yaml, std::string_view key, std::string& out);

}  // namespace stegvis
