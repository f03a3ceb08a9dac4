// The vectors of tests/vectors. Each gets the verdict that it expects. A vector that expects
// another verdict than its source names a reason, and deviations.md lists that reason. Every prefix
// of a valid value is possible or valid.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "payment/brands.h"
#include "payment/card.h"
#include "payment/expiry.h"
#include "payment/name.h"
#include "payment_tables.h"

namespace stegvis {
namespace {

struct Answer {
  Verdict verdict;
  std::string brand;
  int32_t year = 0, month = 0;
};

Answer ask(const Json& vector, std::string_view value) {
  const std::string& field = vector["field"].string();
  const std::string& country = vector["country"].string();
  Answer answer;
  if (field == "card-number") {
    CardCheck check = check_card_number(value);
    return {check.verdict, std::string(check.brand)};
  }
  if (field == "expiry") {
    ExpiryCheck check = check_expiry(value, *parse_day(vector["now"].string()));
    return {check.verdict, {}, check.year, check.month};
  }
  if (field == "security-code")
    answer.verdict = check_security_code(value, vector["brand"].string());
  else if (field == "cardholder-name")
    answer.verdict = check_cardholder_name(value);
  else if (field == "iban")
    answer.verdict = check_iban(value, &bank_book()).verdict;
  else if (field == "bic")
    answer.verdict = check_bic(value);
  else if (field == "us-routing")
    answer.verdict = check_us_routing(value);
  else if (field == "uk-account")
    answer.verdict = check_uk_account(value, &bank_book());
  else if (field == "au-bsb")
    answer.verdict = check_au_bsb(value);
  else if (field == "ca-transit")
    answer.verdict = check_ca_transit(value);
  else if (field == "luhn")
    answer.verdict = check_luhn(value);
  else if (field == "postal-code")
    answer.verdict = address_book().check(country, field, value);
  else
    ADD_FAILURE() << "no field " << field;
  return answer;
}

Verdict ask_address(const Json& vector) {
  Verdict worst;
  const std::string& country = vector["country"].string();
  const Json& value = vector["value"];
  auto add = [&](const std::string& field) {
    Verdict verdict = address_book().check(country, field, value[field].string());
    if (verdict.standing > worst.standing) worst = verdict;
  };
  for (const AddressField& field : address_book().fields(country)) add(field.id);
  for (const std::string& field : value.keys()) add(field);
  return worst;
}

std::string_view name_of(Standing standing) {
  constexpr std::string_view names[] = {"valid", "possible", "invalid"};
  return names[size_t(standing)];
}

// A file of vectors for each field; the other files there are of other tests.
const std::set<std::string>& fields() {
  static const std::set<std::string> names = [] {
    std::set<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(STEGVIS_ROOT "/tests/vectors"))
      if (entry.path().extension() == ".jsonl") out.insert(entry.path().stem());
    for (const char* other : {"accounts", "options", "playbooks", "siphash"})
      EXPECT_TRUE(out.erase(other));
    return out;
  }();
  return names;
}

std::vector<Json> vectors_of(const std::string& field) {
  return read_lines("tests/vectors/" + field + ".jsonl");
}

TEST(Vectors, EachGetsTheVerdictThatItExpects) {
  for (const std::string& field : fields()) {
    std::vector<Json> vectors = vectors_of(field);
    ASSERT_FALSE(vectors.empty()) << field;
    for (const Json& vector : vectors) {
      SCOPED_TRACE(vector.dump());
      ASSERT_EQ(vector["field"].string(), field);
      ASSERT_FALSE(vector["source"].string().empty());
      if (vector["field"].string() == "address") {
        EXPECT_EQ(name_of(ask_address(vector).standing), vector["expect"]["verdict"].string());
        continue;
      }
      Answer answer = ask(vector, vector["value"].string());
      const Json& expect = vector["expect"];
      EXPECT_EQ(name_of(answer.verdict.standing), expect["verdict"].string())
          << answer.verdict.code;
      EXPECT_EQ(answer.verdict.code.empty(), answer.verdict.standing == Standing::valid);
      if (expect.has("brand")) {
        EXPECT_EQ(answer.brand, expect["brand"].string());
      }
      if (expect.has("month")) {
        EXPECT_EQ(answer.month, expect["month"].integer());
      }
      if (expect.has("year")) {
        EXPECT_EQ(answer.year, expect["year"].integer());
      }
      const Brand* brand = find_brand(answer.brand);
      if (expect.has("code")) {
        ASSERT_TRUE(brand);
        EXPECT_EQ(brand->code, expect["code"].integer());
      }
      for (const Json& length : expect["lengths"].items())
        EXPECT_TRUE(brand && brand->takes(uint32_t(length.integer())));
    }
  }
}

// Returns whether the verdict of the vector's source differs from the one that the vector expects.
bool differs(const Json& said, const Json& expect) {
  const std::string& verdict = expect["verdict"].string();
  if (said.has("valid") && said["valid"].boolean() != (verdict == "valid")) return true;
  if (said.has("possible") && said["possible"].boolean() != (verdict != "invalid")) return true;
  if (said.has("brand") && said["brand"].string() != expect["brand"].string()) return true;
  for (const Json& brand : said["not"].items())
    if (verdict == "valid" && brand.string() == expect["brand"].string()) return true;
  return false;
}

TEST(Vectors, EveryDifferenceFromASourceHasAListedReasonAndEveryReasonIsUsed) {
  std::set<std::string> listed, used;
  std::string text = read_file("tests/vectors/deviations.md");
  size_t from = text.find("## Vectors"), end = text.find("## Comparison");
  ASSERT_LT(from, end);
  for (size_t at = text.find("\n### ", from); at < end; at = text.find("\n### ", at + 1))
    listed.insert(text.substr(at + 5, text.find('\n', at + 5) - at - 5));
  EXPECT_GE(listed.size(), 10u);
  for (const std::string& field : fields())
    for (const Json& vector : vectors_of(field)) {
      SCOPED_TRACE(vector.dump());
      const std::string& reason = vector["deviation"].string();
      EXPECT_EQ(differs(vector["said"], vector["expect"]), !reason.empty());
      if (reason.empty()) continue;
      EXPECT_TRUE(listed.count(reason)) << reason << " is not in deviations.md";
      used.insert(reason);
    }
  for (const std::string& reason : listed)
    EXPECT_TRUE(used.count(reason)) << "no vector uses " << reason;
}

TEST(Vectors, NoVectorIsRepeated) {
  for (const std::string& field : fields()) {
    std::set<std::string> seen;
    for (const Json& vector : vectors_of(field)) {
      Json key = Json::object();
      for (const char* part : {"value", "country", "now", "brand", "options"})
        key.set(part, vector[part]);
      EXPECT_TRUE(seen.insert(key.dump()).second) << vector.dump();
    }
  }
}

TEST(Vectors, EveryPrefixOfAValidValueIsPossibleOrValid) {
  uint32_t prefixes = 0;
  for (const std::string& field : fields())
    for (const Json& vector : vectors_of(field)) {
      if (vector["expect"]["verdict"].string() != "valid" || !vector["value"].is_string()) continue;
      const std::string& value = vector["value"].string();
      for (size_t size = 0; size < value.size(); ++size) {
        if ((uint8_t(value[size]) & 0xc0) == 0x80) continue;  // within a character
        Verdict verdict = ask(vector, std::string_view(value).substr(0, size)).verdict;
        EXPECT_NE(verdict.standing, Standing::invalid)
            << vector.dump() << " after " << size << " bytes: " << verdict.code;
        ++prefixes;
      }
    }
  EXPECT_GT(prefixes, 5000u);
}

TEST(Vectors, NoVerdictOfASecretHoldsADigit) {
  std::set<std::string> secrets = fields();
  for (const char* other : {"address", "bic", "cardholder-name", "expiry", "luhn", "postal-code"})
    secrets.erase(other);
  for (const std::string& field : secrets)
    for (const Json& vector : vectors_of(field)) {
      Verdict verdict = ask(vector, vector["value"].string()).verdict;
      for (const Json& argument : verdict.args.items()) {
        if (!argument.is_string()) continue;
        EXPECT_EQ(argument.string().find_first_of("0123456789"), std::string::npos)
            << vector.dump();
      }
    }
}

TEST(Vectors, EveryCodeHasAMessageInEveryLanguageOfTheInterface) {
  std::set<std::string> codes;
  for (const std::string& field : fields())
    for (const Json& vector : vectors_of(field)) {
      bool address = !vector["value"].is_string();
      std::string code =
          (address ? ask_address(vector) : ask(vector, vector["value"].string()).verdict).code;
      if (!code.empty()) codes.insert(code);
    }
  EXPECT_GE(codes.size(), 45u);
  for (const char* file : {"i18n/ui/nb-NO.ftl", "i18n/ui/en-US.ftl"}) {
    std::string text = read_file(file);
    for (const std::string& code : codes)
      EXPECT_NE(text.find("\nverdict-" + code + " ="), std::string::npos)
          << file << " lacks verdict-" << code;
  }
}

}  // namespace
}  // namespace stegvis
