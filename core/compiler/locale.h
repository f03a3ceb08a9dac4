// Locales: of an article, and which way they are written.
#pragma once
#include <string>
#include <string_view>

namespace stegvis {

// A language, with a script and a region or without: "nb-NO", "sr-Latn-RS", "en", "es-419".
bool is_locale(std::string_view text);

// The same with the usual letter case: "nb-NO" for "NB-no".
std::string normal_locale(std::string_view text);

// Whether its text runs from right to left (by script, else by language; Unicode CLDR 44).
bool is_right_to_left(std::string_view locale);

// The locale of an article: the one asked for, else its front matter's, else that of the nearest
// folder of its path which is named like a locale with a region, else "en-US".
std::string article_locale(std::string_view asked, std::string_view front_matter,
                           std::string_view path);

}  // namespace stegvis
