// The check digits that a country puts inside its own account numbers.
#pragma once
#include <cstdint>

namespace stegvis {

enum class National : uint8_t {
  none,
  mod97,    // the whole is 1 modulo 97 (ISO 7064): Bosnia, Montenegro, North Macedonia, Portugal,
            // Serbia, Slovenia, Kosovo, Timor-Leste
  rib,      // the French key: letters as digits, the whole 0 modulo 97
  key97,    // the same key over digits: Morocco, Mauritania, Tunisia, Comoros, Djibouti and the
            // countries of the Bank of Central African States
  belgium,  // the last two are the others modulo 97
  finland,  // Luhn, but for payment institutions
  albania,
  czech,  // and Slovakia
  estonia,
  spain,
  croatia,
  hungary,
  italy,  // and San Marino
  norway,
  poland,
  uk,  // by a BankBook
};

// What stands behind the first four characters of an IBAN: capitals and digits, of the country's
// structure. True for none and uk.
bool national_check(National check, const char* bban, uint32_t size);

}  // namespace stegvis
