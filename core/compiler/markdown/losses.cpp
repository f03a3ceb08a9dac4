#include "compiler/markdown/losses.h"

#include <cmark-gfm.h>

#include <algorithm>

#include "base/json.h"
#include "compiler/markdown/cmark_parse.h"
#include "compiler/markdown/html.h"
#include "compiler/markdown/limits.h"

namespace stegvis {
namespace {

std::string_view view(const char* text) {
  return text ? std::string_view(text) : std::string_view();
}

bool shows(cmark_node* link, uint32_t depth = 0) {
  if (depth > max_block_levels) return true;  // too deep to search: assume that there is text
  for (cmark_node* node = cmark_node_first_child(link); node; node = cmark_node_next(node)) {
    cmark_node_type type = cmark_node_get_type(node);
    bool text = type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE;
    if (text && !skip_space(view(cmark_node_get_literal(node))).empty()) return true;
    if (type == CMARK_NODE_IMAGE || (!text && shows(node, depth + 1))) return true;
  }
  return false;
}

// Returns the name of a start tag; for an end tag an empty text.
std::string_view tag_name(std::string_view html) {
  if (html.size() < 2 || html[0] != '<') return {};
  size_t end = html.find_first_of(" \t\n/>", 1);
  return html.substr(1, end == std::string_view::npos ? end : end - 1);
}

// Converts a column of cmark, which counts bytes, to characters.
uint32_t in_characters(std::string_view markdown, uint32_t line, int bytes) {
  for (uint32_t i = 1; i < line; ++i)
    markdown.remove_prefix(std::min(markdown.find('\n') + 1, markdown.size()));
  return place_of(markdown, size_t(std::max(bytes, 1)) - 1).column;
}

}  // namespace

std::vector<Loss> find_losses(Arena& arena, const Document& document) {
  std::vector<Loss> out;
  Result<cmark_node*> tree = cmark_parse(arena, document.markdown);
  if (!tree) return out;
  auto add = [&](cmark_node* node, Code code, std::string detail) {
    uint32_t line = uint32_t(cmark_node_get_start_line(node));
    uint32_t column = in_characters(document.markdown, line, cmark_node_get_start_column(node));
    out.push_back({code, line + document.first_line - 1, column, std::move(detail)});
  };
  cmark_iter* iter = cmark_iter_new(*tree);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(iter);
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINK) {
      std::string_view address = view(cmark_node_get_url(node));
      if (!is_good_address(address))
        add(node, Code::link_without_address,
            address.empty() ? "a link without an address"
                            : "a link to \"" + std::string(address.substr(0, 80)) + "\"");
      else if (!shows(node))
        add(node, Code::link_without_text, "nobody can press a link without words");
    } else if (type == CMARK_NODE_HTML_INLINE) {
      std::string_view name = tag_name(view(cmark_node_get_literal(node)));
      bool known = name.empty() || name[0] == '!' || name[0] == '?' || is_html_name(name);
      if (!known)
        add(node, Code::html_unknown,
            "the tag <" + std::string(name.substr(0, 40)) + "> is not shown");
    }
  }
  return out;
}

}  // namespace stegvis
