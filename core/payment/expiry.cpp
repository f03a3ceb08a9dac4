#include "payment/expiry.h"

#include "base/utf8.h"
#include "payment/card.h"
#include "payment/typed.h"

namespace stegvis {

namespace {

constexpr int32_t years_ahead = 20;

bool is_separator(char32_t c) {
  return c == '/' || c == '.' || c == 0xff0f || c == 0x2044 || c == 0x2215 || is_dash(c);
}

// A run of digits.
struct Group {
  int32_t value = 0;
  uint32_t count = 0;
};

int32_t power(uint32_t exponent) {
  int32_t result = 1;
  while (exponent--) result *= 10;
  return result;
}

enum class Fault : uint8_t { none, incomplete, month, past, far };

// One interpretation of the typed text.
struct Reading {
  Standing standing = Standing::invalid;
  Fault fault = Fault::none;
  int32_t year = 0, month = 0;
};

// A month is open if it can get further digits: not after a separator or a space.
enum class Month : uint8_t { open, closed };

struct Reader {
  Date today;

  // Returns whether a card with this expiry date is valid today.
  bool open(int32_t year, int32_t month) const {
    return year <= today.year + years_ahead &&
           (year > today.year || (year == today.year && month >= today.month));
  }

  // Reads a year that may be incomplete, after its month is known.
  Reading with_year(int32_t month, Group year) const {
    if (year.count == 0) return {Standing::possible, Fault::incomplete};
    bool can_complete = false;
    for (int32_t y = today.year; y <= today.year + years_ahead; ++y) {
      if (!open(y, month)) continue;
      if (year.count == 4 && y == year.value) return {Standing::valid, Fault::none, y, month};
      if (year.count == 2 && y % 100 == year.value) return {Standing::valid, Fault::none, y, month};
      if (year.count < 4 && y / power(4 - year.count) == year.value) can_complete = true;
      if (year.count == 1 && y % 100 / 10 == year.value) can_complete = true;
    }
    // The fault of the year without further digits. One or two digits are a year of this century.
    int32_t base = year.count < 3 ? today.year - today.year % 100 : 0;
    int32_t as_year = base + year.value * (year.count == 1 ? 10 : year.count == 3 ? 10 : 1);
    Fault fault = as_year > today.year + years_ahead ? Fault::far : Fault::past;
    if (can_complete && year.count != 2) fault = Fault::incomplete;
    return {can_complete ? Standing::possible : Standing::invalid, fault};
  }

  // Reads a month and then a year. A single 0 can be the first digit of 01 to 09.
  Reading month_first(Group month, Group year, Month state) const {
    bool only_zero =
        month.count == 1 && month.value == 0 && year.count == 0 && state == Month::open;
    if (only_zero) return {Standing::possible, Fault::incomplete};
    if (month.value < 1 || month.value > 12) return {Standing::invalid, Fault::month};
    return with_year(month.value, year);
  }

