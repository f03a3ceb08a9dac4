// Billing: the domain of payment methods, billing profiles and subscriptions (guide/domain.h).
//
// Names that a playbook may use are in vocabulary.h. Values of items (typed, see guide/domain.h):
//   a method (lists methods, replacements, replacements-one; ids of methods)
//     method    {"method": {"kind", "brand" of a card, "last4", "until" where another is alike}}
//     expiry    "2028-11", of a card
//     holder    the name on it
//     status    "active", "declined" or "expired"
//     country   {"country": "NO"}
//     uses      how many profiles and subscriptions it pays for
//     added-by  the name of who added it;   added   {"day"}: as far as they are known
//   a use (list uses; ids of profiles and subscriptions)
//     name;  kind  "profile" or "subscription"
//     price     {"money"}, and   status   "active", "expired", "disabled" or "deleted":
//               of a subscription
//     subscriptions   how many are on it: of a profile
//   a notice (list notices): day {"day"}, method; as far as they are known, reason, and charged {"money"},
//     the payment, with items and more as of `owed`; and in each: count, since {"day"} (when the
//     billing period began). With no notice the list is empty (total 0) but has one item with an
//     empty id and these two values alone, for `dates`.
//   retry-window: one item with from and until {"day"}: from the day after the billing day to the
//     last on which a charge is tried again; left, the days of it from today on, 0 where no retry helps;
//     scheduled, 1 where the account names the day of the next one, and next {"day"}, that day or else until.
//   a subscription (list subscriptions; its id): as a use, with payer {"method"}; one that a billing
//     profile pays for can't be moved by itself
//   owed: one item with owed, the number of charges that are not paid, and amount {"money"}, their sum;
//     items, the names of the subscriptions behind the first of them, and more, the number of the others;
//     without values where the account does not know.
// An item may carry reasons only where it is disabled.
//
// Whose notices count is in notices.h.
//
// A payment settles all that is owed at once. Everything that the declined methods behind it pay for moves
// to the paying one (as settling a balance does: MicrosoftDocs, the source in rules.h), and a declined method
// that pays is active again. A payment can't be undone, nor can the changes before it.
//
// The changes of an operation are uses (replace-all, replace-one, pay, undo of these) or the method that
// is added, updated or deleted, with `changed` (a list of field ids) where it is updated.
//
// An update names the fields that change: `name`, `expiry`, and the address whole (as soon as one
// field has a value, the others are empty). An add has `kind`, `brand` (of a card),
// `last4`, `expiry` (of a card), `name`, `country`, the address and, of a bank account,
// `issuer-country`: the IBAN's, which must be the tenant's too and is not stored.
//
// An operation that was applied before, by its id, changes nothing and gives the same result.
// prepare() judges an operation that is asked for now: the fields of its form too, with the address tables,
// and that a declined method takes nothing over. apply() holds it to the account's rules alone, so that a
// journal reads the same everywhere and ever after.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "billing/account.h"
#include "billing/secret_fields.h"
#include "guide/domain.h"
#include "payment/address.h"
#include "payment/bank.h"

namespace stegvis {

class Billing final : public Domain {
 public:
  // No account yet: conditions are unknown, lists empty, every operation is refused.
  Billing() = default;
  explicit Billing(Account account) : account_(std::move(account)) {}

  const Account* account() const { return account_ ? &*account_ : nullptr; }
  // Has that person act from now on: operations are judged by their roles, and are theirs. The digest stays
  // that of the reader whom the account was loaded with. Errors: account-unknown without an account,
  // account-reference for nobody of it.
  Status act_as(std::string_view person);

  // Tables of addresses that are loaded already, which must outlive this; null for the smallest form
  // that all countries take: line1, city, postal-code. load_table("addresses") brings its own.
  void addresses(const AddressBook* book) { book_ = book; }

  bool practice(std::string_view name, Day day) override;
  // Errors: those of decode_account.
  Status load_account(const Json& account, Differences* different = nullptr) override;
  Truth condition(std::string_view name, const Json& args, Day day) const override;
  Json facts(Day day) const override;
  List list(const ListName& name, const Window& window, Day day) const override;
  Item item(const ListName& list, std::string_view id, Day day) const override;
  std::vector<Field> form(std::string_view name, std::string_view of,
                          const Json& values) const override;
  Verdict check(std::string_view form, std::string_view of, std::string_view field,
                std::string_view value, const Json& values, Day day) const override;
  std::optional<FieldVerdict> judge(std::string_view form, std::string_view of, const Json& values,
                                    Day day) const override;
  Prepared prepare(const Operation& operation, const Window& window = {}) const override;
  bool undoable(std::string_view operation) const override;
  Result<std::string> apply(const Operation& operation) override;
  Json bank(const Operation& operation) const override;
  bool holds(std::string_view event_id) const override;
  bool recalls(std::string_view event_id) const override;
  int64_t version() const override { return account_ ? account_->version : 0; }
  uint64_t digest() const override { return account_ ? digest_of(*account_) : 0; }
  Json tenant() const override;
  std::string snapshot() const override;
  Status restore(std::string_view bytes) override;
  void numbers(Numbers where) override { numbers_ = where; }
  bool fillable(std::string_view form) const override {
    return numbers_ != Numbers::none || form != "add-method";
  }
  SecretFields* secret_fields() override;
  // "addresses" and "bank": core/payment/data.
  std::span<const std::string_view> tables() const override;
  Status load_table(std::string_view name, std::string_view bytes) override;
  // Kinds, brands and states.
  bool impersonal(std::string_view name) const override;

 private:
  std::optional<Account> account_;
  Numbers numbers_ = Numbers::own;
  const AddressBook* book_ = nullptr;
  std::unique_ptr<AddressBook> addresses_;
  std::unique_ptr<BankBook> banks_;
  std::unique_ptr<BillingSecrets> secrets_;  // from the first question for them on
};

// For the list of domains.
std::unique_ptr<Domain> make_billing();

}  // namespace stegvis
