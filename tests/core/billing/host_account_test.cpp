// An account as a host has it: less than a practice account writes down, and kinds of payment methods that
// only the host knows.
#include <gtest/gtest.h>

#include <fstream>

#include "base/hash.h"
#include "billing/account.h"
#include "billing/billing.h"
#include "merged.h"

namespace stegvis {
namespace {

const Day today = *parse_day("2026-11-23");

// tests/vectors/accounts.jsonl: a base, as little as an account can say, and changes of it.
// web/schema/account.schema.json is held to the same.
std::vector<Json> vectors() {
  std::ifstream in(STEGVIS_ROOT "/tests/vectors/accounts.jsonl");
  std::vector<Json> out;
  for (std::string line; std::getline(in, line);) out.push_back(*Json::parse(line));
  return out;
}

Json smallest() { return vectors()[0]["base"]; }

Operation replacement(std::string_view name, std::string_view from, std::string_view to) {
  return {std::string(name), {Json(from), Json(to)}, "0123456789abcdef0123456789abcdef", today};
}

std::vector<std::string> codes(const Prepared& prepared) {
  std::vector<std::string> out;
  for (const Reason& reason : prepared.refusals) out.push_back(reason.code);
  return out;
}

TEST(HostAccount, IsReadWithWhatAHostKnows) {
  auto account = decode_account(smallest());
  ASSERT_TRUE(account) << account.error().where << account.error().detail;
  EXPECT_EQ(account->methods[0].country, "DK") << "the tenant's";
  EXPECT_EQ(account->notices[0].period, account->billing_day);
  EXPECT_TRUE(may_manage(*account, 0, 0)) << "nobody says who added it";
  auto again = decode_account(encode_account(*account));
  ASSERT_TRUE(again) << again.error().where << again.error().detail;
  EXPECT_EQ(digest_of(*again), digest_of(*account));
  EXPECT_EQ(encode_account(*again).dump(), encode_account(*account).dump());
}

TEST(HostAccount, SaysNothingThatTheHostDoesNot) {
  Billing billing(*decode_account(smallest()));
  Item item = billing.item({"methods"}, "pm_2", today);
  EXPECT_FALSE(item.values.has("added"));
  EXPECT_FALSE(item.values.has("added-by"));
  EXPECT_FALSE(item.values.has("expiry"));
  EXPECT_EQ(item.values["method"]["method"]["kind"].string(), "mobilepay");
  EXPECT_EQ(item.values["method"]["method"]["name"].string(), "MobilePay 20 12 34 56");
}

TEST(HostAccount, AKindOfTheHostsOwnTakesOverWhatItsRowSays) {
  Billing billing(*decode_account(smallest()));
  Prepared all = billing.prepare(replacement("replace-all", "pm_1", "pm_2"));
  EXPECT_EQ(codes(all), std::vector<std::string>{"not-for-profiles"});
  EXPECT_EQ(all.refusals[0].args["profiles"].dump(), "[\"Havn\"]");
  EXPECT_TRUE(billing.prepare(replacement("replace-one", "s1", "pm_2")).ok());
  EXPECT_TRUE(billing.prepare(replacement("replace-all", "pm_1", "pm_3")).ok())
      << "it pays for all";
  ASSERT_TRUE(billing.apply(replacement("replace-all", "pm_1", "pm_3")));
  EXPECT_TRUE(is_up_to_date(*billing.account()));
  EXPECT_TRUE(check_account(*billing.account()).empty());
}

TEST(HostAccount, IsKeptInASnapshot) {
  Billing billing(*decode_account(smallest()));
  ASSERT_TRUE(billing.apply(replacement("replace-all", "pm_1", "pm_3")));
  Billing other(*decode_account(smallest()));
  ASSERT_TRUE(other.restore(billing.snapshot()));
  EXPECT_EQ(other.digest(), billing.digest());
  EXPECT_EQ(encode_account(*other.account()).dump(), encode_account(*billing.account()).dump());
}

TEST(HostAccount, HasTheDigestOfAnEarlierBuildWhereItsNoticesHaveNoAmounts) {
  auto digest = [](const char* change) {
    return hex16(digest_of(*decode_account(merged(smallest(), *Json::parse(change)))));
  };
  EXPECT_EQ(digest("{}"), "e471a697928ba6d3");
  EXPECT_EQ(digest(R"({"notices":[{"method":"pm_1","day":"2026-11-03","reason":"expired"}]})"),
            "5c972602e6593b5d");
  EXPECT_EQ(digest(R"({"notices":[{"method":"pm_1","day":"2026-11-03","reason":"expired",
                       "amount":[9900,"DKK"],"for":["s1"]}]})"),
            "912483496cca7fe4");
}

TEST(HostAccount, IsTakenOrRefusedWithItsPlace) {
  std::vector<Json> all = vectors();
  EXPECT_GT(all.size(), 50u);
  for (size_t i = 1; i < all.size(); ++i) {
    const Json& vector = all[i];
    SCOPED_TRACE(vector["rule"].string());
    auto account = decode_account(merged(smallest(), vector["change"]));
    EXPECT_EQ(bool(account), !vector.has("code"))
        << account.error().where << account.error().detail;
    if (account) continue;
    EXPECT_EQ(name_of(account.error().code), vector["code"].string());
    EXPECT_EQ(account.error().where, vector["where"].string());
  }
}

}  // namespace
}  // namespace stegvis
