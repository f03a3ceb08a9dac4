#include "billing/rules.h"

#include "base/later.h"
#include "base/utf8.h"
#include "billing/account.h"
#include "billing/notices.h"
#include "billing/values.h"

namespace stegvis {
namespace {

// Days are numbers since 1970-01-01: 18653 is 2021-01-26.
// Retries: three to four weeks in the article of 2021, "about 30 days" in the rules' source; the
// shorter is what readers can count on.
constexpr Rules sets[] = {
    {"2021-04", true, {18653}, "BEFRITLUPTESUS", false, false, 28},
    {"2024-02", false, {18653}, "BEFRITLUPTESUS", true, true, 28},
};

bool manages(ProfileRole role) {
  return role == ProfileRole::owner || role == ProfileRole::contributor;
}

}  // namespace

const Rules* find_rules(std::string_view id) {
  for (const Rules& rules : sets)
    if (rules.id == id) return &rules;
  return nullptr;
}

bool may_add(const Account& account, uint32_t person) {
  if (account.people[person].roles) return true;
  for (const Profile& profile : account.profiles)
    if (manages(profile.roles[person])) return true;
  return false;
}

bool may_manage(const Account& account, uint32_t person, uint32_t method) {
  const Method& it = account.methods[method];
  if (it.profiles) {
    for (uint32_t i = 0; i < account.profiles.size(); ++i)
      if (account.uses[i].method == method && !manages(account.profiles[i].roles[person]))
        return false;
    return true;
  }
  bool shared = it.kind == MethodKind::bank_account && account.people[person].roles;
  bool own = it.added_by == person || it.added_by == no_index;
  return shared || (own && may_add(account, person));
}

bool may_move(const Account& account, uint32_t person, uint32_t use) {
  return account.is_profile(use) ? manages(account.profiles[use].roles[person])
                                 : may_manage(account, person, account.uses[use].method);
}

STEGVIS_LATER bool may_pay_with(const Account& account, uint32_t person, uint32_t method) {
  if (may_manage(account, person, method)) return true;
  for (uint32_t i = 0; i < account.profiles.size(); ++i)
    if (account.uses[i].method == method && account.profiles[i].roles[person] == ProfileRole::none)
      return false;
  for (const Charge& charge : account.charges)
    if (payer_of(account, charge.use) != method) return false;
  return account.methods[method].profiles;
}

STEGVIS_LATER bool may_move_any(const Account& account, uint32_t person, uint32_t method) {
  for (uint32_t i = 0; i < account.profiles.size(); ++i)
    if (account.uses[i].method == method && may_move(account, person, i)) return true;
  return account.methods[method].subscriptions && may_manage(account, person, method);
}

bool is_expired(const Method& method, Day day) {
  return method.details.expiry && method.details.expiry < month_of(day);
}

bool bank_account_closed(const Rules& rules, std::string_view country, Day day) {
  if (!rules.bank_accounts) return true;
  if (day < rules.no_new_bank_accounts) return false;
  std::string_view list = rules.no_new_bank_accounts_in;
  for (; !list.empty(); list.remove_prefix(2))
    if (list.substr(0, 2) == country) return true;
  return false;
}

Reason not_manager(const Account& account, uint32_t method) {
  Json who = Json::array();
  for (uint32_t i = 0; i < account.people.size() && int64_t(who.size()) < max_names; ++i)
    if (may_manage(account, i, method)) who.push(account.people[i].name);
  Reason reason{"not-manager", Json::object()};
  if (who.size()) {
    reason.args.set("who", std::move(who));
  } else {
    reason.code = "not-manager-role";
    reason.args.set("role", account.methods[method].profiles ? "profile-owner" : "administrator");
  }
  reason.args.set("method", method_value(account, account.methods[method]));
  return reason;
}

Reason may_not_add(const Account& account) {
  Json who = Json::array();
  for (uint32_t i = 0; i < account.people.size() && int64_t(who.size()) < max_names; ++i)
    if (may_add(account, i)) who.push(account.people[i].name);
  if (!who.size()) return {"may-not-add-role", Json::object()};
  return {"may-not-add", Json().set("who", std::move(who))};
}

namespace {

// Adds the reason, with the first names and the count, if profiles, or else subscriptions of their own, are
// among what would move: that use, or all that `from` pays for.
void against_uses(const Account& account, uint32_t from, uint32_t use, bool profiles, Reason reason,
                  std::vector<Reason>& out) {
  uint32_t first = profiles ? 0 : uint32_t(account.profiles.size());
  uint32_t end = uint32_t(profiles ? account.profiles.size() : account.uses.size());
  Json names = Json::array();
  int64_t count = 0;
  for (uint32_t i = first; i < end; ++i) {
    if (use == no_index ? account.uses[i].method != from : i != use) continue;
    if (++count <= max_names) names.push(name_value(account.name_of(i)));
  }
  if (!count || (use == no_index && from == no_index)) return;
  reason.args.set(profiles ? "profiles" : "items", std::move(names)).set("count", count);
  out.push_back(std::move(reason));
}

// All that the row of a method of the host's own kind says against it.
void against_kind(const Account& account, uint32_t from, const Method& to, uint32_t use,
                  std::vector<Reason>& out) {
  Json named = Json().set("method", method_value(account, to));
  if (to.no_profiles)
    against_uses(account, from, use, true, Reason{"not-for-profiles", named}, out);
  if (to.no_subscriptions)
    against_uses(account, from, use, false, Reason{"not-for-subscriptions", named}, out);
}

// All that speaks against `to` taking over, but who the reader is.
std::vector<Reason> against_taking_over(const Account& account, uint32_t from, uint32_t to,
                                        uint32_t use, Day day, bool asked) {
  const Method& method = account.methods[to];
  Json named = Json().set("method", method_value(account, method));
  std::vector<Reason> out;
  if (from == to) out.push_back({"same-method", named});
  if (method.country != account.country)
    out.push_back({"other-country", Json()
                                        .set("method", method_value(account, method))
                                        .set("country", country_value(method.country))
                                        .set("tenant", country_value(account.country))});
  if (is_expired(method, day)) out.push_back({"expired", named});
  bool closed = method.status == MethodStatus::declined &&
                bank_account_closed(*account.rules, method.country, day);
  against_kind(account, from, method, use, out);
  if (method.kind == MethodKind::bank_account) {
    if (!account.rules->bank_accounts)
      out.push_back({"bank-accounts-gone", named});
    else if (closed)
      // If no methods can be added, existing ones go on while in good standing.
      out.push_back({"bank-account-closed", Json().set("country", country_value(method.country))});
    against_uses(account, from, use, true, Reason{"bank-account-on-profile", named}, out);
  }
  // A closed bank account is declined as well, and that says more.
  if (asked && from != to && method.status == MethodStatus::declined && !closed)
    out.push_back({"declined", named});
  return out;
}

}  // namespace

std::vector<Reason> against_replacement(const Account& account, uint32_t from, uint32_t to,
                                        uint32_t use, Day day, bool asked) {
  std::vector<Reason> out = against_taking_over(account, from, to, use, day, asked);
  if (!may_manage(account, account.reader, to)) out.push_back(not_manager(account, to));
  return out;
}

STEGVIS_LATER std::vector<uint32_t> failed_methods(const Account& account) {
  std::vector<uint32_t> out;
  for (const Charge& charge : account.charges) {
    uint32_t by = payer_of(account, charge.use);
    if (account.methods[by].status != MethodStatus::declined) continue;
    bool known = false;
    for (uint32_t method : out) known |= method == by;
    if (!known) out.push_back(by);
  }
  return out;
}

STEGVIS_LATER std::vector<Reason> against_paying(const Account& account, uint32_t method, Day day,
                                                 bool asked) {
  uint32_t from = no_index;
  std::vector<Reason> out;
  for (uint32_t failed : failed_methods(account)) {
    if (failed == method) continue;
    if (!may_manage(account, account.reader, failed)) out.push_back(not_manager(account, failed));
    if (from == no_index || account.methods[failed].profiles) from = failed;
  }
  bool may_pay = !account.methods[method].before.empty() || to_be_confirmed(account, method);
  for (Reason& reason :
       against_taking_over(account, from, method, no_index, day, asked && !may_pay))
    out.push_back(std::move(reason));
  if (!may_pay_with(account, account.reader, method)) out.push_back(not_manager(account, method));
  return out;
}

STEGVIS_LATER bool may_pay(const Account& account, Day day) {
  if (may_add(account, account.reader)) return true;
  for (uint32_t i = 0; i < account.methods.size(); ++i)
    if (!account.methods[i].deleted && against_paying(account, i, day, true).empty()) return true;
  return false;
}

STEGVIS_LATER std::vector<Reason> against_replacing(const Account& account, uint32_t method) {
  const Method& it = account.methods[method];
  Json named = Json().set("method", method_value(account, it));
  std::vector<Reason> out;
  if (!may_manage(account, account.reader, method)) out.push_back(not_manager(account, method));
  if (!it.uses()) out.push_back({"nothing-attached", named});
  if (account.rules->replace_per_profile && it.profiles)
    out.push_back({"replace-per-profile", named});
  return out;
}

STEGVIS_LATER std::vector<Reason> against_moving_one(const Account& account, uint32_t method) {
  const Method& it = account.methods[method];
  if (!it.uses()) return {{"nothing-attached", Json().set("method", method_value(account, it))}};
  if (!may_move_any(account, account.reader, method)) return {not_manager(account, method)};
  return {};
}

STEGVIS_LATER std::vector<Reason> against_deletion(const Account& account, uint32_t method) {
  const Method& it = account.methods[method];
  Json named = Json().set("method", method_value(account, it));
  std::vector<Reason> out;
  if (!may_manage(account, account.reader, method)) out.push_back(not_manager(account, method));
  if (it.uses()) out.push_back({"in-use", Json(named).set("count", it.uses())});
  uint32_t others = 0;
  for (const Method& other : account.methods) others += !other.deleted;
  if (others == 1) out.push_back({"sole-method", named});
  return out;
}

STEGVIS_LATER Reason on_profile(const Account& account, uint32_t use) {
  const Profile& profile = account.profiles[account.subscription(use).profile];
  return {"on-profile", Json()
                            .set("item", name_value(account.name_of(use)))
                            .set("profile", name_value(profile.name))};
}

STEGVIS_LATER Reason not_mover(const Account& account, uint32_t use) {
  Json who = Json::array();
  for (uint32_t i = 0; i < account.people.size() && int64_t(who.size()) < max_names; ++i)
    if (may_move(account, i, use)) who.push(account.people[i].name);
  if (!who.size()) return not_manager(account, account.uses[use].method);
  return {"not-manager-item",
          Json().set("item", name_value(account.name_of(use))).set("who", std::move(who))};
}

}  // namespace stegvis
