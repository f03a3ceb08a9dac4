#include "compiler/markdown/element.h"

#include "base/utf8.h"

namespace stegvis {
namespace {

// No-break and other spaces of Unicode 15 (property White_Space), and the zero-width characters
// that translation tools leave behind.
bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200f) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x2060 || c == 0x3000 || c == 0xfeff;
}

bool is_folded(char c) { return c == ' ' || (c >= 9 && c <= 13); }

bool at_gap(const std::string& out) {
  return out.empty() || out.back() == ' ' || out.back() == '\n';
}

// Appends a text with its white space folded. It copies whole runs, because most texts need no
// folding.
void append_folded(std::string& out, std::string_view text) {
  size_t from = 0;
  bool gap = at_gap(out);  // a space here would be the second in a row
  for (size_t i = 0; i < text.size(); ++i) {
    if (uint8_t(text[i]) > ' ' || !is_folded(text[i])) {
      gap = false;
    } else if (text[i] == ' ' && !gap) {
      gap = true;
    } else {
      out.append(text, from, i - from);
      from = i + 1;
      if (!gap) out += ' ';
      gap = true;
    }
  }
  out.append(text, from);
}

void end_line(std::string& out) {
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (!out.empty() && out.back() != '\n') out += '\n';
}

}  // namespace

std::string_view skip_space(std::string_view text) {
  while (!text.empty()) {
    size_t length = utf8_length(text);
    if (length == 0 || !is_space(utf8_decode(text, length))) break;
    text.remove_prefix(length);
  }
  return text;
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty()) {
    size_t at = text.size() - 1;
    while (at > 0 && (uint8_t(text[at]) & 0xc0) == 0x80) --at;
    std::string_view last = text.substr(at);
    if (utf8_length(last) != last.size() || !is_space(utf8_decode(last, last.size()))) break;
    text = text.substr(0, at);
  }
  return text;
}

void append_visible(std::string& out, const Element& element) {
  switch (element.tag) {
    case Tag::text:
    case Tag::code: append_folded(out, element.text); return;
    case Tag::image: append_folded(out, element.alt); return;
    case Tag::line_break: append_folded(out, " "); return;
    case Tag::path:
      for (const Element* place = element.first; place; place = place->next) {
        if (place != element.first) append_folded(out, " > ");
        append_visible(out, *place);
      }
      return;
    case Tag::code_block:
      end_line(out);
      append_folded(out, element.text);
      end_line(out);
      return;
    case Tag::rule:
    case Tag::zone: return;
    default: break;
  }
  if (!is_inline(element.tag)) end_line(out);
  for (const Element* child = element.first; child; child = child->next)
    append_visible(out, *child);
  if (!is_inline(element.tag)) end_line(out);
}

std::string visible_text(const Element& element) {
  std::string out;
  append_visible(out, element);
  end_line(out);
  if (!out.empty()) out.pop_back();
  return out;
}

bool shows_something(const Element& element) {
  switch (element.tag) {
    case Tag::text:
    case Tag::code:
    case Tag::code_block: return !skip_space(element.text).empty();
    case Tag::image:
    case Tag::rule: return true;
    default:
      for (const Element* child = element.first; child; child = child->next)
        if (shows_something(*child)) return true;
      return false;
  }
}

}  // namespace stegvis
