// Raw HTML in an article, brought down to the closed list of elements.
//
// Tags outside the list are taken away and their content stays, but for script, style and template,
// whose content nobody sees. Broken HTML never fails: what is no tag is text.
#pragma once
#include <string_view>
#include <vector>

#include "compiler/markdown/element.h"

namespace stegvis {

// Character references decoded: the numeric ones and the names that articles use; others stay.
std::string_view decode_entities(Arena& arena, std::string_view text);

// Addresses that a link may have: http, https, mailto, or a relative path.
bool is_good_address(std::string_view address);

// Whether HTML knows an element of that name (in any case).
bool is_html_name(std::string_view name);

// Builds elements below one root from tags, texts and elements that come in the order of the
// article. A root that holds inlines (a paragraph, a heading, a cell) takes block tags as breaks.
class HtmlBuilder {
 public:
  HtmlBuilder(Arena& arena, Element& root);

  // A run of raw HTML.
  void html(std::string_view source);
  // Text whose character references are decoded already.
  void text(std::string_view text);
  // An inline that Markdown made.
  void add(Element* element);
  // After the last of them.
  void finish();

 private:
  struct Open {
    std::string_view name;  // of the tag; empty for what was implied
    Element* element;       // what takes the content
  };
  struct Token;

  bool next(std::string_view& rest, Token& token);
  bool read_tag(std::string_view& rest, Token& token);
  void tag(const Token& token);
  void open_block(const Token& token, Tag tag);
  void open_inline(const Token& token, Tag tag);
  void close(std::string_view name);
  void line_break();
  Element* push(std::string_view name, Tag tag);
  Element* inlines();
  void leave_inlines();
  bool in_inline_root() const;
  Element& top() { return *stack_.back().element; }

  Arena& arena_;
  std::vector<Open> stack_;
  std::vector<Element*> plain_;  // code: gathered as texts, joined at the end
  std::string_view skipped_;     // the element whose content nobody sees
  size_t wasted_ = 0;            // bytes looked at in vain for the end of a tag
  uint32_t line_;
};

}  // namespace stegvis
