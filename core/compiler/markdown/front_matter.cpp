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

enum class Fence : uint8_t { opening, closing };
bool is_fence(std::string_view line, Fence fence) {
  line = strip(line);
  return line == "---" || (fence == Fence::closing && line == "...");
}

// Returns whether YAML reads a value on one line as the same text: a plain scalar (YAML 1.2.2,
// section 7.3.3).
bool is_plain(std::string_view value) {
  if (value.empty() || std::strchr("\"'[]{}#&*!|>%@`,?-:~", value[0])) return false;
  if (value.back() == ':') return false;
  return value.find(": ") == std::string_view::npos && value.find(" #") == std::string_view::npos &&
         value.find(":\t") == std::string_view::npos && value.find("\t#") == std::string_view::npos;
}

// Removes the quotes of a value with broken quoting.
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

// Returns whether a value that begins with a quote also has the closing one. Without it yaml-cpp
// would read the rest of the file as the value.
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

// Reads the value of a key. Returns false if it is not well-formed: then it is its line without the
// quotes.
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
  if (text.empty() || !is_fence(take_line(rest), Fence::opening)) return out;
  Key keys[] = {{"title"}, {"ms.contentlocale"}};
  Key* open = nullptr;  // the key that indented lines continue
  uint32_t lines = 1;
  bool closed = false;
  while (!rest.empty() && !closed) {
    const char* at = rest.data();
    std::string_view line = take_line(rest);
    ++lines;
    closed = is_fence(line, Fence::closing);
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
