// The charges that an account owes, and an operation that pays them.
#include "billing/helpers.h"

namespace stegvis {
namespace {

int64_t owed(const Billing& billing) {
  Json values = billing.list({"owed"}, {}, today).items[0].values;
  return values["owed"].integer() ? values["amount"]["money"].items()[0].integer() : 0;
}

Json with_currency(Json account, std::string_view id, std::string_view currency) {
  Json subscriptions = Json::array();
  for (Json it : account["subscriptions"].items()) {
    if (it["id"].string() == id)
      it.set("price", Json().push(it["price"].items()[0].integer()).push(currency));
    subscriptions.push(std::move(it));
  }
  return account.set("subscriptions", std::move(subscriptions));
}

TEST(Owed, IsWhatTheDeclinedMethodWasChargedFor) {
  Billing billing(practice());
  EXPECT_EQ(
      billing.list({"owed"}, {}, today).items[0].values.dump(),
      R"({"amount":{"money":[288800,"NOK"]},"items":[{"practice":"office-standard"},)"
      R"({"practice":"storage-2-tb"},{"practice":"till-plus"},{"practice":"business-email"}],)"
      R"("more":0,"owed":4})");
  EXPECT_EQ(billing.facts(today)["amount"].dump(), "{\"money\":[288800,\"NOK\"]}");
  EXPECT_EQ(
      Billing(practice("healthy")).list({"owed"}, {}, today).items[0].values["owed"].integer(), 0);
  // An account need not say.
  Account silent = practice();
  silent.owed_known = false;
  silent.charges.clear();
  EXPECT_EQ(Billing(silent).list({"owed"}, {}, today).items[0].values.size(), 0u);
  EXPECT_EQ(refusals(Billing(silent), operation("pay", {"m-mastercard"})), Codes{"owed-unknown"});
}

TEST(Owed, IsACondition) {
  Account silent = practice();
  silent.owed_known = false;
  silent.charges.clear();
  auto of = [](const Account& account, const char* name) {
    return Billing(account).condition(name, Json::object(), today);
  };
  using enum Truth;
  EXPECT_EQ(of(practice(), "something-owed"), yes);
  EXPECT_EQ(of(practice(), "nothing-owed"), no);
  EXPECT_EQ(of(practice(), "owed-unknown"), no);
  EXPECT_EQ(of(practice("healthy"), "something-owed"), no);
  EXPECT_EQ(of(practice("healthy"), "nothing-owed"), yes);
  EXPECT_EQ(of(silent, "something-owed"), unknown);
  EXPECT_EQ(of(silent, "nothing-owed"), unknown);
  EXPECT_EQ(of(silent, "owed-unknown"), yes);
  EXPECT_EQ(Billing().condition("owed-unknown", Json::object(), today), unknown);
}

TEST(Owed, NamesTheFirstOfMany) {
  Account account = practice("many-3000");
  account.charges.clear();
  uint32_t first = uint32_t(account.profiles.size());
  for (uint32_t i = 0; i < 3000; ++i) account.charges.push_back({100, first + i});
  Json values = Billing(account).list({"owed"}, {}, today).items[0].values;
  EXPECT_EQ(values["items"].size(), 5u);
  EXPECT_EQ(values["more"].integer(), 2995);
}

TEST(Owed, IsReadAndWrittenWithTheAccount) {
  Json json = encode_account(practice("funds"));
  EXPECT_EQ(json["owed"].items()[0].dump(), "{\"amount\":129000,\"for\":\"s-kontor\"}");
  EXPECT_EQ(json["next-try"].string(), "2026-11-28");
  auto read = decode_account(json);
  ASSERT_TRUE(read) << read.error().where;
  EXPECT_EQ(encode_account(*read).dump(), json.dump());
  EXPECT_EQ(digest_of(*read), digest_of(practice("funds")));
  auto where = [&](const char* charges) {
    Json bad = json;
    bad.set("owed", *Json::parse(charges));
    auto account = decode_account(bad);
    return account ? std::string("none") : account.error().where;
  };
  EXPECT_EQ(where("[]"), "none");
  EXPECT_EQ(where("7"), "/owed");
  EXPECT_EQ(where(R"([{"for":"s-kontor"}])"), "/owed/0/amount");
  EXPECT_EQ(where(R"([{"for":"b-drift","amount":1}])"), "/owed/0/for")
      << "a subscription is owed for";
  EXPECT_EQ(where(R"([{"for":"s-kontor","amount":0}])"), "/owed/0/amount");
  json = with_currency(json, "s-epost", "SEK");
  EXPECT_EQ(where(R"([{"for":"s-kontor","amount":1},{"for":"s-epost","amount":1}])"), "/owed/1");
}

TEST(Pay, SettlesAllThatIsOwedAndTakesOverFromWhatFailed) {
  Billing billing(practice());
  Prepared prepared = billing.prepare(operation("pay", {"m-mastercard"}));
  ASSERT_TRUE(prepared.ok());
  EXPECT_FALSE(prepared.undoable);
  EXPECT_EQ(prepared.changes.total, 4u);
  Account other = practice();
  other.charges[0].amount = 700;
  EXPECT_EQ(Billing(other)
                .prepare(operation("pay", {"m-mastercard"}))
                .changes.items[0]
                .values["price"]
                .dump(),
            "{\"money\":[700,\"NOK\"]}")
      << "an item is what is owed for it, not its price";
  EXPECT_EQ(prepared.values["amount"].dump(), "{\"money\":[288800,\"NOK\"]}");
  ASSERT_TRUE(billing.apply(operation("pay", {"m-mastercard"}, "op-1")));
  EXPECT_EQ(owed(billing), 0);
  EXPECT_EQ(payer(billing, "b-drift"), "m-mastercard");
  EXPECT_EQ(payer(billing, "s-telefon"), "m-mastercard");
  EXPECT_EQ(payer(billing, "s-tegning"), "m-debit");
  EXPECT_TRUE(is_up_to_date(*billing.account()));
  EXPECT_TRUE(check_account(*billing.account()).empty());
  // Twice it is neither asked for nor done.
  uint64_t digest = billing.digest();
  EXPECT_EQ(refusals(billing, operation("pay", {"m-debit"}, "op-2")), Codes{"nothing-owed"});
  ASSERT_TRUE(billing.apply(operation("pay", {"m-mastercard"}, "op-1")));
  EXPECT_EQ(billing.digest(), digest);
}

TEST(Pay, LeavesNoNoticeOpen) {
  Billing billing(practice());
  ASSERT_TRUE(billing.apply(operation("replace-all", {"m-visa", "m-debit"}, "op-1")));
  EXPECT_FALSE(billing.facts(today).is_null()) << "what is owed is not paid by replacing";
  ASSERT_TRUE(billing.apply(operation("pay", {"m-debit"}, "op-2")));
  EXPECT_TRUE(billing.facts(today).is_null());
  Json none = *Json::parse(R"({"at-most":0})");
  EXPECT_EQ(billing.condition("notices", none, today), Truth::yes);
}

TEST(Pay, ShowsEachChargeAndCountsWhatMoves) {
  Account account = practice();
  account.charges[0].amount = 64500;  // half of the price
  Billing billing(account);
  Prepared prepared = billing.prepare(operation("pay", {"m-mastercard"}));
  EXPECT_EQ(prepared.changes.items[0].values["price"].dump(), R"({"money":[64500,"NOK"]})");
  EXPECT_EQ(prepared.values["moves"].integer(), 4);
  // A declined method that pays itself takes nothing over.
  Account corrected = practice("address");
  corrected.methods[0].before.push_back({});
  Billing pays(corrected);
  EXPECT_EQ(pays.prepare(operation("pay", {"m-visa"})).values["moves"].integer(), 0);
}

TEST(Pay, IsWhatAMethodIsPickedFor) {
  Billing billing(practice());
  ListName name{"methods", "", "pay"};
  for (const Item& item : billing.list(name, {}, today).items) {
    Codes codes = refusals(billing, operation("pay", {item.id}));
    EXPECT_EQ(item.enabled, codes.empty()) << item.id;
    EXPECT_FALSE(item.suggested) << item.id;
  }
  EXPECT_TRUE(Billing(practice("new-card")).item(name, "m-new", today).suggested);
}

// Sara Holmvik, who has one role: she is invoice manager of both billing profiles.
Account by_invoice_manager(std::string_view scenario) {
  Account account = practice(scenario);
  account.reader = find_person(account, "p-sara");
  return account;
}

TEST(Pay, ByAnInvoiceManagerTakesTheMethodThatPaysInAnyCase) {
  Account account = by_invoice_manager("bank");
  Billing billing(account);
  EXPECT_TRUE(billing.prepare(operation("pay", {"m-visa"})).ok());
  EXPECT_EQ(refusals(billing, operation("pay", {"m-mastercard"})),
            (Codes{"not-manager", "not-manager"}))
      << "it would take over";
  EXPECT_EQ(refusals(billing, operation("replace-all", {"m-visa", "m-mastercard"})),
            (Codes{"not-manager", "not-manager"}));
  std::string before = payer(billing, "b-drift");
  ASSERT_TRUE(billing.apply(operation("pay", {"m-visa"}, "op-1")));
  EXPECT_EQ(owed(billing), 0);
  EXPECT_EQ(payer(billing, "b-drift"), before);
  EXPECT_EQ(billing.account()->changes.back().by, account.reader);
  // A manager has let another method take over, so that one pays.
  Billing manager(practice());
  ASSERT_TRUE(manager.apply(operation("replace-all", {"m-visa", "m-mastercard"}, "op-1")));
  Account replaced = *manager.account();
  replaced.reader = find_person(replaced, "p-sara");
  EXPECT_TRUE(Billing(replaced).prepare(operation("pay", {"m-mastercard"})).ok());
  EXPECT_EQ(refusals(Billing(replaced), operation("pay", {"m-debit"})), Codes{"not-manager"});
  // Nor does she pay what others owe, or with what her profiles don't pay with.
  Account others = replaced;
  others.profiles[1].roles[others.reader] = ProfileRole::none;
  EXPECT_EQ(refusals(Billing(others), operation("pay", {"m-mastercard"})), Codes{"not-manager"});
  Account more = replaced;
  more.charges.push_back({100, find_use(more, "s-kunder")});
  EXPECT_EQ(refusals(Billing(more), operation("pay", {"m-mastercard"})), Codes{"not-manager"});
}

TEST(Pay, IsForOthersWhereTheReaderCanPayWithNothing) {
  auto others_pay = [](const Account& account) {
    return Billing(account).condition("others-pay", Json::object(), today);
  };
  EXPECT_EQ(others_pay(practice()), Truth::no);
  EXPECT_EQ(others_pay(by_invoice_manager("declined")), Truth::yes);
  EXPECT_EQ(others_pay(by_invoice_manager("healthy")), Truth::no) << "nothing is owed";
  EXPECT_EQ(others_pay(by_invoice_manager("bank")), Truth::no) << "she confirms it at the bank";
  Account silent = by_invoice_manager("declined");
  silent.owed_known = false;
  silent.charges.clear();
  EXPECT_EQ(others_pay(silent), Truth::unknown);
  // Whoever may confirm the payment is sent to nobody else.
  auto others_manage = [](const Account& account) {
    return Billing(account).condition("others-manage", Json::object(), today);
  };
  EXPECT_EQ(others_manage(by_invoice_manager("bank")), Truth::no);
  EXPECT_EQ(others_manage(by_invoice_manager("declined")), Truth::yes);
}

TEST(Pay, IsRefusedWithItsReason) {
  Billing billing(practice());
  EXPECT_EQ(refusals(billing, operation("pay", {"m-visa"})), Codes{"declined"});
  EXPECT_EQ(refusals(billing, operation("pay", {"m-expired"})), Codes{"expired"});
  EXPECT_EQ(refusals(billing, operation("pay", {"m-swedish"})), Codes{"other-country"});
  EXPECT_EQ(refusals(billing, operation("pay", {"m-amex"})), Codes{"not-manager"});
  EXPECT_EQ(refusals(billing, operation("pay", {"m-bank"})), Codes{"bank-account-on-profile"});
  EXPECT_EQ(refusals(billing, operation("pay", {"m-none"})), Codes{"unknown-method"});
  EXPECT_EQ(refusals(billing, operation("pay", {})), Codes{"operation-unknown"});
  EXPECT_TRUE(Billing(practice("individual")).prepare(operation("pay", {"m-bank"})).ok());
}

TEST(Pay, TakesADeclinedMethodOnceItsDetailsAreCorrected) {
  Billing billing(practice("address"));
  EXPECT_EQ(refusals(billing, operation("pay", {"m-visa"})), Codes{"declined"});
  ASSERT_TRUE(billing.apply(operation("update", {"m-visa", moved_to("Vik")}, "op-1")));
  ASSERT_TRUE(billing.apply(operation("pay", {"m-visa"}, "op-2")));
  Item visa = billing.item({"methods"}, "m-visa", today);
  EXPECT_EQ(visa.values["status"].string(), "active");
  EXPECT_TRUE(is_up_to_date(*billing.account()));
}

TEST(Pay, TakesADeclinedMethodWhoseBankWantsAConfirmation) {
  Billing billing(practice("bank"));
  EXPECT_TRUE(billing.prepare(operation("pay", {"m-visa"})).ok());
  EXPECT_EQ(refusals(billing, operation("replace-all", {"m-debit", "m-visa"})), Codes{"declined"})
      << "it takes nothing over before it has paid";
  ASSERT_TRUE(billing.apply(operation("pay", {"m-visa"}, "op-1")));
  EXPECT_EQ(billing.item({"methods"}, "m-visa", today).values["status"].string(), "active");
}

TEST(PracticeBank, HasAPersonConfirmWhatIsAddedMovedOrPaid) {
  Billing billing(practice("bank"));
  auto bank = [&](const char* name, Json first) {
    return billing.bank(operation(name, {std::move(first), "m-mastercard"})).dump();
  };
  for (const char* name : {"replace-all", "replace-one", "add", "pay"})
    EXPECT_EQ(bank(name, "m-visa"), R"({"confirm":true})") << name;
  for (const char* name : {"update", "delete", "undo"}) EXPECT_EQ(bank(name, "m-visa"), "null");
  Json refused = billing.bank(operation("pay", {"m-debit"}));
  EXPECT_EQ(refused["reasons"].items()[0]["code"].string(), "payment-insufficient-funds");
  EXPECT_TRUE(billing.bank(operation("pay", {})).is_null());
  EXPECT_TRUE(Billing(practice()).bank(operation("pay", {"m-debit"})).is_null());
  EXPECT_TRUE(Billing().bank(operation("pay", {"m-debit"})).is_null());
}

TEST(Pay, EndsTheUndoOfWhatWasDoneBefore) {
  Billing billing(practice());
  ASSERT_TRUE(billing.apply(operation("replace-all", {"m-visa", "m-debit"}, "op-1")));
  ASSERT_TRUE(billing.apply(operation("pay", {"m-debit"}, "op-2")));
  EXPECT_EQ(refusals(billing, operation("undo", {"op-1"}, "op-3")), Codes{"paid-since"});
  EXPECT_EQ(refusals(billing, operation("undo", {"op-2"}, "op-3")), Codes{"not-undoable"});
  EXPECT_FALSE(billing.undoable("pay"));
  // A later change can be undone.
  ASSERT_TRUE(billing.apply(operation("replace-one", {"s-epost", "m-bank"}, "op-3")));
  ASSERT_TRUE(billing.apply(operation("undo", {"op-3"}, "op-4")));
}

TEST(Pay, IsInASnapshot) {
  Billing billing(practice()), opened(practice());
  ASSERT_TRUE(billing.apply(operation("pay", {"m-debit"}, "op-1")));
  ASSERT_TRUE(opened.restore(billing.snapshot()));
  EXPECT_EQ(opened.digest(), billing.digest());
  EXPECT_EQ(owed(opened), 0);
}

}  // namespace
}  // namespace stegvis
