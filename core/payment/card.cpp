#include "payment/card.h"

#include "payment/brands.h"
#include "payment/typed.h"

namespace stegvis {

namespace {

// The result of one pass over a number. The caller wipes it after use.
struct Scan {
  uint32_t count = 0;  // digits
  uint32_t start = 0;  // the first 8 digits, as a number
  // The two possible Luhn sums: with the 1st, 3rd, ... digit doubled, and with the 2nd, 4th, ...
  uint32_t sums[2] = {};
  char32_t culprit = no_culprit;
  void add(int32_t digit) {
    if (count < 8) start = start * 10 + uint32_t(digit);
    uint32_t doubled = uint32_t(digit) * 2;
    if (doubled > 9) doubled -= 9;
    sums[count & 1] += doubled;
    sums[~count & 1] += uint32_t(digit);
    ++count;
  }
  // Luhn doubles every second digit from the right, beginning with the second to last.
  bool luhn() const { return sums[count & 1] % 10 == 0; }
  uint32_t start_count() const { return count < 8 ? count : 8; }
};

void scan_digits(std::string_view typed, Scan& scan) {
  while (!typed.empty()) {
    char32_t character = next_typed(typed);
    int32_t digit = digit_of(character);
    if (digit >= 0) {
      scan.add(digit);
    } else if (!is_blank(character) && !is_dash(character)) {
      scan.culprit = character;
      return;
    }
  }
}

CardCheck judge(const Scan& scan) {
  if (scan.culprit != no_culprit) return {culprit("card-number-character", scan.culprit), {}};
  if (scan.count == 0) return {verdict_of(Standing::possible, "card-number-empty"), {}};
  Brands brands = brands_of(scan.start, scan.start_count());
  if (!brands.any) return {verdict_of(Standing::invalid, "card-number-unknown"), {}};
  if (!brands.brand) return {verdict_of(Standing::possible, "card-number-short"), {}};
  const Brand& brand = *brands.brand;
  bool fits = brand.takes(scan.count);
  if (fits && (!brand.luhn || scan.luhn())) return {{}, brand.name};
  bool longer = scan.count < 31 && brand.lengths >> (scan.count + 1) != 0;
  if (fits) {
    Standing standing = longer ? Standing::possible : Standing::invalid;
    return {verdict_of(standing, "card-number-checksum"), brand.name};
  }
  if (longer) {
    // With more than the usual 16 digits, too many are as likely as too few.
    return {verdict_of(Standing::possible,
                       scan.count > 16 ? "card-number-length" : "card-number-short"),
            brand.name};
  }
  int32_t max_digits = 31;
  while (!brand.takes(uint32_t(max_digits))) --max_digits;
  Verdict verdict = verdict_of(Standing::invalid, "card-number-long");
  verdict.args.set("most", max_digits);
  return {std::move(verdict), brand.name};
}

// Returns whether there is a space before the digit of an index in a number of `count` digits.
bool gap_before(uint32_t index, uint32_t count, const Brand* brand) {
  if (brand && brand->takes(15) && !brand->takes(16)) {
    if (brand->code == 4) return index == 4 || index == 10;
    return index == 4 || index == 9;
  }
  if (brand && brand->takes(14) && count <= 14) return index == 4 || index == 10;
  return index != 0 && index % 4 == 0;
}

}  // namespace

CardCheck check_card_number(std::string_view typed) {
  Scan scan;
  scan_digits(typed, scan);
  CardCheck check = judge(scan);
  wipe(scan);
  return check;
}

Verdict check_luhn(std::string_view typed) {
  Scan scan;
  scan_digits(typed, scan);
  Verdict verdict;
  if (scan.culprit != no_culprit)
    verdict = culprit("card-number-character", scan.culprit);
  else if (scan.count == 0)
    verdict = verdict_of(Standing::possible, "card-number-empty");
  else if (!scan.luhn())
    verdict = verdict_of(Standing::possible, "card-number-checksum");
  wipe(scan);
  return verdict;
}

Verdict check_security_code(std::string_view typed, uint32_t min_digits, uint32_t max_digits) {
  uint32_t count = 0;
  while (!typed.empty() && uint8_t(typed.front()) == ' ') typed.remove_prefix(1);
  while (!typed.empty() && uint8_t(typed.back()) == ' ') typed.remove_suffix(1);
  while (!typed.empty()) {
    char32_t character = next_typed(typed);
    if (digit_of(character) < 0) return culprit("security-code-character", character);
    ++count;
  }
  if (count == 0) return verdict_of(Standing::possible, "security-code-empty");
  if (count >= min_digits && count <= max_digits) return {};
  bool too_short = count < min_digits;
  Verdict verdict = too_short ? verdict_of(Standing::possible, "security-code-short")
                              : verdict_of(Standing::invalid, "security-code-long");
  verdict.args.set("digits", too_short ? min_digits : max_digits);
  return verdict;
}

Verdict check_security_code(std::string_view typed, std::string_view name) {
  const Brand* brand = find_brand(name);
  return brand ? check_security_code(typed, brand->code, brand->code)
               : check_security_code(typed, 3, 4);
}

Formatted format_card_number(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret) {
  // An ASCII digit is never longer than the digit it replaces, so the digits can move to the front
  // of the same buffer.
  Scan scan;
  std::string_view typed(buffer, length);
  scan_digits(typed, scan);
  if (scan.culprit != no_culprit) {
    wipe(scan);
    return {length, caret};
  }
  Brands brands = brands_of(scan.start, scan.start_count());
  uint32_t count = scan.count;
  wipe(scan);

  uint32_t before = 0;  // digits before the caret
  uint32_t written = 0;
  while (!typed.empty()) {
    uint32_t at = uint32_t(typed.data() - buffer);
    int32_t digit = digit_of(next_typed(typed));
    if (digit < 0) continue;
    if (at < caret) ++before;
    buffer[written++] = char('0' + digit);
  }

  uint32_t gaps = 0, gaps_before = 0;
  for (uint32_t i = 1; i < count; ++i) {
    if (!gap_before(i, count, brands.brand)) continue;
    ++gaps;
    if (i < before) ++gaps_before;
  }
  uint32_t size = count + gaps;
  if (size > capacity) {
    size = count;
    gaps_before = 0;
  } else {
    uint32_t to = size;
    for (uint32_t i = count; i-- > 0;) {
      buffer[--to] = buffer[i];
      if (gap_before(i, count, brands.brand)) buffer[--to] = ' ';
    }
  }
  for (uint32_t i = size; i < length; ++i) buffer[i] = 0;
  return {size, before + gaps_before};
}

}  // namespace stegvis
