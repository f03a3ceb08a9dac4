// A small matcher for the patterns of postal codes, in the notation of data/address.txt:
//   #  a digit        @  a letter        [0-9ABD-H]  one of these        A, 7  itself
//   ()  a group       |  or              ?  the item before it is optional
//   a space or "-"    an optional dash
// A typed text can have small letters, digits of any script, dashes of any kind, and blanks anywhere.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/verdict.h"

namespace stegvis {

struct PatternMatch {
  Standing standing = Standing::invalid;
  // Of an invalid text: the first character that does not fit, and what fits in its place.
  char32_t culprit = 0;
  bool wants_digit = false, wants_letter = false;
  bool complete = false;  // the text before that character is valid
};

inline constexpr uint32_t max_pattern_bytes = 767;

// Matches a text with a well-formed pattern. `possible`: further typing can make the text valid.
PatternMatch match_pattern(std::string_view pattern, std::string_view typed);

// Returns whether a pattern has only known characters, closed brackets and groups, and at most
// max_pattern_bytes.
bool pattern_well_formed(std::string_view pattern);

}  // namespace stegvis
