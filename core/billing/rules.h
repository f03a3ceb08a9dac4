// The rules of an account, as dated sets of data, and what follows from them.
//
// Who may manage a method (source: MicrosoftDocs/microsoft-365-docs,
// commerce/billing-and-payments/manage-payment-methods.md, 2021-04):
//   - a method that pays for billing profiles: owners and contributors of all those profiles;
//   - any other: administrators (global or billing), but a card only the one who added it. The
//     source says this of accounts without billing profiles; we hold it for a method that pays for
//     no profile on any account, and on one with profiles an owner or contributor of any of them
//     also manages what they added themselves. Where a host doesn't say who added a method, everybody
//     did who may add one.
// To move a profile takes being its owner or contributor; to move a subscription of its own, managing the
// method that pays for it. An invoice manager can only pay: what is owed, with the method that it would be
// charged to in any case, so that nothing moves.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "guide/domain.h"

namespace stegvis {

struct Account;
struct Method;

struct Rules {
  std::string_view id;                       // year and month of the source
  bool bank_accounts;                        // may pay for anything new
  Day no_new_bank_accounts;                  // from this day on, none are added ...
  std::string_view no_new_bank_accounts_in;  // ... in these countries, two letters each
  bool code_on_edit;                         // the security code is asked before an edit
  bool replace_per_profile;                  // replace-all can't move billing profiles
  int32_t retry_days;                        // after the billing day, charges are tried again
};

// "2021-04" is the set of the article; "2024-02" the one after it. Null for another id.
const Rules* find_rules(std::string_view id);

// Indexes of people, methods and uses, as everywhere in billing.
bool may_manage(const Account& account, uint32_t person, uint32_t method);
bool may_move(const Account& account, uint32_t person, uint32_t use);
// True of a manager; where the method pays for all that is owed, of all who have a role in all its profiles.
bool may_pay_with(const Account& account, uint32_t person, uint32_t method);
// Of what the method pays for, anything.
bool may_move_any(const Account& account, uint32_t person, uint32_t method);
bool may_add(const Account& account, uint32_t person);

// Cards are good through the last day of their month.
bool is_expired(const Method& method, Day day);

// No new bank accounts in that country on that day, or at all.
bool bank_account_closed(const Rules& rules, std::string_view country, Day day);

// Reasons ready to show. The first names who may manage the method, or the role that may.
Reason not_manager(const Account& account, uint32_t method);
Reason may_not_add(const Account& account);

// All that speaks against `to` taking over from `from`: everything (use is no_index), or that one
// use. Where `from` is not known (no_index), all that speaks against `to` by itself. Not whether the
// reader may manage `from`. A choice that is `asked` for now is no declined method; one that was made
// before stands.
std::vector<Reason> against_replacement(const Account& account, uint32_t from, uint32_t to,
                                        uint32_t use, Day day, bool asked);
// The methods that what is owed was charged to in vain: a payment moves all that they pay for.
std::vector<uint32_t> failed_methods(const Account& account);
// All that speaks against paying what is owed with that method. One that was declined pays where its details
// were corrected, or where the bank wanted the payment to be confirmed.
std::vector<Reason> against_paying(const Account& account, uint32_t method, Day day, bool asked);
// True if the reader can pay what is owed with a method that is there, or with one that they add.
bool may_pay(const Account& account, Day day);
// All that speaks against the method being replaced in everything that it pays for; in one thing, which
// is not chosen yet; or being deleted.
std::vector<Reason> against_replacing(const Account& account, uint32_t method);
std::vector<Reason> against_moving_one(const Account& account, uint32_t method);
std::vector<Reason> against_deletion(const Account& account, uint32_t method);
// Why the reader may not move that use.
Reason not_mover(const Account& account, uint32_t use);
// Why a subscription on a billing profile can't be moved by itself.
Reason on_profile(const Account& account, uint32_t use);

// A rule that an account breaks, and where ("/profiles/1").
struct Broken {
  std::string rule;
  std::string where;
};
// Empty for an account that holds.
std::vector<Broken> check_account(const Account& account);

// True if hashes, sums and counts are equal to newly computed ones.
bool is_up_to_date(const Account& account);

}  // namespace stegvis
