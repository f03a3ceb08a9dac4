// A tiny matcher for the patterns of postal codes, in the notation of data/address.txt:
//   #  a digit        @  a letter        [0-9ABD-H]  one of these        A, 7  itself
//   ()  a group       |  or              ?  what stands before it may be left out
//   a space or "-"    a place where one space or dash may stand, or nothing
// Small letters, digits of any script and dashes of any kind are taken as what they stand for.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/verdict.h"

namespace stegvis {

struct PatternMatch {
  Standing standing = Standing::invalid;
  // Where it is invalid: the character that can't stand here, and what could.
  char32_t culprit = 0;
  bool wants_digit = false, wants_letter = false;
  bool complete = false;  // before that character it was valid
};

inline constexpr uint32_t most_pattern = 767;  // bytes

// The pattern must be well-formed. Possible: the text can be gone on with.
PatternMatch match_pattern(std::string_view pattern, std::string_view typed);

// Brackets and groups are closed, nothing unknown, not too long.
bool pattern_well_formed(std::string_view pattern);

}  // namespace stegvis
