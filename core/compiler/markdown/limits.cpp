#include "compiler/markdown/limits.h"

#include <array>
#include <cstring>

#include "base/utf8.h"

namespace stegvis {
namespace {

// With each limit, the worst case takes under half a second on a slow machine. Real articles are
// far below the limits.
constexpr uint32_t max_markers = 24;
constexpr uint32_t max_indent = 100;
constexpr uint64_t max_bracket_work = 1'000'000'000;  // brackets of a paragraph, squared
constexpr uint64_t max_unclosed = 500;                // "<?" and "<!", each read to the end
constexpr uint64_t max_delimiter_work = 50'000'000;   // bytes read again for each delimiter row
constexpr uint64_t max_cell_work = 100'000'000;       // cells of a line, squared
constexpr uint64_t max_cells = 500'000;               // columns times rows

struct Line {
  uint32_t markers = 0;  // containers that open before the text
  uint32_t indent = 0;   // columns before the last of them
  uint64_t brackets = 0;
  uint64_t pipes = 0;
  uint64_t unclosed = 0;
  bool blank = true;
  bool delimiter = true;  // nothing but - : | and spaces
};

// Counts the containers that open at the start of the line: "> ", "- ", "1. ". A line of "-" or "*"
// alone is a rule and opens none.
void read_markers(std::string_view text, Line& line) {
  size_t at = 0;
  uint32_t column = 0;
  uint32_t markers = 0;
  bool rule = true;
  char first = 0;  // the first marker
  while (at < text.size()) {
    char c = text[at];
    if (c == ' ' || c == '\t') {
      column += c == '\t' ? 4 - column % 4 : 1;
      ++at;
      continue;
    }
    size_t width = 1;
    if (c >= '0' && c <= '9') {
      while (at + width < text.size() && text[at + width] >= '0' && text[at + width] <= '9')
        ++width;
      bool number =
          at + width < text.size() && (text[at + width] == '.' || text[at + width] == ')');
      if (!number || width > 9) break;
      ++width;
    } else if (c != '>' && c != '-' && c != '*' && c != '+') {
      break;
    }
    bool spaced = at + width == text.size() || text[at + width] == ' ' || text[at + width] == '\t';
    if (c != '>' && !spaced) break;
    rule = rule && (first == 0 || first == c) && (c == '-' || c == '*');
    first = c;
    ++markers;
    line.indent = column;
    column += uint32_t(width);
    at += width;
  }
  if (at < text.size() || !rule) line.markers = markers;
}

// The kinds of bytes that read_line() counts. Most bytes are `other`.
enum class Sign : uint8_t { other, blank, row, pipe, bracket, angle };

constexpr auto signs = [] {
  std::array<Sign, 256> out{};
  for (char c : {' ', '\t', '\r'}) out[uint8_t(c)] = Sign::blank;
  for (char c : {'-', ':', '>'}) out[uint8_t(c)] = Sign::row;
  out['|'] = Sign::pipe;
  out['['] = Sign::bracket;
  out['<'] = Sign::angle;
  return out;
}();

Line read_line(std::string_view text) {
  Line line;
  for (size_t i = 0; i < text.size(); ++i) {
    Sign sign = signs[uint8_t(text[i])];
    if (sign == Sign::blank) continue;
    line.blank = false;
    switch (sign) {
      case Sign::row:
      case Sign::blank: break;
      case Sign::pipe: ++line.pipes; break;
      case Sign::bracket:
        ++line.brackets;
        line.delimiter = false;
        break;
      case Sign::angle: {
        line.delimiter = false;
        char next = i + 1 < text.size() ? text[i + 1] : '\0';
        line.unclosed += (next == '?' || next == '!') && text.substr(i, 4) != "<!--";
        break;
      }
      case Sign::other:
        line.delimiter = false;
        while (i + 1 < text.size() && signs[uint8_t(text[i + 1])] == Sign::other) ++i;
    }
  }
  if (!line.blank) read_markers(text, line);
  return line;
}

}  // namespace

Status measure(std::string_view text) {
  if (text.size() > max_article_bytes)
    return Error{Code::article_size, "", 1, 1, decimal(int64_t(text.size())) + " bytes"};
  uint64_t brackets = 0, bracket_work = 0, unclosed = 0, delimiter_work = 0, cell_work = 0;
  uint64_t run_bytes = 0, columns = 0, cells = 0;
  uint32_t number = 0;
  auto refuse = [&](Code code, const char* detail) { return Error{code, "", number, 1, detail}; };
  while (!text.empty()) {
    ++number;
    const void* newline = std::memchr(text.data(), '\n', text.size());
    size_t length = newline ? size_t(static_cast<const char*>(newline) - text.data()) : text.size();
    Line line = read_line(text.substr(0, length));
    text.remove_prefix(newline ? length + 1 : length);
    if (line.markers > max_markers || (line.markers && line.indent > max_indent))
      return refuse(Code::article_depth, "lists or quotes nested too deep");
    if (line.blank) {
      brackets = run_bytes = columns = 0;
      continue;
    }
    run_bytes += length;
    bracket_work += (2 * brackets + line.brackets) * line.brackets;
    brackets += line.brackets;
    unclosed += line.unclosed;
    cell_work += line.pipes * line.pipes;
    if (line.delimiter) {
      delimiter_work += run_bytes;
      columns = std::max(columns, line.pipes + 1);
    }
    cells += columns;
    if (bracket_work > max_bracket_work)
      return refuse(Code::article_cost, "too many brackets in one paragraph");
    if (unclosed > max_unclosed) return refuse(Code::article_cost, "too many \"<!\" and \"<?\"");
    if (delimiter_work > max_delimiter_work || cell_work > max_cell_work || cells > max_cells)
      return refuse(Code::article_cost, "too large a table");
  }
  return {};
}

}  // namespace stegvis