  // Reads a year and then a month. A year with a month behind it has four digits.
  Reading year_first(Group year, Group month) const {
    if (month.count == 0) {
      Reading reading = with_year(12, year);
      if (reading.standing == Standing::invalid) return reading;
      // Two digits can only be the first two of four.
      bool century = year.count != 2 || year.value == today.year / 100 ||
                     year.value == (today.year + years_ahead) / 100;
      if (year.count == 1) century = year.value == today.year / 1000;
      return {century ? Standing::possible : Standing::invalid,
              century ? Fault::incomplete : Fault::past};
    }
    Reading best{Standing::invalid, Fault::month};
    if (month.value >= 1 && month.value <= 12) best = with_year(month.value, year);
    if (month.count == 1 && best.standing != Standing::valid)
      for (int32_t m = month.value ? 10 : 1; m <= (month.value ? 12 : 9); ++m)
        if (month.value <= 1 && open(year.value, m)) best = {Standing::possible, Fault::incomplete};
    return best;
  }
};

// Return the first `count` digits of a group, and the digits after them.
Group first_of(Group group, uint32_t count) {
  return {group.value / power(group.count - count), count};
}
Group rest_of(Group group, uint32_t count) {
  return {group.value % power(group.count - count), group.count - count};
}

void take_if_better(Reading& best, Reading other) {
  if (other.standing < best.standing) best = other;
}

// Reads one run of digits in every way and returns the best reading. The first way is the most
// usual one, so it names the fault if no way is better. `separated`: a separator follows the run.
Reading read_run(const Reader& reader, Group run, bool separated, Month state) {
  if (separated) {
    if (run.count <= 2) return reader.month_first(run, {}, Month::closed);
    if (run.count == 4) return reader.year_first(run, {});
    return {Standing::invalid, Fault::incomplete};
  }
  Reading best;
  if (run.count >= 2) {
    best = reader.month_first(first_of(run, 2), rest_of(run, 2), state);
    take_if_better(best, reader.month_first(first_of(run, 1), rest_of(run, 1), state));
  } else {
    best = reader.month_first(run, {}, state);
  }
  uint32_t year = run.count < 4 ? run.count : 4;
  take_if_better(best, reader.year_first(first_of(run, year), rest_of(run, year)));
  return best;
}

ExpiryCheck check_of(const Reader& reader, Reading reading) {
  if (reading.standing == Standing::valid) return {{}, reading.year, reading.month};
  std::string_view code = "expiry-incomplete";
  if (reading.fault == Fault::month) code = "expiry-month";
  if (reading.fault == Fault::past) code = "expiry-past";
  if (reading.fault == Fault::far) code = "expiry-far";
  ExpiryCheck check{verdict_of(reading.standing, code)};
  if (reading.fault == Fault::far)
    check.verdict.args.set("year", decimal(reader.today.year + years_ahead));
  return check;
}

}  // namespace

ExpiryCheck check_expiry(std::string_view typed, Day today) {
  Reader reader{date_of(today)};
  Group groups[2];
  uint32_t count = 0;       // groups so far
  bool between = true;      // no group is open
  uint32_t separators = 0;  // since the last digit
  bool format = false;      // the text is no date
  while (!typed.empty()) {
    char32_t character = next_typed(typed);
    int32_t digit = digit_of(character);
    if (digit >= 0) {
      if (between) {
        format |= count == 2 || separators > 1;
        if (count < 2) ++count;
        between = false;
        separators = 0;
      }
      Group& group = groups[count - 1];
      if (group.count < 6) {
        group.value = group.value * 10 + digit;
        ++group.count;
      } else {
        format = true;
      }
    } else if (is_separator(character)) {
      // A text can begin with a "/" if the digits before it were deleted, but not with "-" or ".".
      format |= count == 0 && (is_dash(character) || character == '.');
      between = true;
      ++separators;
    } else if (is_blank(character)) {
      between = true;
    } else {
      return {culprit("expiry-character", character)};
    }
  }
  format |= separators > 1 || (count == 2 && separators > 0);
  if (format) return {verdict_of(Standing::invalid, "expiry-format")};
  if (count == 0) return {verdict_of(Standing::possible, "expiry-empty")};
  Month state = between ? Month::closed : Month::open;
  if (count == 1) return check_of(reader, read_run(reader, groups[0], separators > 0, state));
  bool year_first = groups[0].count == 4 && groups[1].count <= 2;
  bool month_first = groups[0].count <= 2 && groups[1].count <= 4;
  if (year_first) return check_of(reader, reader.year_first(groups[0], groups[1]));
  if (month_first) return check_of(reader, reader.month_first(groups[0], groups[1], Month::closed));
  return {verdict_of(Standing::invalid, "expiry-format")};
}

Formatted format_expiry(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret) {
  // A digit or separator becomes one ASCII byte; any other character keeps its bytes.
  std::string_view typed(buffer, length);
  uint32_t written = 0, new_caret = 0;
  bool digits_only = true;
  while (!typed.empty()) {
    uint32_t at = uint32_t(typed.data() - buffer);
    char32_t character = next_typed(typed);
    uint32_t next = uint32_t(typed.data() - buffer);
    int32_t digit = digit_of(character);
    digits_only &= digit >= 0;
    uint32_t size = 1;
    if (digit >= 0) {
      buffer[written] = char('0' + digit);
    } else if (character >= 0x80 && is_separator(character)) {
      buffer[written] = is_dash(character) ? '-' : '/';
    } else {
      size = next - at;
      for (uint32_t i = 0; i < size; ++i) buffer[written + i] = buffer[at + i];
    }
    written += size;
    if (next <= caret) new_caret = written;
  }
  for (uint32_t i = written; i < length; ++i) buffer[i] = 0;
  if (!digits_only || written < 2 || written > 6 || written >= capacity)
    return {written, new_caret};

  // `place` is where the first group ends, if that is certain without today's date; else 0.
  uint32_t first = uint32_t(buffer[0] - '0'), second = uint32_t(buffer[1] - '0');
  uint32_t place = 0;
  char separator = '/';
  if (first == 2 && second == 0) {
    place = written > 4 ? 4 : 0;
    separator = '-';
  } else if (first > 1 || (first == 1 && second > 2)) {
    place = 1;
  } else if (written > 2 && first == 0) {
    place = 2;
  } else if (written > 2) {
    // The month is 10, 11 or 12, unless January and a year fits better: "127" is 1/27.
    bool decade = buffer[2] >= '2' && buffer[2] <= '4';
    place = decade ? 2 : 0;
  }
  if (place == 0) return {written, new_caret};
  for (uint32_t i = written; i > place; --i) buffer[i] = buffer[i - 1];
  buffer[place] = separator;
  return {written + 1, new_caret > place ? new_caret + 1 : new_caret};
}

}  // namespace stegvis
