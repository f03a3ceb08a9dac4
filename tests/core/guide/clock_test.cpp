// Clocks that are wrong: an event brings its time and the reader's date, and whatever these are, it is taken
// in its turn or refused with a code. tests/unit/clocks.test.mjs has the dates that the page makes of times.
#include <gtest/gtest.h>

#include <cstdio>

#include "base/hash.h"
#include "journal/written_journals.h"
#include "runtime/replay.h"

namespace stegvis {
namespace {

Json event_of(const Json& at, const Json& day) {
  return Json::object()
      .set("v", 1)
      .set("id", std::string(32, 'a'))
      .set("at", at)
      .set("day", day)
      .set("node", "old")
      .set("kind", "restart");
}

TEST(Clock, EveryDayOfTheYearsThatAreTakenIsReadAsItIsWritten) {
  Day first = *parse_day("1900-01-01"), last = *parse_day("2999-12-31");
  int32_t count = 0;
  std::string before;
  for (Day day = first; day <= last; day = day + 1, ++count) {
    std::string text = format_day(day);
    ASSERT_EQ(parse_day(text), std::optional(day)) << text;
    ASSERT_LT(before, text);
    Date date = date_of(day);
    bool ends = date_of(day + 1).day == 1;
    ASSERT_EQ(ends, date.day == days_in_month(date.year, date.month)) << text;
    auto event = decode_event(event_of(0, text));
    ASSERT_TRUE(event) << text;
    ASSERT_EQ(event->day, day);
    before = std::move(text);
  }
  std::printf("%d days, from 1900 to 2999, read as they are written\n", count);
}

TEST(Clock, DatesThatTheCalendarOrTheFormHasNotAreRefusedWithACode) {
  int count = 0;
  for (const char* text : {"10000-01-01",
                           "+010000-01-01",
                           "12026-11-23",
                           "275760-09-13",
                           "9999-12-31",
                           "3000-01-01",
                           "1899-12-31",
                           "999-01-01",
                           "-001-01-01",
                           "0000-01-01",
                           "NaN-NaN-NaN",
                           "2026-02-29",
                           "2100-02-29",
                           "2026-04-31",
                           "2026-13-01",
                           "2026-00-10",
                           "2026-01-00",
                           "2026-1-01",
                           "2026-11-23T00:00:00Z",
                           " 2026-11-23",
                           "2026-11-2",
                           ""}) {
    auto event = decode_event(event_of(0, text));
    ASSERT_FALSE(event) << text;
    EXPECT_EQ(event.error().code, Code::event_shape) << text;
    EXPECT_EQ(event.error().where, "/day") << text;
    ++count;
  }
  for (const Json& at : {Json(-1), Json(INT64_MIN), Json("0"), Json(), Json(true)}) {
    auto event = decode_event(event_of(at, "2026-11-23"));
    ASSERT_FALSE(event) << at.dump();
    EXPECT_EQ(event.error().where, "/at");
    ++count;
  }
  std::printf("%d dates and times refused with event-shape\n", count);
}

// The days of a run, one for each round of a replacement.
void runs_on(const std::vector<std::pair<std::string, int64_t>>& rounds) {
  JournalWriter writer;
  for (const auto& [day, at] : rounds) {
    for (std::string_view kind : {"answer", "answer", "confirm", "restart"}) {
      Json view = writer.runtime().view(*parse_day(day));
      Json value;
      if (kind == "answer")
        for (const Json& item : view["list"]["items"].items())
          if (item["enabled"].boolean()) value = Json::object().set("item", item["id"]);
      if (kind == "confirm" && !view["offers"].has("confirm")) kind = "restart";
      if (kind == "answer" && value.is_null()) kind = "restart";
      Json outcome = writer.send(kind, view["node"].string(), day, at, value);
      ASSERT_FALSE(outcome.has("problem")) << day << " " << kind << outcome.dump();
    }
  }
  Runtime& runtime = writer.runtime();
  auto steps =
      replay(domains(), runtime.flow(), writer.journals().account + writer.journals().session);
  ASSERT_TRUE(steps) << steps.error().where << steps.error().detail;
  EXPECT_EQ(steps->back().session, hex16(runtime.session().digest()));
  EXPECT_EQ(steps->back().account, hex16(runtime.domain().digest()));
}

TEST(Clock, JumpsOfTenYearsAreEventsAsAnyOther) {
  runs_on({{"2026-11-23", 1795392000000},
           {"2036-11-23", 2111011200000},
           {"2016-11-23", 1479859200000},
           {"2026-11-23", 1795392000001}});
  runs_on({{"2036-02-29", 2087769600000}, {"2026-02-28", 1772236800000}, {"2046-02-28", 1}});
}

TEST(Clock, AnHourThatComesTwiceAndAMonthThatEndsElsewhereAreEventsAsAnyOther) {
  // Oslo, 25 October 2026: 02:30 in summer, and 02:30 again an hour later; then the clock is set back.
  runs_on({{"2026-10-25", 1792888200000},
           {"2026-10-25", 1792891800000},
           {"2026-10-25", 1792888200000}});
  // One moment is the last of a month in UTC-12 and two days on in UTC+14.
  runs_on({{"2027-02-28", 1803902399000},
           {"2027-03-01", 1803902399000},
           {"2027-02-28", 1803902399000}});
  runs_on({{"2999-12-31", 32503593600000}, {"1900-01-01", 0}, {"2999-12-31", INT64_MAX}});
}

TEST(Clock, AnEventThatIsRefusedForItsDateChangesNothing) {
  JournalWriter writer;
  writer.replace(1);
  std::string session = hex16(writer.runtime().session().digest());
  size_t bytes = writer.journals().session.size();
  Json outcome = writer.send("answer", "old", "10000-01-01", 253402300800000,
                             Json::object().set("item", "m-debit"));
  EXPECT_EQ(outcome["problem"]["code"].string(), "event-shape");
  EXPECT_EQ(outcome["problem"]["where"].string(), "/day");
  EXPECT_EQ(hex16(writer.runtime().session().digest()), session);
  EXPECT_EQ(writer.journals().session.size(), bytes);
}

}  // namespace
}  // namespace stegvis
