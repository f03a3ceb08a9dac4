#include "compiler/markdown/front_matter.h"

#include <cstring>

namespace stegvis {
namespace {

std::string_view take_line(std::string_view& text) {
  const void* at = std::memchr(text.data(), '\n', text.size());
  size_t length = at ? size_t(static_cast<const char*>(at) - text.data()) : text.size();
  std::string_view line = text.substr(0, length);
  text.remove_prefix(at ? length + 1 : length);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::string_view strip(std::string_view text) {
  while (!text.empty() && (text[0] == ' ' || text[0] == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool is_fence(std::string_view line, bool closing) {
  line = strip(line);
  return line == "---" || (closing && line == "...");
}

// A plain scalar that YAML reads as it stands (YAML 1.2.2, section 7.3.3), on one line.
bool is_plain(std::string_view value) {
  if (value.empty() || std::strchr("\"'[]{}#&*!|>%@`,?-:~", value[0])) return false;
  if (value.back() == ':') return false;
  return value.find(": ") == std::string_view::npos && value.find(" #") == std::string_view::npos &&
         value.find(":\t") == std::string_view::npos && value.find("\t#") == std::string_view::npos;
}

// What a writer meant by a value with broken quoting: the quotes around it are taken off.
std::string unquoted(std::string_view value) {
  char quote = value.empty() ? '\0' : value[0];
  if (quote != '"' && quote != '\'') return std::string(value);
  value.remove_prefix(1);
  if (!value.empty() && value.back() == quote) value.remove_suffix(1);
  std::string out;
  for (size_t i = 0; i < value.size(); ++i) {
    bool escaped = quote == '"' ? value[i] == '\\' : value.substr(i, 2) == "''";
    if (escaped && i + 1 < value.size()) ++i;
    out += value[i];
  }
  return out;
}

// Whether a value in quotes has its closing one. yaml-cpp takes the rest of the file without it.
bool is_closed(std::string_view value) {
  char quote = value.empty() ? '\0' : value[0];
  if (quote != '"' && quote != '\'') return true;
  for (size_t i = 1; i < value.size(); ++i) {
    if (quote == '"' && value[i] == '\\') {
      ++i;
    } else if (value[i] == quote) {
      if (quote == '"' || i + 1 == value.size() || value[i + 1] != quote) return true;
      ++i;
    }
  }
  return false;
}

struct Key {
  std::string_view name;
  std::string_view value;   // on the key's own line
  std::string_view source;  // the key's lines: its own and those indented below it
  bool found = false;
  bool plain = false;
};

// False where the value is not well-formed; then it is what the writer meant by its line.
bool read_key(const Key& key, std::string& out) {
  if (!key.found) return true;
  if (key.plain) {
    out = key.value;
    return true;
  }
  std::string_view all = strip(key.source.substr(key.name.size() + 1));
  if (is_closed(all) && read_yaml(key.source, key.name, out)) return true;
  out = unquoted(key.value);
  return false;
}

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter out;
  std::string_view rest = text;
  if (text.empty() || !is_fence(take_line(rest), false)) return out;
  Key keys[] = {{"title"}, {"ms.contentlocale"}};
  Key* open = nullptr;  // the key whose value may go on: in lines that are indented
  uint32_t lines = 1;
  bool closed = false;
  while (!rest.empty() && !closed) {
    const char* at = rest.data();
    std::string_view line = take_line(rest);
    ++lines;
    closed = is_fence(line, true);
    bool indented = line.empty() || line[0] == ' ' || line[0] == '\t';
    if (open && indented && !closed) {
      open->plain = false;
      open->source = {open->source.data(), size_t(rest.data() - open->source.data())};
      continue;
    }
    open = nullptr;
    for (Key& key : keys) {
      size_t size = key.name.size();
      if (key.found || line.substr(0, size) != key.name || line.substr(size, 1) != ":") continue;
      key.found = true;
      key.value = strip(line.substr(size + 1));
      key.source = {at, size_t(rest.data() - at)};
      bool spaced = line.size() > size + 1 && (line[size + 1] == ' ' || line[size + 1] == '\t');
      key.plain = spaced && is_plain(key.value);
      open = &key;
    }
  }
  if (!closed) return out;
  out.bytes = size_t(rest.data() - text.data());
  out.lines = lines;
  bool title = read_key(keys[0], out.title);
  bool locale = read_key(keys[1], out.locale);
  out.broken = !title || !locale;
  return out;
}

}  // namespace stegvis
