#include "base/utf8.h"
#include "billing/practice.h"

namespace stegvis {
namespace {

// Half of the accounts say what is owed: for some of the subscriptions, or nothing.
void owe_anything(Account& account, uint64_t seed) {
  Dice dice(seed ^ 0x6f776564);
  if (dice.one_in(2)) return;
  account.owed_known = true;
  uint32_t first = uint32_t(account.profiles.size());
  for (uint32_t i = first; i < account.uses.size() && account.charges.size() < 20; ++i)
    if (dice.one_in(3)) account.charges.push_back({1 + int64_t(dice.below(100000)), i});
  seal(account);
}

// Half of the notices say what was charged, and most of these what for.
void charge_anything(Account& account, uint64_t seed) {
  Dice dice(seed ^ 0x63686172);
  uint32_t first = uint32_t(account.profiles.size());
  for (Notice& notice : account.notices) {
    if (dice.one_in(2)) continue;
    notice.amount = 1 + int64_t(dice.below(100000));
    std::string_view("NOK").copy(notice.currency, 3);
    for (uint32_t i = first; i < account.uses.size() && notice.uses.size() < 3; ++i)
      if (dice.one_in(3)) notice.uses.push_back(i);
  }
  seal(account);
}

}  // namespace

Account make_account(uint32_t subscriptions, uint64_t seed, Day day) {
  Dice dice(seed ^ 0x737465677669735f);
  constexpr std::string_view scenarios[] = {"declined", "few", "new-card", "individual",
                                            "invoice-manager"};
  Account account = *practice_account(scenarios[dice.below(5)], day);
  account.subscriptions.clear();
  account.uses.resize(account.profiles.size());
  account.country = dice.one_in(4) ? "SE" : "NO";
  for (uint32_t i = dice.below(7); i > 0; --i) {
    Method method = account.methods[dice.below(uint32_t(account.methods.size()))];
    method.id = "m-" + decimal(i);
    method.details.expiry =
        method.kind == MethodKind::bank_account ? 0 : month_of(day) - 4 + int32_t(dice.below(40));
    method.added_by = dice.below(uint32_t(account.people.size()));
    method.added = day + -int32_t(dice.below(60));
    method.status = dice.one_in(4) ? MethodStatus::declined : MethodStatus::active;
    account.methods.push_back(std::move(method));
  }
  for (Person& person : account.people) person.roles = uint8_t(dice.below(4));
  account.reader = dice.below(uint32_t(account.people.size()));
  // One method of the right country is always there, whichever country that is.
  uint32_t fit = 0;
  while (account.methods[fit].country != account.country) ++fit;
  if (!account.profiles.empty()) {
    for (uint32_t i = dice.below(4); i > 0; --i) {
      account.profiles.push_back({"b-" + decimal(i), {"Profil " + decimal(i)}, {}, 0});
      account.uses.push_back({});
    }
    for (uint32_t i = 0; i < account.profiles.size(); ++i) {
      auto& roles = account.profiles[i].roles;
      roles.resize(account.people.size());
      for (ProfileRole& role : roles) role = ProfileRole(dice.below(4));
      uint32_t method = dice.below(uint32_t(account.methods.size()));
      bool good = account.methods[method].country == account.country &&
                  account.methods[method].kind != MethodKind::bank_account;
      account.uses[i].method = good ? method : fit;
    }
  }
  account.notices.clear();
  for (uint32_t i = dice.below(8); i > 0; --i) {
    Day period = account.billing_day + (dice.one_in(4) ? -30 : 0);
    account.notices.push_back(
        {dice.below(uint32_t(account.methods.size())), period + int32_t(dice.below(20)), period});
  }
  account.owed_known = false;
  account.charges.clear();
  add_subscriptions(account, subscriptions, fit, seed);
  charge_anything(account, seed);
  owe_anything(account, seed);
  return account;
}

}  // namespace stegvis
