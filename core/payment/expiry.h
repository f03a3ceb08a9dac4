// Verdicts of a card's expiry date: month and year, in either order.
//
// Taken are 12/30, 1/30, 12/2030, 2030-12, with spaces, "/", "-" or "." between, and without
// anything between (1230, 130, 122030, 203012). A card is good through the last day of its month. A
// year may lie at most 20 years after today's.
//
// Codes: expiry-empty, expiry-incomplete, expiry-month, expiry-past, expiry-far {year: the latest},
// expiry-format, expiry-character {character}. A possible verdict has one of these too: what is wrong
// with it as it stands.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/day.h"
#include "base/verdict.h"

namespace stegvis {

struct ExpiryCheck {
  Verdict verdict;
  int32_t year = 0, month = 0;  // where the verdict is valid
};

// `today` is the reader's local date.
ExpiryCheck check_expiry(std::string_view typed, Day today);

}  // namespace stegvis
