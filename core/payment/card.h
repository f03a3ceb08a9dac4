// Verdicts of card numbers and security codes, and how a number is written while it is typed.
//
// Digits may be of any script; spaces and dashes between them do not count. No function here keeps
// a copy of what was typed: what it works on is wiped before it returns, and no verdict holds a
// digit of it.
//
// Codes of a card number: card-number-empty, card-number-short, card-number-length (possible: a
// longer number of that brand exists), card-number-long {most}, card-number-unknown (no brand begins
// like this), card-number-checksum, card-number-character {character}.
// Codes of a security code: security-code-empty, security-code-short {digits},
// security-code-long {digits}, security-code-character {character}.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/verdict.h"

namespace stegvis {

// The brand's id ("visa", "american-express"), or empty while more than one, or none, can be meant.
struct CardCheck {
  Verdict verdict;
  std::string_view brand;
};
CardCheck check_card_number(std::string_view typed);

// The last digit alone, of any number: whether it is the Luhn check digit of those before it.
Verdict check_luhn(std::string_view typed);

// By the brand's length (American Express: 4 digits, others: 3). With an empty or unknown brand
// both lengths are valid.
Verdict check_security_code(std::string_view typed, std::string_view brand);

// The same with the lengths given: digits that it must have, at least and at most.
Verdict check_security_code(std::string_view typed, uint32_t least, uint32_t most);

// Length and caret in bytes of the buffer.
struct Formatted {
  uint32_t length, caret;
};

// Groups the digits of a number as its brand prints them (4-6-5, 4-5-6, 4-6-4, or fours), in ASCII
// digits and single spaces. The caret stays behind the same digit, so that typing, Backspace over a
// space and pasting all go on from there. Text with any other character stays as it is. Never
// writes past capacity: what would not fit stays without spaces.
Formatted format_card_number(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret);

// Puts the "/" of an expiry in as soon as its place is certain: "123" is "12/3", "330" is "3/30",
// "203012" is "2030-12". Text that has a separator keeps it; digits become ASCII.
Formatted format_expiry(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret);

}  // namespace stegvis
