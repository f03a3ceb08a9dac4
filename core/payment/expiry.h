// Verdicts of a card's expiry date: month and year, in either order.
//
// The check takes 12/30, 1/30, 12/2030 and 2030-12, with spaces, "/", "-" or "." as the separator,
// and 1230, 130, 122030 and 203012 without one. A card is valid through the last day of its month,
// and at most 20 years after the current year.
//
// Codes, with the arguments of each:
//   expiry-empty            possible
//   expiry-incomplete, expiry-month, expiry-past, expiry-far {year: the latest}
//                           possible if further typing can correct the date, else invalid
//   expiry-format, expiry-character {character}
#pragma once
#include <cstdint>
#include <string_view>

#include "base/day.h"
#include "base/verdict.h"

namespace stegvis {

struct ExpiryCheck {
  Verdict verdict;
  int32_t year = 0, month = 0;  // of a valid date; else 0
};

// Checks a date. `today` is the reader's local date.
ExpiryCheck check_expiry(std::string_view typed, Day today);

}  // namespace stegvis
