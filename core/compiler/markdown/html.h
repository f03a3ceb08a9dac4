// Reduces raw HTML in an article to the closed list of elements.
//
// A tag outside the list is removed and its content stays; only script, style, template and the
// like are removed with their content, because nobody sees it. Broken HTML is no error: it becomes
// text.
#pragma once
#include <string_view>
#include <vector>

#include "compiler/markdown/element.h"

namespace stegvis {

// Decodes the character references of a text: numeric ones, and the names that articles use. Other
// references stay as they are.
std::string_view decode_entities(Arena& arena, std::string_view text);

// Returns whether a link can have this address: http, https, mailto, or a relative path.
bool is_good_address(std::string_view address);

// Returns whether HTML has an element of that name, in any letter case.
bool is_html_name(std::string_view name);

// Builds elements below a root from HTML, text and elements, in the order of the article. In a root
// that contains inlines (a paragraph, a heading or a cell) a block tag becomes a line break.
class HtmlBuilder {
 public:
  HtmlBuilder(Arena& arena, Element& root);

  // Adds raw HTML.
  void html(std::string_view source);
  // Adds text with decoded character references.
  void text(std::string_view text);
  // Adds an inline element of Markdown.
  void add(Element* element);
  // Completes the tree. Call it last.
  void finish();

 private:
  struct Open {
    std::string_view name;  // of the tag; empty for an implied element
    Element* element;       // gets the content
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
  std::vector<Element*> plain_;  // code elements: finish() joins their texts
  std::string_view skipped_;     // the open element that is removed with its content
  size_t wasted_ = 0;            // bytes that were searched for the end of a tag without success
  uint32_t line_;
};

}  // namespace stegvis
