// Verdicts of the name on a card.
//
// Any script. Refused is what reads as a card number: 12 digits or more with nothing but spaces and
// signs between them, in the digits of any script.
//
// Codes: cardholder-name-empty, cardholder-name-letters (possible: no letter yet),
// cardholder-name-number, cardholder-name-long {most}, cardholder-name-character {character}.
#pragma once
#include <string_view>

#include "base/verdict.h"

namespace stegvis {

Verdict check_cardholder_name(std::string_view typed);

}  // namespace stegvis
