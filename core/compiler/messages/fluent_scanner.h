// Reads the characters of a Fluent file, and the blanks and names of its grammar.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/json.h"
#include "compiler/messages/fluent.h"

namespace stegvis {

class FluentScanner {
 protected:
  FluentScanner(const SourceFile& file, Diagnostics& diagnostics)
      : text_(file.text), name_(file.name), diagnostics_(diagnostics) {}

  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

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
    diagnostics_.error_at(Code::message_syntax, name_, text_, at_, expected);
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
  // Reads a line of spaces alone, with its end.
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

  std::string_view text_;
  std::string_view name_;
  Diagnostics& diagnostics_;
  size_t at_ = 0;
  bool failed_ = false;  // in the current entry; only its first mistake is reported
};

}  // namespace stegvis
