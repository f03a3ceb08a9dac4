#include "compiler/markdown/html_names.h"

#include <algorithm>
#include <iterator>

namespace stegvis {
namespace {

using U = HtmlUse;

// Sorted by name.
constexpr HtmlName names[] = {
    {"a", U::inline_, Tag::link},
    {"abbr", U::unwrap},
    {"acronym", U::unwrap},
    {"address", U::unwrap_block},
    {"area", U::unwrap},
    {"article", U::unwrap_block},
    {"aside", U::unwrap_block},
    {"audio", U::unwrap},
    {"b", U::inline_, Tag::strong},
    {"base", U::unwrap},
    {"bdi", U::unwrap},
    {"bdo", U::unwrap},
    {"big", U::unwrap},
    {"blockquote", U::block, Tag::quote},
    {"body", U::unwrap_block},
    {"br", U::line_break},
    {"button", U::unwrap},
    {"canvas", U::unwrap},
    {"caption", U::unwrap_block},
    {"center", U::unwrap_block},
    {"cite", U::inline_, Tag::emphasis},
    {"code", U::inline_, Tag::code},
    {"col", U::unwrap},
    {"colgroup", U::unwrap},
    {"data", U::unwrap},
    {"datalist", U::unwrap},
    {"dd", U::unwrap_block},
    {"del", U::unwrap},
    {"details", U::unwrap_block},
    {"dfn", U::inline_, Tag::emphasis},
    {"dialog", U::unwrap_block},
    {"div", U::unwrap_block},
    {"dl", U::unwrap_block},
    {"dt", U::unwrap_block},
    {"em", U::inline_, Tag::emphasis},
    {"embed", U::unwrap},
    {"fieldset", U::unwrap_block},
    {"figcaption", U::unwrap_block},
    {"figure", U::unwrap_block},
    {"font", U::unwrap},
    {"footer", U::unwrap_block},
    {"form", U::unwrap_block},
    {"h1", U::block, Tag::heading},
    {"h2", U::block, Tag::heading},
    {"h3", U::block, Tag::heading},
    {"h4", U::block, Tag::heading},
    {"h5", U::block, Tag::heading},
    {"h6", U::block, Tag::heading},
    {"head", U::unwrap_block},
    {"header", U::unwrap_block},
    {"hr", U::block, Tag::rule},
    {"html", U::unwrap_block},
    {"i", U::inline_, Tag::emphasis},
    {"iframe", U::skip},
    {"img", U::inline_, Tag::image},
    {"input", U::unwrap},
    {"ins", U::unwrap},
    {"kbd", U::inline_, Tag::code},
    {"label", U::unwrap},
    {"legend", U::unwrap_block},
    {"li", U::block, Tag::item},
    {"link", U::unwrap},
    {"main", U::unwrap_block},
    {"map", U::unwrap},
    {"mark", U::unwrap},
    {"meta", U::unwrap},
    {"meter", U::unwrap},
    {"nav", U::unwrap_block},
    {"nobr", U::unwrap},
    {"noscript", U::unwrap_block},
    {"object", U::unwrap},
    {"ol", U::block, Tag::ordered},
    {"optgroup", U::unwrap},
    {"option", U::unwrap},
    {"output", U::unwrap},
    {"p", U::block, Tag::paragraph},
    {"param", U::unwrap},
    {"picture", U::unwrap},
    {"pre", U::block, Tag::code_block},
    {"progress", U::unwrap},
    {"q", U::unwrap},
    {"rp", U::unwrap},
    {"rt", U::unwrap},
    {"ruby", U::unwrap},
    {"s", U::unwrap},
    {"samp", U::inline_, Tag::code},
    {"script", U::skip},
    {"section", U::unwrap_block},
    {"select", U::unwrap},
    {"small", U::unwrap},
    {"source", U::unwrap},
    {"span", U::unwrap},
    {"strike", U::unwrap},
    {"strong", U::inline_, Tag::strong},
    {"style", U::skip},
    {"sub", U::unwrap},
    {"summary", U::unwrap_block},
    {"sup", U::unwrap},
    {"svg", U::skip},
    {"table", U::block, Tag::table},
    {"tbody", U::unwrap},
    {"td", U::block, Tag::cell},
    {"template", U::skip},
    {"textarea", U::unwrap},
    {"tfoot", U::unwrap},
    {"th", U::block, Tag::cell},
    {"thead", U::unwrap},
    {"time", U::unwrap},
    {"title", U::unwrap_block},
    {"tr", U::block, Tag::row},
    {"track", U::unwrap},
    {"tt", U::inline_, Tag::code},
    {"u", U::unwrap},
    {"ul", U::block, Tag::bullets},
    {"var", U::inline_, Tag::emphasis},
    {"video", U::unwrap},
    {"wbr", U::unwrap},
};

constexpr bool sorted() {
  for (size_t i = 1; i < std::size(names); ++i)
    if (!(names[i - 1].name < names[i].name)) return false;
  return true;
}
static_assert(sorted());

}  // namespace

HtmlName html_name(std::string_view name) {
  auto at =
      std::lower_bound(std::begin(names), std::end(names), name,
                       [](const HtmlName& entry, std::string_view n) { return entry.name < n; });
  if (at == std::end(names) || at->name != name) return {name, HtmlUse::unknown};
  return *at;
}

}  // namespace stegvis
