// Billing addresses: the fields of each country, the verdicts of typed values, and bad tables.
#include "payment/address.h"

#include <gtest/gtest.h>

#include "payment/pattern.h"
#include "payment_tables.h"

namespace stegvis {
namespace {

std::string fields_of(std::string_view country) {
  std::string text;
  for (const AddressField& field : address_book().fields(country))
    text += (text.empty() ? "" : " ") + field.id + (field.required ? "!" : "") + ":" + field.label;
  return text;
}

TEST(Address, AsksEachCountrysFieldsInItsOrderAndByItsNames) {
  EXPECT_EQ(fields_of("NO"), "line1!:line1 line2:line2 postal-code!:postal city!:city");
  EXPECT_EQ(fields_of("US"), "line1!:line1 line2:line2 city!:city region!:state postal-code!:zip");
  EXPECT_EQ(fields_of("IN"), "line1!:line1 line2:line2 city!:city postal-code!:pin region!:state");
  EXPECT_EQ(fields_of("GB"), "line1!:line1 line2:line2 city!:city postal-code!:postal");
  EXPECT_EQ(
      fields_of("IE"),
      "line1!:line1 line2:line2 sublocality:townland city!:city region:county postal-code:eircode");
  EXPECT_EQ(fields_of("JP"),
            "postal-code!:postal region!:prefecture city!:city line1!:line1 line2:line2");
  EXPECT_EQ(fields_of("AE"), "line1!:line1 line2:line2 region!:emirate");
  EXPECT_EQ(fields_of("HK"), "region!:area line1!:line1 line2:line2");
  EXPECT_EQ(fields_of("QQ"), "");
}

TEST(Address, EveryCountryOfIso3166HasAForm) {
  EXPECT_EQ(address_book().countries().size(),
            252u);  // 249, and Ascension, Tristan da Cunha, Kosovo
  for (std::string_view country : address_book().countries()) {
    std::vector<AddressField> fields = address_book().fields(country);
    bool line1 = false, postal = false;
    for (const AddressField& field : fields) {
      line1 |= field.id == "line1" && field.required;
      postal |= field.id == "postal-code";
    }
    EXPECT_TRUE(line1 || country == "AQ") << country;
    EXPECT_EQ(postal, !address_book().example(country).empty()) << country;
  }
}

TEST(Address, ListsRegionsWhereACountryHasThem) {
  auto regions = [](std::string_view country) {
    for (const AddressField& field : address_book().fields(country))
      if (field.id == "region") return field.options;
    return std::vector<std::string>();
  };
  EXPECT_EQ(regions("AU").size(), 8u);
  EXPECT_EQ(regions("CA").front(), "Alberta");
  EXPECT_EQ(regions("JP").size(), 47u);
  EXPECT_EQ(regions("AE").size(), 7u);
  EXPECT_EQ(regions("VN").size(), 34u);
  EXPECT_EQ(regions("IN").size(), 36u);
  EXPECT_TRUE(regions("NO").empty());
  for (std::string_view country : address_book().countries())
    for (const std::string& region : regions(country))
      EXPECT_EQ(address_book().check(country, "region", region).standing, Standing::valid)
          << country << " " << region;
}

TEST(Address, ARegionCanBeTypedByNameByCodeOrInLatinLetters) {
  EXPECT_EQ(address_book().check("US", "region", "ca").standing, Standing::valid);
  EXPECT_EQ(address_book().check("US", "region", "Calif").standing, Standing::possible);
  EXPECT_EQ(address_book().check("JP", "region", "tokyo").standing, Standing::valid);
  EXPECT_EQ(address_book().check("US", "region", "Ontario").code, "address-region-unknown");
}

TEST(Address, SaysWhatIsWrongWithAPostalCode) {
  struct Case {
    const char *country, *typed, *code;
  };
  for (Case c : {Case{"NO", "", "postal-code-empty"},
                 {"NO", "00", "postal-code-short"},
                 {"NO", "00250", "postal-code-long"},
                 {"NO", "0O25", "postal-code-character"},
                 {"NO", "00.5", "postal-code-character"},
                 {"NO", "00 25", ""},
                 {"NO", "00-25", "postal-code-format"},
                 {"GB", "W1A 44Z", "postal-code-format"},
                 {"ES", "53000", "postal-code-unknown"},
                 {"AE", "12345", "address-unused"},
                 {"QQ", "1", "address-country"}})
    EXPECT_EQ(address_book().check(c.country, "postal-code", c.typed).code, c.code)
        << c.country << " " << c.typed;
  EXPECT_EQ(address_book().check("NO", "postal-code", "00x5").args.dump(),
            "{\"character\":\"x\",\"example\":\"0025\"}");
  EXPECT_EQ(address_book().check("AE", "postal-code", "").standing, Standing::valid);
  EXPECT_EQ(address_book().check("IE", "postal-code", "").standing, Standing::valid);
}

TEST(Address, RefusesACardNumberControlCharactersAndEndlessText) {
  EXPECT_EQ(address_book().check("NO", "line1", "").code, "address-line1-empty");
  EXPECT_EQ(address_book().check("NO", "line1", "Storgata 1").standing, Standing::valid);
  EXPECT_EQ(address_book().check("NO", "line1", "4111 1111 1111 1111").code, "address-number");
  EXPECT_EQ(address_book().check("NO", "line2", "c/o 4111-1111-1111-1111").code, "address-number");
  EXPECT_EQ(address_book().check("NO", "city", "Oslo\x01").code, "address-character");
  EXPECT_EQ(address_book().check("NO", "city", std::string(201, 'x')).code, "address-long");
}

TEST(Address, BadDataIsANamedErrorAtItsLine) {
  struct Case {
    const char* data;
    uint32_t line;
  };
  for (Case c : {Case{"", 0},
                 {"# only a comment\n", 1},
                 {"no\n", 1},
                 {"fields line1\n", 1},
                 {"NO\nfields line3\n", 1},
                 {"NO\n", 1},
                 {"NO\nfields line1\nNO\nfields line1\n", 3},
                 {"SE\nfields line1\nNO\nfields line1\n", 3},
                 {"NO\nfields line1\nfields line1\n", 3},
                 {"NO\nfields postal-code\n", 1},
                 {"NO\nfields line1\npostal ####\nexamples 1\n", 1},
                 {"NO\nfields postal-code\npostal (##\nexamples 00\n", 1},
                 {"NO\nfields postal-code\npostal ##\nexamples 000\n", 1},
                 {"NO\nfields postal-code\npostal ##\n", 1},
                 {"NO\nfield line1\n", 2},
                 {"NO\nfields line1\xff\n", 0}}) {
    Result<AddressBook> book = AddressBook::load(c.data);
    ASSERT_FALSE(book) << c.data;
    EXPECT_EQ(book.error().code, Code::address_data);
    EXPECT_EQ(book.error().line, c.line) << c.data;
    EXPECT_FALSE(book.error().detail.empty());
  }
}

TEST(Pattern, IsMatchedCharacterByCharacter) {
  struct Case {
    const char *pattern, *typed;
    Standing standing;
  };
  for (Case c :
       {Case{"####", "12", Standing::possible},   {"####", "1234", Standing::valid},
        {"####", "12345", Standing::invalid},     {"### ##", "123 45", Standing::valid},
        {"### ##", "12345", Standing::valid},     {"### ##", "123-45", Standing::valid},
        {"### ##", "123  45", Standing::valid},   {"### ##", "1 2345", Standing::valid},
        {"### ##", "123--45", Standing::invalid}, {"### ##", "12-345", Standing::invalid},
        {"(37)?####", "375010", Standing::valid}, {"(37)?####", "3750", Standing::valid},
        {"A[BL]?#|C##", "AB1", Standing::valid},  {"A[BL]?#|C##", "A1", Standing::valid},
        {"A[BL]?#|C##", "c12", Standing::valid},  {"A[BL]?#|C##", "B", Standing::invalid},
        {"#(#(#)?)?", "12", Standing::valid},     {"((0|1)#|2)@", "2x", Standing::valid},
        {"((0|1)#|2)@", "15y", Standing::valid},  {"((0|1)#|2)@", "1y", Standing::invalid}})
    EXPECT_EQ(match_pattern(c.pattern, c.typed).standing, c.standing)
        << c.pattern << " " << c.typed;
  for (const char* bad : {"", "(", ")", "[", "[]", "[-A]", "[A-]", "?", "(?)", "a", "#*", "(#"})
    EXPECT_FALSE(pattern_well_formed(bad)) << bad;
}

}  // namespace
}  // namespace stegvis
