#include "compiler/locale.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace stegvis {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; }

bool all(std::string_view text, bool (*is)(char)) {
  return std::all_of(text.begin(), text.end(), is);
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    size_t at = text.find('-');
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

bool is_region(std::string_view part) {
  return (part.size() == 2 && all(part, is_letter)) || (part.size() == 3 && all(part, is_digit));
}

bool has_region(std::string_view text) {
  auto parts = parts_of(text);
  return parts.size() > 1 && is_region(parts.back());
}

}  // namespace

bool is_locale(std::string_view text) {
  if (text.size() > 16) return false;
  auto parts = parts_of(text);
  if (parts[0].size() < 2 || parts[0].size() > 3 || !all(parts[0], is_letter)) return false;
  size_t at = 1;
  if (at < parts.size() && parts[at].size() == 4 && all(parts[at], is_letter)) ++at;
  if (at < parts.size() && is_region(parts[at])) ++at;
  return at == parts.size();
}

std::string normal_locale(std::string_view text) {
  std::string out;
  for (std::string_view part : parts_of(text)) {
    bool language = out.empty();
    if (!language) out += '-';
    for (size_t i = 0; i < part.size(); ++i) {
      bool capital = !language && (part.size() <= 3 || i == 0);
      out += capital ? upper(part[i]) : lower(part[i]);
    }
  }
  return out;
}

bool is_right_to_left(std::string_view locale) {
  auto parts = parts_of(locale);
  if (parts.size() > 1 && parts[1].size() == 4) {
    static constexpr std::string_view scripts[] = {"Adlm", "Arab", "Hebr", "Mand",
                                                   "Nkoo", "Rohg", "Syrc", "Thaa"};
    std::string script = normal_locale("x-" + std::string(parts[1])).substr(2);
    return std::find(std::begin(scripts), std::end(scripts), script) != std::end(scripts);
  }
  static constexpr std::string_view languages[] = {
      "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"};
  std::string language;
  for (char c : parts[0]) language += lower(c);
  return std::find(std::begin(languages), std::end(languages), language) != std::end(languages);
}

std::string article_locale(std::string_view requested, std::string_view front_matter,
                           std::string_view path) {
  if (!requested.empty()) return normal_locale(requested);
  if (!front_matter.empty() && is_locale(front_matter)) return normal_locale(front_matter);
  // The part after the last slash is the file, not a folder.
  size_t end = path.rfind('/');
  while (end != std::string_view::npos) {
    path = path.substr(0, end);
    end = path.rfind('/');
    std::string_view folder = end == std::string_view::npos ? path : path.substr(end + 1);
    if (is_locale(folder) && has_region(folder)) return normal_locale(folder);
  }
  return "en-US";
}

}  // namespace stegvis
