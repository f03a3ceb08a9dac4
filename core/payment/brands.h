// The card brands and their ranges (data/cards.inc), laid out for looking up.
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

// What a number that begins with these digits can be. `count` digits, at most 8, as a whole number.
//   any    a brand begins like this
//   brand  the only one that does; null while there are more
struct Brands {
  bool any;
  const Brand* brand;
};
Brands brands_of(uint32_t digits, uint32_t count);

// Null for an unknown name.
const Brand* find_brand(std::string_view name);

// A number for a name, from 1 on in the order of data/cards.inc; 0 for an unknown one.
uint32_t brand_index(std::string_view name);
// The name for a number; empty for 0 and from the last number on.
std::string_view brand_name(uint32_t index);

}  // namespace stegvis
