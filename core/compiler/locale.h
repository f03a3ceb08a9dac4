// Locales: their form, the direction of their text, and the locale of an article.
#pragma once
#include <string>
#include <string_view>

namespace stegvis {

// Returns whether a text is a language with an optional script and region: "nb-NO", "sr-Latn-RS",
// "en", "es-419".
bool is_locale(std::string_view text);

// Returns a locale in the usual letter case: "nb-NO" for "NB-no".
std::string normal_locale(std::string_view text);

// Returns whether text in a locale runs from right to left, by its script or else by its language
// (Unicode CLDR 44).
bool is_right_to_left(std::string_view locale);

// Returns the locale of an article: the requested one, else the one of the front matter, else the
// nearest folder in its path that is named like a locale with a region, else "en-US".
std::string article_locale(std::string_view requested, std::string_view front_matter,
                           std::string_view path);

}  // namespace stegvis
