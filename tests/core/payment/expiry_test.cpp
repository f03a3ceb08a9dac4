// Expiry dates, checked on many days and in every form that they can be typed in.
#include "payment/expiry.h"

#include <gtest/gtest.h>

#include <string>

#include "payment/card.h"

namespace stegvis {
namespace {

std::string two(int32_t number) { return {char('0' + number / 10 % 10), char('0' + number % 10)}; }

TEST(Expiry, EveryMonthThatIsLeftIsValidInEveryFormAndSoIsEveryWayThere) {
  for (Day today : {*parse_day("2026-11-23"), *parse_day("2026-01-01"), *parse_day("2029-12-31")}) {
    Date date = date_of(today);
    for (int32_t year = date.year; year <= date.year + 20; ++year)
      for (int32_t month = year == date.year ? date.month : 1; month <= 12; ++month) {
        std::string m = std::to_string(month), mm = two(month), yy = two(year),
                    yyyy = std::to_string(year);
        for (std::string form :
             {mm + "/" + yy, mm + yy, mm + "/" + yyyy, mm + yyyy, yyyy + "-" + mm, m + "/" + yy,
              m + "/" + yyyy, m + " " + yy, mm + " / " + yy, yyyy + mm}) {
          ExpiryCheck check = check_expiry(form, today);
          ASSERT_EQ(check.verdict.standing, Standing::valid) << form;
          ASSERT_EQ(check.year, year) << form;
          ASSERT_EQ(check.month, month) << form;
          for (size_t size = 0; size < form.size(); ++size)
            ASSERT_NE(check_expiry(form.substr(0, size), today).verdict.standing, Standing::invalid)
                << form.substr(0, size) << " on the way to " << form;
        }
      }
  }
}

TEST(Expiry, NoMonthThatIsPastOrTooFarIsValid) {
  Day today = *parse_day("2026-11-23");
  for (int32_t year = 1950; year < 2100; ++year)
    for (int32_t month = 1; month <= 12; ++month) {
      bool left = (year > 2026 || (year == 2026 && month >= 11)) && year <= 2046;
      ExpiryCheck check = check_expiry(two(month) + "/" + std::to_string(year), today);
      EXPECT_EQ(check.verdict.standing == Standing::valid, left) << month << "/" << year;
      if (!left) {
        EXPECT_EQ(check.verdict.code, year > 2046 ? "expiry-far" : "expiry-past");
      }
    }
}

// Every text with the verdict "possible" becomes valid with some further characters.
TEST(Expiry, APossibleTextCanBecomeValid) {
  Day today = *parse_day("2026-11-23");
  auto can = [&](auto&& self, const std::string& text, int depth) -> bool {
    if (check_expiry(text, today).verdict.standing == Standing::valid) return true;
    if (depth == 0) return false;
    for (char c : std::string("0123456789/"))
      if (check_expiry(text + c, today).verdict.standing != Standing::invalid &&
          self(self, text + c, depth - 1))
        return true;
    return false;
  };
  std::string alphabet = "0123456789/";
  for (uint32_t i = 0; i < 11 * 11 * 11 * 11; ++i) {
    std::string text;
    for (uint32_t rest = i, places = 0; places < 4; ++places, rest /= 11)
      text += alphabet[rest % 11];
    if (check_expiry(text, today).verdict.standing == Standing::possible) {
      EXPECT_TRUE(can(can, text, 6)) << text;
    }
  }
}

TEST(Expiry, SaysWhatIsWrong) {
  Day today = *parse_day("2026-11-23");
  struct Case {
    const char *typed, *code;
  };
  for (Case c : {Case{"", "expiry-empty"},
                 {"12", "expiry-incomplete"},
                 {"12/3", "expiry-incomplete"},
                 {"13/30", "expiry-month"},
                 {"00/30", "expiry-month"},
                 {"10/26", "expiry-past"},
                 {"12/20", "expiry-past"},
                 {"12/47", "expiry-far"},
                 {"12/30/1", "expiry-format"},
                 {"12a", "expiry-character"}})
    EXPECT_EQ(check_expiry(c.typed, today).verdict.code, c.code) << c.typed;
  EXPECT_EQ(check_expiry("12/2047", today).verdict.args.dump(), "{\"year\":\"2046\"}");
}

// The formatted text never has a worse verdict than the typed text.
TEST(Expiry, FormattingRefusesNothingThatCouldBecomeValid) {
  Day today = *parse_day("2026-11-23");
  for (uint32_t digits = 1; digits <= 6; ++digits)
    for (uint32_t number = 0, end = digits == 1   ? 10
                                    : digits == 2 ? 100
                                    : digits == 3 ? 1000
                                                  : 10000;
         number < end; ++number) {
      std::string text = std::to_string(number);
      text = std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
      char buffer[16] = {};
      for (size_t i = 0; i < text.size(); ++i) buffer[i] = text[i];
      Standing before = check_expiry(text, today).verdict.standing;
      Formatted formatted = format_expiry(buffer, uint32_t(text.size()), 16, 0);
      Standing after = check_expiry({buffer, formatted.length}, today).verdict.standing;
      if (before != Standing::invalid) {
        EXPECT_NE(after, Standing::invalid) << text << " is shown as " << buffer;
      }
    }
}

}  // namespace
}  // namespace stegvis
