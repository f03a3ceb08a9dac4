#include "base/later.h"
#include "payment/bank.h"
#include "payment/national.h"
#include "payment/typed.h"

namespace stegvis {

namespace {

constexpr uint32_t max_characters = 34;

struct Country {
  char code[3];
  char structure[13];
  National check;
};

STEGVIS_LATER_DATA constexpr Country countries[] = {
#define IBAN(code, structure, check) {code, structure, National::check},
#include "payment/data/iban.inc"
#undef IBAN
};

const Country* find(const char* code) {
  uint32_t low = 0, high = std::size(countries);
  auto number = [](const char* c) { return uint32_t(uint8_t(c[0])) << 8 | uint8_t(c[1]); };
  uint32_t wanted = number(code);
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    uint32_t here = number(countries[middle].code);
    if (here == wanted) return &countries[middle];
    if (here < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  return nullptr;
}

// Returns whether the code of a country with IBANs begins with a letter.
bool any_begins(char letter) {
  for (const Country& country : countries)
    if (country.code[0] == letter) return true;
  return false;
}

// A run of characters of one kind in a country's structure (data/iban.inc); kind 0 at the end.
struct Run {
  char kind = 0;
  uint32_t size = 0;
};
Run next_run(const char*& structure) {
  Run run;
  while (*structure >= '0' && *structure <= '9')
    run.size = run.size * 10 + uint32_t(*structure++ - '0');
  if (*structure) run.kind = *structure++;
  return run;
}

bool is_digit(char c) { return c <= '9'; }

// Returns whether the typed characters fit the country's structure, and sets the length of a whole
// number.
bool fits(const Country& country, const char* text, uint32_t size, uint32_t& length) {
  bool fitting = true;
  for (uint32_t i = 2; i < size && i < 4; ++i) fitting &= is_digit(text[i]);
  uint32_t at = 4;
  const char* structure = country.structure;
  for (Run run = next_run(structure); run.kind; run = next_run(structure)) {
    uint32_t end = at + run.size;
    if (run.kind != 'c')
      for (; at < end && at < size; ++at) fitting &= is_digit(text[at]) == (run.kind == 'n');
    at = end;
  }
  length = at;
  return fitting;
}

// Returns whether ISO 7064 MOD 97-10 is right, over the text with its first four characters moved
// to the end.
bool checksum(const char* text, uint32_t size) {
  uint64_t remainder = 0;
  for (uint32_t i = 4; i < size + 4; ++i) {
    char c = text[i < size ? i : i - size];
    remainder =
        is_digit(c) ? remainder * 10 + uint64_t(c - '0') : remainder * 100 + uint64_t(c - 'A' + 10);
    if (remainder > 100000000000000) remainder %= 97;
  }
  return remainder % 97 == 1;
}

// The result of one pass over the text. The caller wipes it after use.
struct Scan {
  char text[max_characters] = {};
  uint32_t size = 0;  // of the typed number, also above max_characters
  uint32_t word = 0;  // letters of "IBAN", if nothing else is typed
  char32_t culprit = no_culprit;
};

// Returns the text without the word IBAN, which is printed before a number. Where nothing is behind
// the word or its first letters, returns the text as it is, and sets how many letters there are.
std::string_view without_word(std::string_view typed, uint32_t& word) {
  constexpr std::string_view letters = "IBAN";
  std::string_view rest = typed;
  word = 0;
  uint32_t found = 0;
  while (!rest.empty()) {
    std::string_view behind = rest;
    char32_t character = next_typed(behind);
    bool gap = is_blank(character) || is_dash(character) || character == ':';
    if (!gap && found == letters.size()) return rest;
    if (!gap && letter_of(character) != letters[found]) return typed;
    if (!gap) ++found;
    rest = behind;
  }
  word = found;
  return typed;
}

void scan_iban(std::string_view typed, Scan& scan) {
  typed = without_word(typed, scan.word);
  while (!typed.empty()) {
    char32_t character = next_typed(typed);
    char plain = plain_of(character);
    if (plain) {
      if (scan.size < max_characters) scan.text[scan.size] = plain;
      ++scan.size;
    } else if (!is_blank(character) && !is_dash(character)) {
      scan.culprit = character;
      return;
    }
  }
}

BankCheck refuse(Standing standing, std::string_view code) {
  return {verdict_of(standing, code), {}, {}};
}

BankCheck judge(const Scan& scan, const BankBook* book) {
  if (scan.word > 1) return refuse(Standing::possible, "iban-short");
  if (scan.culprit != no_culprit) return {culprit("iban-character", scan.culprit), {}, {}};
  if (scan.size == 0) return refuse(Standing::possible, "iban-empty");
  if (is_digit(scan.text[0]) || (scan.size > 1 && is_digit(scan.text[1])))
    return refuse(Standing::invalid, "iban-format");
  std::string_view code(scan.text, scan.size < 2 ? scan.size : 2);
  const Country* country = find(scan.text);
  if (scan.size < 2 ? !any_begins(scan.text[0]) : !country) {
    BankCheck check = refuse(Standing::invalid, "iban-country");
    check.verdict.args.set("country", code);
    return check;
  }
  if (scan.size < 2) return refuse(Standing::possible, "iban-short");
  BankCheck check;
  check.country = code;
  uint32_t length;
  uint32_t size = scan.size < max_characters ? scan.size : max_characters;
  if (!fits(*country, scan.text, size, length)) {
    check.verdict = verdict_of(Standing::invalid, "iban-format");
  } else if (scan.size > length) {
    check.verdict = verdict_of(Standing::invalid, "iban-long");
    check.verdict.args.set("most", length);
  } else if (size >= 4 && ((scan.text[2] == '0' && scan.text[3] < '2') ||
                           (scan.text[2] == '9' && scan.text[3] == '9'))) {
    // The check digits are 02 to 98.
    check.verdict = verdict_of(Standing::invalid, "iban-checksum");
  } else if (size < length) {
    check.verdict = verdict_of(Standing::possible, "iban-short");
  } else if (!checksum(scan.text, size)) {
    check.verdict = verdict_of(Standing::invalid, "iban-checksum");
  } else {
    bool national = national_check(country->check, scan.text + 4, size - 4);
    if (country->check == National::uk && book) {
      uint8_t digits[14];
      for (uint32_t i = 0; i < 14; ++i) digits[i] = uint8_t(scan.text[8 + i] - '0');
      national = book->uk_account(digits);
      wipe(digits);
    }
    if (national)
      check.last4.assign(scan.text + size - 4, 4);
    else
      check.verdict = verdict_of(Standing::invalid, "iban-national");
  }
  return check;
}

}  // namespace

BankCheck check_iban(std::string_view typed, const BankBook* book) {
  Scan scan;
  scan_iban(typed, scan);
  BankCheck check = judge(scan, book);
  wipe(scan);
  return check;
}

Formatted format_iban(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret) {
  Scan scan;
  scan_iban({buffer, length}, scan);
  bool unchanged = scan.culprit != no_culprit;
  uint32_t count = scan.size;
  wipe(scan);
  if (unchanged) return {length, caret};
  // An ASCII character is never longer than the one it replaces, so the characters can move to the
  // front of the same buffer.
  uint32_t word;
  std::string_view typed = without_word({buffer, length}, word);
  uint32_t before = 0, written = 0;
  while (!typed.empty()) {
    uint32_t at = uint32_t(typed.data() - buffer);
    char plain = plain_of(next_typed(typed));
    if (!plain) continue;
    if (at < caret) ++before;
    buffer[written++] = plain;
  }
  uint32_t gaps = count ? (count - 1) / 4 : 0;
  bool grouped = count + gaps <= capacity;
  if (grouped)
    for (uint32_t i = count, to = count + gaps; i-- > 0;) {
      buffer[--to] = buffer[i];
      if (i && i % 4 == 0) buffer[--to] = ' ';
    }
  uint32_t size = grouped ? count + gaps : count;
  for (uint32_t i = size; i < length; ++i) buffer[i] = 0;
  return {size, grouped && before ? before + (before - 1) / 4 : before};
}

}  // namespace stegvis
