// Calendar days without a clock or a time zone: the number of days since 1970-01-01, Gregorian.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace stegvis {

struct Day {
  int32_t number = 0;
  auto operator<=>(const Day&) const = default;
  Day operator+(int32_t days) const { return {number + days}; }
  int32_t operator-(Day other) const { return number - other.number; }
};

struct Date {
  int32_t year;
  int32_t month;  // 1 to 12
  int32_t day;    // 1 to 31
};

Day day_of(Date date);
Date date_of(Day day);

// Days in that month: 28 to 31.
int32_t days_in_month(int32_t year, int32_t month);

// "2026-11-23" exactly, years 1900 to 2999; nothing for any other text or a day that no calendar
// has.
std::optional<Day> parse_day(std::string_view text);

// "2026-11-23"
std::string format_day(Day day);

}  // namespace stegvis
