// The billing account: a value at a version.
//
// A use is what a payment method pays for: a billing profile, or a subscription of its own. Uses
// stand in one column (profiles first, then all subscriptions, in the account's order), so that an
// operation over 100,000 of them reads and writes 16 bytes each and no text. A subscription on a
// billing profile has a place in the column too, but no method: its profile's method pays.
//
// As JSON (canonical when written; every member that is not marked ? must be there). A host's account has
// what a host knows: what only this code writes down, to undo its own changes, is marked ?, as is what many
// hosts don't keep.
//   { "account": 1, "rules"?: "2021-04", "version": 7,
//     "tenant": {"country": "NO", "name"}, "reader": "<person>",
//     "billing-day": "2026-11-06",            the day on which the current billing period began
//     "people": [{"id", "name", "roles": ["global-administrator" | "billing-administrator"...]}],
//     "methods": [{"id", "kind": "credit-card" | "debit-card" | "bank-account", or the host's own: "vipps",
//                  "brand"?, "last4"?, "expiry"?: "2028-11", "holder"?,
//                  "country"?: "NO",           the tenant's where it is left out
//                  "address"?: {"line1": "..."...}, "added-by"?: "<person>", "added"?: "<day>",
//                  "status"?: "active" | "declined", "deleted"?: true,
//                  "name"?: "Vipps 912 34 567", "pays-for"?: ["profiles", "subscriptions"],
//                                              of a kind of the host's own alone
//                  "before"?: [{"change": n, "holder", "expiry"?, "address"}...]}],
//     "profiles": [{"id", "name", "method", "roles": {"<person>": "owner" | "contributor" |
//                   "invoice-manager"}, "moved"?: n}],
//     "subscriptions": [{"id", "name", "price": [minor units, "NOK"], "status": "active" |
//                        "expired" | "disabled" | "deleted", "method" or "profile", "moved"?: n}],
//     "notices": [{"method", "day", "period"?: "<its billing day>", "reason"?: "expired",
//                  "amount"?: [minor units, "NOK"], "for"?: ["<subscription>"...]}],
//               without a period, it is of the current one; what a payment was for is said beside its amount
//     "owed"?: [{"for": "<subscription>", "amount": minor units}],
//               what is not paid, in the currency of the prices; [] where all is; left out where nobody
//               knows
//     "next-try"?: "<day>"                    when what is owed is charged again by itself
//     "undoable"?: true                       the host carries out `undo` of the reader's changes
//     "changes"?: [{"id", "operation", "by": "<person>", "method"?, "undone"?: true}],
//               left out, nothing can be undone here
//     "lineage"?: [[change, from method, link before]...] }
// The name of a tenant, profile or subscription is a text, or {"practice": "<id>", "number"?: n}.
// "moved" is a place in the lineage, from 1; "change" one in the changes, from 0; "from method" one
// in the methods, from 0. A link says which change moved a use last, where it came from and which
// link it had before; uses with the same past share one. Methods that were deleted, or whose adding
// was undone, stay as long as the lineage may name them; they are in no list and no digest.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/error.h"
#include "base/json.h"
#include "billing/rules.h"

namespace stegvis {

inline constexpr uint32_t no_index = UINT32_MAX;

// other: a kind of the host's own, which its row names and describes.
enum class MethodKind : uint8_t { credit_card, debit_card, bank_account, other };
enum class MethodStatus : uint8_t { active, declined };
enum class SubscriptionStatus : uint8_t { active, expired, disabled, deleted };
enum class ProfileRole : uint8_t { none, owner, contributor, invoice_manager };
// Why a payment was declined, as far as the account knows. What providers' codes mean stands in README.md.
enum class DeclineReason : uint8_t {
  none,
  insufficient_funds,
  expired,
  incorrect_details,
  authentication_required,
  bank_declined,
  do_not_retry,
  other
};
// Snapshots hold the numbers of these: a new one goes to the end.
enum class OperationKind : uint8_t { replace_all, replace_one, add, update, remove, undo, pay };
inline constexpr uint32_t operation_kinds = 7;
inline constexpr uint8_t global_administrator = 1;
inline constexpr uint8_t billing_administrator = 2;

std::string_view name_of(MethodKind kind);            // "credit-card"; "" for other
std::string_view name_of(MethodStatus status);        // "declined"
std::string_view name_of(SubscriptionStatus status);  // "disabled"
std::string_view name_of(ProfileRole role);           // "invoice-manager"; "" for none
std::string_view name_of(DeclineReason reason);       // "do-not-retry"; "" for none
std::string_view name_of(OperationKind kind);         // "replace-all"; remove is "delete"
std::optional<OperationKind> operation_of(std::string_view name);
uint32_t arguments_of(OperationKind kind);
bool is_of_method(OperationKind kind);  // its change names the one method that it changes

struct Person {
  std::string id;
  std::string name;
  uint8_t roles = 0;  // administrator bits
};

// The details that an update changes. A method remembers them as they were before each update.
struct Details {
  int32_t expiry = 0;  // year * 12 + month - 1; 0: none, as of a bank account
  std::string holder;
  Json address = Json::object();  // texts by field id; empty ones are left out
  bool operator==(const Details&) const = default;
};

struct Before {
  uint32_t change = 0;
  Details details;
};

struct Method {
  std::string id;
  MethodKind kind = MethodKind::credit_card;
  std::string brand;  // of a card: "visa"
  std::string last4;
  // Of a kind of the host's own: its id and the method's name, and what it can't pay for.
  std::string own_kind;
  std::string name;
  bool no_profiles = false;
  bool no_subscriptions = false;
  Details details;
  std::string country;
  uint32_t added_by = 0;  // a person; no_index where nobody says who
  Day added;              // 0: nobody says when
  MethodStatus status = MethodStatus::active;
  bool deleted = false;
  std::vector<Before> before;

