// Tests of core/base: JSON, days, the hash, UTF-8.
#include <gtest/gtest.h>

#include "base/day.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/utf8.h"
#include "base/word_list.h"

namespace stegvis {
namespace {

// The published test vectors use another key; these were computed with a key of zeros.
TEST(Hash, IsSipHash24WithAZeroKey) {
  EXPECT_EQ(hex16(siphash("")), "1e924b9d737700d7");
  EXPECT_EQ(hex16(siphash("hello")), "8cc15d5db2f752b9");
}

TEST(WordList, HasWholeWordsAlone) {
  for (const char* word : {"id", "at", "day"}) EXPECT_TRUE(lists("id at day", word)) << word;
  for (const char* other : {"", " ", "i", "d", "a", "da", "days", "id at", "at day", " at", "at "})
    EXPECT_FALSE(lists("id at day", other)) << other;
  EXPECT_FALSE(lists("", "id"));
  EXPECT_FALSE(lists("", ""));
  EXPECT_FALSE(lists("id  at", ""));
}

TEST(Hash, FieldsDoNotRunTogether) {
  EXPECT_NE(Digest().text("ab").text("c").value(), Digest().text("a").text("bc").value());
}

TEST(Json, WritesCanonically) {
  auto value = Json::parse(" { \"b\" : [1,-2,true,null], \"a\":\"\\u00e5\\n\\\"\" } ");
  ASSERT_TRUE(value);
  EXPECT_EQ(value->dump(), "{\"a\":\"å\\u000a\\\"\",\"b\":[1,-2,true,null]}");
}

TEST(Json, NamesThePlaceOfAMistake) {
  struct Case {
    const char* text;
    Code code;
    uint32_t line, column;
  };
  for (const Case& c :
       {Case{"{\"a\":\n  nul}", Code::json_syntax, 2, 6}, Case{"[1, 1.5]", Code::json_number, 1, 5},
        Case{"[1, 18446744073709551615]", Code::json_number, 1, 5},
        Case{"{\"a\":1,\"a\":2}", Code::json_duplicate, 1, 12},
        Case{"", Code::json_syntax, 1, 1}}) {
    auto value = Json::parse(c.text);
    ASSERT_FALSE(value) << c.text;
    EXPECT_EQ(value.error().code, c.code) << c.text;
    EXPECT_EQ(value.error().line, c.line) << c.text;
    EXPECT_EQ(value.error().column, c.column) << c.text;
  }
  EXPECT_EQ(Json::parse(std::string(70, '[')).error().code, Code::json_depth);
  EXPECT_EQ(Json::parse("[1,2]", 3).error().code, Code::json_size);
}

TEST(Json, KnowsTheOffsetOfEachValue) {
  std::string text = "{ \"a\" : [ 10, \"x\" ], \"b\":true}";
  auto value = Json::parse(text);
  ASSERT_TRUE(value);
  EXPECT_EQ(text[(*value)["a"].offset()], '[');
  EXPECT_EQ(text.substr((*value)["a"].items()[0].offset(), 2), "10");
  EXPECT_EQ(text.substr((*value)["a"].items()[1].offset(), 3), "\"x\"");
  EXPECT_EQ(text.substr((*value)["b"].offset(), 4), "true");
}

TEST(Json, MissingMembersAreNull) {
  Json value = Json::object();
  EXPECT_TRUE(value["x"]["y"].is_null());
  value.set("x", Json().push(1).push("two"));
  EXPECT_EQ(value.dump(), "{\"x\":[1,\"two\"]}");
  value.drop("x");
  EXPECT_EQ(value.dump(), "{}");
}

TEST(Json, APartCanReplaceTheWhole) {
  auto value = Json::parse("{\"a\":{\"b\":[1,{\"c\":2}]}}");
  ASSERT_TRUE(value);
  *value = std::move(value->items()[0]);
  EXPECT_EQ(value->dump(), "{\"b\":[1,{\"c\":2}]}");
  *value = (*value)["b"];
  EXPECT_EQ(value->dump(), "[1,{\"c\":2}]");
}

TEST(Day, CountsAndWrites) {
  EXPECT_EQ(day_of({1970, 1, 1}).number, 0);
  EXPECT_EQ(format_day(*parse_day("2026-11-23") + 8), "2026-12-01");
  EXPECT_EQ(days_in_month(2024, 2), 29);
  for (const char* bad : {"2026-02-29", "2026-13-01", "26-01-01", "2026-1-01", "2026-01-0x", ""})
    EXPECT_FALSE(parse_day(bad)) << bad;
  for (int32_t n = -25000; n < 40000; n += 17) EXPECT_EQ(day_of(date_of({n})).number, n);
}

TEST(Utf8, RefusesMalformedText) {
  EXPECT_TRUE(utf8_valid("å€😀"));
  for (const char* bad : {"\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\x80"})
    EXPECT_FALSE(utf8_valid(bad));
  EXPECT_EQ(decimal(INT64_MIN), "-9223372036854775808");
}

}  // namespace
}  // namespace stegvis
