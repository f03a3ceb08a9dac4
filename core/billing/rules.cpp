#include "billing/rules.h"

#include "base/utf8.h"
#include "billing/account.h"
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
  return shared || (it.added_by == person && may_add(account, person));
}

bool may_move(const Account& account, uint32_t person, uint32_t use) {
  return account.is_profile(use) ? manages(account.profiles[use].roles[person])
                                 : may_manage(account, person, account.uses[use].method);
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
  reason.args.set("method", method_value(account.methods[method]));
  return reason;
}

Reason may_not_add(const Account& account) {
  Json who = Json::array();
  for (uint32_t i = 0; i < account.people.size() && int64_t(who.size()) < max_names; ++i)
    if (may_add(account, i)) who.push(account.people[i].name);
  if (!who.size()) return {"may-not-add-role", Json::object()};
  return {"may-not-add", Json().set("who", std::move(who))};
}

std::vector<Reason> against_replacement(const Account& account, uint32_t from, uint32_t to,
                                        uint32_t use, Day day) {
  const Method& method = account.methods[to];
  Json named = Json().set("method", method_value(method));
  std::vector<Reason> out;
  if (from == to) out.push_back({"same-method", named});
  if (method.country != account.country)
    out.push_back({"other-country", Json()
                                        .set("method", method_value(method))
                                        .set("country", country_value(method.country))
                                        .set("tenant", country_value(account.country))});
  if (is_expired(method, day)) out.push_back({"expired", named});
  if (method.kind == MethodKind::bank_account) {
    if (!account.rules->bank_accounts)
      out.push_back({"bank-accounts-gone", named});
    else if (method.status == MethodStatus::declined &&
             bank_account_closed(*account.rules, method.country, day))
      // If no methods can be added, existing ones go on while in good standing.
      out.push_back({"bank-account-closed", Json().set("country", country_value(method.country))});
    Json profiles = Json::array();
    int64_t count = 0;
    for (uint32_t i = 0; i < account.profiles.size(); ++i) {
      if (use == no_index ? account.uses[i].method != from : i != use) continue;
      if (++count <= max_names) profiles.push(account.profiles[i].name);
    }
    if (count)
      out.push_back({"bank-account-on-profile", Json()
                                                    .set("method", method_value(method))
                                                    .set("profiles", std::move(profiles))
                                                    .set("count", count)});
  }
  if (!may_manage(account, account.reader, to)) out.push_back(not_manager(account, to));
  return out;
}

}  // namespace stegvis
