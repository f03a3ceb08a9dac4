// Secret fields: judged and formatted in one fixed buffer, and nothing of them stays but what may be kept.
#include "runtime/secrets.h"

#include <gtest/gtest.h>

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
  for (const char* field : {"number", "code", "iban"}) {
    Secrets empty;
    type(empty,
         field[0] == 'n'   ? Secret::number
         : field[0] == 'c' ? Secret::code
                           : Secret::iban,
         "", 0);
    EXPECT_EQ(empty.of(field).verdict.code, secrets.of(field).verdict.code) << field;
  }
}

TEST(Secrets, ImpossibleLengthsAreNothing) {
  Secrets secrets;
  for (int32_t length : {-1, 129, INT32_MAX, INT32_MIN})
    EXPECT_EQ(secrets.type(0, length, 5) & 0xffff, 0) << length;
  EXPECT_EQ(secrets.type(7, 1, 0), 0);
  EXPECT_EQ(secrets.type(-1, 1, 0), 0);
}

}  // namespace
}  // namespace stegvis
