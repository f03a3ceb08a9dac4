// The front matter of an article: YAML between two lines "---". Only two of its keys matter here. A
// value with broken quotes must lose neither the other key nor the article.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace stegvis {

struct FrontMatter {
  std::string title;
  std::string locale;   // ms.contentlocale
  size_t bytes = 0;     // size of the front matter: the article begins after it
  uint32_t lines = 0;   // lines of the front matter
  bool broken = false;  // a value was not well-formed YAML; it was read as plain text
};

// Reads the front matter that the text begins with. The text has no byte-order mark and no blank
// lines before it. A plain value is copied. yaml-cpp reads any other value, from the lines of its
// key alone, so that no other key can break it; a value that is no YAML is its line without the
// quotes.
FrontMatter read_front_matter(std::string_view text);

// Reads the value of a key at the top level with yaml-cpp; a value that is no scalar is empty.
// Returns false if the text is not well-formed YAML, has no such key, or is over 64 KB.
bool read_yaml(std::string_view yaml, std::string_view key, std::string& out);

}  // namespace stegvis
