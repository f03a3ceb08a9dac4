#include "payment/national.h"

namespace stegvis {

namespace {

// Returns the value of a digit, or of a letter: A is 10 and Z is 35 (ISO 13616).
uint32_t value_of(char c) { return c <= '9' ? uint32_t(c - '0') : uint32_t(c - 'A' + 10); }

// Returns the sum of the digits, each times its weight.
template <uint32_t count>
uint32_t weigh(const char* digits, const uint8_t (&weights)[count]) {
  uint32_t sum = 0;
  for (uint32_t i = 0; i < count; ++i) sum += value_of(digits[i]) * weights[i];
  return sum;
}

// Returns the weighted sum with the weights 9, 7, 3, 1, repeated.
uint32_t weigh_9731(const char* digits, uint32_t count) {
  constexpr uint8_t weights[] = {9, 7, 3, 1};
  uint32_t sum = 0;
  for (uint32_t i = 0; i < count; ++i) sum += value_of(digits[i]) * weights[i % 4];
  return sum;
}

uint32_t mod97(const char* text, uint32_t size) {
  uint64_t remainder = 0;
  for (uint32_t i = 0; i < size; ++i) {
    uint32_t value = value_of(text[i]);
    remainder = remainder * (value > 9 ? 100 : 10) + value;
    if (remainder > 100000000000000) remainder %= 97;
  }
  return uint32_t(remainder % 97);
}

// Computes modulo 97 with the digits that the letters of a French account number mean: A to I and J
// to R are 1 to 9, S to Z are 2 to 9.
uint32_t rib_mod97(const char* text, uint32_t size) {
  uint32_t remainder = 0;
  for (uint32_t i = 0; i < size; ++i) {
    uint32_t digit = value_of(text[i]);
    if (digit > 9) digit = digit < 28 ? (digit - 10) % 9 + 1 : digit - 26;
    remainder = (remainder * 10 + digit) % 97;
  }
  return remainder;
}

// Returns whether two digits are a number from min to max.
bool within(const char* digits, uint32_t min, uint32_t max) {
  uint32_t number = value_of(digits[0]) * 10 + value_of(digits[1]);
  return number >= min && number <= max;
}

bool luhn(const char* digits, uint32_t size) {
  uint32_t sum = 0;
  for (uint32_t i = 0; i < size; ++i) {
    uint32_t digit = value_of(digits[size - 1 - i]) << (i & 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 == 0;
}

bool finland(const char* bban, uint32_t size) {
  // The check covers banks. Payment institutions (7..., such as 798 and 799) do not use it.
  bool bank = (bban[0] >= '1' && bban[0] <= '6') || bban[0] == '8';
  return !bank || luhn(bban, size);
}

bool estonia(const char* bban) {
  // The weights are 7, 3, 1 from the right, over branch and account.
  constexpr uint8_t weights[] = {7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7};
  return (weigh(bban + 2, weights) + value_of(bban[15])) % 10 == 0;
}

bool spain(const char* bban) {
  constexpr uint8_t bank[] = {4, 8, 5, 10, 9, 7, 3, 6};
  constexpr uint8_t account[] = {1, 2, 4, 8, 5, 10, 9, 7, 3, 6};
  auto digit = [](uint32_t sum) {
    uint32_t remainder = 11 - sum % 11;
    return remainder == 11 ? 0 : remainder == 10 ? 1 : remainder;
  };
  return digit(weigh(bban, bank)) == value_of(bban[8]) &&
         digit(weigh(bban + 10, account)) == value_of(bban[9]);
}

// ISO 7064 MOD 11,10.
bool mod11_10(const char* digits, uint32_t size) {
  uint32_t remainder = 10;
  for (uint32_t i = 0; i + 1 < size; ++i) {
    remainder = (remainder + value_of(digits[i])) % 10;
    remainder = (remainder ? remainder : 10) * 2 % 11;
  }
  return (remainder + value_of(digits[size - 1])) % 10 == 1;
}

bool italy(const char* bban) {
  // The values of the characters at odd places. At an even place a character has its own value.
  constexpr uint8_t odd[] = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                             20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
  uint32_t sum = 0;
  for (uint32_t i = 1; i <= 22; ++i) {
    uint32_t value = value_of(bban[i]);
    if (value > 9) value -= 10;
    sum += i & 1 ? odd[value] : value;
  }
  return sum % 26 == value_of(bban[0]) - 10;
}

bool norway(const char* bban) {
  constexpr uint8_t all[] = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  constexpr uint8_t own[] = {5, 4, 3, 2};
  // In a bank's own accounts (00 behind its number) the check may ignore the bank's number.
  bool inner = bban[4] == '0' && bban[5] == '0';
  uint32_t last = value_of(bban[10]);
  return (weigh(bban, all) + last) % 11 == 0 || (inner && (weigh(bban + 6, own) + last) % 11 == 0);
}

bool czech(const char* bban) {
  constexpr uint8_t prefix[] = {10, 5, 8, 4, 2, 1};
  constexpr uint8_t account[] = {6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
  return weigh(bban + 4, prefix) % 11 == 0 && weigh(bban + 10, account) % 11 == 0;
}

}  // namespace

bool national_check(National check, const char* bban, uint32_t size) {
  switch (check) {
    case National::none:
    case National::uk: return true;
    // The pairs 00 and 97 have the same remainder, and 01 and 98 too. Only those that the
    // computation gives (02 to 98) are right.
    case National::mod97: return mod97(bban, size) == 1 && within(bban + size - 2, 2, 98);
    case National::rib: return rib_mod97(bban, size) == 0 && within(bban + size - 2, 1, 97);
    case National::key97: return mod97(bban, size) == 0 && within(bban + size - 2, 1, 97);
    case National::belgium: {
      uint32_t remainder = mod97(bban, 10);
      return (remainder ? remainder : 97) == value_of(bban[10]) * 10 + value_of(bban[11]);
    }
    case National::finland: return finland(bban, size);
    case National::albania: return (weigh_9731(bban, 7) + value_of(bban[7])) % 10 == 0;
    case National::czech: return czech(bban);
    case National::estonia: return estonia(bban);
    case National::spain: return spain(bban);
    case National::croatia: return mod11_10(bban, 7) && mod11_10(bban + 7, 10);
    case National::hungary:
      return (weigh_9731(bban, 7) + value_of(bban[7])) % 10 == 0 &&
             (weigh_9731(bban + 8, 15) + value_of(bban[23])) % 10 == 0;
    case National::italy: return italy(bban);
    case National::norway: return norway(bban);
    case National::poland: {
      constexpr uint8_t weights[] = {3, 9, 7, 1, 3, 9, 7};
      return (weigh(bban, weights) + value_of(bban[7])) % 10 == 0;
    }
  }
  return true;
}

}  // namespace stegvis
