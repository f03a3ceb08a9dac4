#include "compiler/markdown/html.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "compiler/markdown/html_names.h"

namespace stegvis {
namespace {

// The number of bytes that can be searched for the end of tags without success. After that every
// "<" is text, so that broken HTML of any size takes linear time.
constexpr size_t max_wasted = size_t(256) << 10;
constexpr size_t max_open = 16;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':'; }
bool is_blank(char c) { return c == ' ' || (c >= 9 && c <= 13); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

// Returns whether an element contains blocks. The others contain inlines.
bool takes_blocks(Tag tag) {
  return tag == Tag::document || tag == Tag::item || tag == Tag::quote || tag == Tag::note;
}
bool takes_inlines(Tag tag) {
  return is_inline(tag) || tag == Tag::paragraph || tag == Tag::heading || tag == Tag::cell;
}

}  // namespace

struct HtmlBuilder::Token {
  bool is_tag = false;
  std::string_view text;
  std::string_view name;  // as written
  bool closing = false;
  std::string_view href, src, alt, start;
};

bool is_good_address(std::string_view address) {
  if (address.empty()) return false;
  for (char c : address)
    if (uint8_t(c) <= ' ' || c == '\x7f') return false;
  size_t end = address.find_first_of(":/?#");
  if (end == std::string_view::npos || address[end] != ':') return true;
  std::string_view scheme = address.substr(0, end);
  return same_name(scheme, "http") || same_name(scheme, "https") || same_name(scheme, "mailto");
}

bool is_html_name(std::string_view name) {
  char small[16];
  if (name.size() > sizeof small) return false;
  std::transform(name.begin(), name.end(), small, lower);
  return html_name({small, name.size()}).use != HtmlUse::unknown;
}

HtmlBuilder::HtmlBuilder(Arena& arena, Element& root) : arena_(arena), line_(root.line) {
  stack_.push_back({"", &root});
}

bool HtmlBuilder::in_inline_root() const { return !takes_blocks(stack_[0].element->tag); }

bool HtmlBuilder::read_tag(std::string_view& rest, Token& token) {
  size_t at = 1;
  token = {};
  token.is_tag = true;
  if (at < rest.size() && rest[at] == '/') token.closing = true, ++at;
  size_t from = at;
  if (at >= rest.size() || !is_letter(rest[at])) return false;
  while (at < rest.size() && is_name(rest[at])) ++at;
  token.name = rest.substr(from, at - from);
  while (at < rest.size()) {
    while (at < rest.size() && (is_blank(rest[at]) || rest[at] == '/')) ++at;
    if (at >= rest.size()) break;
    if (rest[at] == '>') {
      rest.remove_prefix(at + 1);
      return true;
    }
    if (rest[at] == '<') break;
    size_t name_from = at;
    while (at < rest.size() && !is_blank(rest[at]) && !std::strchr("=>/<", rest[at])) ++at;
    if (at == name_from) ++at;
    std::string_view name = rest.substr(name_from, at - name_from), value;
    while (at < rest.size() && is_blank(rest[at])) ++at;
    if (at < rest.size() && rest[at] == '=') {
      ++at;
      while (at < rest.size() && is_blank(rest[at])) ++at;
      if (at >= rest.size()) break;
      char quote = rest[at];
      size_t end;
      if (quote == '"' || quote == '\'') {
        end = rest.find(quote, ++at);
        if (end == std::string_view::npos) {
          wasted_ += rest.size() - at;
          return false;
        }
        value = rest.substr(at, end - at);
        at = end + 1;
      } else {
        end = at;
        while (end < rest.size() && !is_blank(rest[end]) && rest[end] != '>') ++end;
        value = rest.substr(at, end - at);
        at = end;
      }
    }
    if (same_name(name, "href")) token.href = value;
    if (same_name(name, "src")) token.src = value;
    if (same_name(name, "alt")) token.alt = value;
    if (same_name(name, "start")) token.start = value;
  }
  wasted_ += at;
  return false;
}

bool HtmlBuilder::next(std::string_view& rest, Token& token) {
  if (rest.empty()) return false;
  token = {};
  if (rest[0] == '<' && wasted_ < max_wasted) {
    std::string_view end;
    if (rest.substr(0, 4) == "<!--") {
      end = "-->";
    } else if (rest.substr(0, 9) == "<![CDATA[") {
      end = "]]>";
    } else if (rest.substr(0, 2) == "<!") {
      end = ">";
    } else if (rest.substr(0, 2) == "<?") {
      end = "?>";
    } else {
      std::string_view before = rest;
      if (read_tag(rest, token)) return true;
      rest = before;
      token = {};
    }
    if (!end.empty()) {
      size_t at = rest.find(end, 2);
      if (at != std::string_view::npos) {
        rest.remove_prefix(at + end.size());
        return true;
      }
      wasted_ += rest.size();
    }
  }
  size_t end = rest.find('<', 1);
  token.text = rest.substr(0, end);
  rest.remove_prefix(token.text.size());
  return true;
}

void HtmlBuilder::html(std::string_view source) {
  Token token;
  while (next(source, token)) {
    if (token.is_tag) {
      tag(token);
    } else if (!token.text.empty()) {
      text(decode_entities(arena_, token.text));
    }
  }
}

Element* HtmlBuilder::push(std::string_view name, Tag tag) {
  Element* element = arena_.make<Element>();
  element->tag = tag;
  element->line = line_;
  element->column = 1;
  top().append(element);
  stack_.push_back({name, element});
  return element;
}

// Returns the element that gets text now. Opens an implied paragraph, item or cell if there is
// none.
Element* HtmlBuilder::inlines() {
  if (top().tag == Tag::bullets || top().tag == Tag::ordered) push("", Tag::item);
  if (top().tag == Tag::table) push("", Tag::row);
  if (top().tag == Tag::row) push("", Tag::cell);
  if (takes_blocks(top().tag)) push("", Tag::paragraph);
  return &top();
}

void HtmlBuilder::text(std::string_view text) {
  if (!skipped_.empty() || text.empty()) return;
  if (!takes_inlines(top().tag) && top().tag != Tag::code_block && skip_space(text).empty()) return;
  Element* into = inlines();
  Element* element = arena_.make<Element>();
  element->tag = Tag::text;
  element->text = text;
  into->append(element);
}

void HtmlBuilder::add(Element* element) {
  if (!skipped_.empty()) return;
  Element* into = inlines();
  if (into->tag == Tag::code) {
    text(arena_.copy(visible_text(*element)));
  } else {
    into->append(element);
  }
}

void HtmlBuilder::line_break() {
  if (!skipped_.empty()) return;
  Element* into = inlines();
  bool plain = into->tag == Tag::code || into->tag == Tag::code_block;
  if (plain) return text("\n");
  Element* element = arena_.make<Element>();
  element->tag = Tag::line_break;
  into->append(element);
}

// Closes the open elements that contain inlines, so that a block can begin.
void HtmlBuilder::leave_inlines() {
  while (stack_.size() > 1 && (takes_inlines(top().tag) || top().tag == Tag::code_block) &&
         top().tag != Tag::cell)
    stack_.pop_back();
}

void HtmlBuilder::close(std::string_view name) {
  for (size_t i = stack_.size(); i-- > 1;) {
    if (!same_name(stack_[i].name, name)) continue;
    stack_.resize(i);
    return;
  }
}

void HtmlBuilder::open_block(const Token& token, Tag tag) {
  if (in_inline_root() || stack_.size() > max_open) {
    if (top().first) line_break();
    return;
  }
  bool of_table = tag == Tag::table || tag == Tag::row || tag == Tag::cell;
  bool in_cell = std::any_of(stack_.begin(), stack_.end(),
                             [](const Open& open) { return open.element->tag == Tag::cell; });
  if (in_cell && !of_table) {
    // A table cell contains inlines, so a block in it becomes a line of its own.
    if (top().first) line_break();
    return;
  }
  if (of_table && in_cell) {
    while (top().tag != Tag::cell) stack_.pop_back();
    if (tag == Tag::table) return;
  }
  leave_inlines();
  auto nearest = [&](Tag a, Tag b) {
    for (size_t i = stack_.size(); i-- > 0;)
      if (stack_[i].element->tag == a || stack_[i].element->tag == b) return i;
    return size_t(-1);
  };
  if (tag == Tag::item) {
    size_t list = nearest(Tag::bullets, Tag::ordered);
    if (list == size_t(-1)) {
      push("", Tag::bullets);
    } else {
      stack_.resize(list + 1);
    }
  } else if (tag == Tag::row || tag == Tag::cell) {
    size_t at = nearest(Tag::table, tag == Tag::cell ? Tag::row : Tag::table);
    if (at == size_t(-1)) {
      push("", Tag::table);
    } else {
      stack_.resize(at + 1);
    }
    if (tag == Tag::cell && top().tag == Tag::table) push("", Tag::row);
  } else if (!takes_blocks(top().tag)) {
    inlines();
    leave_inlines();
  }
  Element* element = push(token.name, tag);
  if (tag == Tag::code_block) plain_.push_back(element);
  if (tag == Tag::heading) element->level = uint8_t(token.name[1] - '0');
  if (tag == Tag::ordered) {
    element->start = 1;
    if (!token.start.empty() && token.start.size() < 7) {
      int32_t start = 0;
      for (char c : token.start) start = c >= '0' && c <= '9' ? start * 10 + (c - '0') : -1;
      if (start >= 0) element->start = start;
    }
  }
  if (tag == Tag::rule) stack_.pop_back();
}

void HtmlBuilder::open_inline(const Token& token, Tag tag) {
  if (tag == Tag::image) {
    std::string_view src = decode_entities(arena_, token.src);
    if (!is_good_address(src) || src.substr(0, 7) == "mailto:")
      return text(decode_entities(arena_, token.alt));
    Element* image = arena_.make<Element>();
    image->tag = Tag::image;
    image->text = src;
    image->alt = decode_entities(arena_, token.alt);
    return add(image);
  }
  if (stack_.size() > max_open) return;
  Element* into = inlines();
  std::string_view href = tag == Tag::link ? decode_entities(arena_, trim(token.href)) : "";
  bool unwrap = into->tag == Tag::code || into->tag == Tag::code_block ||
                (tag == Tag::link && !is_good_address(href));
  if (unwrap) {
    stack_.push_back({token.name, into});
    return;
  }
  Element* element = push(token.name, tag);
  element->text = href;
  if (tag == Tag::code) plain_.push_back(element);
}

void HtmlBuilder::finish() {
  for (Element* element : plain_) {
    std::string joined;
    for (Element* child = element->first; child; child = child->next) joined.append(child->text);
    element->text = arena_.copy(joined);
    element->first = element->last = nullptr;
  }
  plain_.clear();
}

void HtmlBuilder::tag(const Token& token) {
  char small[16];
  if (token.name.size() > sizeof small) return;
  std::transform(token.name.begin(), token.name.end(), small, lower);
  HtmlName name = html_name({small, token.name.size()});
  if (!skipped_.empty()) {
    if (token.closing && same_name(token.name, skipped_)) skipped_ = {};
    return;
  }
  switch (name.use) {
    case HtmlUse::unknown:
    case HtmlUse::unwrap: return;
    case HtmlUse::skip:
      if (!token.closing) skipped_ = token.name;
      return;
    case HtmlUse::line_break: return line_break();
    case HtmlUse::unwrap_block:
      if (in_inline_root() || top().tag == Tag::cell) {
        if (top().first) line_break();
      } else {
        leave_inlines();
      }
      return;
    case HtmlUse::block:
      if (!token.closing) return open_block(token, name.tag);
      if (in_inline_root()) return line_break();
      return close(token.name);
    case HtmlUse::inline_:
      if (!token.closing) return open_inline(token, name.tag);
      return close(token.name);
  }
}

}  // namespace stegvis
