#include "base/day.h"

namespace stegvis {

// The algorithm is Howard Hinnant's ("chrono-Compatible Low-Level Date Algorithms"): it counts eras
// of 400 years, and years that begin in March.
Day day_of(Date date) {
  int32_t y = date.year - (date.month <= 2);
  int32_t era = (y >= 0 ? y : y - 399) / 400;
  int32_t year_of_era = y - era * 400;
  int32_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return {era * 146097 + day_of_era - 719468};
}

Date date_of(Day day) {
  int32_t z = day.number + 719468;
  int32_t era = (z >= 0 ? z : z - 146096) / 146097;
  int32_t day_of_era = z - era * 146097;
  int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int32_t shifted_month = (5 * day_of_year + 2) / 153;
  int32_t month = shifted_month + (shifted_month < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (month <= 2), month,
          day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int32_t days_in_month(int32_t year, int32_t month) {
  Date next = month == 12 ? Date{year + 1, 1, 1} : Date{year, month + 1, 1};
  return day_of(next) - day_of({year, month, 1});
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto number = [&](size_t from, size_t count) {
    int32_t n = 0;
    for (size_t i = from; i < from + count; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      n = n * 10 + (text[i] - '0');
    }
    return n;
  };
  Date date{number(0, 4), number(5, 2), number(8, 2)};
  if (date.year < 1900 || date.year > 2999 || date.month < 1 || date.month > 12)
    return std::nullopt;
  if (date.day < 1 || date.day > days_in_month(date.year, date.month)) return std::nullopt;
  return day_of(date);
}

std::string format_day(Day day) {
  Date d = date_of(day);
  std::string out = "0000-00-00";
  auto put = [&](size_t end, int32_t n) {
    for (; n > 0; n /= 10) out[end--] = char('0' + n % 10);
  };
  put(3, d.year), put(6, d.month), put(9, d.day);
  return out;
}

}  // namespace stegvis
