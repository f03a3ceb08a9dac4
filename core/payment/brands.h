// The card brands and their ranges, for looking up. The facts and their sources are in
// data/cards.inc.
#pragma once
#include <cstdint>
#include <string_view>

namespace stegvis {

struct Brand {
  char name[17];
  uint32_t lengths;  // bit n: a number may have n digits
  uint8_t code;      // digits of the security code
  bool luhn;
  bool takes(uint32_t digits) const { return digits < 32 && (lengths >> digits & 1); }
};

// The brands that a card number can have.
struct Brands {
  bool any;            // at least one
  const Brand* brand;  // the brand, if there is exactly one; else null
};
// Returns the brands of the numbers that begin with these digits: the first `count` digits, at most
// 8, as a whole number.
Brands brands_of(uint32_t digits, uint32_t count);

// Returns the brand of a name, or null if there is none.
const Brand* find_brand(std::string_view name);

// Returns the place of a brand in data/cards.inc, from 1; 0 for an unknown name.
uint32_t brand_index(std::string_view name);
// Returns the name of the brand at a place; empty if there is none.
std::string_view brand_name(uint32_t index);

}  // namespace stegvis
