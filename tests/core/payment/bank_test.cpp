// Bank accounts: IBAN, BIC, and the fields of countries that use neither.
#include "payment/bank.h"

#include <gtest/gtest.h>

#include <cstring>

#include "payment_tables.h"

namespace stegvis {
namespace {

TEST(Iban, KeepsCountryAndLastFourOfAValidNumberOnly) {
  BankCheck check = check_iban("no93 8601 1117 947", &bank_book());
  EXPECT_EQ(check.verdict.standing, Standing::valid);
  EXPECT_EQ(check.country, "NO");
  EXPECT_EQ(check.last4, "7947");
  EXPECT_EQ(check_iban("NO93 8601").country, "NO");
  EXPECT_EQ(check_iban("NO93 8601").last4, "");
  EXPECT_EQ(check_iban("NO9386011117948").last4, "");
}

TEST(Iban, SaysWhatIsWrong) {
  struct Case {
    const char *typed, *code;
  };
  for (Case c : {Case{"", "iban-empty"},
                 {"NO", "iban-short"},
                 {"QQ12", "iban-country"},
                 {"Z", "iban-country"},
                 {"1", "iban-format"},
                 {"NO93860111179X7", "iban-format"},
                 {"NO93 8601 1117 9471", "iban-long"},
                 {"NO9386011117948", "iban-checksum"},
                 {"NO00", "iban-checksum"},
                 {"NO99", "iban-checksum"},
                 {"NO93.", "iban-character"}})
    EXPECT_EQ(check_iban(c.typed).verdict.code, c.code) << c.typed;
}

TEST(Iban, BritishNumbersAreCheckedByTheirRulesWhereTheTableIsThere) {
  EXPECT_EQ(check_iban("GB29NWBK60161331926819", &bank_book()).verdict.standing, Standing::valid);
  // The last digit and the check digits are changed so that modulus 97 is still right.
  const char* wrong = "GB02NWBK60161331926820";
  EXPECT_EQ(check_iban(wrong).verdict.standing, Standing::valid);
  EXPECT_EQ(check_iban(wrong, &bank_book()).verdict.code, "iban-national");
}

// A slip changes one digit of a valid number.
TEST(Iban, EverySlipOfOneDigitIsFound) {
  for (const char* right : {"NO9386011117947", "GB29NWBK60161331926819",
                            "FR1420041010050500013M02606", "MT84MALT011000012345MTLCAST001S"}) {
    std::string number = right;
    ASSERT_EQ(check_iban(number).verdict.standing, Standing::valid) << number;
    for (size_t i = 2; i < number.size(); ++i) {
      if (number[i] > '9') continue;
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string slip = number;
        slip[i] = digit;
        if (slip != number) {
          EXPECT_EQ(check_iban(slip).verdict.standing, Standing::invalid) << slip;
        }
      }
    }
  }
}

TEST(Bic, SaysWhatIsWrong) {
  struct Case {
    const char *typed, *code;
  };
  for (Case c : {Case{"", "bic-empty"},
                 {"DNBANO", "bic-short"},
                 {"DNBANOKKX", "bic-short"},
                 {"DNB1NOKK", ""},
                 {"DNBA1OKK", "bic-format"},
                 {"DNBAXX", "bic-country"},
                 {"DNBA!", "bic-character"},
                 {"DNBANOKKXXXX", "bic-long"},
                 {"DNBA*", "bic-character"},
                 {"DNBANOKK", ""},
                 {"dnbanokkxxx", ""}})
    EXPECT_EQ(check_bic(c.typed).code, c.code) << c.typed;
}

TEST(UsRouting, NoNumberOfAllZerosAndNoPrefixThatIsNone) {
  EXPECT_EQ(check_us_routing("000000000").code, "us-routing-checksum");
  uint32_t prefixes = 0;
  for (char first = '0'; first <= '9'; ++first)
    for (char second = '0'; second <= '9'; ++second)
      prefixes += check_us_routing(std::string{first, second}).standing == Standing::possible;
  EXPECT_EQ(prefixes, 13u + 12u + 12u + 1u);
}

TEST(UkAccount, SortCodeAndAccountNumberCanBeAskedApart) {
  EXPECT_EQ(check_uk_sort_code("08-99-99").standing, Standing::valid);
  EXPECT_EQ(check_uk_sort_code("08-99").code, "uk-sort-code-short");
  EXPECT_EQ(check_uk_account_number("66374958", "089999", &bank_book()).standing, Standing::valid);
  EXPECT_EQ(check_uk_account_number("66374959", "089999", &bank_book()).code,
            "uk-account-checksum");
  EXPECT_EQ(check_uk_account_number("66374959", "", &bank_book()).standing, Standing::valid);
  EXPECT_EQ(check_uk_account_number("663", "089999", &bank_book()).code, "uk-account-number-short");
  EXPECT_EQ(check_uk_account_number("", "089999", &bank_book()).code, "uk-account-number-empty");
  EXPECT_EQ(check_uk_account_number("663x", "089999", &bank_book()).code,
            "uk-account-number-character");
  EXPECT_EQ(check_uk_account_number("663749581", "089999", &bank_book()).args.dump(),
            "{\"digits\":8}");
  EXPECT_EQ(check_uk_account("089999 66374959", nullptr).standing, Standing::valid);
}

TEST(BankFields, AreTheKindsThatACountryOffers) {
  EXPECT_EQ(bank_fields("NO"), std::vector<std::string_view>{"iban"});
  EXPECT_EQ(bank_fields("GB"),
            (std::vector<std::string_view>{"uk-sort-code", "uk-account-number"}));
  EXPECT_EQ(bank_fields("US"), (std::vector<std::string_view>{"us-routing", "account-number"}));
  EXPECT_EQ(bank_fields("AU"), (std::vector<std::string_view>{"au-bsb", "account-number"}));
  EXPECT_EQ(bank_fields("CA"), (std::vector<std::string_view>{"ca-transit", "account-number"}));
  EXPECT_TRUE(bank_fields("JP").empty());
  EXPECT_TRUE(bank_fields("").empty());
  EXPECT_EQ(check_account_number("123", "US").code, "account-number-short");
  EXPECT_EQ(check_account_number("12345678901", "AU").code, "account-number-long");
}

TEST(IbanFormat, GroupsInFoursAndKeepsTheCaret) {
  char buffer[64] = "gb29nwbk60161331926819";
  Formatted formatted = format_iban(buffer, 22, 64, 22);
  EXPECT_EQ(std::string(buffer, formatted.length), "GB29 NWBK 6016 1331 9268 19");
  EXPECT_EQ(formatted.caret, formatted.length);
  formatted = format_iban(buffer, formatted.length, 64, 5);
  EXPECT_EQ(formatted.caret, 4u);
  char odd[8] = "NO9_";
  EXPECT_EQ(format_iban(odd, 4, 8, 2).length, 4u);
}

TEST(BankBook, BadDataIsANamedErrorAtItsLine) {
  struct Case {
    const char* data;
    uint32_t line;
  };
  for (Case c : {Case{"", 0},
                 {"rule", 1},
                 {"rule 1 MOD12 1 2\n", 1},
                 {"rule 1 MOD10 1 2\n", 1},
                 {"rule 1 MOD10 1 1 1 1 1 1 1 1 1 1 1 1 1 x 0\n", 1},
                 {"rule 1 MOD10 1 1 1 1 1 1 1 1 1 1 1 1 1 1 15\n", 1},
                 {"range 000000 000001 1\n", 1},
                 {"rule 1 MOD10 1 1 1 1 1 1 1 1 1 1 1 1 1 1 0\nrange 000002 000001 1\n", 2},
                 {"# x\nsubstitute 1\n", 2},
                 {"ranges 1 2\n", 1}}) {
    Result<BankBook> book = BankBook::load(c.data);
    ASSERT_FALSE(book) << c.data;
    EXPECT_EQ(book.error().code, Code::bank_data);
    EXPECT_EQ(book.error().line, c.line) << c.data;
  }
}

}  // namespace
}  // namespace stegvis
