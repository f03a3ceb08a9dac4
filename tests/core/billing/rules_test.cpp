// The rules as of 2021: roles and their permissions, methods and their replacements.
#include "billing/helpers.h"

namespace stegvis {
namespace {

bool manages(const Account& account, std::string_view person, std::string_view method) {
  uint32_t i = 0;
  while (account.people[i].id != person) ++i;
  return may_manage(account, i, find_method(account, method));
}

TEST(Rules, OnAnAccountWithProfilesTheirOwnersAndContributorsManageTheirMethods) {
  Account account = practice();
  EXPECT_TRUE(manages(account, "p-ingrid", "m-visa"));
  // Jonas is contributor of one of the two profiles on it, and would move both.
  EXPECT_FALSE(manages(account, "p-jonas", "m-visa"));
  account.profiles[0].roles[1] = ProfileRole::contributor;
  EXPECT_TRUE(manages(account, "p-jonas", "m-visa"));
  // Being administrator, or having added it, does not matter there.
  account.profiles[0].roles[0] = ProfileRole::none;
  EXPECT_FALSE(manages(account, "p-ingrid", "m-visa"));
}

TEST(Rules, OnAnAccountWithoutProfilesAdministratorsManageBankAccountsAndTheirOwnCards) {
  Account account = practice("individual");
  EXPECT_TRUE(manages(account, "p-ingrid", "m-visa"));
  EXPECT_FALSE(manages(account, "p-jonas", "m-visa"));
  EXPECT_FALSE(manages(account, "p-ingrid", "m-amex"));
  EXPECT_TRUE(manages(account, "p-jonas", "m-amex"));
  EXPECT_TRUE(manages(account, "p-jonas", "m-bank"));
  EXPECT_TRUE(manages(account, "p-ingrid", "m-bank"));
  for (const Method& method : account.methods) EXPECT_FALSE(manages(account, "p-sara", method.id));
}

TEST(Rules, AMethodOnNoProfileIsManagedAsOnAnAccountWithoutProfiles) {
  Account account = practice();
  EXPECT_TRUE(manages(account, "p-ingrid", "m-mastercard"));
  EXPECT_FALSE(manages(account, "p-ingrid", "m-amex"));
  EXPECT_TRUE(manages(account, "p-jonas", "m-bank"));
  // An owner who is no administrator manages what they added.
  account.people[0].roles = 0;
  EXPECT_TRUE(manages(account, "p-ingrid", "m-mastercard"));
  account.methods[find_method(account, "m-bank")].added_by = 1;
  EXPECT_FALSE(manages(account, "p-ingrid", "m-bank"));
}

TEST(Rules, AnInvoiceManagerCanOnlyPay) {
  Billing billing(practice("invoice-manager"));
  for (const Item& item : billing.list({"methods"}, {}, today).items) {
    EXPECT_FALSE(item.enabled) << item.id;
    ASSERT_EQ(item.reasons.size(), 1u);
    EXPECT_FALSE(item.suggested);
  }
  EXPECT_EQ(refusals(billing, operation("add", {new_card()})), Codes{"may-not-add"});
  EXPECT_EQ(refusals(billing, operation("replace-one", {"b-drift", "m-debit"})),
            (Codes{"not-manager-item", "not-manager"}));
}

TEST(Rules, AReasonNamesWhoMayOrTheRoleThatMay) {
  Account account = practice();
  Reason reason = not_manager(account, find_method(account, "m-amex"));
  EXPECT_EQ(reason.code, "not-manager");
  EXPECT_EQ(reason.args["who"].dump(), "[\"Jonas Fjellheim\"]");
  account.people[1].roles = 0;
  account.profiles[1].roles[1] = ProfileRole::none;
  reason = not_manager(account, find_method(account, "m-amex"));
  EXPECT_EQ(reason.code, "not-manager-role");
  EXPECT_EQ(reason.args["role"].string(), "administrator");
}

TEST(Rules, ACardIsGoodThroughTheLastDayOfItsMonth) {
  Method card;
  card.details.expiry = parse_month("2026-11");
  EXPECT_FALSE(is_expired(card, *parse_day("2026-11-30")));
  EXPECT_TRUE(is_expired(card, *parse_day("2026-12-01")));
  card.details.expiry = 0;
  EXPECT_FALSE(is_expired(card, today));
}

TEST(Rules, NoNewBankAccountsInSevenCountriesFrom2021) {
  const Rules& rules = *find_rules("2021-04");
  Day from = *parse_day("2021-01-26");
  for (const char* country : {"BE", "FR", "IT", "LU", "PT", "ES", "US"}) {
    EXPECT_TRUE(bank_account_closed(rules, country, from)) << country;
    EXPECT_FALSE(bank_account_closed(rules, country, from + -1)) << country;
  }
  // The list is read two letters at a time: "EF" is no country of it.
  for (const char* country : {"NO", "DE", "EF", "RI"})
    EXPECT_FALSE(bank_account_closed(rules, country, today)) << country;
}

TEST(Rules, BankAccountsInThoseCountriesGoOnWhileInGoodStanding) {
  Account account = practice("individual");
  account.country = "FR";
  for (Method& method : account.methods) method.country = "FR";
  uint32_t bank = find_method(account, "m-bank");
  auto against = [&] {
    return codes(
        against_replacement(account, find_method(account, "m-visa"), bank, no_index, today, true));
  };
  EXPECT_EQ(against(), Codes{});
  account.methods[bank].status = MethodStatus::declined;
  EXPECT_EQ(against(), Codes{"bank-account-closed"});
  account.country = account.methods[bank].country = "NO";
  EXPECT_EQ(against(), Codes{"declined"});
}

TEST(Rules, WhatWasAcceptedBeforeStandsThoughTheMethodIsDeclinedByNow) {
  Account account = practice();
  uint32_t from = find_method(account, "m-debit"), to = find_method(account, "m-visa");
  EXPECT_EQ(codes(against_replacement(account, from, to, no_index, today, false)), Codes{});
  Billing billing(account);
  Operation replace = operation("replace-all", {"m-debit", "m-visa"});
  EXPECT_EQ(refusals(billing, replace), Codes{"declined"});
  EXPECT_TRUE(billing.apply(replace));
}

TEST(Rules, AReplacementGivesEveryReasonAgainstIt) {
  Account account = practice();
  auto against = [&](std::string_view from, std::string_view to) {
    return codes(against_replacement(account, find_method(account, from), find_method(account, to),
                                     no_index, today, true));
  };
  EXPECT_EQ(against("m-visa", "m-mastercard"), Codes{});
  EXPECT_EQ(against("m-debit", "m-visa"), Codes{"declined"});
  EXPECT_EQ(against("m-visa", "m-visa"), Codes{"same-method"});
  EXPECT_EQ(against("m-visa", "m-expired"), Codes{"expired"});
  EXPECT_EQ(against("m-visa", "m-swedish"), Codes{"other-country"});
  EXPECT_EQ(against("m-visa", "m-bank"), Codes{"bank-account-on-profile"});
  EXPECT_EQ(against("m-debit", "m-bank"), Codes{});
  EXPECT_EQ(against("m-visa", "m-amex"), Codes{"not-manager"});
  Method& swedish = account.methods[find_method(account, "m-swedish")];
  swedish.details.expiry = parse_month("2020-01");
  swedish.added_by = 1;
  EXPECT_EQ(against("m-visa", "m-swedish"), (Codes{"other-country", "expired", "not-manager"}));
}

TEST(Rules, ALaterSetStandsBesideTheFirst) {
  Account account = practice("individual");
  account.rules = find_rules("2024-02");
  ASSERT_TRUE(account.rules);
  seal(account);
  Billing billing(account);
  EXPECT_EQ(refusals(billing, operation("replace-all", {"m-visa", "m-bank"})),
            Codes{"bank-accounts-gone"});
  EXPECT_EQ(billing.form("add-method", "", Json::object())[0].options.size(), 2u);
  auto asks_code = [](const Billing& it) {
    for (const Field& field : it.form("edit-method", "m-visa", Json::object()))
      if (field.id == "code") return field.kind == "secret";
    return false;
  };
  EXPECT_TRUE(asks_code(billing));
  EXPECT_FALSE(asks_code(Billing(practice())));

  account = practice();
  account.rules = find_rules("2024-02");
  seal(account);
  EXPECT_EQ(refusals(Billing(account), operation("replace-all", {"m-visa", "m-debit"})),
            Codes{"replace-per-profile"});
  EXPECT_TRUE(Billing(account).prepare(operation("replace-one", {"b-drift", "m-debit"})).ok());
  EXPECT_EQ(find_rules("2019-01"), nullptr);
}

}  // namespace
}  // namespace stegvis
