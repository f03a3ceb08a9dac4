#include "billing/notices.h"

#include "base/later.h"
#include "billing/values.h"

namespace stegvis {
namespace {

constexpr size_t max_named = 5;

// A reason asks something of the reader; the same payment may be tried again by itself.
struct ReasonRow {
  Help help;
  bool retried;
};
constexpr ReasonRow reasons[] = {
    {Help::unknown, true},   // none
    {Help::wait, true},      // insufficient-funds
    {Help::unknown, false},  // expired: corrected if the number is the same, else replaced
    {Help::correct, false},  // incorrect-details
    {Help::confirm, false},  // authentication-required
    {Help::bank, true},      // bank-declined
    {Help::replace, false},  // do-not-retry
    {Help::wait, true},      // other
};

bool counts(const Account& account, const Heard& heard, const Notice& notice) {
  return notice.period == account.billing_day && heard.methods[notice.method];
}

DeclineReason reason_of(const Account& account, const Notice& notice, Day day) {
  bool expired = is_expired(account.methods[notice.method], day);
  bool silent = notice.reason == DeclineReason::none;
  return silent && expired ? DeclineReason::expired : notice.reason;
}

// The latest notice of this period about a method; null where there is none.
const Notice* latest_notice(const Account& account, uint32_t method) {
  const Notice* latest = nullptr;
  for (const Notice& notice : account.notices)
    if (notice.method == method && notice.period == account.billing_day)
      if (!latest || latest->day <= notice.day) latest = &notice;
  return latest;
}

// The reason of the latest notice of each method that counts, where it is the same for all; else none.
DeclineReason common_reason(const Account& account, const Heard& heard, Day day) {
  DeclineReason common = DeclineReason::none;
  bool first = true;
  for (uint32_t i = 0; i < account.methods.size(); ++i) {
    const Notice* latest = latest_notice(account, i);
    if (!latest || !heard.methods[i]) continue;
    DeclineReason reason = reason_of(account, *latest, day);
    if (!first && reason != common) return DeclineReason::none;
    common = reason;
    first = false;
  }
  return common;
}

// Names of the first of these uses, and how many others there are.
STEGVIS_LATER void name_some(const Account& account, const std::vector<uint32_t>& uses, size_t most,
                             Json& out) {
  Json named = Json::array();
  for (uint32_t use : uses)
    if (named.size() < most) named.push(name_value(account.name_of(use)));
  int64_t more = int64_t(uses.size()) - int64_t(named.size());
  out.set("items", std::move(named)).set("more", more);
}

// The payment of a notice, and what it was for, where the account says so.
STEGVIS_LATER void tell_charge(const Account& account, const Notice& notice, size_t most,
                               Json& out) {
  if (!notice.amount) return;
  out.set("charged", money_value(notice.amount, notice.currency));
  if (!notice.uses.empty()) name_some(account, notice.uses, most, out);
}

bool same_charge(const Notice& first, const Notice& other) {
  return first.amount == other.amount && first.uses == other.uses &&
         std::string_view(first.currency, 3) == std::string_view(other.currency, 3);
}

}  // namespace

Heard heard_of(const Account& account) {
  Heard out;
  bool settled = account.owed_known && account.charges.empty();
  bool all = false;
  for (uint32_t i = 0; i < account.methods.size(); ++i) {
    const Method& method = account.methods[i];
    out.methods.push_back(!settled && !method.deleted && method.status == MethodStatus::declined);
    if (!out.methods[i]) continue;
    all |= may_manage(account, account.reader, i);
  }
  for (uint32_t i = 0; all && i < account.methods.size(); ++i)
    out.methods[i] = out.methods[i] && may_manage(account, account.reader, i);
  for (const Notice& notice : account.notices) {
    if (!counts(account, out, notice)) continue;
    ++out.count;
    if (out.latest < notice.day) out.latest = notice.day;
  }
  return out;
}

STEGVIS_LATER bool may_help(const Account& account, const Heard& heard, Day day) {
  for (uint32_t i = 0; i < account.methods.size(); ++i) {
    if (!heard.methods[i]) continue;
    if (may_manage(account, account.reader, i) || may_move_any(account, account.reader, i))
      return true;
    if (!account.charges.empty() && to_be_confirmed(account, i) &&
        against_paying(account, i, day, true).empty())
      return true;
  }
  return false;
}

STEGVIS_LATER Help help_of(const Account& account, const Heard& heard, Day day) {
  return reasons[int(common_reason(account, heard, day))].help;
}

STEGVIS_LATER bool to_be_confirmed(const Account& account, uint32_t method) {
  const Notice* latest = latest_notice(account, method);
  return latest && latest->reason == DeclineReason::authentication_required;
}

Truth retry_is_over(const Account& account, const Heard& heard, Day day) {
  if (!heard.count) return Truth::unknown;
  DeclineReason reason = common_reason(account, heard, day);
  bool over = account.billing_day + account.rules->retry_days < day;
  if (over || !reasons[int(reason)].retried) return Truth::yes;
  return reason == DeclineReason::none ? Truth::unknown : Truth::no;
}

bool added_since(const Account& account, const Heard& heard, uint32_t method) {
  const Method& it = account.methods[method];
  return heard.count && !it.deleted && it.status == MethodStatus::active &&
         it.kind != MethodKind::bank_account && it.added >= heard.latest &&
         may_manage(account, account.reader, method);
}

List notice_count(const Account& account) {
  List list;
  list.total = 1;
  Item item;
  item.id = "notice-count";
  item.values.set("count", heard_of(account).count).set("since", day_value(account.billing_day));
  list.items.push_back(std::move(item));
  return list;
}

STEGVIS_LATER Json facts_of(const Account& account, Day day) {
  Heard heard = heard_of(account);
  if (!heard.count) return {};
  Json days = Json::array(), methods = Json::array();
  for (uint32_t i = 0; i < account.methods.size() && methods.size() < max_named; ++i)
    if (heard.methods[i]) methods.push(method_value(account, account.methods[i]));
  const Notice* first = nullptr;
  bool differ = false;
  for (const Notice& notice : account.notices) {
    if (!counts(account, heard, notice)) continue;
    if (days.size() < max_named) days.push(day_value(notice.day));
    if (!first) first = &notice;
    differ |= !same_charge(*first, notice);
  }
  Json facts = Json().set("days", std::move(days)).set("methods", std::move(methods));
  // One name and a number are shorter than three names.
  if (differ)
    facts.set("differ", true);
  else
    tell_charge(account, *first, first->uses.size() < 3 ? 2 : 1, facts);
  if (account.owed_known) facts.set("amount", owed_value(account));
  std::string_view reason = name_of(common_reason(account, heard, day));
  return reason.empty() ? facts : facts.set("reason", reason);
}

List notices_list(const Account& account, const Window& window) {
  Gather gather(window);
  Heard heard = heard_of(account);
  auto item = [&] {
    Item out;
    out.values.set("count", heard.count).set("since", day_value(account.billing_day));
    return out;
  };
  for (const Notice& notice : account.notices) {
    if (!counts(account, heard, notice)) continue;
    const Method& method = account.methods[notice.method];
    if (!gather.take(method.brand, method.last4)) continue;
    Item it = item();
    it.id = "notice-" + format_day(notice.day) + "-" + method.id;
    it.values.set("day", day_value(notice.day)).set("method", method_value(account, method));
    tell_charge(account, notice, max_named, it.values);
    if (notice.reason != DeclineReason::none) it.values.set("reason", name_of(notice.reason));
    gather.list.items.push_back(std::move(it));
  }
  if (!heard.count) gather.list.items.push_back(item());
  return std::move(gather.list);
}

STEGVIS_LATER List retry_window(const Account& account, Day day) {
  List list;
  list.total = 1;
  Item item;
  item.id = "retry-window";
  Day until = account.billing_day + account.rules->retry_days;
  bool over = retry_is_over(account, heard_of(account), day) == Truth::yes;
  item.values.set("from", day_value(account.billing_day + 1)).set("until", day_value(until));
  item.values.set("left", over ? 0 : until.number - day.number + 1);
  bool scheduled = !over && account.next_try >= day;
  item.values.set("scheduled", int(scheduled));
  item.values.set("next", day_value(scheduled ? account.next_try : until));
  list.items.push_back(std::move(item));
  return list;
}

STEGVIS_LATER List owed_list(const Account& account) {
  List list;
  list.total = 1;
  Item item;
  item.id = "owed";
  if (account.owed_known) {
    std::vector<uint32_t> uses;
    for (const Charge& charge : account.charges) uses.push_back(charge.use);
    item.values.set("owed", int64_t(uses.size())).set("amount", owed_value(account));
    name_some(account, uses, max_named, item.values);
  }
  list.items.push_back(std::move(item));
  return list;
}

STEGVIS_LATER List managers_list(const Account& account, Day day) {
  List list;
  Heard heard = heard_of(account);
  for (uint32_t i = 0; i < account.methods.size() && !list.total; ++i) {
    if (!heard.methods[i] || may_help(account, heard, day)) continue;
    Item item;
    item.id = "managers";
    item.values = not_manager(account, i).args;
    list.items.push_back(std::move(item));
    list.total = 1;
  }
  return list;
}

}  // namespace stegvis
