// Verdicts of the name on a card, in any script.
//
// Codes, with the arguments of each:
//   cardholder-name-empty         possible
//   cardholder-name-letters       possible: no letter yet
//   cardholder-name-number        looks like a card number: at least 12 digits of any script, with
//                                 only spaces and signs between them
//   cardholder-name-long {most: characters}
//   cardholder-name-character {character}
#pragma once
#include <string_view>

#include "base/verdict.h"

namespace stegvis {

Verdict check_cardholder_name(std::string_view typed);

}  // namespace stegvis
