#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/utf8.h"
#include "compiler/markdown/html.h"

namespace stegvis {
namespace {

struct Entity {
  std::string_view name;
  char32_t character;
};

// The named character references of the HTML Living Standard that raw HTML in articles uses. cmark
// decodes all of them in Markdown.
constexpr Entity entities[] = {
    {"Aring", 0xc5},   {"Auml", 0xc4},   {"Eacute", 0xc9},  {"Oslash", 0xd8},  {"Ouml", 0xd6},
    {"Uuml", 0xdc},    {"aacute", 0xe1}, {"acute", 0xb4},   {"aelig", 0xe6},   {"agrave", 0xe0},
    {"amp", '&'},      {"apos", '\''},   {"aring", 0xe5},   {"auml", 0xe4},    {"bull", 0x2022},
    {"ccedil", 0xe7},  {"cent", 0xa2},   {"copy", 0xa9},    {"deg", 0xb0},     {"eacute", 0xe9},
    {"ecirc", 0xea},   {"egrave", 0xe8}, {"emsp", 0x2003},  {"ensp", 0x2002},  {"euml", 0xeb},
    {"euro", 0x20ac},  {"frac12", 0xbd}, {"ge", 0x2265},    {"gt", '>'},       {"hellip", 0x2026},
    {"iacute", 0xed},  {"laquo", 0xab},  {"larr", 0x2190},  {"ldquo", 0x201c}, {"le", 0x2264},
    {"lsquo", 0x2018}, {"lt", '<'},      {"mdash", 0x2014}, {"middot", 0xb7},  {"nbsp", 0xa0},
    {"ndash", 0x2013}, {"ne", 0x2260},   {"ntilde", 0xf1},  {"oacute", 0xf3},  {"ocirc", 0xf4},
    {"oslash", 0xf8},  {"ouml", 0xf6},   {"para", 0xb6},    {"plusmn", 0xb1},  {"pound", 0xa3},
    {"quot", '"'},     {"raquo", 0xbb},  {"rarr", 0x2192},  {"rdquo", 0x201d}, {"reg", 0xae},
    {"rsquo", 0x2019}, {"sect", 0xa7},   {"shy", 0xad},     {"szlig", 0xdf},   {"times", 0xd7},
    {"trade", 0x2122}, {"uacute", 0xfa}, {"uuml", 0xfc},    {"yen", 0xa5},     {"zwj", 0x200d},
    {"zwnj", 0x200c},
};

constexpr bool sorted() {
  for (size_t i = 1; i < std::size(entities); ++i)
    if (!(entities[i - 1].name < entities[i].name)) return false;
  return true;
}
static_assert(sorted());

// Returns the character of a reference "&...;" and sets its length; 0 if the text is none.
char32_t reference(std::string_view text, size_t& size) {
  size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  size = end + 1;
  std::string_view name = text.substr(1, end - 1);
  if (name[0] != '#') {
    auto at = std::lower_bound(std::begin(entities), std::end(entities), name,
                               [](const Entity& e, std::string_view n) { return e.name < n; });
    return at != std::end(entities) && at->name == name ? at->character : 0;
  }
  name.remove_prefix(1);
  uint32_t base = 10;
  if (!name.empty() && (name[0] == 'x' || name[0] == 'X')) base = 16, name.remove_prefix(1);
  if (name.empty()) return 0;
  uint32_t value = 0;
  for (char c : name) {
    uint32_t digit = c >= '0' && c <= '9'                 ? uint32_t(c - '0')
                     : base == 16 && c >= 'a' && c <= 'f' ? uint32_t(c - 'a' + 10)
                     : base == 16 && c >= 'A' && c <= 'F' ? uint32_t(c - 'A' + 10)
                                                          : 99;
    if (digit == 99) return 0;
    value = std::min<uint32_t>(value * base + digit, 0x110000);
  }
  bool bad = value == 0 || value > 0x10ffff || (value >= 0xd800 && value < 0xe000);
  return bad ? 0xfffd : char32_t(value);
}

}  // namespace

std::string_view decode_entities(Arena& arena, std::string_view text) {
  if (text.find('&') == std::string_view::npos) return text;
  std::string out;
  while (!text.empty()) {
    size_t size = 0;
    char32_t c = text[0] == '&' ? reference(text, size) : 0;
    if (c) {
      utf8_append(out, c);
      text.remove_prefix(size);
    } else {
      size_t end = std::min(text.find('&', 1), text.size());
      out.append(text.substr(0, end));
      text.remove_prefix(end);
    }
  }
  return arena.copy(out);
}

}  // namespace stegvis
