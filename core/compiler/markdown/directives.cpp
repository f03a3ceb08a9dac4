#include "compiler/markdown/directives.h"

#include <cstring>

namespace stegvis {
namespace {

constexpr std::string_view zone_comment = "<!--stegvis:zone";

std::string_view left_of_line(std::string_view line) {
  while (!line.empty() && (line[0] == ' ' || line[0] == '\t')) line.remove_prefix(1);
  return line;
}

// Returns the value of name="..." in a directive; empty if there is none.
std::string_view attribute(std::string_view line, std::string_view name) {
  size_t at = line.find(name);
  if (at == std::string_view::npos) return {};
  line.remove_prefix(at + name.size());
  if (line.substr(0, 2) != "=\"") return {};
  line.remove_prefix(2);
  return line.substr(0, line.find('"'));
}

bool is_safe(std::string_view text) {
  return text.find_first_of("<>\"-") == std::string_view::npos;
}

// Names of pivots become parts of ids: letters, digits, "-", "_", "." and ",".
bool is_pivot(std::string_view text) {
  for (char c : text) {
    bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                std::strchr("-_., ", c);
    if (!good || c == 0) return false;
  }
  return !text.empty() && text.find("--") == std::string_view::npos && text.size() <= 64;
}

void replace(std::string& out, std::string_view line) {
  std::string_view body = line.substr(3);
  while (!body.empty() && (body[0] == ' ' || body[0] == ':')) body.remove_prefix(1);
  if (body.substr(0, 8) == "zone-end") {
    out.append(zone_comment).append("-->");
  } else if (body.substr(0, 5) == "zone " && is_pivot(attribute(body, "pivot"))) {
    out.append(zone_comment).append(" ").append(attribute(body, "pivot")).append("-->");
  } else if (body.substr(0, 6) == "image ") {
    std::string_view source = attribute(body, "source"), alt = attribute(body, "alt-text");
    if (source.find_first_of("<>\"") != std::string_view::npos) source = {};
    if (!is_safe(alt)) alt = {};
    out.append("<img src=\"").append(source).append("\" alt=\"").append(alt).append("\">");
  } else {
    out.append("<!-- -->");
  }
}

}  // namespace

bool has_directives(std::string_view text) {
  for (size_t at = text.find(":::"); at != std::string_view::npos; at = text.find(":::", at + 3)) {
    size_t from = at;
    while (from > 0 && (text[from - 1] == ' ' || text[from - 1] == '\t')) --from;
    if (from == 0 || text[from - 1] == '\n') return true;
  }
  return false;
}

std::string without_directives(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 256);
  bool fenced = false;
  while (!text.empty()) {
    size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    std::string_view body = left_of_line(line);
    if (body.substr(0, 3) == "```" || body.substr(0, 3) == "~~~") fenced = !fenced;
    if (!fenced && body.substr(0, 3) == ":::") {
      out.append(line.substr(0, line.size() - body.size()));
      replace(out, body);
    } else {
      out.append(line);
    }
    if (end != std::string_view::npos) out += '\n';
  }
  return out;
}

bool is_zone(std::string_view html, std::string_view& name) {
  if (html.substr(0, zone_comment.size()) != zone_comment) return false;
  html.remove_prefix(zone_comment.size());
  size_t end = html.find("-->");
  if (end == std::string_view::npos) return false;
  name = html.substr(0, end);
  if (!name.empty()) name.remove_prefix(1);
  return true;
}

}  // namespace stegvis
