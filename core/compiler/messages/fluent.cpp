#include "compiler/messages/fluent.h"

#include <algorithm>

#include "base/json.h"
#include "base/utf8.h"

namespace stegvis {
namespace {

constexpr size_t most_bytes = size_t(1) << 20;
constexpr uint32_t most_nesting = 16;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// A recursive descent along the grammar; the names of its functions are those of the productions.
class FluentParser {
 public:
  FluentParser(const SourceFile& file, Diagnostics& diagnostics, FluentFile& out)
      : text_(file.text), diagnostics_(diagnostics), out_(out) {}

  bool resource() {
    if (text_.substr(0, 3) == "\xef\xbb\xbf") at_ = 3;
    while (at_ < text_.size()) {
      if (blank_line()) continue;
      if (text_[at_] == '#') {
        comment_line();
        continue;
      }
      size_t from = at_;
      FluentEntry entry;
      failed_ = false;
      entry_(entry);
      if (!failed_) {
        add(std::move(entry), from);
      } else {
        good_ = false;
        skip_junk(from);
      }
    }
    return good_;
  }

 private:
  char peek(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool at_end() const { return at_ >= text_.size(); }
  bool at_line_end() const {
    return at_end() || peek() == '\n' || (peek() == '\r' && peek(1) == '\n');
  }
  void fail(const char* expected) {
    if (failed_) return;
    failed_ = true;
    diagnostics_.error_at(Code::message_syntax, out_.name, text_, at_, expected);
  }
  bool expect(char c, const char* expected) {
    if (failed_ || at_end() || peek() != c) return fail(expected), false;
    ++at_;
    return true;
  }

  void blank_inline() {
    while (!at_end() && peek() == ' ') ++at_;
  }
  bool line_end() {
    if (at_end()) return true;
    if (peek() == '\r' && peek(1) == '\n') ++at_;
    if (peek() != '\n') return false;
    ++at_;
    return true;
  }
  // A line of spaces alone; its end is taken too.
  bool blank_line() {
    size_t from = at_;
    blank_inline();
    if (!at_end() && line_end()) return true;
    if (at_end()) return true;
    at_ = from;
    return false;
  }
  void blank() {
    while (!at_end() && (peek() == ' ' || (at_line_end() && line_end()))) {
      if (!at_end() && peek() == ' ') ++at_;
    }
  }
  void comment_line() {
    size_t marks = 0;
    while (marks < 3 && peek() == '#') ++at_, ++marks;
    if (!at_line_end() && peek() != ' ') {
      failed_ = false;
      fail("a comment has a space after its \"#\"");
      good_ = false;
    }
    while (!at_line_end()) ++at_;
    line_end();
  }
  void skip_junk(size_t from) {
    if (at_ == from) ++at_;
    while (!at_end()) {
      bool starts = text_[at_ - 1] == '\n' && (is_letter(peek()) || peek() == '-' || peek() == '#');
      if (starts) return;
      ++at_;
    }
  }

  std::string_view identifier() {
    size_t from = at_;
    if (!at_end() && is_letter(peek()))
      ++at_;
    else
      fail("a name was expected here");
    while (!failed_ && !at_end() &&
           (is_letter(peek()) || is_digit(peek()) || peek() == '-' || peek() == '_'))
      ++at_;
    return text_.substr(from, at_ - from);
  }

  void entry_(FluentEntry& entry) {
    entry.offset = uint32_t(at_);
    entry.is_term = peek() == '-';
    if (entry.is_term) ++at_;
    entry.id = identifier();
    blank_inline();
    if (!expect('=', "\"=\" was expected after the name")) return;
    blank_inline();
    pattern(entry.value);
    while (!failed_ && attribute(entry)) {
    }
    if (failed_) return;
    if (!entry.value.present && (entry.is_term || entry.attributes.empty()))
      return fail("a text was expected after \"=\"");
    if (!at_line_end()) fail("the end of the line was expected");
  }

  bool attribute(FluentEntry& entry) {
    size_t from = at_;
    if (!at_line_end() || at_end()) return false;
    blank();
    if (at_end() || peek() != '.') {
      at_ = from;
      return false;
    }
    ++at_;
    FluentAttribute out;
    out.name = identifier();
    blank_inline();
    if (!expect('=', "\"=\" was expected after the name")) return false;
    blank_inline();
    pattern(out.pattern);
    if (!failed_ && !out.pattern.present) fail("a text was expected after \"=\"");
    entry.attributes.push_back(std::move(out));
    return true;
  }

  void pattern(FluentPattern& out) {
    out.offset = uint32_t(at_);
    while (!failed_) {
      if (at_line_end()) {
        if (!goes_on()) return;
        out.present = true;
      } else if (peek() == '{') {
        out.present = true;
        placeable(out, 0);
      } else if (peek() == '}') {
        return fail("a \"}\" without its \"{\"");
      } else {
        out.present = true;
        ++at_;
      }
    }
  }

  // Whether the pattern goes on in the next lines: indented, and not with "[", "*", "." or "}"; or
  // with a placeable. Moves there if so.
  bool goes_on() {
    size_t from = at_;
    line_end();
    while (!at_end() && blank_line()) {
    }
    size_t line = at_;
    blank_inline();
    char c = peek();
    bool indented = at_ > line;
    bool on = !at_end() && (c == '{' || (indented && c != '[' && c != '*' && c != '.' && c != '}'));
    if (!on) at_ = from;
    return on;
  }

  void placeable(FluentPattern& out, uint32_t depth) {
    if (depth > most_nesting) return fail("placeables nested more than 16 deep");
    ++at_;
    blank();
    size_t from = at_;
    Expression expression = inline_expression(out, depth);
    size_t after = at_;
    blank();
    if (!failed_ && peek() == '-' && peek(1) == '>') {
      if (expression == Expression::message || expression == Expression::term ||
          expression == Expression::placeable) {
        at_ = from;
        return fail("this can't be selected on: use a variable, a function or a term's attribute");
      }
      at_ += 2;
      blank_inline();
      variants(out, depth);
      blank();
    } else if (expression == Expression::term_attribute) {
      at_ = from;
      return fail("the attribute of a term can only be selected on");
    } else if (!failed_ && peek() != '}') {
      at_ = after;
    }
    expect('}', "\"}\" was expected");
  }

  enum class Expression : uint8_t {
    literal,
    variable,
    function,
    message,
    term,
    term_attribute,
    placeable
  };

  Expression inline_expression(FluentPattern& out, uint32_t depth) {
    char c = peek();
    if (at_end()) return fail("the file ends within \"{\""), Expression::literal;
    if (c == '"') return string_literal(), Expression::literal;
    if (c == '{') return placeable(out, depth + 1), Expression::placeable;
    if (is_digit(c) || (c == '-' && is_digit(peek(1)))) return number(), Expression::literal;
    FluentUse use;
    use.offset = uint32_t(at_);
    if (c == '$') {
      ++at_;
      use.name = identifier();
      out.uses.push_back(std::move(use));
      return Expression::variable;
    }
    bool term = c == '-';
    if (term) ++at_;
    if (!is_letter(peek()))
      return fail("a variable, a text, a number or a name was expected"), Expression::literal;
    use.name = identifier();
    use.kind = term ? UseKind::term : UseKind::message;
    if (peek() == '.') {
      ++at_;
      use.attribute = identifier();
    }
    size_t before = at_;
    blank();
    bool call = !failed_ && peek() == '(' && (term || use.attribute.empty());
    if (!call) at_ = before;
    if (call && !term) {
      use.kind = UseKind::function;
      for (char letter : use.name)
        if (letter >= 'a' && letter <= 'z') {
          at_ = use.offset;
          return fail("a function's name is in capitals"), Expression::function;
        }
    }
    Expression kind = !term
                          ? (call ? Expression::function : Expression::message)
                          : (use.attribute.empty() ? Expression::term : Expression::term_attribute);
    size_t index = out.uses.size();
    out.uses.push_back(std::move(use));
    if (call) {
      std::vector<std::string_view> names = call_arguments(out, depth);
      if (term) out.uses[index].arguments = std::move(names);
    }
    return kind;
  }

  std::vector<std::string_view> call_arguments(FluentPattern& out, uint32_t depth) {
    std::vector<std::string_view> names;
    if (depth > most_nesting) return fail("calls nested more than 16 deep"), names;
    ++at_;
    blank();
    while (!failed_ && peek() != ')') {
      if (at_end()) return fail("the file ends within \"(\""), names;
      size_t from = at_;
      std::string_view name;
      if (is_letter(peek())) {
        name = identifier();
        blank();
      }
      if (!name.empty() && peek() == ':') {
        ++at_;
        blank();
        if (std::find(names.begin(), names.end(), name) != names.end())
          fail("this argument stands twice");
        names.push_back(name);
        if (peek() == '"')
          string_literal();
        else if (is_digit(peek()) || peek() == '-')
          number();
        else
          fail("a named argument is a text in quotes or a number");
      } else {
        at_ = from;
        if (!names.empty()) fail("arguments without a name come first");
        inline_expression(out, depth + 1);
      }
      blank();
      if (peek() != ',') break;
      ++at_;
      blank();
    }
    expect(')', "\")\" was expected");
    return names;
  }

  void string_literal() {
    ++at_;
    while (true) {
      if (at_line_end()) return fail("a text in quotes ends on its line");
      char c = text_[at_++];
      if (c == '"') return;
      if (c != '\\') continue;
      char escape = peek();
      size_t digits = escape == 'u' ? 4 : escape == 'U' ? 6 : 0;
      if (!digits && escape != '"' && escape != '\\') return fail("there is no such escape");
      ++at_;
      for (size_t i = 0; i < digits; ++i, ++at_)
        if (at_end() || !is_hex(peek())) return fail("hexadecimal digits were expected");
    }
  }

  void number() {
    if (peek() == '-') ++at_;
    if (!is_digit(peek())) return fail("a digit was expected");
    while (is_digit(peek())) ++at_;
    if (peek() != '.') return;
    ++at_;
    if (!is_digit(peek())) return fail("a digit was expected");
    while (is_digit(peek())) ++at_;
  }

  void variants(FluentPattern& out, uint32_t depth) {
    uint32_t count = 0, defaults = 0;
    while (!failed_) {
      size_t from = at_;
      if (!at_line_end()) return fail("the end of the line was expected");
      blank();
      bool is_default = peek() == '*';
      if (is_default) ++at_;
      if (peek() != '[') {
        if (is_default) return fail("\"[\" was expected");
        at_ = from;
        break;
      }
      ++at_;
      blank();
      if (is_digit(peek()) || peek() == '-')
        number();
      else
        identifier();
      blank();
      if (!expect(']', "\"]\" was expected")) return;
      blank_inline();
      ++count;
      defaults += is_default;
      if (defaults > 1) return fail("only one variant has a \"*\"");
      variant_pattern(out, depth);
    }
    if (!failed_ && (count == 0 || defaults == 0)) fail("one of the variants needs a \"*\"");
  }

  // As pattern(), but a "}" ends the selection.
  void variant_pattern(FluentPattern& out, uint32_t depth) {
    bool present = false;
    while (!failed_) {
      if (at_line_end()) {
        if (!goes_on()) break;
        present = true;
      } else if (peek() == '{') {
        present = true;
        placeable(out, depth + 1);
      } else if (peek() == '}') {
        return fail("a variant ends with its line");
      } else {
        present = true;
        ++at_;
      }
    }
    if (!failed_ && !present) fail("a variant needs a text");
  }

  void add(FluentEntry entry, size_t from) {
    entry.source = text_.substr(from, at_ - from);
    if (const FluentEntry* first = out_.find(entry.id, entry.is_term)) {
      good_ = false;
      Place place = place_of(text_, first->offset);
      diagnostics_.error_at(
          Code::message_duplicate, out_.name, text_, from,
          "\"" + std::string(entry.id) + "\" stands at line " + decimal(place.line) + " already");
    } else {
      for (size_t i = 0; i < entry.attributes.size(); ++i)
        for (size_t j = 0; j < i; ++j)
          if (entry.attributes[i].name == entry.attributes[j].name) {
            good_ = false;
            diagnostics_.error_at(
                Code::message_duplicate, out_.name, text_, entry.attributes[i].pattern.offset,
                "\"." + std::string(entry.attributes[i].name) + "\" stands twice");
          }
      out_.entries.push_back(std::move(entry));
    }
  }

  std::string_view text_;
  Diagnostics& diagnostics_;
  FluentFile& out_;
  size_t at_ = 0;
  bool failed_ = false;
  bool good_ = true;
};

}  // namespace

const FluentAttribute* FluentEntry::attribute(std::string_view name) const {
  for (const FluentAttribute& candidate : attributes)
    if (candidate.name == name) return &candidate;
  return nullptr;
}

const FluentEntry* FluentFile::find(std::string_view id, bool is_term) const {
  for (const FluentEntry& entry : entries)
    if (entry.id == id && entry.is_term == is_term) return &entry;
  return nullptr;
}

bool parse_fluent(const SourceFile& file, Diagnostics& diagnostics, FluentFile& out) {
  out.name = file.name;
  out.text = file.text;
  if (file.text.size() > most_bytes) {
    diagnostics.error(Code::message_size, file.name, 0, 0,
                      decimal(int64_t(file.text.size())) + " bytes");
    return false;
  }
  std::string_view rest = file.text;
  while (size_t length = utf8_length(rest)) rest.remove_prefix(length);
  if (!rest.empty()) {
    diagnostics.error_at(Code::utf8_invalid, file.name, file.text, file.text.size() - rest.size(),
                         "these bytes are no text");
    return false;
  }
  return FluentParser(file, diagnostics, out).resource();
}

}  // namespace stegvis
