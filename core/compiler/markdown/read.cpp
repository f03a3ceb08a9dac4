#include "compiler/markdown/read.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <cstring>

#include "compiler/markdown/cmark_parse.h"
#include "compiler/markdown/directives.h"
#include "compiler/markdown/flanking.h"
#include "compiler/markdown/html.h"
#include "compiler/markdown/limits.h"

namespace stegvis {
namespace {

std::string_view view(const char* text) {
  return text ? std::string_view(text) : std::string_view();
}

// Makes our tree from cmark's in one pass.
class Converter {
 public:
  Converter(Arena& arena, std::string_view markdown, const Flanks& flanks, uint32_t first_line)
      : arena_(arena), markdown_(markdown), flanks_(flanks), first_line_(first_line) {}

  Element* document(cmark_node* node) {
    Element* root = arena_.make<Element>();
    root->line = first_line_;
    blocks(node, *root, 0);
    return root;
  }
  const Error& error() const { return error_; }

 private:
  // Returns a text that cmark has read, as its writer wrote it.
  std::string_view read(const char* text) { return flanks_.remove(arena_, view(text)); }

  Element* element(Tag tag, cmark_node* node) {
    Element* out = arena_.make<Element>();
    out->tag = tag;
    uint32_t line = uint32_t(cmark_node_get_start_line(node));
    out->line = line + first_line_ - 1;
    out->column = flanks_.column(line, uint32_t(cmark_node_get_start_column(node)));
    return out;
  }

  void blocks(cmark_node* parent, Element& into, uint32_t depth) {
    for (cmark_node* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
      if (depth > max_block_levels) {
        if (error_.code == Code::none) {
          Element* at = element(Tag::paragraph, node);
          error_ = {Code::article_depth, "", at->line, at->column,
                    "lists or quotes nested too deep"};
        }
        return;
      }
      block(node, into, depth);
    }
  }

  void block(cmark_node* node, Element& into, uint32_t depth) {
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
      Element* out = element(type == CMARK_NODE_HEADING ? Tag::heading : Tag::paragraph, node);
      out->level = type == CMARK_NODE_HEADING ? uint8_t(cmark_node_get_heading_level(node)) : 0;
      inlines(node, *out, 0);
      if (shows_something(*out)) into.append(out);
    } else if (type == CMARK_NODE_LIST) {
      bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
      Element* out = element(ordered ? Tag::ordered : Tag::bullets, node);
      out->start = cmark_node_get_list_start(node);
      blocks(node, *out, depth);
      into.append(out);
    } else if (type == CMARK_NODE_ITEM) {
      Element* out = element(Tag::item, node);
      out->level = own_number(node);
      blocks(node, *out, depth + 1);
      into.append(out);
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
      Element* out = element(Tag::quote, node);
      blocks(node, *out, depth + 1);
      if (shows_something(*out)) into.append(out);
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      Element* out = element(Tag::code_block, node);
      out->text = read(cmark_node_get_literal(node));
      if (shows_something(*out)) into.append(out);
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
      into.append(element(Tag::rule, node));
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      html(node, into, depth);
    } else if (std::strcmp(cmark_node_get_type_string(node), "table") == 0) {
      table(node, into);
    }
  }

  // Returns the number that the item's line begins with, at most 255.
  uint8_t own_number(cmark_node* node) {
    size_t line = size_t(cmark_node_get_start_line(node));
    while (at_line_ < line) {
      const void* newline = std::memchr(markdown_.data() + at_, '\n', markdown_.size() - at_);
      if (!newline) return 0;
      at_ = size_t(static_cast<const char*>(newline) - markdown_.data()) + 1;
      ++at_line_;
    }
    size_t at = at_ + size_t(cmark_node_get_start_column(node)) - 1;
    uint32_t number = 0;
    for (; at < markdown_.size() && markdown_[at] >= '0' && markdown_[at] <= '9'; ++at)
      number = number < 25 ? number * 10 + uint32_t(markdown_[at] - '0') : 255;
    return uint8_t(number);
  }

