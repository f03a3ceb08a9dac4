// The notices of an account that count for its reader, and the lists that are made of them (billing.h).
#pragma once
#include <cstdint>
#include <vector>

#include "billing/account.h"
#include "guide/domain.h"

namespace stegvis {

// The notices of the current billing period on declined methods that the reader may manage; where they may
// manage none of the declined ones, on all of them. None where the account says that nothing is owed.
struct Heard {
  std::vector<uint8_t> methods;  // of each method, whether its notices count
  int64_t count = 0;
  Day latest;
};
Heard heard_of(const Account& account);

// True if the reader may manage one of these methods, or something that it pays for, or confirm at the bank
// what is owed.
bool may_help(const Account& account, const Heard& heard, Day day);

// An act of the reader that helps, by the reasons of the notices that count. A method that has expired is a
// reason of its own. Source: docs.stripe.com/declines/codes, 2026-11.
enum class Help : uint8_t { unknown, wait, correct, replace, bank, confirm };
// The same for all notices that count; unknown where they differ, or the account does not say.
Help help_of(const Account& account, const Heard& heard, Day day);
// The bank wanted a person to confirm the latest payment by that method.
bool to_be_confirmed(const Account& account, uint32_t method);
// Tells if trying again has ended, or can't help.
Truth retry_is_over(const Account& account, const Heard& heard, Day day);

// A card of the reader's own that came after the latest notice, and pays for nothing that failed.
bool added_since(const Account& account, const Heard& heard, uint32_t method);

// One item: how many count, and since when.
List notice_count(const Account& account);
// The methods, days and reason of the notices that count: {"methods", "days", "reason"?}, a few of each;
// null where none counts. As far as the account says, the payment: {"charged", "items"?, "more"?} where it
// was the same each time, else {"differ": true}. And "amount", what is owed.
Json facts_of(const Account& account, Day day);
List notices_list(const Account& account, const Window& window);
List retry_window(const Account& account, Day day);
// One item: how many charges are owed, and their sum; no values where the account doesn't know.
List owed_list(const Account& account);
// One item: who can do something about the method that the notices are about.
List managers_list(const Account& account, Day day);

}  // namespace stegvis
