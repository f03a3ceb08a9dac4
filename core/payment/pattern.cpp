#include "payment/pattern.h"

#include "payment/typed.h"

namespace stegvis {

namespace {

// The set of positions in the pattern that the text so far can lead to. The end of the pattern is
// also a position.
class Places {
 public:
  bool has(uint32_t at) const { return bits_[at / 64] >> (at % 64) & 1; }
  void set(uint32_t at) { bits_[at / 64] |= uint64_t(1) << (at % 64); }
  bool none() const {
    for (uint64_t word : bits_)
      if (word) return false;
    return true;
  }

 private:
  uint64_t bits_[(max_pattern_bytes + 1) / 64] = {};
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_gap(char c) { return c == ' ' || c == '-'; }

class Matcher {
 public:
  explicit Matcher(std::string_view pattern) : pattern_(pattern), size_(uint32_t(pattern.size())) {}

  Places start() const {
    Places places;
    add_alternatives(places, 0);
    return places;
  }

  Places step(const Places& from, char character) const {
    Places to;
    for (uint32_t at = 0; at < size_; ++at)
      if (from.has(at) && takes(at, character)) add(to, after_question_mark(after_atom(at)));
    return to;
  }

  bool ended(const Places& places) const { return places.has(size_); }

  // Sets whether a digit and a letter fit at these places.
  void wanted(const Places& places, PatternMatch& match) const {
    for (uint32_t at = 0; at < size_; ++at) {
      if (!places.has(at)) continue;
      for (char c = '0'; c <= '9'; ++c) match.wants_digit |= takes(at, c);
      for (char c = 'A'; c <= 'Z'; ++c) match.wants_letter |= takes(at, c);
    }
  }

 private:
  // Returns the position after the atom at a position: after a bracket, or after one character.
  uint32_t after_atom(uint32_t at) const {
    if (pattern_[at] == '[')
      while (pattern_[at] != ']') ++at;
    return at + 1;
  }

  uint32_t after_question_mark(uint32_t at) const {
    return at < size_ && pattern_[at] == '?' ? at + 1 : at;
  }

  // Returns the end of the alternative that contains `at` (its "|" or ")"), or of the whole group
  // (its ")"); the end of the pattern if there is none.
  enum class End : uint8_t { alternative, group };
  uint32_t find_end(uint32_t at, End end) const {
    uint32_t depth = 0;
    for (; at < size_; ++at) {
      char c = pattern_[at];
      if (c == '(') ++depth;
      if (c == ')' && depth-- == 0) return at;
      if (c == '|' && depth == 0 && end == End::alternative) return at;
    }
    return size_;
  }

  void add_alternatives(Places& places, uint32_t at) const {
    while (true) {
      add(places, at);
      at = find_end(at, End::alternative);
      if (at >= size_ || pattern_[at] == ')') return;
      ++at;
    }
  }

  // Adds a place and every place that can be reached from it without a character.
  void add(Places& places, uint32_t at) const {
    while (at < size_ && !places.has(at)) {
      char c = pattern_[at];
      if (c == '|' || c == ')') {
        at = find_end(at, End::group);
        if (at < size_) at = after_question_mark(at + 1);
        continue;
      }
      places.set(at);
      uint32_t after;
      if (c == '(') {
        add_alternatives(places, at + 1);
        after = find_end(at + 1, End::group) + 1;
      } else {
        after = after_atom(at);
      }
      bool optional = after < size_ && pattern_[after] == '?';
      if (!optional && !is_gap(c)) return;
      at = after_question_mark(after);
    }
    if (at >= size_) places.set(size_);
  }

  bool takes(uint32_t at, char character) const {
    char c = pattern_[at];
    if (c == '#') return is_digit(character);
    if (c == '@') return is_letter(character);
    if (is_gap(c)) return character == '-';
    if (c != '[') return c != '(' && c == character;
    for (++at; pattern_[at] != ']'; ++at) {
      if (pattern_[at + 1] == '-') {
        if (pattern_[at] <= character && character <= pattern_[at + 2]) return true;
        at += 2;
      } else if (pattern_[at] == character) {
        return true;
      }
    }
    return false;
  }

  std::string_view pattern_;
  uint32_t size_;
};

// Returns the character in the form that patterns use: a capital, a digit or "-"; else 0.
char plain(char32_t character) {
  if (char plain = plain_of(character)) return plain;
  return is_dash(character) ? '-' : char(0);
}

}  // namespace

PatternMatch match_pattern(std::string_view pattern, std::string_view typed) {
  Matcher matcher(pattern);
  Places places = matcher.start();
  while (!typed.empty()) {
    char32_t character = next_typed(typed);
    if (is_blank(character)) continue;
    Places next = matcher.step(places, plain(character));
    if (next.none()) {
      PatternMatch match{Standing::invalid, character};
      match.complete = matcher.ended(places);
      matcher.wanted(places, match);
      return match;
    }
    places = next;
  }
  return {matcher.ended(places) ? Standing::valid : Standing::possible};
}

bool pattern_well_formed(std::string_view pattern) {
  if (pattern.empty() || pattern.size() > max_pattern_bytes) return false;
  uint32_t depth = 0;
  for (size_t i = 0; i < pattern.size(); ++i) {
    char c = pattern[i];
    if (c == '[') {
      size_t end = pattern.find(']', i);
      if (end == std::string_view::npos || end == i + 1) return false;
      for (++i; i < end; ++i) {
        bool range = c != '[' && pattern[i] == '-' && i + 1 < end;
        c = pattern[i];
        if (!is_digit(c) && !is_letter(c) && !range) return false;
      }
      continue;
    }
    if (c == '(') ++depth;
    if (c == ')' && depth-- == 0) return false;
    bool after_item = i > 0 && pattern[i - 1] != '(' && pattern[i - 1] != '|';
    if (c == '?' && !after_item) return false;
    bool known = is_digit(c) || is_letter(c) || is_gap(c) || c == '#' || c == '@' || c == '(' ||
                 c == ')' || c == '|' || c == '?';
    if (!known) return false;
  }
  return depth == 0;
}

}  // namespace stegvis
