// The account as a value: JSON in and out, what is refused on the way in, the digest.
#include "base/hash.h"
#include "billing/helpers.h"

namespace stegvis {
namespace {

Error refused(const Json& json) {
  auto account = decode_account(json);
  EXPECT_FALSE(account) << json.dump();
  return account ? Error{} : account.error();
}

// The account with one member somewhere set to another value; null takes it away.
Json with(Json json, std::vector<std::string> path, Json value) {
  Json* at = &json;
  for (size_t i = 0; i + 1 < path.size(); ++i) {
    if (at->is_array()) {
      at = &at->items()[size_t(std::stoi(path[i]))];
    } else {
      size_t index = 0;
      while (at->keys()[index] != path[i]) ++index;
      at = &at->items()[index];
    }
  }
  if (value.is_null())
    at->drop(path.back());
  else
    at->set(path.back(), std::move(value));
  return json;
}

TEST(Account, IsTheSameAfterJson) {
  for (const char* scenario : {"declined", "few", "new-card", "individual", "many-300"}) {
    Billing billing(practice(scenario));
    ASSERT_TRUE(billing.apply(operation("add", {new_card()}, "op-1")));
    ASSERT_TRUE(billing.apply(operation("replace-all", {"m-visa", "m-debit"}, "op-2")));
    ASSERT_TRUE(billing.apply(operation("update", {"m-debit", moved_to("Vik")}, "op-3")));
    std::string text = encode_account(*billing.account()).dump();
    auto again = decode_account(*Json::parse(text));
    ASSERT_TRUE(again) << again.error().where << " " << again.error().detail;
    EXPECT_EQ(encode_account(*again).dump(), text);
    EXPECT_EQ(digest_of(*again), billing.digest());
    EXPECT_EQ(again->version, billing.version());
  }
}

TEST(Account, KeepsNoLinksThatNothingCanGoBackTo) {
  Billing billing(practice());
  std::string before = encode_account(*billing.account()).dump();
  ASSERT_TRUE(billing.apply(operation("replace-all", {"m-visa", "m-debit"}, "op-1")));
  EXPECT_EQ(encode_account(*billing.account())["lineage"].size(), 1u);
  ASSERT_TRUE(billing.apply(operation("undo", {"op-1"}, "op-2")));
  EXPECT_EQ(encode_account(*billing.account())["lineage"].size(), 0u);
}

TEST(Account, SaysWhatIsWrongAndWhere) {
  Json good = encode_account(practice());
  struct Case {
    std::vector<std::string> path;
    Json value;
    Code code;
    const char* where;
  };
  const Case cases[] = {
      {{"account"}, 2, Code::account_version, "/account"},
      {{"account"}, Json(), Code::shape_missing, "/account"},
      {{"rules"}, "1999-01", Code::shape_value, "/rules"},
      {{"reader"}, "p-nobody", Code::account_reference, "/reader"},
      {{"tenant", "country"}, "Norway", Code::shape_value, "/tenant/country"},
      {{"tenant", "phone"}, "1", Code::shape_unknown, "/tenant/phone"},
      {{"tenant", "country name"}, "1", Code::shape_unknown, "/tenant/country name"},
      {{"tenant"}, Json::array(), Code::shape_type, "/tenant"},
      {{"version"}, -1, Code::shape_value, "/version"},
      {{"version"}, "7", Code::shape_type, "/version"},
      {{"billing-day"}, "2026-02-30", Code::shape_value, "/billing-day"},
      {{"people", "0", "roles"}, Json().push("king"), Code::shape_value, "/people/0/roles/0"},
      {{"methods", "0", "kind"}, "Prepaid card", Code::shape_value, "/methods/0/kind"},
      {{"methods", "0", "number"}, "4", Code::shape_unknown, "/methods/0/number"},
      {{"methods", "0", "expiry"}, "2028-13", Code::shape_value, "/methods/0/expiry"},
      {{"methods", "1", "id"}, "m-visa", Code::account_duplicate, ""},
      {{"methods", "2", "last4"}, "123456", Code::account_rule, "/methods/2"},
      {{"methods", "2", "expiry"}, Json(), Code::account_rule, "/methods/2"},
      {{"methods", "0", "address", "city"}, 7, Code::shape_type, "/methods/0/address/city"},
      {{"profiles", "1", "method"}, "m-gone", Code::account_reference, "/profiles/1/method"},
      {{"profiles", "1", "method"}, "m-bank", Code::account_rule, "/profiles/1"},
      {{"profiles", "1", "method"}, "m-swedish", Code::account_rule, "/profiles/1"},
      {{"profiles", "0", "moved"}, 1, Code::account_reference, "/profiles/0/moved"},
      {{"profiles", "0", "roles", "p-x"}, "owner", Code::account_reference, "/profiles/0/roles"},
      {{"subscriptions", "0", "status"}, "paused", Code::shape_value, "/subscriptions/0/status"},
      {{"subscriptions", "0", "method"}, "m-visa", Code::shape_unknown, "/subscriptions/0/method"},
      {{"subscriptions", "0", "profile"}, Json(), Code::shape_missing, "/subscriptions/0/method"},
      {{"subscriptions", "4", "price"},
       Json().push(-1).push("NOK"),
       Code::shape_value,
       "/subscriptions/4/price/0"},
      {{"notices", "0", "day"}, "yesterday", Code::shape_value, "/notices/0/day"},
      {{"lineage"},
       Json().push(Json().push(Json(0)).push(Json(0)).push(Json(0))),
       Code::account_reference,
       "/lineage/0/0"},
  };
  for (const Case& c : cases) {
    Error error = refused(with(good, c.path, c.value));
    EXPECT_EQ(name_of(error.code), name_of(c.code)) << c.where << ": " << error.detail;
    EXPECT_EQ(error.where, c.where) << error.detail;
  }
  EXPECT_EQ(refused(Json(7)).code, Code::shape_type);
}

TEST(Account, NeverKeepsMoreThanTheLastFour) {
  Json json = with(encode_account(practice()), {"methods", "0", "last4"}, "4111111111111111");
  EXPECT_EQ(refused(json).code, Code::account_rule);
  EXPECT_EQ(refused(json).detail, "last4");
}

TEST(Account, ADigestTellsAccountsApart) {
  Json good = encode_account(practice());
  uint64_t digest = digest_of(*decode_account(good));
  EXPECT_EQ(digest_of(practice()), digest);
  struct Case {
    std::vector<std::string> path;
    Json value;
  };
  for (const Case& c :
       {Case{{"methods", "0", "holder"}, "Ingrid M"},
        Case{{"methods", "0", "address", "city"}, "Vik"},
        Case{{"methods", "5", "status"}, "declined"}, Case{{"profiles", "1", "method"}, "m-debit"},
        Case{{"subscriptions", "4", "method"}, "m-bank"},
        Case{{"subscriptions", "0", "profile"}, "b-butikk"},
        Case{{"subscriptions", "0", "status"}, "deleted"},
        Case{{"notices", "0", "day"}, "2026-11-01"}, Case{{"tenant", "name"}, "Skoddevik AS"}}) {
    auto other = decode_account(with(good, c.path, c.value));
    ASSERT_TRUE(other) << other.error().detail;
    EXPECT_NE(digest_of(*other), digest) << c.path.back();
  }
  // Two uses that swap their methods are another account, though the sums hold the same items.
  auto swapped = decode_account(with(with(good, {"subscriptions", "4", "method"}, "m-bank"),
                                     {"subscriptions", "6", "method"}, "m-visa"));
  EXPECT_NE(digest_of(*swapped), digest);
  // Version and lineage are no part of it.
  EXPECT_EQ(digest_of(*decode_account(with(good, {"version"}, 99))), digest);
}

// The practice account with the names that it had at first, as an account of a host has them.
Json in_plain_words() {
  Json json = encode_account(practice()), notices = json["notices"];
  // An earlier build's notices have no reasons and amounts either.
  for (Json& notice : notices.items())
    for (const char* member : {"reason", "amount", "for"}) notice.drop(member);
  json.set("notices", std::move(notices));
  const char* profiles[] = {"Drift og lager", "Butikkene"};
  const char* subscriptions[] = {
      "Kontorpakke Standard", "Skylagring 2 TB",      "Kassesystem Pluss",
      "Nettbutikk",           "E-post for bedrifter", "Telefoni Basis",
      "Regnskap Pluss",       "Tegneprogram",         "Kundekartotek"};
  int i = 0;
  for (const char* name : profiles)
    json = with(json, {"profiles", std::to_string(i++), "name"}, name);
  i = 0;
  for (const char* name : subscriptions)
    json = with(json, {"subscriptions", std::to_string(i++), "name"}, name);
  json.drop("owed");
  return with(json, {"tenant", "name"}, "Skoddevik Trevare AS");
}

TEST(Account, NamesInPlainWordsStayAsTheyAreAndSoDoesTheirDigest) {
  auto account = decode_account(in_plain_words());
  ASSERT_TRUE(account) << account.error().where << " " << account.error().detail;
  EXPECT_EQ(encode_account(*account).dump(), in_plain_words().dump());
  Billing billing(*account);
  ASSERT_TRUE(billing.apply(operation("replace-all", {"m-visa", "m-mastercard"})));
  EXPECT_EQ(hex16(billing.digest()), "f3fa597ada99926b");
}

TEST(Account, ANoticeKeepsItsAmountAndWhatItWasFor) {
  Json good = encode_account(practice());
  const Json& notice = good["notices"].items().back();
  EXPECT_EQ(notice["amount"].dump(), R"([288800,"NOK"])");
  EXPECT_EQ(notice["for"].dump(), R"(["s-kontor","s-lagring","s-kasse","s-epost"])");
  auto again = decode_account(good);
  ASSERT_TRUE(again) << again.error().where;
  EXPECT_EQ(encode_account(*again).dump(), good.dump());
  uint64_t digest = digest_of(practice());
  EXPECT_EQ(digest_of(*again), digest);
  // The amount, its currency and each that it was for count.
  std::string last = std::to_string(good["notices"].size() - 1);
  auto of = [&](const char* member, Json value) {
    auto other = decode_account(with(good, {"notices", last, member}, std::move(value)));
    EXPECT_TRUE(other) << member;
    return other ? digest_of(*other) : digest;
  };
  EXPECT_NE(of("amount", *Json::parse(R"([288801,"NOK"])")), digest);
  EXPECT_NE(of("amount", *Json::parse(R"([288800,"SEK"])")), digest);
  EXPECT_NE(of("for", *Json::parse(R"(["s-kontor","s-lagring","s-kasse"])")), digest);
  EXPECT_NE(of("for", Json()), digest);
}

TEST(Account, APracticeNameIsAnIdThatIsKnownAndANumber) {
  Json good = encode_account(practice("many-40"));
  EXPECT_EQ(good["profiles"].items()[0]["name"].dump(), R"({"practice":"operations"})");
  const Json& last = good["subscriptions"].items().back();
  EXPECT_EQ(last["name"]["number"].integer(), 49);
  auto again = decode_account(good);
  ASSERT_TRUE(again);
  EXPECT_EQ(digest_of(*again), digest_of(practice("many-40")));
  auto named = [&](Json name) { return with(good, {"profiles", "0", "name"}, std::move(name)); };
  auto id = [](const char* id) { return Json().set("practice", id); };
  for (Json name : {id("operations").set("number", 2), id("shops"), Json("operations")})
    EXPECT_NE(digest_of(*decode_account(named(name))), digest_of(*again)) << name.dump();
  EXPECT_EQ(refused(named(id("retry"))).where, "/profiles/0/name/practice");
  EXPECT_EQ(refused(named(id("shops").set("number", Json(0)))).where, "/profiles/0/name/number");
  EXPECT_EQ(refused(named(id("shops").set("words", "x"))).where, "/profiles/0/name/words");
}

TEST(Account, MonthsAreWrittenAndRead) {
  EXPECT_EQ(format_month(parse_month("2028-11")), "2028-11");
  EXPECT_EQ(parse_month("2028-12") + 1, parse_month("2029-01"));
  EXPECT_EQ(format_month(0), "");
  for (const char* bad : {"", "2028", "2028-13", "11/28", "2028-1"}) EXPECT_EQ(parse_month(bad), 0);
}

}  // namespace
}  // namespace stegvis
