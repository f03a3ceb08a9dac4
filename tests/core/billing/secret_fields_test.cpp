// Billing's secret fields are judged and formatted in one fixed buffer. Of what is typed, only what may be
// stored stays.
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <sstream>

#include "billing/billing.h"
#include "runtime/secrets.h"

namespace stegvis {
namespace {

struct Typed {
  std::string text;
  uint32_t caret;
  Standing standing;
};

// The fields of billing behind the buffer of the runtime.
struct Fields {
  Fields() { secrets.domain(&domain); }
  Typed type(std::string_view field, std::string_view text, uint32_t caret) {
    std::copy(text.begin(), text.end(), secrets.buffer());
    int32_t number = secrets.number_of(field);
    EXPECT_GE(number, 0) << field;
    int32_t result = secrets.type(number, int32_t(text.size()), int32_t(caret));
    return {std::string(secrets.buffer(), size_t(result & 255)), uint32_t(result >> 8 & 255),
            Standing(result >> 16 & 3)};
  }
  Standing type(std::string_view field, std::string_view text) {
    return type(field, text, uint32_t(text.size())).standing;
  }
  Verdict verdict(std::string_view field) {
    Json stored;
    return secrets.take(field, stored);
  }
  Json storable(std::string_view field) {
    Json stored = Json::object();
    secrets.take(field, stored);
    return stored;
  }
  // All that is remembered, as bytes.
  std::string bytes() {
    std::string fields(reinterpret_cast<const char*>(domain.secret_fields()),
                       sizeof(BillingSecrets));
    return fields + std::string(reinterpret_cast<const char*>(&secrets), sizeof secrets);
  }

  const SecretFields& numbered() { return *domain.secret_fields(); }

