// Vocalink's modulus check ("Validating account numbers", version 8). Its letters for the digits
// are uvwxyz for a sort code and abcdefgh for an account number; here they have the indices 0 to 5
// and 6 to 13.
#include "payment/bank.h"
#include "payment/typed.h"

namespace stegvis {

namespace {

constexpr uint32_t a = 6, b = 7, c = 8, g = 12, h = 13;

uint32_t sort_code_of(const uint8_t (&digits)[14]) {
  uint32_t code = 0;
  for (uint32_t i = 0; i < 6; ++i) code = code * 10 + digits[i];
  return code;
}

void put_sort_code(uint8_t (&digits)[14], uint32_t code) {
  for (uint32_t i = 6; i-- > 0; code /= 10) digits[i] = uint8_t(code % 10);
}

// Reads the whole numbers of a line, separated by spaces. Returns false if the line has anything
// else or more than max_count numbers.
bool read_numbers(std::string_view text, int32_t* numbers, uint32_t max_count, uint32_t& count) {
  count = 0;
  while (!text.empty()) {
    bool negative = text[0] == '-';
    if (negative) text.remove_prefix(1);
    int32_t value = 0;
    uint32_t digits = 0;
    for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; text.remove_prefix(1), ++digits)
      value = value * 10 + (text[0] - '0');
    if (digits == 0 || digits > 6 || count == max_count) return false;
    numbers[count++] = negative ? -value : value;
    if (!text.empty() && text[0] != ' ') return false;
    while (!text.empty() && text[0] == ' ') text.remove_prefix(1);
  }
  return true;
}

}  // namespace

Result<BankBook> BankBook::load(std::string_view data) {
  BankBook book;
  uint32_t line_number = 0;
  auto fail = [&](std::string_view detail) {
    return Error{Code::bank_data, "bank", line_number, 1, std::string(detail)};
  };
  while (!data.empty()) {
    ++line_number;
    size_t end = data.find('\n');
    std::string_view line = data.substr(0, end);
    data.remove_prefix(end == std::string_view::npos ? data.size() : end + 1);
    if (line.empty() || line[0] == '#') continue;
    size_t space = line.find(' ');
    if (space == std::string_view::npos) return fail("expected rule, range or substitute");
    std::string_view word = line.substr(0, space);
    line.remove_prefix(space + 1);
    Rule rule{};
    if (word == "rule") {
      space = line.find_first_of("MD");
      size_t after = line.find(' ', space);
      if (space == std::string_view::npos || after == std::string_view::npos)
        return fail("expected MOD10, MOD11 or DBLAL");
      std::string_view method = line.substr(space, after - space);
      if (method == "MOD10")
        rule.method = Method::mod10;
      else if (method == "MOD11")
        rule.method = Method::mod11;
      else if (method == "DBLAL")
        rule.method = Method::double_alternate;
      else
        return fail("expected MOD10, MOD11 or DBLAL");
      line.remove_prefix(after + 1);
    }
    int32_t numbers[15];
    uint32_t count;
    if (!read_numbers(line, numbers, 15, count)) return fail("expected whole numbers");
    if (word == "rule") {
      if (count != 15) return fail("expected 15 numbers");
      for (uint32_t i = 0; i < 14; ++i) {
        if (numbers[i] < -999 || numbers[i] > 999) return fail("a weight is too large");
        rule.weights[i] = int16_t(numbers[i]);
      }
      if (numbers[14] < 0 || numbers[14] > 14) return fail("exceptions are 0 to 14");
      rule.exception = uint8_t(numbers[14]);
      book.rules_.push_back(rule);
    } else if (word == "range") {
      if (count < 3 || count > 4) return fail("expected two sort codes");
      Range range{uint32_t(numbers[0]), uint32_t(numbers[1]), {}};
      if (range.first > range.last ||
          (!book.ranges_.empty() && range.first <= book.ranges_.back().last))
        return fail("out of order");
      for (uint32_t i = 2; i < count; ++i) {
        if (numbers[i] < 1 || numbers[i] > int32_t(book.rules_.size())) return fail("no such rule");
        range.rules[i - 2] = uint8_t(numbers[i]);
      }
      book.ranges_.push_back(range);
    } else if (word == "substitute") {
      if (count != 2) return fail("expected two sort codes");
      book.substitutes_.emplace_back(uint32_t(numbers[0]), uint32_t(numbers[1]));
    } else {
      return fail("expected rule, range or substitute");
    }
  }
  if (book.ranges_.empty()) return fail("no range");
  if (book.rules_.size() > 255) return fail("more than 255 rules");
  return book;
}

