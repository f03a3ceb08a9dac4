#include "cli/play_words.h"

#include "base/utf8.h"
#include "compiler/tools/text.h"

namespace stegvis {
namespace {

constexpr uint32_t max_depth = 32;             // messages that refer to each other, and placeables
constexpr uint32_t max_placeables = 10000;     // in one message, those that it refers to included
constexpr size_t max_bytes = size_t(1) << 16;  // of one message as it is said

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

// Walks a pattern of a file that parse_fluent has read without a mistake.
class Speaker {
 public:
  Speaker(const FluentFile& file, const Json& values)
      : file_(file), text_(file.text), values_(values) {}

  std::string say(const FluentPattern& from) {
    std::string out;
    size_t at = from.offset;
    pattern(at, out, 0);
    return out;
  }

  // Every variable had a value.
  bool whole() const { return whole_; }

 private:
  char peek(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool line_end(size_t at) const {
    return peek(at) == '\n' || (peek(at) == '\r' && peek(at + 1) == '\n');
  }
  void spaces(size_t& at) const {
    while (peek(at) == ' ') ++at;
  }
  void blank(size_t& at) const {
    while (peek(at) == ' ' || peek(at) == '\n' || peek(at) == '\r') ++at;
  }
  std::string_view name(size_t& at) const {
    size_t from = at;
    while (is_name(peek(at))) ++at;
    return text_.substr(from, at - from);
  }

  // Up to the pattern's end: a line that does not go on, or the "}" of the selector around it.
  void pattern(size_t& at, std::string& out, uint32_t depth) {
    while (at < text_.size() && peek(at) != '}' && out.size() < max_bytes) {
      if (line_end(at)) {
        size_t next = at, line = at;
        while (line_end(next)) {
          next += peek(next) == '\r' ? 2 : 1;
          line = next;
          spaces(next);
        }
        char c = peek(next);
        bool on = c == '{' || (next > line && c && c != '[' && c != '*' && c != '.' && c != '}');
        if (!on) return;
        if (!out.empty()) out += '\n';
        at = next;
      } else if (peek(at) == '{') {
        placeable(at, out, depth + 1);
      } else {
        out += text_[at++];
      }
    }
  }

  void placeable(size_t& at, std::string& out, uint32_t depth) {
    ++at;
    blank(at);
    std::string value;
    if (depth < max_depth && ++placeables_ < max_placeables) value = expression(at, depth);
    blank(at);
    if (peek(at) == '-' && peek(at + 1) == '>') {
      at += 2;
      value.clear();
      for (blank(at); peek(at) == '[' || peek(at) == '*'; blank(at)) {
        bool is_default = peek(at) == '*';
        while (at < text_.size() && peek(at) != ']') ++at;
        ++at;
        spaces(at);
        std::string variant;
        pattern(at, variant, depth);
        if (is_default) value = std::move(variant);
      }
    }
    while (at < text_.size() && peek(at) != '}') ++at;
    ++at;
    out += value;
  }

  std::string expression(size_t& at, uint32_t depth) {
    std::string out;
    char c = peek(at);
    if (c == '"') return literal(at);
    if (c == '{') return placeable(at, out, depth), out;
    if (c == '$') {
      std::string_view variable = name(++at);
      if (values_.has(variable)) return plain_value(values_[variable]);
      whole_ = false;
      return "{$" + std::string(variable) + "}";
    }
    bool number =
        (c >= '0' && c <= '9') || (c == '-' && peek(at + 1) >= '0' && peek(at + 1) <= '9');
    if (number) {
      size_t from = at;
      while (is_name(peek(at)) || peek(at) == '.') ++at;
      return std::string(text_.substr(from, at - from));
    }
    bool term = c == '-';
    if (term) ++at;
    std::string_view id = name(at), attribute;
    if (peek(at) == '.') attribute = name(++at);
    size_t call = at;
    blank(call);
    std::string first;
    bool is_call = peek(call) == '(';
    if (is_call) {
      at = call;
      first = arguments(at, depth);
    }
    if (is_call && !term) return first;
    const FluentEntry* entry = file_.find(id, term);
    if (!entry || depth > max_depth) return std::string(id);
    const FluentAttribute* part = attribute.empty() ? nullptr : entry->attribute(attribute);
    size_t inside = part ? part->pattern.offset : entry->value.offset;
    pattern(inside, out, depth + 1);
    return out;
  }

  // Gives the first argument without a name, in words.
  std::string arguments(size_t& at, uint32_t depth) {
    std::string first;
    bool has_first = false;
    ++at;
    for (blank(at); at < text_.size() && peek(at) != ')'; blank(at)) {
      size_t colon = at;
      name(colon);
      blank(colon);
      bool named = peek(colon) == ':' && colon > at;
      if (named) {
        at = colon + 1;
        blank(at);
      }
      size_t before = at;
      std::string value = depth < max_depth ? expression(at, depth + 1) : "";
      if (!named && !has_first) first = std::move(value), has_first = true;
      blank(at);
      if (peek(at) == ',' || at == before) ++at;
    }
    ++at;
    return first;
  }

  std::string literal(size_t& at) {
    std::string out;
    for (++at; at < text_.size() && peek(at) != '"'; ++at) {
      if (peek(at) != '\\') {
        out += text_[at];
        continue;
      }
      char escape = peek(++at);
      size_t digits = escape == 'u' ? 4 : escape == 'U' ? 6 : 0;
      if (!digits) {
        out += escape;
        continue;
      }
      char32_t character = 0;
      for (; digits; --digits) {
        char c = peek(++at);
        character = character * 16 + char32_t(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
      }
      bool real = character <= 0x10ffff && (character < 0xd800 || character > 0xdfff);
      utf8_append(out, real ? character : 0xfffd);
    }
    ++at;
    return out;
  }

  const FluentFile& file_;
  std::string_view text_;
  const Json& values_;
  uint32_t placeables_ = 0;
  bool whole_ = true;
};

// Inlines, as one line.
std::string line_of(const Json& inlines) {
  Json paragraph = Json::array();
  paragraph.push("p");
  for (const Json& part : inlines.items()) paragraph.push(part);
  return text_of(paragraph);
}

// Minor units as people write them; currencies without any are few (ISO 4217).
std::string money(const Json& value) {
  const std::vector<Json>& items = value.items();
  if (items.size() != 2) return {};
  const std::string& currency = items[1].string();
  bool whole = currency == "JPY" || currency == "KRW" || currency == "ISK" || currency == "VND" ||
               currency == "CLP";
  std::string digits = decimal(items[0].integer());
  if (!whole) {
    size_t sign = digits[0] == '-';
    while (digits.size() < sign + 3) digits.insert(sign, "0");
    digits.insert(digits.size() - 2, ".");
  }
  return digits + " " + currency;
}

// A name of a practice account: the words of its id, "Office 12".
std::string practice_name(const Json& value) {
  std::string out = value["practice"].string();
  for (char& c : out)
    if (c == '-') c = ' ';
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = char(out[0] - 32);
  return value.has("number") ? out + " " + plain_value(value["number"]) : out;
}

}  // namespace

bool PlayWords::read(const Json& text, Diagnostics& diagnostics) {
  text_ = text;
  source_ = {"messages", text["messages"].string()};
  return parse_fluent(source_, diagnostics, messages_);
}

std::string PlayWords::message(std::string_view id, std::string_view attribute,
                               const Json& values) const {
  const FluentEntry* entry = messages_.find_message(id);
  if (!entry) return {};
  const FluentPattern* pattern = &entry->value;
  if (!attribute.empty()) {
    const FluentAttribute* found = entry->attribute(attribute);
    if (!found) return {};
    pattern = &found->pattern;
  }
  if (!pattern->present) return {};
  Speaker speaker(messages_, values);
  std::string words = speaker.say(*pattern);
  std::string instead = (attribute.empty() ? "" : std::string(attribute) + "-") + "unknown";
  const FluentAttribute* found = speaker.whole() ? nullptr : entry->attribute(instead);
  return found ? Speaker(messages_, values).say(found->pattern) : words;
}

std::string PlayWords::label(std::string_view node, std::string_view member) const {
  return line_of(text_["labels"][node][member]);
}

std::string PlayWords::part(std::string_view name) const {
  const Json& place = text_["parts"][name];
  const std::vector<Json>& blocks = text_["blocks"].items();
  if (place.size() == 0 || uint64_t(place.items()[0].integer()) >= blocks.size()) return {};
  const Json& block = blocks[size_t(place.items()[0].integer())];
  if (place.size() == 1) return text_of(block);
  // An item of a list: ["ol", start, item...] or ["ul", item...].
  size_t first = block.size() > 0 && block.items()[0].string() == "ol" ? 2 : 1;
  uint64_t index = uint64_t(place.items()[1].integer());
  if (index >= block.size() || first + index >= block.size()) return {};
  std::string out;
  for (const Json& inner : block.items()[first + index].items()) {
    if (!out.empty()) out += '\n';
    out += text_of(inner);
  }
  return out;
}

std::string PlayWords::title() const { return line_of(text_["title"]); }

std::string plain_value(const Json& value) {
  if (value.is_string()) return value.string();
  if (value.is_integer()) return decimal(value.integer());
  if (value.is_boolean()) return value.boolean() ? "yes" : "no";
  std::string out;
  if (value.is_array()) {
    for (const Json& item : value.items()) (out += out.empty() ? "" : ", ") += plain_value(item);
    return out;
  }
  if (value.has("day")) return value["day"].string();
  if (value.has("country")) return value["country"].string();
  if (value.has("practice")) return practice_name(value);
  if (value.has("money")) return money(value["money"]);
  const Json& method = value["method"];
  if (!method.is_object()) return out;
  out = method[method.has("brand") ? "brand" : "kind"].string();
  out += " " + method["last4"].string();
  return method.has("until") ? out + " until " + method["until"].string() : out;
}

std::string reasons_text(const Json& reasons) {
  std::string out;
  for (const Json& reason : reasons.items())
    (out += out.empty() ? "" : ", ") += reason["code"].string();
  return out;
}

std::string item_text(const Json& item) {
  std::string out;
  auto add = [&](const std::string& text) { (out += out.empty() ? "" : ", ") += text; };
  const Json& values = item["values"];
  for (std::string_view first : {"name", "method"})
    if (values.has(first)) add(plain_value(values[first]));
  for (size_t i = 0; i < values.size(); ++i) {
    const std::string& key = values.keys()[i];
    if (key != "name" && key != "method") add(key + " " + plain_value(values.items()[i]));
  }
  if (item["suggested"].boolean()) out += " (suggested)";
  if (!item["enabled"].boolean()) out += " - not possible: " + reasons_text(item["reasons"]);
  return out;
}

std::string indented(std::string text) {
  for (size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 3)
    text.replace(at, 1, "\n| ");
  return text;
}

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    char32_t c = utf8_next(text);
    bool steers = (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0);
    utf8_append(out, steers ? U'?' : c);
  }
  return out;
}

}  // namespace stegvis
