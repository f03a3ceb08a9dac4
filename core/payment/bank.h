// Verdicts of bank accounts: IBAN, BIC, and the accounts of the United States, the United Kingdom,
// Australia and Canada. Spaces and dashes between characters do not count; digits may be of any
// script, letters small. No function keeps a copy of what was typed.
//
// Codes of an IBAN: iban-empty, iban-short (possible); iban-country {country}, iban-format (a letter
// where a digit belongs, or the reverse), iban-long {most}, iban-checksum, iban-national (the
// country's own check digits), iban-character {character}.
// Codes of a BIC: bic-empty, bic-short (possible); bic-country {country}, bic-format, bic-long,
// bic-character {character}.
// Codes of the others, each with the field's id before it ("us-routing", "uk-account",
// "uk-sort-code", "uk-account-number", "au-bsb", "ca-transit", "account-number"):
// -empty, -short {digits} (possible), -long {digits}, -character {character}; us-routing-prefix,
// us-routing-checksum, uk-account-checksum.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/verdict.h"
#include "payment/card.h"

namespace stegvis {

// How the United Kingdom's banks check an account number (data/bank.txt), handed in as data.
class BankBook {
 public:
  // Reads and checks all of it. Error: bank-data, with the line and what is wrong there.
  static Result<BankBook> load(std::string_view data);

  // A sort code (6 digits) and an account number (8), each digit 0 to 9: whether they can belong
  // together, by Vocalink's rules. True where a sort code has no rule.
  bool uk_account(const uint8_t (&digits)[14]) const;

 private:
  enum class Method : uint8_t { mod10, mod11, double_alternate };
  struct Rule {
    Method method;
    int16_t weights[14];
    uint8_t exception;
  };
  struct Range {
    uint32_t first, last;
    uint8_t rules[2];  // from 1; 0: none
  };
  bool passes(const Rule& rule, const uint8_t (&digits)[14]) const;

  std::vector<Rule> rules_;
  std::vector<Range> ranges_;  // by sort code
  std::vector<std::pair<uint32_t, uint32_t>> substitutes_;
};

struct BankCheck {
  Verdict verdict;
  std::string country;  // as soon as it is typed and known
  std::string last4;    // where the verdict is valid
};

// With a book, a British number is checked by its rules too.
BankCheck check_iban(std::string_view typed, const BankBook* book = nullptr);

// 8 or 11 characters, with a country of ISO 3166-1 (or XK).
Verdict check_bic(std::string_view typed);

// 9 digits, weights 3-7-1, first two digits 00 to 12, 21 to 32, 61 to 72 or 80; never all zeros.
Verdict check_us_routing(std::string_view typed);

// Sort code and account number in one text, or one by one. An account number of 6 or 7 digits is
// filled up with zeros where that makes it valid. Without a book the digits alone are checked.
Verdict check_uk_account(std::string_view typed, const BankBook* book);
Verdict check_uk_sort_code(std::string_view typed);
Verdict check_uk_account_number(std::string_view typed, std::string_view sort_code,
                                const BankBook* book);

// 6 digits.
Verdict check_au_bsb(std::string_view typed);

// Branch (5 digits) and institution (3), "12345-678"; or as on electronic payments, a zero, the
// institution and the branch: "067812345".
Verdict check_ca_transit(std::string_view typed);

// The kinds of account number that are not an IBAN: how many digits the country's have.
Verdict check_account_number(std::string_view typed, std::string_view country);

// The fields by which an account of that country is named: "iban"; "us-routing", "account-number";
// "uk-sort-code", "uk-account-number"; "au-bsb" or "ca-transit", "account-number". Empty for a
// country without any of these.
std::vector<std::string_view> bank_fields(std::string_view country);

// Capitals, ASCII digits and groups of four; else as format_card_number.
Formatted format_iban(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret);

// ASCII digits, with a dash after every `group` of them while they are at most `most`; a group of 0
// has none. Else as format_card_number.
Formatted format_bank_digits(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret,
                             uint32_t group, uint32_t most);

}  // namespace stegvis
