#include "payment/brands.h"

#include <array>

#include "base/later.h"

namespace stegvis {

namespace {

enum BrandId : uint8_t {
  none,
#define BRAND(id, name, lengths, code, luhn) id,
#define RANGE(brand, first, last)
#include "payment/data/cards.inc"
#undef BRAND
#undef RANGE
};

constexpr uint32_t LIST(uint32_t a, uint32_t b, uint32_t c) { return 1u << a | 1u << b | 1u << c; }
constexpr uint32_t FROM(uint32_t min, uint32_t max) { return (2u << max) - (1u << min); }

STEGVIS_LATER_DATA constexpr Brand brands[] = {
#define BRAND(id, name, lengths, code, luhn) {name, lengths, code, luhn},
#define RANGE(brand, first, last)
#include "payment/data/cards.inc"
#undef BRAND
#undef RANGE
};

// A range of cards.inc, extended to numbers of 8 digits.
struct Range {
  uint32_t first, end;
  uint8_t digits;  // in cards.inc
  BrandId brand;
};

constexpr Range range_of(BrandId brand, uint32_t first, uint32_t last) {
  Range range{first, last + 1, 8, brand};
  while (range.first < 10000000) {
    range.first *= 10;
    range.end *= 10;
    --range.digits;
  }
  return range;
}

constexpr Range ranges[] = {
#define BRAND(id, name, lengths, code, luhn)
#define RANGE(brand, first, last) range_of(brand, first, last),
#include "payment/data/cards.inc"
#undef BRAND
#undef RANGE
};

// The overlapping ranges as pieces that do not overlap, in order. Piece i belongs to brand[i] and
// runs from first[i] to the beginning of the next one.
struct Pieces {
  uint32_t count = 0;
  std::array<uint32_t, 2 * std::size(ranges) + 1> first{};
  std::array<BrandId, 2 * std::size(ranges) + 1> brand{};
};

constexpr Pieces cut() {
  Pieces pieces;
  uint32_t at = 0;
  while (true) {
    BrandId brand = none;
    uint8_t digits = 0;
    uint32_t next = 100000000;
    for (const Range& range : ranges) {
      if (range.first <= at && at < range.end) {
        if (range.digits > digits) brand = range.brand, digits = range.digits;
        if (range.end < next) next = range.end;
      } else if (range.first > at && range.first < next) {
        next = range.first;
      }
    }
    if (pieces.count == 0 || pieces.brand[pieces.count - 1] != brand) {
      pieces.first[pieces.count] = at;
      pieces.brand[pieces.count++] = brand;
    }
    if (next == 100000000) break;
    at = next;
  }
  return pieces;
}

constexpr Pieces pieces = cut();

// The pieces in arrays of the size that they need.
template <uint32_t count>
struct Table {
  uint32_t first[count];
  BrandId brand[count];
};

STEGVIS_LATER_DATA constexpr Table<pieces.count> table = [] {
  Table<pieces.count> fitted{};
  for (uint32_t i = 0; i < pieces.count; ++i) {
    fitted.first[i] = pieces.first[i];
    fitted.brand[i] = pieces.brand[i];
  }
  return fitted;
}();

}  // namespace

Brands brands_of(uint32_t digits, uint32_t count) {
  uint32_t width = 1;
  for (; count < 8; ++count) width *= 10;
  uint32_t from = digits * width;
  uint32_t end = from + width;
  // Finds the last piece that begins at or before `from`.
  uint32_t low = 0, high = pieces.count;
  while (high - low > 1) {
    uint32_t middle = (low + high) / 2;
    (table.first[middle] <= from ? low : high) = middle;
  }
  BrandId found = none;
  for (uint32_t i = low; i < pieces.count && table.first[i] < end; ++i) {
    if (table.brand[i] == none || table.brand[i] == found) continue;
    if (found != none) return {true, nullptr};
    found = table.brand[i];
  }
  return found == none ? Brands{false, nullptr} : Brands{true, &brands[found - 1]};
}

const Brand* find_brand(std::string_view name) {
  for (const Brand& brand : brands)
    if (brand.name == name) return &brand;
  return nullptr;
}

uint32_t brand_index(std::string_view name) {
  const Brand* brand = find_brand(name);
  return brand ? uint32_t(brand - brands) + 1 : 0;
}

std::string_view brand_name(uint32_t index) {
  return index && index <= std::size(brands) ? brands[index - 1].name : std::string_view();
}

}  // namespace stegvis
