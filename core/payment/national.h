// The check digits inside the account numbers of a country, which an IBAN contains. The sources are
// in data/iban.inc.
#pragma once
#include <cstdint>

namespace stegvis {

enum class National : uint8_t {
  none,
  mod97,    // the whole number is 1 modulo 97 (ISO 7064): Bosnia, Montenegro, North Macedonia,
            // Portugal, Serbia, Slovenia, Kosovo, Timor-Leste
  rib,      // the French key: letters as digits, the whole number is 0 modulo 97
  key97,    // the same key over digits: Morocco, Mauritania, Tunisia, Comoros, Djibouti and the
            // countries of the Bank of Central African States
  belgium,  // the last two digits are the others modulo 97
  finland,  // Luhn, except for payment institutions
  albania,
  czech,  // and Slovakia
  estonia,
  spain,
  croatia,
  hungary,
  italy,  // and San Marino
  norway,
  poland,
  uk,  // a BankBook checks it
};

// Returns whether the check digits are right; true for none and uk. `bban` is the IBAN without its
// first four characters: `size` capitals and digits that fit the country's structure.
bool national_check(National check, const char* bban, uint32_t size);

}  // namespace stegvis
