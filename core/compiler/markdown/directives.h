// Lines that begin with ":::": zone pivots, images and layout of the publishing system. They are no
// Markdown, and must not become text.
#pragma once
#include <string>
#include <string_view>

namespace stegvis {

// Returns whether any line begins with ":::", after optional white space.
bool has_directives(std::string_view text);

// Replaces each such line by one that cmark reads as raw HTML. So every line has the same number as
// before.
//   ::: zone pivot="a"      <!--stegvis:zone a-->       ::: zone-end   <!--stegvis:zone-->
//   :::image source="x" alt-text="y":::   an <img> of its own; any other: an empty comment
std::string without_directives(std::string_view text);

// Returns whether raw HTML is a replaced zone line, and sets its name (empty: the zone ends).
bool is_zone(std::string_view html, std::string_view& name);

}  // namespace stegvis