  // Kept up to date: the hash of the above, and of what the method pays for the sum of hashes and
  // the counts.
  uint64_t hash = 0;
  uint64_t paid = 0;
  uint32_t profiles = 0;
  uint32_t subscriptions = 0;
  uint32_t uses() const { return profiles + subscriptions; }
  bool is_card() const { return kind < MethodKind::bank_account; }
  std::string_view kind_name() const {
    return kind == MethodKind::other ? std::string_view(own_kind) : name_of(kind);
  }
};

// True where both are one card, as far as an account knows: brand, last four and expiry.
bool same_card(const Method& first, const Method& other);

// A name as it is written; or the id of a message that words it in each language, `practice-<id>`, and a
// number behind those words where it isn't 0.
struct Name {
  std::string text;
  bool practice = false;
  uint32_t number = 0;
};

struct Profile {
  std::string id;
  Name name;
  std::vector<ProfileRole> roles;  // of each person
  uint32_t subscriptions = 0;      // up to date: on it
};

struct Subscription {
  std::string id;
  Name name;
  int64_t price = 0;  // minor units
  char currency[3] = {};
  SubscriptionStatus status = SubscriptionStatus::active;
  uint32_t profile = no_index;
};

struct Use {
  uint64_t hash = 0;
  uint32_t method = no_index;
  uint32_t link = 0;  // into the lineage; 0: never moved
};

struct Link {
  uint32_t change = 0;
  uint32_t from = 0;  // a method
  uint32_t before = 0;
};

struct Change {
  std::string id;
  OperationKind kind = OperationKind::replace_all;
  uint32_t by = 0;             // a person
  uint32_t method = no_index;  // of an operation that is_of_method
  bool undone = false;
};

struct Notice {
  uint32_t method = 0;
  Day day;
  Day period;
  DeclineReason reason = DeclineReason::none;
  int64_t amount = 0;  // minor units; 0: not known
  char currency[3] = {};
  std::vector<uint32_t> uses;  // the subscriptions that it was for, as far as the account says
};

// A charge for a subscription, in the currency of its price, that could not be paid.
struct Charge {
  int64_t amount = 0;  // minor units
  uint32_t use = 0;
};

struct Account {
  const Rules* rules = nullptr;  // never null once it is sealed
  int64_t version = 0;
  std::string country;
  Name company;
  uint32_t reader = 0;
  Day billing_day;
  std::vector<Person> people;
  std::vector<Method> methods;
  std::vector<Profile> profiles;
  std::vector<Subscription> subscriptions;
  std::vector<Notice> notices;
  std::vector<Charge> charges;  // all that is owed
  bool owed_known = false;
  Day next_try;             // 0: not known
  bool has_changes = true;  // it keeps what an undo needs
  bool host_undoes = false;
  // Of a practice account: its bank has a person confirm. Not a part of what is written down.
  bool bank_asks = false;
  std::vector<Change> changes;
  std::vector<Link> lineage;  // [0] is no link
  std::vector<Use> uses;      // profiles, then subscriptions

  // Kept up to date: what no operation but a payment changes, and the sum of the methods' shares.
  uint64_t fixed = 0;
  uint64_t shares = 0;

  bool is_profile(uint32_t use) const { return use < profiles.size(); }
  const Subscription& subscription(uint32_t use) const {
    return subscriptions[use - profiles.size()];
  }
  const std::string& id_of(uint32_t use) const {
    return is_profile(use) ? profiles[use].id : subscription(use).id;
  }
  const Name& name_of(uint32_t use) const {
    return is_profile(use) ? profiles[use].name : subscription(use).name;
  }
};

// An index, or no_index. A method that was deleted is not found.
uint32_t find_person(const Account& account, std::string_view id);
uint32_t find_method(const Account& account, std::string_view id);
uint32_t find_use(const Account& account, std::string_view id);
uint32_t find_change(const Account& account, std::string_view id);

// The method that pays for a use; for a subscription on a profile, the profile's.
uint32_t payer_of(const Account& account, uint32_t use);

// Computes the hashes, sums and counts; for an account that was read or made, its uses with their
// methods in place.
void seal(Account& account);

// The hash of a method by itself, and its share of the digest: that hash with what it pays for.
uint64_t hash_of(const Method& method, const Account& account);
uint64_t share_of(const Method& method);

// Takes out the charges, which are paid. And the value of `fixed` without them.
void clear_charges(Account& account);
uint64_t fixed_when_paid(const Account& account);

// Of all but the version, the changes and the lineage. Costs the same for any number of uses.
uint64_t digest_of(const Account& account);

// "2028-11"; empty for 0. And back: 0 for anything else.
std::string format_month(int32_t month);
int32_t parse_month(std::string_view text);
int32_t month_of(Day day);

// Errors: account-version, account-reference, account-duplicate, account-rule (check_account names
// it) and shape-*, with a JSON pointer.
Result<Account> decode_account(const Json& json);
Json encode_account(const Account& account);

}  // namespace stegvis
