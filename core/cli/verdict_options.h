// What a line of `stegvis verdict` may ask for in its "options", beyond the field's own rules:
//
//   card-number    provider: a brand, the only one that is taken; maxLength: the most digits;
//                  skipLuhnValidation, luhnValidateUnionPay: true or false
//   expiry         part: "month" or "year", typed alone; maxElapsedYear: years ahead, at most 20
//   iban           whitelist, blacklist: countries; allowQRIBAN: false refuses Swiss QR-IBANs
//   postal-code    minLength: the least characters
//
// The names are those of the test suites whose vectors are run. Options that are not of a field, or
// not of these types, change nothing.
#pragma once
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/json.h"
#include "base/verdict.h"

namespace stegvis {

// A month or a year typed alone, with what completes it to an expiry; else the text itself. An
// empty text, and the first digit of a month, stay alone.
std::string whole_expiry(std::string_view typed, const Json& options, Day today);

// The verdict as the options have it. `told` is what was found besides: brand, country, year.
Verdict with_options(std::string_view field, std::string_view typed, const Json& options, Day today,
                     const Json& told, Verdict verdict);

}  // namespace stegvis
