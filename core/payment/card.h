// Verdicts of card numbers and security codes, and the format of a number while it is typed.
//
// Digits can be of any script; spaces and dashes between them do not count. No function stores a
// copy of the typed text: each wipes its working memory before it returns, and no verdict contains
// a digit of the text.
//
// Codes of a card number, with the arguments of each:
//   card-number-empty, card-number-short   possible
//   card-number-length            possible: more than 16 digits, and the brand has longer numbers
//   card-number-long {most: digits}
//   card-number-unknown           no brand begins like this
//   card-number-checksum          possible if the brand has longer numbers
//   card-number-character {character}
// Codes of a security code:
//   security-code-empty, security-code-short {digits}   possible
//   security-code-long {digits}, security-code-character {character}
#pragma once
#include <cstdint>
#include <string_view>

#include "base/verdict.h"

namespace stegvis {

struct CardCheck {
  Verdict verdict;
  std::string_view brand;  // "visa", "american-express"; empty if none or more than one is possible
};
CardCheck check_card_number(std::string_view typed);

// Checks only whether the last digit is the Luhn check digit of the digits before it.
Verdict check_luhn(std::string_view typed);

// Checks a security code by the length that its brand uses (American Express: 4 digits, others: 3).
// With an empty or unknown brand, both lengths are valid.
Verdict check_security_code(std::string_view typed, std::string_view brand);

// Checks a security code by the number of digits that it must have.
Verdict check_security_code(std::string_view typed, uint32_t min_digits, uint32_t max_digits);

// The text in the buffer after formatting: its length and the caret, both in bytes.
struct Formatted {
  uint32_t length, caret;
};

// Groups the digits of a number in the buffer as its brand prints them (4-6-5, 4-5-6, 4-6-4 or
// fours), in ASCII digits and single spaces. A text with any other character is not changed.
//   length    of the text in the buffer, in bytes; bytes of it that become free are set to 0
//   capacity  of the buffer, in bytes; if the spaces do not fit, the digits have none
//   caret     a byte offset in the text. It stays behind the same digit, so that typing, pasting
//             and Backspace over a space work as expected
Formatted format_card_number(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret);

// Inserts the separator of an expiry date as soon as its place is certain: "123" becomes "12/3",
// "330" becomes "3/30", "203012" becomes "2030-12". A text with a separator only gets ASCII digits
// and an ASCII separator. Parameters and result as format_card_number.
Formatted format_expiry(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret);

}  // namespace stegvis
