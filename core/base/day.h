// Calendar days of the Gregorian calendar, without a clock or a time zone.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace stegvis {

struct Day {
  int32_t number = 0;  // days since 1970-01-01
  auto operator<=>(const Day&) const = default;
  Day operator+(int32_t days) const { return {number + days}; }
  int32_t operator-(Day other) const { return number - other.number; }
};

struct Date {
  int32_t year;
  int32_t month;  // 1 to 12
  int32_t day;    // 1 to 31
};

// Convert between the two. The date must be one that the calendar has.
Day day_of(Date date);
Date date_of(Day day);

// Returns the number of days in a month (1 to 12): 28 to 31.
int32_t days_in_month(int32_t year, int32_t month);

// Reads a date of the form "2026-11-23", years 1900 to 2999. Returns nothing for any other text and
// for a date that the calendar does not have.
std::optional<Day> parse_day(std::string_view text);

// Writes a day of the years 0 to 9999 as "2026-11-23".
std::string format_day(Day day);

}  // namespace stegvis