  void html(cmark_node* node, Element& into, uint32_t depth) {
    std::string_view source = read(cmark_node_get_literal(node));
    std::string_view zone;
    if (is_zone(source, zone)) {
      if (depth == 0) {
        Element* out = element(Tag::zone, node);
        out->text = zone;
        into.append(out);
        // cmark ends a block of HTML at the line of the comment, so this is all of the block.
      }
      return;
    }
    Element* holder = element(Tag::document, node);
    HtmlBuilder builder(arena_, *holder);
    builder.html(source);
    builder.finish();
    for (Element *child = holder->first, *next; child; child = next) {
      next = child->next;
      if (shows_something(*child)) into.append(child);
    }
  }

  void table(cmark_node* node, Element& into) {
    Element* out = element(Tag::table, node);
    uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
    uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
    std::string align;
    for (uint16_t i = 0; i < columns; ++i) align += alignments[i] ? char(alignments[i]) : '-';
    out->text = arena_.copy(align);
    for (cmark_node* row = cmark_node_first_child(node); row; row = cmark_node_next(row)) {
      Element* out_row = element(Tag::row, row);
      for (cmark_node* cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) {
        Element* out_cell = element(Tag::cell, cell);
        inlines(cell, *out_cell, 0);
        out_row->append(out_cell);
      }
      out->append(out_row);
    }
    into.append(out);
  }

  // Joins text nodes that follow each other. A single text is not copied.
  struct Run {
    std::string_view single;
    std::string joined;
    void add(std::string_view text) {
      if (single.empty() && joined.empty()) {
        single = text;
      } else {
        if (joined.empty()) joined = single;
        joined.append(text);
      }
    }
  };
  void flush(Run& run, HtmlBuilder& builder) {
    std::string_view text = run.joined.empty() ? run.single : arena_.copy(run.joined);
    if (!text.empty()) builder.text(text);
    run.single = {};
    run.joined.clear();
  }

  // Returns whether a text begins with a letter as a number: "b. " or "b) ". Writers number parts
  // of a step like this, but to Markdown it is no list.
  bool begins_with_letter(cmark_node* node, char letter) {
    if (cmark_node_get_type(node) != CMARK_NODE_TEXT) return false;
    std::string_view text = skip_space(read(cmark_node_get_literal(node)));
    bool numbered = text.size() > 1 && (text[1] == '.' || text[1] == ')');
    return numbered && text[0] == letter && (text.size() == 2 || text[2] == ' ');
  }

  void inlines(cmark_node* parent, Element& into, uint32_t depth) {
    HtmlBuilder builder(arena_, into);
    Run run;
    char letter = 'a';  // the next one that begins a line
    bool line_begins = true;
    for (cmark_node* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
      cmark_node_type type = cmark_node_get_type(node);
      bool lettered = line_begins && letter <= 'z' && begins_with_letter(node, letter);
      line_begins = type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
      if (lettered) ++letter;
      if (type == CMARK_NODE_TEXT) {
        run.add(read(cmark_node_get_literal(node)));
      } else if (type == CMARK_NODE_SOFTBREAK) {
        cmark_node* next = cmark_node_next(node);
        if (next && letter <= 'z' && begins_with_letter(next, letter)) {
          flush(run, builder);
          builder.add(element(Tag::line_break, node));
        } else {
          run.add(" ");
        }
      } else if (type == CMARK_NODE_HTML_INLINE) {
        flush(run, builder);
        builder.html(read(cmark_node_get_literal(node)));
      } else {
        flush(run, builder);
        inline_element(node, type, builder, depth);
      }
    }
    flush(run, builder);
    builder.finish();
  }

