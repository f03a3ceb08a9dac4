// Verdicts of bank accounts: IBAN, BIC, and the accounts of the United States, the United Kingdom,
// Australia and Canada. The checks ignore spaces and dashes between characters; they take digits of
// any script, and small letters. No function stores a copy of the typed text.
//
// Codes of an IBAN, with the arguments of each:
//   iban-empty, iban-short       possible
//   iban-country {country}       no country with IBANs begins like this
//   iban-format                  a letter in the place of a digit, or the reverse
//   iban-long {most: characters}
//   iban-checksum
//   iban-national                the country's own check digits are wrong
//   iban-character {character}
// Codes of a BIC:
//   bic-empty, bic-short         possible
//   bic-country {country}, bic-format, bic-long, bic-character {character}
// Codes of the other fields begin with the id of the field (us-routing, uk-account, uk-sort-code,
// uk-account-number, au-bsb, ca-transit, account-number):
//   -empty, -short {digits}      possible
//   -long {digits}, -character {character}
//   us-routing-prefix, us-routing-checksum, uk-account-checksum, ca-transit-unknown
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/verdict.h"
#include "payment/card.h"

namespace stegvis {

// The rules by which banks of the United Kingdom check account numbers. The caller hands the table
// in as text (data/bank.txt).
class BankBook {
 public:
  // Reads and checks the whole table. Error: bank-data, with the line and a detail.
  static Result<BankBook> load(std::string_view data);

  // Returns whether a sort code (6 digits) and an account number (8 digits) fit together by
  // Vocalink's rules; true if the sort code has no rule. Each digit is a number from 0 to 9.
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
    uint8_t rules[2];  // numbers of its rules, from 1; 0: no rule
  };
  bool passes(const Rule& rule, const uint8_t (&digits)[14]) const;

  std::vector<Rule> rules_;
  std::vector<Range> ranges_;  // by sort code
  std::vector<std::pair<uint32_t, uint32_t>> substitutes_;
};

struct BankCheck {
  Verdict verdict;
  std::string country;  // as soon as its two letters are typed and it has IBANs; else empty
  std::string last4;    // the last four characters of a valid number; else empty
};

// Checks an IBAN. With a book, the check of a British number includes its rules.
BankCheck check_iban(std::string_view typed, const BankBook* book = nullptr);

// Checks a BIC: 8 or 11 characters, with a country of ISO 3166-1 or XK.
Verdict check_bic(std::string_view typed);

// Checks a routing number: 9 digits, weights 3-7-1, the first two digits 00 to 12, 21 to 32, 61 to
// 72 or 80; never all zeros.
Verdict check_us_routing(std::string_view typed);

// Check a sort code and an account number: in one text, or each alone. An account number of 6 or 7
// digits is valid if it is with zeros before it. Without a book only the digits are counted.
Verdict check_uk_account(std::string_view typed, const BankBook* book);
Verdict check_uk_sort_code(std::string_view typed);
Verdict check_uk_account_number(std::string_view typed, std::string_view sort_code,
                                const BankBook* book);

// Checks a BSB: 6 digits.
Verdict check_au_bsb(std::string_view typed);

// Checks a transit number: the branch (5 digits) and the institution (3), "12345-678"; or in the
// form of electronic payments: a zero, the institution and the branch, "067812345".
Verdict check_ca_transit(std::string_view typed);

// Checks an account number that is not an IBAN, by the number of digits that the country uses: US 4
// to 17, AU 5 to 10, CA 7 to 12, others 4 to 20.
Verdict check_account_number(std::string_view typed, std::string_view country);

// Returns the ids of the fields that name an account of a country: "iban"; or "us-routing" and
// "account-number"; "uk-sort-code" and "uk-account-number"; "au-bsb" and "account-number";
// "ca-transit" and "account-number". None for a country without any of these.
std::vector<std::string_view> bank_fields(std::string_view country);

// Writes capitals, ASCII digits and groups of four. Parameters and result as format_card_number.
Formatted format_iban(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret);

// Writes ASCII digits with a dash after every `group` digits, if there are at most `max_digits`; a
// group of 0 has no dashes. Other parameters and result as format_card_number.
Formatted format_bank_digits(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret,
                             uint32_t group, uint32_t max_digits);

}  // namespace stegvis
