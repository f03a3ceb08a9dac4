#include "compiler/messages/fluent_patterns.h"

#include <algorithm>

namespace stegvis {
namespace {

constexpr uint32_t max_nesting = 16;

}  // namespace

void FluentPatterns::pattern(FluentPattern& out) {
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

// Returns whether the next lines continue the pattern, and moves there if they do. They continue it
// if they are indented and do not begin with "[", "*", "." or "}", or if they begin with a
// placeable.
bool FluentPatterns::goes_on() {
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

void FluentPatterns::placeable(FluentPattern& out, uint32_t depth) {
  if (depth > max_nesting) return fail("placeables nested more than 16 deep");
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

FluentPatterns::Expression FluentPatterns::inline_expression(FluentPattern& out, uint32_t depth) {
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
  Expression kind = !term ? (call ? Expression::function : Expression::message)
                          : (use.attribute.empty() ? Expression::term : Expression::term_attribute);
  size_t index = out.uses.size();
  out.uses.push_back(std::move(use));
  if (call) {
    FluentUse call = call_arguments(out, depth);
    out.uses[index].arguments = std::move(call.arguments);
    out.uses[index].variables = call.variables;
    out.uses[index].others = call.others;
  }
  return kind;
}

// Returns a use with the arguments alone.
FluentUse FluentPatterns::call_arguments(FluentPattern& out, uint32_t depth) {
  FluentUse call;
  if (depth > max_nesting) return fail("calls nested more than 16 deep"), call;
  ++at_;
  blank();
  while (!failed_ && peek() != ')') {
    if (at_end()) return fail("the file ends within \"(\""), call;
    size_t from = at_;
    FluentArgument argument;
    argument.offset = uint32_t(from);
    if (is_letter(peek())) {
      argument.name = identifier();
      blank();
    }
    if (!argument.name.empty() && peek() == ':') {
      ++at_;
      blank();
      for (const FluentArgument& other : call.arguments)
        if (other.name == argument.name) fail("this argument stands twice");
      argument.is_text = peek() == '"';
      size_t value = at_ + argument.is_text;
      if (argument.is_text)
        string_literal();
      else if (is_digit(peek()) || peek() == '-')
        number();
      else
        fail("a named argument is a text in quotes or a number");
      if (failed_) return call;
      argument.value = text_.substr(value, at_ - argument.is_text - value);
      call.arguments.push_back(argument);
    } else {
      at_ = from;
      if (!call.arguments.empty()) fail("arguments without a name come first");
      ++(inline_expression(out, depth + 1) == Expression::variable ? call.variables : call.others);
    }
    blank();
    if (peek() != ',') break;
    ++at_;
    blank();
  }
  expect(')', "\")\" was expected");
  return call;
}

void FluentPatterns::string_literal() {
  ++at_;
  while (true) {
    if (at_line_end()) return fail("a text in quotes ends on its line");
    char c = text_[at_++];
    if (c == '"') return;
    if (c != '\\') continue;
    char escape = peek();
    size_t digits = escape == 'u' ? 4 : escape == 'U' ? 6 : 0;
    if (!digits && escape != '"' && escape != '\\') return fail("there is no such escape");
    size_t from = at_++;
    uint32_t character = 0;
    for (size_t i = 0; i < digits; ++i, ++at_) {
      if (at_end() || !is_hex(peek())) return fail("hexadecimal digits were expected");
      uint32_t digit =
          is_digit(peek()) ? uint32_t(peek() - '0') : uint32_t((peek() | 32) - 'a' + 10);
      character = character * 16 + digit;
    }
    if (character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff)) {
      at_ = from;
      return fail("there is no character of this number");
    }
  }
}

void FluentPatterns::number() {
  if (peek() == '-') ++at_;
  if (!is_digit(peek())) return fail("a digit was expected");
  while (is_digit(peek())) ++at_;
  if (peek() != '.') return;
  ++at_;
  if (!is_digit(peek())) return fail("a digit was expected");
  while (is_digit(peek())) ++at_;
}

void FluentPatterns::variants(FluentPattern& out, uint32_t depth) {
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

// Reads a pattern like pattern(), but also ends at a "}", which ends the selection.
void FluentPatterns::variant_pattern(FluentPattern& out, uint32_t depth) {
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

}  // namespace stegvis
