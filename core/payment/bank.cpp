#include "payment/bank.h"

#include "base/later.h"
#include "payment/typed.h"

namespace stegvis {

namespace {

constexpr uint32_t max_digits = 20;

// The digits of a text. The caller wipes them after use.
struct Digits {
  uint8_t digits[max_digits] = {};
  uint32_t count = 0;  // of the text, also above max_digits
  char32_t culprit = no_culprit;
};

void scan_digits(std::string_view typed, Digits& scan) {
  while (!typed.empty()) {
    char32_t character = next_typed(typed);
    int32_t digit = digit_of(character);
    if (digit >= 0) {
      if (scan.count < max_digits) scan.digits[scan.count] = uint8_t(digit);
      ++scan.count;
    } else if (!is_blank(character) && !is_dash(character)) {
      scan.culprit = character;
      return;
    }
  }
}

// Joins the id of a field and the end of a code: "au-bsb" and "-short".
std::string code_of(std::string_view field, std::string_view suffix) {
  std::string code(field);
  code += suffix;
  return code;
}

// Checks the number of digits alone.
Verdict check_count(const Digits& scan, std::string_view field, uint32_t min, uint32_t max) {
  if (scan.culprit != no_culprit) return culprit(code_of(field, "-character"), scan.culprit);
  if (scan.count == 0) return verdict_of(Standing::possible, code_of(field, "-empty"));
  if (scan.count >= min && scan.count <= max) return {};
  bool too_short = scan.count < min;
  Verdict verdict = verdict_of(too_short ? Standing::possible : Standing::invalid,
                               code_of(field, too_short ? "-short" : "-long"));
  verdict.args.set("digits", too_short ? min : max);
  return verdict;
}

Verdict check_digits(std::string_view typed, std::string_view field, uint32_t min, uint32_t max) {
  Digits scan;
  scan_digits(typed, scan);
  Verdict verdict = check_count(scan, field, min, max);
  wipe(scan);
  return verdict;
}

// Returns whether a routing number can begin with these digits; `second` counts if there are two.
bool routing_prefix(uint32_t first, uint32_t second, uint32_t count) {
  if (count == 1) return first <= 3 || (first >= 6 && first <= 8);
  uint32_t prefix = first * 10 + second;
  return prefix <= 12 || (prefix >= 21 && prefix <= 32) || (prefix >= 61 && prefix <= 72) ||
         prefix == 80;
}

// Returns whether the account number (6 to 8 digits, with zeros before them up to 8) fits the sort
// code before it.
bool uk_fits(const Digits& scan, const BankBook* book) {
  if (!book) return true;
  uint8_t digits[14] = {};
  uint32_t account = scan.count - 6;
  for (uint32_t i = 0; i < 6; ++i) digits[i] = scan.digits[i];
  for (uint32_t i = 0; i < account; ++i) digits[14 - account + i] = scan.digits[6 + i];
  bool fits = book->uk_account(digits);
  wipe(digits);
  return fits;
}

// Checks a sort code and an account number. A verdict counts only the digits after the first
// `before` ones, because the field that it is for may have the account number alone.
Verdict judge_uk(const Digits& scan, const BankBook* book, std::string_view field,
                 uint32_t before) {
  Verdict verdict = check_count(scan, field, 12, 14);
  if (verdict.standing != Standing::valid) {
    if (verdict.args.has("digits")) verdict.args.set("digits", 14 - before);
    return verdict;
  }
  if (uk_fits(scan, book)) return {};
  if (scan.count == 14) return verdict_of(Standing::invalid, "uk-account-checksum");
  verdict = verdict_of(Standing::possible, code_of(field, "-short"));
  verdict.args.set("digits", 14 - before);
  return verdict;
}

// Every country of ISO 3166-1, and XK (Kosovo), as pairs of letters.
STEGVIS_LATER_DATA constexpr char iso_countries[] =
    "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCM"
    "CN"
    "COCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHK"
    "HM"
    "HNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMH"
    "MK"
    "MLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRU"
    "RW"
    "SASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVG"
    "VI"
    "VNVUWFWSXKYEYTZAZMZW";

// Returns whether the code of a country begins with these letters, one or two.
bool is_country(std::string_view letters) {
  for (const char* c = iso_countries; *c; c += 2)
    if (c[0] == letters[0] && (letters.size() < 2 || c[1] == letters[1])) return true;
  return false;
}

}  // namespace

Verdict check_us_routing(std::string_view typed) {
  Digits scan;
  scan_digits(typed, scan);
  Verdict verdict = check_count(scan, "us-routing", 9, 9);
  if (scan.culprit == no_culprit && scan.count &&
      !routing_prefix(scan.digits[0], scan.digits[1], scan.count)) {
    verdict = verdict_of(Standing::invalid, "us-routing-prefix");
  } else if (verdict.standing == Standing::valid) {
    constexpr uint32_t weights[] = {3, 7, 1};
    uint32_t sum = 0;
    for (uint32_t i = 0; i < 9; ++i) sum += scan.digits[i] * weights[i % 3];
    if (sum == 0 || sum % 10) verdict = verdict_of(Standing::invalid, "us-routing-checksum");
  }
  wipe(scan);
  return verdict;
}

Verdict check_uk_account(std::string_view typed, const BankBook* book) {
  Digits scan;
  scan_digits(typed, scan);
  Verdict verdict = judge_uk(scan, book, "uk-account", 0);
  wipe(scan);
  return verdict;
}

Verdict check_uk_sort_code(std::string_view typed) {
  return check_digits(typed, "uk-sort-code", 6, 6);
}

Verdict check_uk_account_number(std::string_view typed, std::string_view sort_code,
                                const BankBook* book) {
  Digits scan;
  scan_digits(sort_code, scan);
  bool known = scan.count == 6 && scan.culprit == no_culprit;
  if (known) {
    Digits account;
    scan_digits(typed, account);
    if (account.count == 0 && account.culprit == no_culprit) scan.count = 0;
    wipe(account);
    if (scan.count) scan_digits(typed, scan);
  }
  Verdict verdict = known ? judge_uk(scan, book, "uk-account-number", 6)
                          : check_digits(typed, "uk-account-number", 6, 8);
  wipe(scan);
  return verdict;
}

Verdict check_au_bsb(std::string_view typed) { return check_digits(typed, "au-bsb", 6, 6); }

Verdict check_ca_transit(std::string_view typed) {
  Digits scan;
  scan_digits(typed, scan);
  // The form of electronic payments has nine digits and begins with a zero.
  Verdict verdict = check_count(scan, "ca-transit", 8, scan.digits[0] == 0 ? 9 : 8);
  // There the three digits of the bank come before the five of the branch.
  bool electronic = scan.count == 9;
  auto zeros = [&](uint32_t from, uint32_t count) {
    for (; count; --count, ++from)
      if (scan.digits[from]) return false;
    return true;
  };
  if (verdict.standing == Standing::valid) {
    if (zeros(electronic ? 4 : 0, 5))
      verdict = verdict_of(Standing::invalid, "ca-transit-unknown");
    else if (zeros(electronic ? 1 : 5, 3))
      // Eight digits that begin with a zero can be that form without its last digit.
      verdict = verdict_of(electronic || scan.digits[0] ? Standing::invalid : Standing::possible,
                           "ca-transit-unknown");
  }
  wipe(scan);
  return verdict;
}

Verdict check_account_number(std::string_view typed, std::string_view country) {
  if (country == "US") return check_digits(typed, "account-number", 4, 17);
  if (country == "AU") return check_digits(typed, "account-number", 5, 10);
  if (country == "CA") return check_digits(typed, "account-number", 7, 12);
  return check_digits(typed, "account-number", 4, 20);
}

std::vector<std::string_view> bank_fields(std::string_view country) {
  if (country == "US") return {"us-routing", "account-number"};
  if (country == "GB") return {"uk-sort-code", "uk-account-number"};
  if (country == "AU") return {"au-bsb", "account-number"};
  if (country == "CA") return {"ca-transit", "account-number"};
  if (country.size() == 2 && check_iban(country).verdict.standing == Standing::possible)
    return {"iban"};
  return {};
}

Verdict check_bic(std::string_view typed) {
  char text[11];
  uint32_t size = 0;
  while (!typed.empty()) {
    char32_t character = next_typed(typed);
    char plain = plain_of(character);
    if (!plain && (is_blank(character) || is_dash(character))) continue;
    if (!plain) return culprit("bic-character", character);
    // The code of the country is letters; those of bank, location and branch can have digits.
    if ((size == 4 || size == 5) && plain <= '9')
      return verdict_of(Standing::invalid, "bic-format");
    if (size == 11) return verdict_of(Standing::invalid, "bic-long");
    text[size++] = plain;
    std::string_view country(text + 4, size > 6 ? 2 : size > 4 ? size - 4 : 0);
    if (!country.empty() && !is_country(country)) {
      Verdict verdict = verdict_of(Standing::invalid, "bic-country");
      verdict.args.set("country", country);
      return verdict;
    }
  }
  if (size == 0) return verdict_of(Standing::possible, "bic-empty");
  if (size == 8 || size == 11) return {};
  return verdict_of(Standing::possible, "bic-short");
}

}  // namespace stegvis
