#include <algorithm>

#include "base/utf8.h"
#include "compiler/article/write.h"

namespace stegvis {
namespace {

class HtmlWriter {
 public:
  std::string out;

  void escaped(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
      size_t length = utf8_length(text.substr(i));
      char c = text[i];
      if (c == '&') {
        out += "&amp;";
      } else if (c == '<') {
        out += "&lt;";
      } else if (c == '>') {
        out += "&gt;";
      } else if (c == '"') {
        out += "&quot;";
      } else if (length == 0 || c == 0) {
        out += "\xef\xbf\xbd";
      } else {
        out.append(text.substr(i, length));
      }
      i += length ? length : 1;
    }
  }

  void children(const Element& parent) {
    for (const Element* child = parent.first; child; child = child->next)
      is_inline(child->tag) ? inline_element(*child) : block(*child);
  }

  void block(const Element& element) {
    switch (element.tag) {
      case Tag::heading: {
        int32_t level = element.start ? element.start : int32_t(element.level);
        std::string name = "h" + decimal(std::clamp(level, 1, 6));
        return whole(name, element);
      }
      case Tag::code_block:
        out += "<pre>";
        escaped(element.text);
        out += "</pre>\n";
        return;
      case Tag::rule: out += "<hr>\n"; return;
      case Tag::ordered:
        out += element.start == 1 ? "<ol>\n" : "<ol start=\"" + decimal(element.start) + "\">\n";
        items(element);
        out += "</ol>\n";
        return;
      case Tag::bullets:
        out += "<ul>\n";
        items(element);
        out += "</ul>\n";
        return;
      case Tag::note:
        out += "<blockquote class=\"";
        out.append(element.text).append("\">\n");
        children(element);
        out += "</blockquote>\n";
        return;
      case Tag::quote:
        out += "<blockquote>\n";
        children(element);
        out += "</blockquote>\n";
        return;
      case Tag::table: return table(element);
      default: whole("p", element);
    }
  }

 private:
  void whole(std::string_view name, const Element& element) {
    out.append("<").append(name).append(">");
    children(element);
    out.append("</").append(name).append(">\n");
  }

  void items(const Element& list) {
    for (const Element* item = list.first; item; item = item->next) {
      out += "<li>";
      bool short_item =
          item->first == item->last && item->first && item->first->tag == Tag::paragraph;
      children(short_item ? *item->first : *item);
      out += "</li>\n";
    }
  }

  void table(const Element& element) {
    out += "<table>\n";
    for (const Element* row = element.first; row; row = row->next) {
      std::string_view name = row == element.first ? "th" : "td";
      out += "<tr>";
      size_t column = 0;
      for (const Element* cell = row->first; cell; cell = cell->next, ++column) {
        char align = column < element.text.size() ? element.text[column] : '-';
        out.append("<").append(name);
        if (align != '-') {
          out.append(" align=\"");
          out.append(align == 'l' ? "left" : align == 'c' ? "center" : "right").append("\"");
        }
        out += '>';
        children(*cell);
        out.append("</").append(name).append(">");
      }
      out += "</tr>\n";
    }
    out += "</table>\n";
  }

  void wrap(std::string_view name, const Element& element) {
    out.append("<").append(name).append(">");
    children(element);
    out.append("</").append(name).append(">");
  }

  void inline_element(const Element& element) {
    switch (element.tag) {
      case Tag::text: return escaped(element.text);
      case Tag::strong:
      case Tag::button: return wrap("strong", element);
      case Tag::emphasis: return wrap("em", element);
      case Tag::code:
        out += "<code>";
        escaped(element.text);
        out += "</code>";
        return;
      case Tag::link:
        out += "<a href=\"";
        escaped(element.text);
        out += "\">";
        children(element);
        out += "</a>";
        return;
      case Tag::image:
        out += "<img src=\"";
        escaped(element.text);
        out += "\" alt=\"";
        escaped(element.alt);
        out += "\">";
        return;
      case Tag::line_break: out += "<br>\n"; return;
      case Tag::path:
        for (const Element* place = element.first; place; place = place->next) {
          if (place != element.first) out += " &gt; ";
          inline_element(*place);
        }
        return;
      default: return;
    }
  }
};

}  // namespace

std::string write_html(const Article& article, std::string_view locale, bool right_to_left) {
  HtmlWriter html;
  html.out.append("<article lang=\"");
  html.escaped(locale);
  html.out.append("\" dir=\"").append(right_to_left ? "rtl" : "ltr").append("\">\n");
  if (article.title) html.block(*article.title);
  for (const Element* block : article.blocks) html.block(*block);
  html.out += "</article>\n";
  return html.out;
}

}  // namespace stegvis