  Billing domain;
  Secrets secrets;
};

TEST(Secrets, FormatsInPlaceAndKeepsTheCaret) {
  Fields fields;
  Typed typed = fields.type("number", "37828", 5);
  EXPECT_EQ(typed.text, "3782 8");
  EXPECT_EQ(typed.caret, 6u);
  EXPECT_EQ(typed.standing, Standing::possible);
}

TEST(Secrets, StoresBrandAndLastFourOfANumberAndNoMore) {
  Fields fields;
  EXPECT_EQ(fields.type("number", "5555555555554444"), Standing::valid);
  EXPECT_EQ(fields.storable("number").dump(), R"({"brand":"mastercard","last4":"4444"})");
  EXPECT_EQ(fields.secrets.info().dump(),
            R"({"brand":"mastercard","verdict":{"standing":"valid"}})");
  fields.secrets.wipe();
  EXPECT_EQ(fields.bytes().find("5555"), std::string::npos);
}

TEST(Secrets, AnUnfinishedNumberLeavesNoLastFour) {
  Fields fields;
  fields.type("number", "555555555555444");
  EXPECT_FALSE(fields.storable("number").has("last4"));
  fields.type("number", "5555555555554445");
  EXPECT_EQ(fields.verdict("number").standing, Standing::invalid);
  EXPECT_FALSE(fields.storable("number").has("last4"));
}

TEST(Secrets, ACodeIsJudgedByTheBrandOfTheNumberBeforeIt) {
  Fields fields;
  fields.type("number", "378282246310005");
  EXPECT_EQ(fields.type("code", "123"), Standing::possible);
  EXPECT_EQ(fields.type("code", "1234"), Standing::valid);
  EXPECT_EQ(fields.storable("code").dump(), "{}");
}

TEST(Secrets, EachFieldHasANumberAndSaysThatNothingIsTyped) {
  Fields fields;
  uint32_t count = 0;
  for (; !fields.numbered().id(count).empty(); ++count) {
    std::string id(fields.numbered().id(count));
    EXPECT_EQ(fields.secrets.number_of(id), int32_t(count));
    Verdict before = fields.verdict(id);
    EXPECT_EQ(before.standing, Standing::possible) << id;
    EXPECT_NE(before.code, "") << id;
    EXPECT_EQ(fields.type(id, ""), Standing::possible);
    EXPECT_EQ(fields.verdict(id).code, before.code);
  }
  EXPECT_GT(count, 5u);
  EXPECT_EQ(fields.secrets.type(int32_t(count), 1, 0), 0);
  EXPECT_EQ(fields.secrets.number_of("name"), -1);
  EXPECT_EQ(fields.secrets.number_of(""), -1);
  EXPECT_EQ(fields.verdict("name").code, "field-unknown");
}

TEST(Secrets, ForgettingAsksAgain) {
  Fields fields;
  EXPECT_EQ(fields.type("code", "123"), Standing::valid);
  fields.secrets.forget();
  EXPECT_EQ(fields.verdict("code").code, "security-code-empty");
}

TEST(Secrets, BankNumbersAreGroupedAsTheirCountryWritesThem) {
  struct Case {
    const char *field, *typed, *shown;
    uint32_t caret;
    Standing standing;
  };
  using enum Standing;
  for (const Case& c : {
           Case{"uk-sort-code", "123", "12-3", 4, possible},
           Case{"uk-sort-code", "12 34 56", "12-34-56", 8, valid},
           Case{"uk-sort-code", "1234567", "1234567", 7, invalid},
           Case{"au-bsb", "062000", "062-000", 7, valid},
           Case{"ca-transit", "10009001", "10009-001", 9, valid},
           Case{"ca-transit", "000110009", "000110009", 9, valid},
           Case{"us-routing", "0110-0001 5", "011000015", 9, valid},
           Case{"us-routing", "011000016", "011000016", 9, invalid},
           Case{"account-number", "\xd9\xa1\xd9\xa2\xd9\xa3\xd9\xa4 5", "12345", 5, valid},
           Case{"account-number", "12x4", "12x4", 4, invalid},
       }) {
    Fields fields;
    Typed typed = fields.type(c.field, c.typed, uint32_t(strlen(c.typed)));
    EXPECT_EQ(typed.text, c.shown);
    EXPECT_EQ(typed.caret, c.caret) << c.typed;
    EXPECT_EQ(typed.standing, c.standing) << c.typed;
  }
  Fields fields;
  EXPECT_EQ(fields.type("uk-sort-code", "12-34-56", 3).caret, 2u) << "behind the 2";
}

TEST(Secrets, ABritishAccountNumberIsJudgedWithTheSortCodeBeforeIt) {
  std::ifstream file(STEGVIS_ROOT "/core/payment/data/bank.txt");
  std::stringstream data;
  data << file.rdbuf();
  Fields fields;
  ASSERT_TRUE(fields.domain.load_table("bank", data.str()));
  fields.type("uk-sort-code", "08-99-99");
  EXPECT_EQ(fields.type("uk-account-number", "66374958"), Standing::valid);
  EXPECT_EQ(fields.storable("uk-account-number").dump(), R"({"last4":"4958"})");
  EXPECT_EQ(fields.storable("uk-sort-code").dump(), "{}") << "it names no account";
  EXPECT_EQ(fields.type("uk-account-number", "66374959"), Standing::invalid);
  EXPECT_EQ(fields.verdict("uk-account-number").code, "uk-account-checksum");
  EXPECT_EQ(fields.storable("uk-account-number").dump(), "{}");
  // Another sort code, or none, has other rules.
  fields.secrets.forget();
  EXPECT_EQ(fields.type("uk-account-number", "66374959"), Standing::valid);
  fields.secrets.wipe();
  EXPECT_EQ(fields.bytes().find("663749"), std::string::npos);
  EXPECT_EQ(fields.bytes().find("089999"), std::string::npos);
}

TEST(Secrets, AnAccountNumberHasTheLengthsOfItsBanksCountry) {
  Fields fields;
  fields.type("us-routing", "011000015");
  EXPECT_EQ(fields.type("account-number", "12345678901234567"), Standing::valid);
  EXPECT_EQ(fields.storable("account-number").dump(), R"({"last4":"4567"})");
  fields.type("au-bsb", "062000");
  EXPECT_EQ(fields.type("account-number", "12345678901"), Standing::invalid);
  fields.type("ca-transit", "10009001");
  EXPECT_EQ(fields.type("account-number", "123456"), Standing::possible);
}

TEST(Secrets, AnIbanSaysItsCountry) {
  Fields fields;
  EXPECT_EQ(fields.type("iban", "no93 8601 1117 947"), Standing::valid);
  EXPECT_EQ(fields.storable("iban").dump(), R"({"issuer-country":"NO","last4":"7947"})");
}

TEST(Secrets, ABrandHasANumberInWhatReturns) {
  Fields fields;
  auto brand = [&](std::string_view text) {
    std::copy(text.begin(), text.end(), fields.secrets.buffer());
    return fields.numbered().brand(uint32_t(fields.secrets.type(0, int32_t(text.size()), 0) >> 20));
  };
  EXPECT_EQ(brand("3"), "");
  EXPECT_EQ(brand("4111"), "visa");
  EXPECT_EQ(brand("37"), "american-express");
  EXPECT_EQ(fields.numbered().brand(99), "");
}

TEST(Secrets, ImpossibleLengthsAreNothing) {
  Fields fields;
  for (int32_t length : {-1, 129, INT32_MAX, INT32_MIN})
    EXPECT_EQ(fields.secrets.type(0, length, 5) & 0xffff, 0) << length;
  EXPECT_EQ(fields.secrets.type(-1, 1, 0), 0);
}

TEST(Secrets, WithoutADomainThereAreNone) {
  Secrets secrets;
  EXPECT_EQ(secrets.number_of("number"), -1);
  EXPECT_EQ(secrets.type(0, 1, 0), 0);
  EXPECT_EQ(secrets.info().dump(), "{}");
}

}  // namespace
}  // namespace stegvis
