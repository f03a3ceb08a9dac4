#include "compiler/markdown/flanking.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "compiler/markdown/element.h"

namespace stegvis {
namespace {

constexpr std::string_view letter = "\xef\x9f\xbf";  // U+F7FF, of the private use area

struct Block {
  char32_t first, last;
};

// The scripts that write no spaces between words, with their punctuation (Blocks.txt of Unicode 15).
constexpr Block unspaced[] = {
    {0x0e00, 0x0eff},    // Thai, Lao
    {0x0f00, 0x109f},    // Tibetan, Myanmar
    {0x1100, 0x11ff},    // Hangul Jamo
    {0x1780, 0x17ff},    // Khmer
    {0x2e80, 0x2fff},    // radicals
    {0x3001, 0xa4cf},    // CJK punctuation, kana, ideographs, Yi
    {0xa960, 0xa97f},    // Hangul Jamo
    {0xac00, 0xd7ff},    // Hangul
    {0xf900, 0xfaff},    // ideographs
    {0xfe10, 0xfe1f},    // vertical forms
    {0xfe30, 0xfe4f},    // CJK forms
    {0xff01, 0xffef},    // full-width forms
    {0x20000, 0x3ffff},  // ideographs
};

bool is_unspaced(std::string_view character) {
  if (character.size() < 3) return false;
  char32_t code = utf8_decode(character, character.size());
  for (const Block& block : unspaced)
    if (code >= block.first && code <= block.last) return true;
  return false;
}

std::string_view character_before(std::string_view text, size_t at) {
  size_t from = at;
  while (from > 0 && at - from < 4)
    if ((uint8_t(text[--from]) & 0xc0) != 0x80) break;
  std::string_view character = text.substr(from, at - from);
  return utf8_length(character) == character.size() ? character : std::string_view();
}

bool is_gap(std::string_view character) { return skip_space(character).empty(); }

// Returns whether the asterisks from `from` to `to` stand beside such a script, and no space.
bool needs_letters(std::string_view text, size_t from, size_t to) {
  std::string_view left = character_before(text, from);
  std::string_view right = text.substr(to, utf8_length(text.substr(to)));
  if (left == "\\" || is_gap(left) || is_gap(right)) return false;
  return is_unspaced(left) || is_unspaced(right);
}

}  // namespace

std::string_view Flanks::add(Arena& arena, std::string_view markdown) {
  std::string out;
  uint32_t line = 1;
  size_t done = 0, line_begin = 0;  // of the source, and of `out`
  auto put = [&](size_t to) {
    for (; done < to; ++done) {
      out += markdown[done];
      if (markdown[done] == '\n') ++line, line_begin = out.size();
    }
  };
  auto put_letter = [&] {
    letters_.push_back({line, uint32_t(out.size() - line_begin) + 1});
    out += letter;
  };
  for (size_t at = markdown.find('*'); at != std::string_view::npos;) {
    size_t end = std::min(markdown.find_first_not_of('*', at), markdown.size());
    if (needs_letters(markdown, at, end)) {
      if (letters_.empty() && markdown.find(letter) != std::string_view::npos) return markdown;
      put(at);
      put_letter();
      put(end);
      put_letter();
    }
    at = markdown.find('*', end);
  }
  if (letters_.empty()) return markdown;
  put(markdown.size());
  return arena.copy(out);
}

std::string_view Flanks::remove(Arena& arena, std::string_view text) const {
  if (letters_.empty() || text.find(letter) == std::string_view::npos) return text;
  std::string out;
  for (size_t at; (at = text.find(letter)) != std::string_view::npos;) {
    out += text.substr(0, at);
    text.remove_prefix(at + letter.size());
  }
  return arena.copy(out += text);
}

uint32_t Flanks::column(uint32_t line, uint32_t column) const {
  auto at = std::lower_bound(letters_.begin(), letters_.end(), line,
                             [](const Letter& a, uint32_t b) { return a.line < b; });
  uint32_t before = 0;
  for (; at != letters_.end() && at->line == line && at->column < column; ++at) ++before;
  return column - std::min(column - 1, before * uint32_t(letter.size()));
}

}  // namespace stegvis
