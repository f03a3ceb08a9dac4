#include "billing/account.h"

#include <iterator>

#include "base/hash.h"
#include "base/later.h"
#include "base/utf8.h"

namespace stegvis {
namespace {

constexpr std::string_view method_kinds[] = {"credit-card", "debit-card", "bank-account", ""};
constexpr std::string_view method_statuses[] = {"active", "declined"};
constexpr std::string_view subscription_statuses[] = {"active", "expired", "disabled", "deleted"};
constexpr std::string_view profile_roles[] = {"", "owner", "contributor", "invoice-manager"};
constexpr std::string_view decline_reasons[] = {"",
                                                "insufficient-funds",
                                                "expired",
                                                "incorrect-details",
                                                "authentication-required",
                                                "bank-declined",
                                                "do-not-retry",
                                                "other"};
// A row for each kind of operation, in the order of the kinds.
struct OperationRow {
  std::string_view name;
  uint8_t arguments;
  bool of_method;
};
constexpr OperationRow operations[] = {
    {"replace-all", 2, false}, {"replace-one", 2, false}, {"add", 1, true}, {"update", 2, true},
    {"delete", 1, true},       {"undo", 1, false},        {"pay", 1, true},
};
static_assert(std::size(operations) == operation_kinds, "each kind has its row");

// The id counts, not its words: the digest is the same in every language.
void add_name(Digest& digest, const Name& name) {
  digest.text(name.text);
  if (name.practice) digest.integer(name.number);
}

uint64_t hash_of(const Account& account, uint32_t use) {
  Digest digest;
  digest.text(account.id_of(use));
  add_name(digest, account.name_of(use));
  if (account.is_profile(use)) {
    const auto& roles = account.profiles[use].roles;
    for (size_t i = 0; i < roles.size(); ++i)
      if (roles[i] != ProfileRole::none) digest.text(account.people[i].id).integer(int(roles[i]));
  } else {
    const Subscription& it = account.subscription(use);
    digest.integer(it.price).text({it.currency, 3}).integer(int(it.status));
    if (it.profile != no_index) digest.text(account.profiles[it.profile].id);
  }
  return digest.value();
}

uint64_t head_of(const Account& account) {
  Digest head;
  head.text(account.rules->id).text(account.country);
  add_name(head, account.company);
  head.integer(account.billing_day.number).text(account.people[account.reader].id);
  for (const Person& person : account.people)
    head.text(person.id).text(person.name).integer(person.roles);
  for (const Notice& notice : account.notices) {
    head.text(account.methods[notice.method].id)
        .integer(notice.day.number)
        .integer(notice.period.number);
    // The digest of an account without reasons is the one of an earlier build.
    if (notice.reason != DeclineReason::none) head.text(name_of(notice.reason));
    // Nor does an amount that nobody knows change it.
    if (!notice.amount) continue;
    head.integer(notice.amount).text({notice.currency, 3}).integer(int64_t(notice.uses.size()));
    for (uint32_t use : notice.uses) head.text(account.id_of(use));
  }
  // So is that of one that does not say what is owed.
  if (account.owed_known || account.next_try.number) head.integer(account.next_try.number);
  return head.value();
}

// 0 where nothing is owed.
uint64_t hash_of_charges(const Account& account) {
  Digest digest;
  for (const Charge& charge : account.charges)
    digest.text(account.id_of(charge.use)).integer(charge.amount);
  return account.charges.empty() ? 0 : digest.value();
}

}  // namespace

std::string_view name_of(MethodKind kind) { return method_kinds[int(kind)]; }
std::string_view name_of(MethodStatus status) { return method_statuses[int(status)]; }
std::string_view name_of(SubscriptionStatus status) { return subscription_statuses[int(status)]; }
std::string_view name_of(ProfileRole role) { return profile_roles[int(role)]; }
std::string_view name_of(DeclineReason reason) { return decline_reasons[int(reason)]; }
std::string_view name_of(OperationKind kind) { return operations[int(kind)].name; }
std::optional<OperationKind> operation_of(std::string_view name) {
  for (size_t i = 0; i < std::size(operations); ++i)
    if (operations[i].name == name) return OperationKind(i);
  return std::nullopt;
}

uint32_t arguments_of(OperationKind kind) { return operations[int(kind)].arguments; }
bool is_of_method(OperationKind kind) { return operations[int(kind)].of_method; }

bool same_card(const Method& first, const Method& other) {
  return !first.brand.empty() && first.brand == other.brand && first.last4 == other.last4 &&
         first.details.expiry == other.details.expiry;
}

STEGVIS_LATER uint32_t find_person(const Account& account, std::string_view id) {
  for (uint32_t i = 0; i < account.people.size(); ++i)
    if (account.people[i].id == id) return i;
  return no_index;
}

uint32_t find_method(const Account& account, std::string_view id) {
  for (uint32_t i = 0; i < account.methods.size(); ++i)
    if (account.methods[i].id == id) return account.methods[i].deleted ? no_index : i;
  return no_index;
}

uint32_t find_use(const Account& account, std::string_view id) {
  for (uint32_t i = 0; i < account.uses.size(); ++i)
    if (account.id_of(i) == id) return i;
  return no_index;
}

uint32_t find_change(const Account& account, std::string_view id) {
  for (uint32_t i = 0; i < account.changes.size(); ++i)
    if (account.changes[i].id == id) return i;
  return no_index;
}

uint64_t hash_of(const Method& method, const Account& account) {
  Digest digest;
  digest.text(method.id).integer(int(method.kind)).text(method.brand).text(method.last4);
  digest.integer(method.details.expiry).text(method.details.holder);
  digest.text(method.details.address.dump()).text(method.country);
  digest.text(method.added_by == no_index ? std::string() : account.people[method.added_by].id);
  digest.integer(method.added.number);
  digest.integer(int(method.status));
  if (method.kind == MethodKind::other)
    digest.text(method.own_kind)
        .text(method.name)
        .integer(method.no_profiles)
        .integer(method.no_subscriptions);
  return digest.value();
}

uint64_t share_of(const Method& method) {
  if (method.deleted) return 0;
  return Digest().integer(int64_t(method.hash)).integer(int64_t(method.paid)).value();
}

uint64_t digest_of(const Account& account) {
  return Digest().integer(int64_t(account.fixed)).integer(int64_t(account.shares)).value();
}

STEGVIS_LATER uint32_t payer_of(const Account& account, uint32_t use) {
  uint32_t method = account.uses[use].method;
  return method == no_index ? account.uses[account.subscription(use).profile].method : method;
}

STEGVIS_LATER uint64_t fixed_when_paid(const Account& account) {
  return account.fixed - hash_of_charges(account);
}

STEGVIS_LATER void clear_charges(Account& account) {
  account.fixed = fixed_when_paid(account);
  account.charges.clear();
}

void seal(Account& account) {
  account.fixed = head_of(account) + hash_of_charges(account);
  account.shares = 0;
  if (account.lineage.empty()) account.lineage.emplace_back();
  for (Method& method : account.methods) {
    method.hash = hash_of(method, account);
    method.paid = 0;
    method.profiles = method.subscriptions = 0;
  }
  for (Profile& profile : account.profiles) profile.subscriptions = 0;
  for (uint32_t i = 0; i < account.uses.size(); ++i) {
    Use& use = account.uses[i];
    use.hash = hash_of(account, i);
    if (!account.is_profile(i) && account.subscription(i).profile != no_index) {
      account.fixed += use.hash;
      ++account.profiles[account.subscription(i).profile].subscriptions;
    } else {
      Method& method = account.methods[use.method];
      method.paid += use.hash;
      ++(account.is_profile(i) ? method.profiles : method.subscriptions);
    }
  }
  for (const Method& method : account.methods) account.shares += share_of(method);
}

std::string format_month(int32_t month) {
  return month ? format_day(day_of({month / 12, month % 12 + 1, 1})).substr(0, 7) : std::string();
}

int32_t parse_month(std::string_view text) {
  auto day = parse_day(std::string(text) + "-01");
  return day ? month_of(*day) : 0;
}

int32_t month_of(Day day) {
  Date date = date_of(day);
  return date.year * 12 + date.month - 1;
}

}  // namespace stegvis
