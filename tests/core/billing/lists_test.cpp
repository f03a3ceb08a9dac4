// Conditions and lists: what the account knows, and what a reader may pick from.
#include "billing/helpers.h"
#include "billing/values.h"
#include "billing/vocabulary.h"

namespace stegvis {
namespace {

Truth notices(const Billing& billing, const char* bound, int64_t n) {
  return billing.condition("notices", Json().set(bound, n), today);
}

std::vector<std::string> ids(const List& list) {
  std::vector<std::string> out;
  for (const Item& item : list.items) out.push_back(item.id);
  return out;
}

std::vector<std::string> suggested(const List& list) {
  std::vector<std::string> out;
  for (const Item& item : list.items)
    if (item.suggested) out.push_back(item.id);
  return out;
}

TEST(Notices, AreThoseOfThisPeriodOnTheDeclinedMethod) {
  Billing declined(practice()), few(practice("few"));
  EXPECT_EQ(notices(declined, "at-least", 3), Truth::yes);
  EXPECT_EQ(notices(declined, "at-least", 4), Truth::no);
  EXPECT_EQ(notices(declined, "at-most", 2), Truth::no);
  EXPECT_EQ(notices(few, "at-most", 2), Truth::yes);
  EXPECT_EQ(notices(few, "at-least", 3), Truth::no);
  EXPECT_EQ(notices(Billing(), "at-most", 2), Truth::unknown);
  EXPECT_EQ(few.condition("notices", Json::object(), today), Truth::unknown);
  EXPECT_EQ(few.condition("notices", Json().set("at-most", 1).set("at-least", 1), today),
            Truth::unknown);

  List list = declined.list({"notices"}, {}, today);
  ASSERT_EQ(list.total, 3u);
  EXPECT_EQ(list.items[0].values["count"].integer(), 3);
  EXPECT_EQ(list.items[0].values["since"].dump(), "{\"day\":\"2026-11-06\"}");
  EXPECT_EQ(list.items[2].values["day"].dump(), "{\"day\":\"2026-11-21\"}");
}

TEST(Notices, WithNoneThereAreStillTheirVariables) {
  Account account = practice();
  account.notices.clear();
  List list = Billing(account).list({"notices"}, {}, today);
  EXPECT_EQ(list.total, 0u);
  ASSERT_EQ(list.items.size(), 1u);
  EXPECT_EQ(list.items[0].id, "");
  EXPECT_EQ(list.items[0].values["count"].integer(), 0);
}

TEST(Notices, OfOthersCountOnlyWhereTheReaderManagesNoDeclinedMethod) {
  Account account = practice();
  uint32_t amex = find_method(account, "m-amex");
  account.methods[amex].status = MethodStatus::declined;
  account.notices.push_back({amex, today, account.billing_day});
  EXPECT_EQ(notices(Billing(account), "at-most", 3), Truth::yes);
  account.methods[0].status = MethodStatus::active;
  EXPECT_EQ(notices(Billing(account), "at-most", 0), Truth::no);
  EXPECT_EQ(notices(Billing(account), "at-most", 1), Truth::yes);
  EXPECT_EQ(notices(Billing(practice("invoice-manager")), "at-least", 3), Truth::yes);
}

TEST(Conditions, AreAnsweredByTheAccount) {
  Billing declined(practice()), added(practice("new-card")), individual(practice("individual"));
  auto of = [](const Billing& it, const char* name, const char* method) {
    return it.condition(name, Json().set("method", method), today);
  };
  EXPECT_EQ(declined.condition("method-added-since-notice", Json::object(), today), Truth::no);
  EXPECT_EQ(added.condition("method-added-since-notice", Json::object(), today), Truth::yes);
  EXPECT_EQ(of(declined, "anything-on-profile", "m-visa"), Truth::yes);
  EXPECT_EQ(of(declined, "anything-on-profile", "m-debit"), Truth::no);
  EXPECT_EQ(of(individual, "anything-on-profile", "m-visa"), Truth::no);
  EXPECT_EQ(of(declined, "may-manage", "m-visa"), Truth::yes);
  EXPECT_EQ(of(declined, "may-manage", "m-amex"), Truth::no);
  EXPECT_EQ(of(declined, "may-manage", "m-x"), Truth::unknown);
  EXPECT_EQ(of(declined, "weather", "m-visa"), Truth::unknown);
  EXPECT_EQ(of(Billing(), "may-manage", "m-visa"), Truth::unknown);
}

Truth of_notices(const Billing& billing, const char* name, int32_t later = 0) {
  return billing.condition(name, Json::object(), today + later);
}

TEST(Conditions, SayWhatHelpsByTheReasonOfTheLatestNotices) {
  using enum Truth;
  struct Row {
    const char* account;
    Truth over, correcting, replacing, bank, confirming = no;
  };
  for (const Row& row :
       {Row{"declined", yes, no, yes, no}, Row{"few", no, no, no, no},
        Row{"individual", unknown, unknown, unknown, unknown},
        Row{"expired", yes, unknown, unknown, unknown}, Row{"address", yes, yes, no, no},
        Row{"call-bank", no, no, no, yes}, Row{"bank", yes, no, no, no, yes},
        Row{"healthy", unknown, unknown, unknown, unknown}}) {
    Billing billing(practice(row.account));
    EXPECT_EQ(of_notices(billing, "retry-is-over"), row.over) << row.account;
    EXPECT_EQ(of_notices(billing, "correcting-helps"), row.correcting) << row.account;
    EXPECT_EQ(of_notices(billing, "replacing-helps"), row.replacing) << row.account;
    EXPECT_EQ(of_notices(billing, "bank-helps"), row.bank) << row.account;
    Truth confirming = row.correcting == unknown ? unknown : row.confirming;
    EXPECT_EQ(of_notices(billing, "confirming-helps"), confirming) << row.account;
  }
}

TEST(Conditions, RetryingEndsSomeDaysAfterTheBillingDay) {
  Billing few(practice("few"));
  EXPECT_EQ(of_notices(few, "retry-is-over", 24), Truth::no);
  EXPECT_EQ(of_notices(few, "retry-is-over", 40), Truth::yes);
  EXPECT_EQ(few.list({"retry-window"}, {}, today).items[0].values["left"].integer(), 25);
  EXPECT_EQ(few.list({"retry-window"}, {}, today + 40).items[0].values["left"].integer(), 0);
  EXPECT_EQ(Billing(practice()).list({"retry-window"}, {}, today).items[0].values["left"].integer(),
            0);
}

TEST(Conditions, ACardThatExpiredIsAReasonOfItsOwn) {
  Account account = practice("individual");
  account.methods[0].details.expiry = month_of(today) - 1;
  EXPECT_EQ(of_notices(Billing(account), "retry-is-over"), Truth::yes);
  EXPECT_EQ(Billing(account).facts(today)["reason"].string(), "expired");
  EXPECT_EQ(Billing(practice("healthy")).facts(today).dump(), "null");
  EXPECT_EQ(Billing(practice("funds")).facts(today)["days"].size(), 2u);
}

TEST(Notices, SayWhatWasChargedInVainAndForWhat) {
  Billing billing(practice());
  Json facts = billing.facts(today);
  EXPECT_EQ(facts["charged"].dump(), R"({"money":[288800,"NOK"]})");
  EXPECT_EQ(facts["items"].dump(), R"([{"practice":"office-standard"}])");
  EXPECT_EQ(facts["more"].integer(), 3);
  EXPECT_FALSE(facts.has("differ"));
  Json latest = billing.list({"notices"}, {}, today).items[2].values;
  EXPECT_EQ(latest["charged"].dump(), R"({"money":[288800,"NOK"]})");
  EXPECT_EQ(latest["items"].size(), 4u);
  EXPECT_EQ(latest["more"].integer(), 0);
  EXPECT_EQ(latest["reason"].string(), "do-not-retry");
  // One that says nothing about it.
  EXPECT_FALSE(Billing(practice("individual")).facts(today).has("charged"));
  EXPECT_FALSE(
      Billing(practice("individual")).list({"notices"}, {}, today).items[0].values.has("charged"));
}

TEST(Notices, OfAFewItemsNameThemAll) {
  Account account = practice();
  for (Notice& notice : account.notices)
    if (notice.amount) notice.uses.resize(2);
  Json facts = Billing(account).facts(today);
  EXPECT_EQ(facts["items"].size(), 2u);
  EXPECT_EQ(facts["more"].integer(), 0);
  for (Notice& notice : account.notices) notice.uses.clear();
  facts = Billing(account).facts(today);
  EXPECT_TRUE(facts.has("charged"));
  EXPECT_FALSE(facts.has("items"));
}

TEST(Notices, OfSeveralAmountsAreToldOneByOne) {
  for (int what : {0, 1, 2}) {
    Account account = practice();
    Notice& last = account.notices.back();
    if (what == 0) last.amount -= 1;
    if (what == 1) last.uses.pop_back();
    if (what == 2) std::string_view("SEK").copy(last.currency, 3);
    Json facts = Billing(account).facts(today);
    EXPECT_TRUE(facts["differ"].boolean()) << what;
    EXPECT_FALSE(facts.has("charged")) << what;
  }
}

TEST(Conditions, ReasonsThatDifferByMethodSayNothing) {
  Account account = practice();
  uint32_t debit = find_method(account, "m-debit");
  account.methods[debit].status = MethodStatus::declined;
  account.notices.push_back({debit, today, account.billing_day, DeclineReason::insufficient_funds});
  EXPECT_EQ(of_notices(Billing(account), "replacing-helps"), Truth::unknown);
  EXPECT_EQ(of_notices(Billing(account), "one-declined-method"), Truth::no);
  EXPECT_EQ(of_notices(Billing(practice()), "one-declined-method"), Truth::yes);
}

TEST(Conditions, OthersManageWhereTheReaderCanMoveNothingOfWhatWasDeclined) {
  EXPECT_EQ(of_notices(Billing(practice("invoice-manager")), "others-manage"), Truth::yes);
  EXPECT_EQ(of_notices(Billing(practice()), "others-manage"), Truth::no);
  EXPECT_EQ(of_notices(Billing(practice("healthy")), "others-manage"), Truth::no);
  Account account = practice("invoice-manager");
  account.profiles[0].roles[account.reader] = ProfileRole::contributor;
  EXPECT_EQ(of_notices(Billing(account), "others-manage"), Truth::no);
  Json values = Billing(practice("invoice-manager")).list({"managers"}, {}, today).items[0].values;
  EXPECT_EQ(values["who"].items()[0].string(), "Ingrid Myrvang");
  EXPECT_EQ(Billing(practice()).list({"managers"}, {}, today).total, 0u);
}

TEST(Methods, AreAllListedAndTheDeclinedOneIsSuggested) {
  Billing billing(practice());
  List list = billing.list({"methods"}, {}, today);
  EXPECT_EQ(ids(list), (Codes{"m-visa", "m-mastercard", "m-amex", "m-debit", "m-expired", "m-bank",
                              "m-swedish"}));
  EXPECT_EQ(suggested(list), Codes{"m-visa"});
  for (const Item& item : list.items) EXPECT_EQ(item.enabled, item.id != "m-amex") << item.id;
  const Json& values = list.items[0].values;
  EXPECT_EQ(
      values.dump(),
      "{\"added\":{\"day\":\"2025-02-21\"},\"added-by\":\"Ingrid Myrvang\","
      "\"country\":{\"country\":\"NO\"},\"expiry\":\"2028-01\",\"holder\":\"Ingrid Myrvang\","
      "\"method\":{\"method\":{\"brand\":\"visa\",\"kind\":\"credit-card\",\"last4\":\"1111\"}},"
      "\"profiles\":2,\"singles\":2,\"status\":\"declined\",\"uses\":4}");
  EXPECT_EQ(list.items[4].values["status"].string(), "expired");
  EXPECT_FALSE(list.items[5].values.has("expiry"));
  EXPECT_EQ(ids(billing.list({"methods"}, {0, 50, "MASTER"}, today)),
            (Codes{"m-mastercard", "m-expired"}));
  EXPECT_EQ(ids(billing.list({"methods"}, {0, 50, "jonas"}, today)), Codes{"m-amex"});
  EXPECT_EQ(ids(billing.list({"methods"}, {0, 50, "visa 18"}, today)), Codes{"m-swedish"});
}

TEST(Replacements, AreAllOthersWithEveryReasonAgainstThem) {
  Billing billing(practice("new-card"));
  List list = billing.list({"replacements", "m-visa"}, {}, today);
  EXPECT_EQ(list.total, 7u);
  EXPECT_EQ(suggested(list), Codes{"m-new"});
  auto reasons = [&](const char* id) {
    return codes(billing.item({"replacements", "m-visa"}, id, today).reasons);
  };
  EXPECT_EQ(reasons("m-mastercard"), Codes{});
  EXPECT_EQ(reasons("m-debit"), Codes{});
  EXPECT_EQ(reasons("m-amex"), Codes{"not-manager"});
  EXPECT_EQ(reasons("m-expired"), Codes{"expired"});
  EXPECT_EQ(reasons("m-bank"), Codes{"bank-account-on-profile"});
  EXPECT_EQ(reasons("m-swedish"), Codes{"other-country"});
  EXPECT_EQ(billing.item({"replacements", "m-visa"}, "m-visa", today).id, "");
  EXPECT_EQ(billing.list({"replacements", "m-x"}, {}, today).total, 0u);
  EXPECT_TRUE(
      Billing(practice("individual")).item({"replacements", "m-visa"}, "m-bank", today).enabled);
}

TEST(Replacements, AreNoDeclinedMethods) {
  Billing billing(practice());
  EXPECT_EQ(codes(billing.item({"replacements", "m-debit"}, "m-visa", today).reasons),
            Codes{"declined"});
  EXPECT_EQ(codes(billing.item({"replacements-one", "s-tegning"}, "m-visa", today).reasons),
            Codes{"declined"});
}

// The operation that an item is picked for decides which items can be picked.
TEST(MethodsForAPurpose, AreThoseThatTheOperationCanTake) {
  Billing billing(practice());
  auto reasons = [&](std::string_view purpose, std::string_view id) {
    return codes(billing.item({"methods", "", purpose}, id, today).reasons);
  };
  for (std::string_view purpose : {"replace-all", "replace-one"}) {
    EXPECT_EQ(reasons(purpose, "m-visa"), Codes{}) << purpose;
    EXPECT_EQ(reasons(purpose, "m-mastercard"), Codes{"nothing-attached"}) << purpose;
  }
  EXPECT_EQ(reasons("replace-all", "m-amex"), Codes{"not-manager"});
  EXPECT_EQ(reasons("update", "m-mastercard"), Codes{});
  EXPECT_EQ(reasons("delete", "m-visa"), Codes{"in-use"});
  EXPECT_EQ(reasons("delete", "m-mastercard"), Codes{});
}

TEST(MethodsForAPurpose, AreNotReplacedWholeWhereProfilesMoveOneByOne) {
  Account account = practice();
  account.rules = find_rules("2024-02");
  Billing billing(std::move(account));
  auto reasons = [&](std::string_view purpose) {
    return codes(billing.item({"methods", "", purpose}, "m-visa", today).reasons);
  };
  EXPECT_EQ(reasons("replace-all"), Codes{"replace-per-profile"});
  EXPECT_EQ(reasons("replace-one"), Codes{});
}

// The contributor of one profile may move that one, though its method is another's.
TEST(MethodsForAPurpose, AreThoseOfWhichTheReaderMayMoveAnything) {
  Account account = practice();
  account.reader = 1;
  Billing billing(std::move(account));
  EXPECT_EQ(codes(billing.item({"methods", "", "replace-all"}, "m-visa", today).reasons),
            Codes{"not-manager"});
  EXPECT_TRUE(billing.item({"methods", "", "replace-one"}, "m-visa", today).enabled);
  auto reasons = [&](const char* use) {
    return codes(billing.item({"uses", "m-visa", "replace-one"}, use, today).reasons);
  };
  EXPECT_EQ(reasons("b-butikk"), Codes{});
  EXPECT_EQ(reasons("b-drift"), Codes{"not-manager-item"});
  List uses = billing.list({"uses", "m-visa", "replace-one"}, {}, today);
  EXPECT_FALSE(uses.items[0].enabled);
  EXPECT_TRUE(billing.list({"uses", "m-visa"}, {}, today).items[0].enabled);
}

// An item can be picked only where the operation could be taken, whatever else is chosen.
TEST(MethodsForAPurpose, AreEnabledOnlyWhereTheOperationCouldBeTaken) {
  for (uint64_t seed = 0; seed < 40; ++seed) {
    Billing billing(make_account(30, seed, today));
    for (const Item& old : billing.list({"methods", "", "replace-all"}, {}, today).items) {
      Codes alone = refusals(billing, operation("replace-all", {old.id, "m-none"}));
      EXPECT_EQ(old.enabled, alone == Codes{"unknown-method"}) << seed << " " << old.id;
    }
    for (const Item& method : billing.list({"methods", "", "delete"}, {}, today).items)
      EXPECT_EQ(codes(method.reasons), refusals(billing, operation("delete", {method.id})));
  }
}

TEST(Methods, HaveTheirExpiryInTheNameWhereAnotherIsCalledTheSame) {
  Account account = practice();
  EXPECT_FALSE(method_value(account, account.methods[0])["method"].has("until"));
  account.methods.push_back(account.methods[0]);
  account.methods.back().id = "m-twin";
  account.methods.back().details.expiry += 12;
  EXPECT_EQ(method_value(account, account.methods[0])["method"]["until"].string(), "2028-01");
  EXPECT_EQ(method_value(account, account.methods.back())["method"]["until"].string(), "2029-01");
  account.methods.back().deleted = true;
  EXPECT_FALSE(method_value(account, account.methods[0])["method"].has("until"));
}

// An operation takes exactly the items that a list offers.
TEST(Replacements, AreEnabledWhereTheOperationWouldBeTaken) {
  for (uint64_t seed = 0; seed < 40; ++seed) {
    Billing billing(make_account(30, seed, today));
    for (const Item& old : billing.list({"methods"}, {}, today).items) {
      if (!old.enabled || old.values["uses"].integer() == 0) continue;
      for (const Item& item : billing.list({"replacements", old.id}, {}, today).items) {
        Prepared prepared = billing.prepare(operation("replace-all", {old.id, item.id}));
        EXPECT_EQ(prepared.ok(), item.enabled) << old.id << " " << item.id;
        EXPECT_EQ(codes(prepared.refusals), codes(item.reasons));
      }
    }
  }
}

TEST(ReplacementsOne, AreThoseForThatUse) {
  Billing billing(practice());
  EXPECT_TRUE(billing.item({"replacements-one", "s-epost"}, "m-bank", today).enabled);
  EXPECT_FALSE(billing.item({"replacements-one", "b-drift"}, "m-bank", today).enabled);
  EXPECT_EQ(billing.item({"replacements-one", "s-epost"}, "m-visa", today).id, "");
  EXPECT_EQ(billing.list({"replacements-one", "s-kontor"}, {}, today).total, 0u);
}

TEST(Uses, AreProfilesFirst) {
  Billing billing(practice());
  List list = billing.list({"uses", "m-visa"}, {}, today);
  EXPECT_EQ(ids(list), (Codes{"b-drift", "b-butikk", "s-epost", "s-telefon"}));
  EXPECT_EQ(list.items[0].values.dump(),
            R"({"kind":"profile","name":{"practice":"operations"},"subscriptions":2})");
  EXPECT_EQ(list.items[3].values.dump(),
            R"({"kind":"subscription","name":{"practice":"telephony-basic"},)"
            R"("price":{"money":[19900,"NOK"]},"status":"expired"})");
  EXPECT_EQ(billing.item({"uses", "m-visa"}, "s-telefon", today).id, "s-telefon");
  EXPECT_EQ(billing.item({"uses", "m-visa"}, "s-regnskap", today).id, "");
}

TEST(Uses, AreShownInWindowsAndSearched) {
  Billing billing(practice("many-2000"));
  List all = billing.list({"uses", "m-visa"}, {0, 1000, ""}, today);
  EXPECT_EQ(all.items.size(), 50u);
  EXPECT_EQ(all.total, billing.account()->methods[0].uses());
  List next = billing.list({"uses", "m-visa"}, {40, 20, ""}, today);
  ASSERT_EQ(next.items.size(), 20u);
  EXPECT_EQ(next.items[0].id, all.items[40].id);
  List last = billing.list({"uses", "m-visa"}, {all.total - 3, 50, ""}, today);
  EXPECT_EQ(last.items.size(), 3u);
  EXPECT_EQ(billing.list({"uses", "m-visa"}, {4000000000u, 50, ""}, today).items.size(), 0u);
  // By the words that the page draws, folded for case, also beyond ASCII; without any, by those of the id.
  Json words = Json().set("meeting", "Møterom");
  List found = billing.list({"uses", "m-visa"}, {0, 50, "MØTEROM 1", &words}, today);
  ASSERT_GT(found.total, 10u);
  for (const Item& item : found.items) {
    EXPECT_EQ(item.values["name"]["practice"].string(), "meeting");
    EXPECT_EQ(std::to_string(item.values["name"]["number"].integer()).find("1"), 0u);
  }
  EXPECT_EQ(billing.list({"uses", "m-visa"}, {0, 50, "møterom 1"}, today).total, 0u);
  EXPECT_EQ(billing.list({"uses", "m-visa"}, {0, 50, "meeting 1", &words}, today).total, 0u);
  EXPECT_EQ(billing.list({"uses", "m-visa"}, {0, 50, "meeting 1"}, today).total, found.total);
  EXPECT_EQ(billing.list({"uses", "m-visa"}, {0, 50, "finnes ikke"}, today).total, 0u);
}

TEST(RetryWindow, IsFromTheDayAfterTheBillingDayForFourWeeks) {
  List list = Billing(practice("individual")).list({"retry-window"}, {}, today);
  ASSERT_EQ(list.total, 1u);
  EXPECT_EQ(list.items[0].values.dump(),
            "{\"from\":{\"day\":\"2026-11-07\"},\"left\":12,\"next\":{\"day\":\"2026-12-04\"},"
            "\"scheduled\":0,\"until\":{\"day\":\"2026-12-04\"}}");
  list = Billing(practice("funds")).list({"retry-window"}, {}, today);
  EXPECT_EQ(list.items[0].values["scheduled"].integer(), 1);
  EXPECT_EQ(list.items[0].values["next"].dump(), "{\"day\":\"2026-11-28\"}");
}

TEST(Practice, HasAllThatItsScenariosPromise) {
  EXPECT_FALSE(practice_account("unknown", today));
  for (const char* bad : {"many-", "many-x", "many-9999999", "manymore", "many-123456789"})
    EXPECT_FALSE(practice_account(bad, today)) << bad;
  EXPECT_EQ(digest_of(practice("")), digest_of(practice("declined")));
  EXPECT_EQ(practice("many-40").subscriptions.size(), 49u);
  for (const char* scenario :
       {"declined", "few", "new-card", "individual", "invoice-manager", "many-500"})
    for (int32_t later = 0; later < 1000; later += 97) {
      Account account = *practice_account(scenario, today + later);
      EXPECT_TRUE(check_account(account).empty()) << scenario;
      EXPECT_EQ(account.profiles.empty(), scenario == std::string_view("individual"));
      Billing billing(account);
      List methods = billing.list({"methods"}, {}, today + later);
      EXPECT_EQ(methods.items[0].values["status"].string(), "declined");
      EXPECT_EQ(methods.items[4].values["status"].string(), "expired");
    }
}

TEST(Subscriptions, AreThoseThatCanBePaidForByThemselvesAndWhyOthersCannot) {
  Billing billing(practice());
  ListName name{"subscriptions", "", "replace-one"};
  List list = billing.list(name, {}, today);
  ASSERT_EQ(list.total, 9u);
  auto of = [&](const char* id) { return billing.item(name, id, today); };
  EXPECT_TRUE(of("s-epost").enabled);
  EXPECT_EQ(of("s-epost").values["payer"].dump(), list.items[4].values["payer"].dump());
  EXPECT_EQ(of("s-epost").values["payer"]["method"]["last4"].string(), "1111");
  Item on_profile = of("s-kontor");
  EXPECT_FALSE(on_profile.enabled);
  ASSERT_EQ(on_profile.reasons.size(), 1u);
  EXPECT_EQ(on_profile.reasons[0].code, "on-profile");
  EXPECT_EQ(on_profile.reasons[0].args.dump(),
            R"({"item":{"practice":"office-standard"},"profile":{"practice":"operations"}})");
  EXPECT_EQ(on_profile.values["payer"]["method"]["last4"].string(), "1111") << "the profile's";
  EXPECT_EQ(of("s-kunder").reasons[0].code, "not-manager-item") << "its card is another's";
  for (const char* id : {"b-drift", "s-none", ""}) EXPECT_EQ(of(id).id, "") << id;
  // All the same: an item of the list is what it is by itself.
  for (const Item& item : list.items) EXPECT_EQ(of(item.id.c_str()).enabled, item.enabled);
}

TEST(Subscriptions, AreFoundInALongListAndThoseThatAreDeletedAreNot) {
  Account account = practice("many-3000");
  uint32_t deleted = 0, there = 0;
  for (const Subscription& it : account.subscriptions)
    ++(it.status == SubscriptionStatus::deleted ? deleted : there);
  ASSERT_GT(deleted, 0u);
  Billing billing(account);
  EXPECT_EQ(billing.list({"subscriptions"}, {}, today).total, there);
  Window last{there - 1, 50, ""};
  ASSERT_EQ(billing.list({"subscriptions"}, last, today).items.size(), 1u);
  Window searched{0, 50, "Timesheets"};
  List found = billing.list({"subscriptions"}, searched, today);
  EXPECT_GT(found.total, 50u);
  for (const Item& item : found.items)
    EXPECT_EQ(item.values["name"]["practice"].string(), "timesheets");
}

TEST(Vocabulary, NamesWhatTheDomainAnswers) {
  const Vocabulary& words = billing_vocabulary();
  EXPECT_EQ(words.domain, "billing");
  Billing billing(practice());
  for (const ListWord& list : words.lists) {
    std::string of = list.of == "methods" ? "m-visa" : list.of.empty() ? "" : "b-drift";
    Billing answers(practice(list.name == "managers" ? "invoice-manager" : "declined"));
    List answer = answers.list({list.name, of}, {}, today);
    ASSERT_GT(answer.total, 0u) << list.name;
    for (std::string_view variable : list.variables)
      EXPECT_TRUE(answer.items[0].values.has(variable)) << list.name << " " << variable;
  }
  for (const FormWord& form : words.forms)
    EXPECT_FALSE(billing.form(form.name, form.of.empty() ? "" : "m-visa", Json::object()).empty());
  for (const ConditionWord& condition : words.conditions) {
    Json args = Json::object();
    for (const ArgumentWord& arg : condition.args)
      if (args.size() == 0) args.set(arg.name, arg.type == 'i' ? Json(1) : Json("m-visa"));
    EXPECT_NE(billing.condition(condition.name, args, today), Truth::unknown) << condition.name;
  }
  for (const OperationWord& word : words.operations) {
    std::vector<Json> args;
    for (std::string_view with : word.with) {
      if (with == "add-method")
        args.push_back(new_card());
      else if (with == "edit-method")
        args.push_back(moved_to("Vik"));
      else if (with == "uses subscriptions")
        args.push_back("b-drift");
      else if (word.name == "delete")
        args.push_back("m-expired");
      else
        args.push_back(with == "methods" ? "m-visa" : "m-debit");
    }
    Prepared prepared = billing.prepare(operation(std::string(word.name), args));
    ASSERT_TRUE(prepared.ok()) << word.name;
    EXPECT_EQ(prepared.undoable, word.undoable);
    EXPECT_EQ(billing.undoable(word.name), word.undoable);
    for (std::string_view variable : word.variables)
      EXPECT_TRUE(prepared.values.has(variable)) << word.name << " " << variable;
  }
  for (std::string_view other : {"undo", "dance", ""}) EXPECT_FALSE(billing.undoable(other));
}

}  // namespace
}  // namespace stegvis
