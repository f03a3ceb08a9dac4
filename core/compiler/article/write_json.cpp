#include <algorithm>

#include "base/json.h"
#include "base/utf8.h"
#include "compiler/article/write.h"

namespace stegvis {
namespace {

// Json::parse reads 64 levels. Elements at a greater depth are written as their text only.
constexpr uint32_t max_depth = 56;

void append_list(std::string& out, const Element& list, uint32_t depth) {
  for (const Element* item = list.first; item; item = item->next) {
    out += ",[";
    for (const Element* block = item->first; block; block = block->next) {
      if (block != item->first) out += ',';
      append_block(out, *block, depth + 2);
    }
    out += ']';
  }
}

std::string_view alignment(char letter) {
  return letter == 'l' ? "left" : letter == 'c' ? "center" : letter == 'r' ? "right" : "";
}

void append_table(std::string& out, const Element& table, uint32_t depth) {
  out += ",[";
  for (size_t i = 0; i < table.text.size(); ++i) {
    if (i) out += ',';
    append_json(out, alignment(table.text[i]));
  }
  out += ']';
  for (const Element* row = table.first; row; row = row->next) {
    out += ",[";
    for (const Element* cell = row->first; cell; cell = cell->next) {
      if (cell != row->first) out += ',';
      out += '[';
      append_inlines(out, *cell, depth + 3);
      out += ']';
    }
    out += ']';
  }
}

void append_inline(std::string& out, const Element& element, uint32_t depth) {
  if (depth > max_depth && element.tag != Tag::text) {
    append_json(out, visible_text(element));
    return;
  }
  auto open = [&](std::string_view name) { out.append("[\"").append(name).append("\""); };
  auto children = [&] {
    if (element.first) out += ',';
    append_inlines(out, element, depth + 1);
  };
  switch (element.tag) {
    case Tag::text: return append_json(out, element.text);
    case Tag::strong: open("b"), children(); break;
    case Tag::emphasis: open("i"), children(); break;
    case Tag::button: open("ui"), children(); break;
    case Tag::code: open("c"), out += ',', append_json(out, element.text); break;
    case Tag::link: open("a"), out += ',', append_json(out, element.text), children(); break;
    case Tag::image:
      open("img"), out += ',', append_json(out, element.text);
      out += ',', append_json(out, element.alt);
      break;
    case Tag::line_break: open("br"); break;
    case Tag::path:
      open("path");
      for (const Element* place = element.first; place; place = place->next) {
        out += ',';
        // A bold place with a single text is written as that text.
        bool plain = place->tag == Tag::strong && place->first == place->last && place->first &&
                     place->first->tag == Tag::text;
        append_inline(out, plain ? *place->first : *place, depth + 1);
      }
      break;
    default: return append_json(out, visible_text(element));
  }
  out += ']';
}

}  // namespace

void append_inlines(std::string& out, const Element& parent, uint32_t depth) {
  for (const Element* child = parent.first; child; child = child->next) {
    if (child != parent.first) out += ',';
    append_inline(out, *child, depth);
  }
}

void append_block(std::string& out, const Element& block, uint32_t depth) {
  auto open = [&](std::string_view name) { out.append("[\"").append(name).append("\""); };
  auto inlines = [&] {
    if (block.first) out += ',';
    append_inlines(out, block, depth + 1);
  };
  auto blocks = [&] {
    for (const Element* child = block.first; child; child = child->next) {
      out += ',';
      append_block(out, *child, depth + 1);
    }
  };
  bool flat = depth > max_depth - 8 && block.first && !is_inline(block.first->tag);
  if (flat) {
    open("p"), out += ',', append_json(out, visible_text(block)), out += ']';
    return;
  }
  switch (block.tag) {
    case Tag::heading:
      open("h"), out += ',';
      out += char('0' + std::clamp(block.start ? block.start : int32_t(block.level), 1, 6));
      inlines();
      break;
    case Tag::code_block: open("pre"), out += ',', append_json(out, block.text); break;
    case Tag::rule: open("hr"); break;
    case Tag::ordered:
      open("ol"), out += ',', out += decimal(block.start), append_list(out, block, depth);
      break;
    case Tag::bullets: open("ul"), append_list(out, block, depth); break;
    case Tag::note: open("note"), out += ',', append_json(out, block.text), blocks(); break;
    case Tag::quote: open("quote"), blocks(); break;
    case Tag::table: open("table"), append_table(out, block, depth); break;
    default: open("p"), inlines();
  }
  out += ']';
}

}  // namespace stegvis
