// Lines that begin with ":::": zone pivots, images and layout of the publishing system. They are
// markup, not Markdown; none of them may be read as text.
#pragma once
#include <string>
#include <string_view>

namespace stegvis {

// Whether any line begins with ":::", white space aside.
bool has_directives(std::string_view text);

// The text with each such line replaced by one that cmark reads as raw HTML, so that lines keep
// their numbers:
//   ::: zone pivot="a"      <!--stegvis:zone a-->       ::: zone-end   <!--stegvis:zone-->
//   :::image source="x" alt-text="y":::   an <img> of its own; any other: an empty comment
std::string without_directives(std::string_view text);

// The name behind "<!--stegvis:zone"; false where the HTML is something else.
bool is_zone(std::string_view html, std::string_view& name);

}  // namespace stegvis
