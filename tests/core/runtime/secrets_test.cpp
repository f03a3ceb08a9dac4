// Secret fields: judged and formatted in one fixed buffer, and nothing of them stays but what may be kept.
#include "runtime/secrets.h"

#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <sstream>

#include "payment/bank.h"

namespace stegvis {
namespace {

struct Typed {
  std::string text;
  uint32_t caret;
  Standing standing;
};

Typed type(Secrets& secrets, Secret field, std::string_view text, uint32_t caret) {
  std::copy(text.begin(), text.end(), secrets.buffer());
  int32_t result = secrets.type(int32_t(field), int32_t(text.size()), int32_t(caret));
  return {std::string(secrets.buffer(), size_t(result & 255)), uint32_t(result >> 8 & 255),
          Standing(result >> 16 & 3)};
}

TEST(Secrets, FormatsInPlaceAndKeepsTheCaret) {
  Secrets secrets;
  Typed typed = type(secrets, Secret::number, "37828", 5);
  EXPECT_EQ(typed.text, "3782 8");
  EXPECT_EQ(typed.caret, 6u);
  EXPECT_EQ(typed.standing, Standing::possible);
}

TEST(Secrets, KeepsWhatMayBeKeptAndNoMore) {
  Secrets secrets;
  EXPECT_EQ(type(secrets, Secret::number, "5555555555554444", 16).standing, Standing::valid);
  const Secrets::Kept& kept = secrets.of("number");
  EXPECT_EQ(kept.brand, "mastercard");
  EXPECT_EQ(kept.last4, "4444");
  EXPECT_EQ(secrets.info().dump(), R"({"brand":"mastercard","verdict":{"standing":"valid"}})");
  secrets.wipe();
  std::string object(reinterpret_cast<const char*>(&secrets), sizeof secrets);
  EXPECT_EQ(object.find("5555"), std::string::npos);
}

TEST(Secrets, AnUnfinishedNumberLeavesNoLastFour) {
  Secrets secrets;
  type(secrets, Secret::number, "555555555555444", 15);
  EXPECT_EQ(secrets.of("number").last4, "");
  type(secrets, Secret::number, "5555555555554445", 16);
  EXPECT_EQ(secrets.of("number").verdict.standing, Standing::invalid);
  EXPECT_EQ(secrets.of("number").last4, "");
}

TEST(Secrets, ForgettingAsksAgain) {
  Secrets secrets;
  type(secrets, Secret::code, "123", 3);
  EXPECT_EQ(secrets.of("code").verdict.standing, Standing::valid);
  secrets.forget();
  EXPECT_EQ(secrets.of("code").verdict.code, "security-code-empty");
  for (size_t i = 0; i < std::size(secret_fields); ++i) {
    Secrets empty;
    type(empty, Secret(i), "", 0);
    EXPECT_EQ(empty.of(secret_fields[i]).verdict.code, secrets.of(secret_fields[i]).verdict.code);
    EXPECT_NE(empty.of(secret_fields[i]).verdict.code, "") << secret_fields[i];
  }
}

TEST(Secrets, BankNumbersAreGroupedAsTheirCountryWritesThem) {
  struct Case {
    Secret field;
    const char *typed, *shown;
    uint32_t caret;
    Standing standing;
  };
  using enum Standing;
  for (const Case& c : {
           Case{Secret::uk_sort_code, "123", "12-3", 4, possible},
           Case{Secret::uk_sort_code, "12 34 56", "12-34-56", 8, valid},
           Case{Secret::uk_sort_code, "1234567", "1234567", 7, invalid},
           Case{Secret::au_bsb, "062000", "062-000", 7, valid},
           Case{Secret::ca_transit, "10009001", "10009-001", 9, valid},
           Case{Secret::ca_transit, "000110009", "000110009", 9, valid},
           Case{Secret::us_routing, "0110-0001 5", "011000015", 9, valid},
           Case{Secret::us_routing, "011000016", "011000016", 9, invalid},
           Case{Secret::account_number, "\xd9\xa1\xd9\xa2\xd9\xa3\xd9\xa4 5", "12345", 5, valid},
           Case{Secret::account_number, "12x4", "12x4", 4, invalid},
       }) {
    Secrets secrets;
    Typed typed = type(secrets, c.field, c.typed, uint32_t(strlen(c.typed)));
    EXPECT_EQ(typed.text, c.shown);
    EXPECT_EQ(typed.caret, c.caret) << c.typed;
    EXPECT_EQ(typed.standing, c.standing) << c.typed;
  }
  Secrets secrets;
  EXPECT_EQ(type(secrets, Secret::uk_sort_code, "12-34-56", 3).caret, 2u) << "behind the 2";
}

TEST(Secrets, ABritishAccountNumberIsJudgedWithTheSortCodeBeforeIt) {
  std::ifstream file(STEGVIS_ROOT "/core/payment/data/bank.txt");
  std::stringstream data;
  data << file.rdbuf();
  BankBook book = *BankBook::load(data.str());
  Secrets secrets;
  secrets.banks(&book);
  type(secrets, Secret::uk_sort_code, "08-99-99", 8);
  EXPECT_EQ(type(secrets, Secret::uk_account_number, "66374958", 8).standing, Standing::valid);
  EXPECT_EQ(secrets.of("uk-account-number").last4, "4958");
  EXPECT_EQ(secrets.of("uk-sort-code").last4, "") << "it names no account";
  EXPECT_EQ(type(secrets, Secret::uk_account_number, "66374959", 8).standing, Standing::invalid);
  EXPECT_EQ(secrets.of("uk-account-number").verdict.code, "uk-account-checksum");
  EXPECT_EQ(secrets.of("uk-account-number").last4, "");
  // Another sort code, or none, has other rules.
  secrets.forget();
  EXPECT_EQ(type(secrets, Secret::uk_account_number, "66374959", 8).standing, Standing::valid);
  secrets.wipe();
  std::string object(reinterpret_cast<const char*>(&secrets), sizeof secrets);
  EXPECT_EQ(object.find("663749"), std::string::npos);
  EXPECT_EQ(object.find("089999"), std::string::npos);
}

TEST(Secrets, AnAccountNumberHasTheLengthsOfItsBanksCountry) {
  Secrets secrets;
  type(secrets, Secret::us_routing, "011000015", 9);
  EXPECT_EQ(type(secrets, Secret::account_number, "12345678901234567", 17).standing,
            Standing::valid);
  EXPECT_EQ(secrets.of("account-number").last4, "4567");
  type(secrets, Secret::au_bsb, "062000", 6);
  EXPECT_EQ(type(secrets, Secret::account_number, "12345678901", 11).standing, Standing::invalid);
  type(secrets, Secret::ca_transit, "10009001", 8);
  EXPECT_EQ(type(secrets, Secret::account_number, "123456", 6).standing, Standing::possible);
}

TEST(Secrets, ABrandHasANumberInWhatReturns) {
  Secrets secrets;
  auto brand = [&](std::string_view text) {
    std::copy(text.begin(), text.end(), secrets.buffer());
    return secrets.type(0, int32_t(text.size()), 0) >> 20;
  };
  EXPECT_EQ(brand("3"), 0);
  EXPECT_EQ(brand("4111"), 1);
  EXPECT_EQ(brand("37"), 3);
}

TEST(Secrets, ImpossibleLengthsAreNothing) {
  Secrets secrets;
  for (int32_t length : {-1, 129, INT32_MAX, INT32_MIN})
    EXPECT_EQ(secrets.type(0, length, 5) & 0xffff, 0) << length;
  EXPECT_EQ(secrets.type(9, 1, 0), 0);
  EXPECT_EQ(secrets.type(-1, 1, 0), 0);
}

}  // namespace
}  // namespace stegvis
