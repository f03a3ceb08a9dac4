// The "options" of a line of `stegvis verdict`, which change the rules of a field:
//
//   card-number    provider: the only brand that is valid; maxLength: the maximum of digits;
//                  skipLuhnValidation, luhnValidateUnionPay: true or false
//   expiry         part: "month" or "year", typed alone; maxElapsedYear: years ahead, at most 20
//   iban           whitelist, blacklist: countries; allowQRIBAN: false refuses Swiss QR-IBANs
//   postal-code    minLength: the minimum of characters
//
// The names come from the test suites whose vectors are run. An option of another field or of
// another type changes nothing.
#pragma once
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/json.h"
#include "base/verdict.h"

namespace stegvis {

// Completes a month or a year that is typed alone to an expiry date. Another text does not change,
// nor does an empty text or the first digit of a month.
std::string whole_expiry(std::string_view typed, const Json& options, Day today);

// Returns the verdict by the options. `members` are the further members of the answer: brand,
// country, year.
Verdict with_options(std::string_view field, std::string_view typed, const Json& options, Day today,
                     const Json& members, Verdict verdict);

}  // namespace stegvis