bool BankBook::passes(const Rule& rule, const uint8_t (&digits)[14]) const {
  uint8_t typed[14];
  int16_t weights[14];
  for (uint32_t i = 0; i < 14; ++i) typed[i] = digits[i], weights[i] = rule.weights[i];

  if (rule.exception == 2 && typed[a] != 0) {
    constexpr int16_t other[] = {0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1};
    for (uint32_t i = 0; i < 14; ++i) weights[i] = typed[g] == 9 && i < c ? int16_t(0) : other[i];
  }
  bool nines = typed[g] == 9;
  bool begins_09_or_99 = (typed[a] == 0 || typed[a] == 9) && typed[b] == 9;
  if ((rule.exception == 7 && nines) || (rule.exception == 10 && nines && begins_09_or_99))
    for (uint32_t i = 0; i < c; ++i) weights[i] = 0;
  if (rule.exception == 8) put_sort_code(typed, 90126);
  if (rule.exception == 9) put_sort_code(typed, 309634);
  if (rule.exception == 5)
    for (auto [from, to] : substitutes_)
      if (sort_code_of(digits) == from) put_sort_code(typed, to);

  int32_t sum = rule.exception == 1 ? 27 : 0;
  for (uint32_t i = 0; i < 14; ++i) {
    int32_t product = typed[i] * weights[i];
    if (rule.method == Method::double_alternate)
      product = product / 100 + product / 10 % 10 + product % 10;
    sum += product;
  }
  wipe(typed);
  int32_t modulus = rule.method == Method::mod11 ? 11 : 10;
  int32_t remainder = (sum % modulus + modulus) % modulus;
  if (rule.exception == 4) return remainder == digits[g] * 10 + digits[h];
  if (rule.exception == 5) {
    // The check digit is g in the first check and h in the second.
    uint32_t place = modulus == 11 ? g : h;
    return remainder == 0 ? digits[place] == 0 : modulus - remainder == digits[place];
  }
  return remainder == 0;
}

bool BankBook::uk_account(const uint8_t (&digits)[14]) const {
  uint32_t code = sort_code_of(digits);
  size_t low = 0, high = ranges_.size();
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (ranges_[middle].last < code)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == ranges_.size() || code < ranges_[low].first) return true;
  const Rule& first = rules_[ranges_[low].rules[0] - 1];

  // Accounts in a foreign currency have no check.
  if (first.exception == 6 && digits[a] >= 4 && digits[a] <= 8 && digits[g] == digits[h])
    return true;
  if (first.exception == 14) {
    if (passes(first, digits)) return true;
    if (digits[h] != 0 && digits[h] != 1 && digits[h] != 9) return false;
    // The second attempt drops the last digit and puts a zero before the account number.
    uint8_t shifted[14];
    for (uint32_t i = 0; i < 14; ++i)
      shifted[i] = i < a ? digits[i] : i == a ? uint8_t(0) : digits[i - 1];
    bool passed = passes(first, shifted);
    wipe(shifted);
    return passed;
  }
  bool passed = passes(first, digits);
  if (ranges_[low].rules[1] == 0) return passed;
  const Rule& second = rules_[ranges_[low].rules[1] - 1];
  // Under these exceptions it is enough that one of the two rules passes.
  if (first.exception == 2 || first.exception == 9 ||
      (first.exception >= 10 && first.exception <= 13))
    return passed || passes(second, digits);
  if (second.exception == 3 && (digits[c] == 6 || digits[c] == 9)) return passed;
  return passed && passes(second, digits);
}

}  // namespace stegvis