  void inline_element(cmark_node* node, cmark_node_type type, HtmlBuilder& builder,
                      uint32_t depth) {
    if (type == CMARK_NODE_CODE) {
      Element* out = element(Tag::code, node);
      out->text = read(cmark_node_get_literal(node));
      return builder.add(out);
    }
    if (type == CMARK_NODE_LINEBREAK) return builder.add(element(Tag::line_break, node));
    if (type == CMARK_NODE_IMAGE) return image(node, builder);
    bool known = type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH || type == CMARK_NODE_LINK;
    if (!known || depth >= max_inline_levels) return builder.text(arena_.copy(all_text(node)));
    Element* out = element(type == CMARK_NODE_STRONG ? Tag::strong
                           : type == CMARK_NODE_EMPH ? Tag::emphasis
                                                     : Tag::link,
                           node);
    inlines(node, *out, depth + 1);
    if (!out->first) return;
    if (type != CMARK_NODE_LINK) return builder.add(out);
    out->text = address(node);
    if (is_good_address(out->text) && shows_something(*out)) return builder.add(out);
    for (Element *child = out->first, *next; child; child = next) {
      next = child->next;
      builder.add(child);
    }
  }

  // Returns the address of a link or image, and counts its bytes (max_grown_bytes).
  std::string_view address(cmark_node* node) {
    std::string_view url = read(cmark_node_get_url(node));
    grown_ += url.size();
    if (grown_ > max_grown_bytes && error_.code == Code::none)
      error_ = {Code::article_cost, "", first_line_, 1, "links that grow to more than 16 MB"};
    return url;
  }

  void image(cmark_node* node, HtmlBuilder& builder) {
    Element* out = element(Tag::image, node);
    out->text = address(node);
    out->alt = arena_.copy(all_text(node));
    bool good = is_good_address(out->text) && out->text.substr(0, 7) != "mailto:";
    if (good) return builder.add(out);
    builder.text(out->alt);
  }

  // Returns the text below a node. It has no recursion, because inlines can nest to any depth.
  std::string all_text(cmark_node* node) {
    std::string out;
    cmark_node* at = node;
    while (true) {
      if (cmark_node* child = cmark_node_first_child(at)) {
        at = child;
      } else {
        while (at != node && !cmark_node_next(at)) at = cmark_node_parent(at);
        if (at == node) return out;
        at = cmark_node_next(at);
      }
      cmark_node_type type = cmark_node_get_type(at);
      if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
        out += read(cmark_node_get_literal(at));
      if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) out += ' ';
    }
  }

  Arena& arena_;
  std::string_view markdown_;
  const Flanks& flanks_;
  uint32_t first_line_;
  size_t at_ = 0;  // the offset of line at_line_ in the Markdown
  size_t at_line_ = 1;
  size_t grown_ = 0;
  Error error_;
};

}  // namespace

std::string_view with_line_feeds(Arena& arena, std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
  size_t at = bytes.find('\r');
  while (at != std::string_view::npos && bytes.substr(at, 2) == "\r\n")
    at = bytes.find('\r', at + 2);
  if (at == std::string_view::npos || bytes.size() > max_article_bytes) return bytes;
  std::string out(bytes);
  for (; at < out.size(); ++at)
    if (out[at] == '\r' && out.compare(at, 2, "\r\n") != 0) out[at] = '\n';
  return arena.copy(out);
}

Result<Document> read_document(Arena& arena, std::string_view bytes) {
  bytes = with_line_feeds(arena, bytes);
  Document document;
  document.front = read_front_matter(bytes);
  std::string_view markdown = bytes.substr(document.front.bytes);
  document.first_line = document.front.lines + 1;
  auto moved = [&](Error error) {
    error.line += document.front.lines;
    return error;
  };
  if (Status status = measure(markdown); !status) return moved(status.error());
  if (has_directives(markdown)) markdown = arena.copy(without_directives(markdown));
  document.markdown = markdown;
  Flanks flanks;
  markdown = flanks.add(arena, markdown);
  Result<cmark_node*> tree = cmark_parse(arena, markdown);
  if (!tree) return moved(tree.error());
  Converter converter(arena, markdown, flanks, document.first_line);
  document.root = converter.document(*tree);
  if (converter.error().code != Code::none) return converter.error();
  return document;
}

}  // namespace stegvis
