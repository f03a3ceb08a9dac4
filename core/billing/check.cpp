// Checks that an account follows its rules: after it is read, and in the tests of all operations.
#include "base/utf8.h"
#include "billing/account.h"

namespace stegvis {
namespace {

struct Checker {
  const Account& account;
  std::vector<Broken> out;

  void broken(std::string_view rule, std::string_view list, size_t index) {
    out.push_back({std::string(rule), "/" + std::string(list) + "/" + decimal(int64_t(index))});
  }

  void methods() {
    for (size_t i = 0; i < account.methods.size(); ++i) {
      const Method& method = account.methods[i];
      bool card = method.is_card(), own = method.kind == MethodKind::other;
      // Never more than the last four, whatever else holds.
      if (method.last4.size() != 4 && !((method.deleted || own) && method.last4.empty()))
        broken("last4", "methods", i);
      for (char c : method.last4)
        if (!(c >= '0' && c <= '9') && (card || !(c >= 'A' && c <= 'Z')))
          broken("last4", "methods", i);
      if (method.deleted) continue;
      if (card == method.brand.empty()) broken("brand", "methods", i);
      if (!own && card != (method.details.expiry != 0)) broken("expiry", "methods", i);
      for (const Before& was : method.before) {
        const Change& change = account.changes[was.change];
        if (change.undone || change.kind != OperationKind::update || change.method != i)
          broken("before", "methods", i);
      }
    }
  }

  void uses() {
    for (uint32_t i = 0; i < account.uses.size(); ++i) {
      bool profile = account.is_profile(i);
      std::string_view list = profile ? "profiles" : "subscriptions";
      size_t place = profile ? i : i - account.profiles.size();
      uint32_t by = account.uses[i].method;
      if (by == no_index) {
        if (profile || account.subscription(i).profile == no_index)
          broken("no-method", list, place);
        continue;
      }
      const Method& method = account.methods[by];
      if (method.deleted) broken("deleted-method", list, place);
      if (method.country != account.country) broken("other-country", list, place);
      if (profile && method.kind == MethodKind::bank_account)
        broken("bank-account-on-profile", list, place);
      if (profile ? method.no_profiles : method.no_subscriptions)
        broken("kind-pays-for", list, place);
    }
  }

  // Only what a use can still go back to: links of undone changes stay in memory, unused.
  void lineage() {
    std::vector<bool> used(account.lineage.size());
    for (const Use& use : account.uses) used[use.link] = true;
    for (size_t i = used.size(); i-- > 1;) {
      if (!used[i]) continue;
      const Link& link = account.lineage[i];
      used[link.before] = true;
      const Change& change = account.changes[link.change];
      bool moves = change.kind == OperationKind::replace_all ||
                   change.kind == OperationKind::replace_one || change.kind == OperationKind::pay;
      bool later = !link.before || account.lineage[link.before].change < link.change;
      if (!moves || change.undone || !later) broken("lineage", "lineage", i - 1);
    }
  }
};

}  // namespace

std::vector<Broken> check_account(const Account& account) {
  Checker checker{account, {}};
  checker.methods();
  checker.uses();
  checker.lineage();
  return std::move(checker.out);
}

}  // namespace stegvis
