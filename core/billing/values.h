// Typed values of billing's items, in the shapes of guide/domain.h.
#pragma once
#include "billing/account.h"
#include "guide/domain.h"

namespace stegvis {

// Names in a reason, at most; its `count` says how many there are.
inline constexpr int64_t max_names = 5;

// {"method": {"kind", "brand", "last4", "until"?: "2028-11"}}: its expiry where another card of the account
// has the same brand and last four.
Json method_value(const Account& account, const Method& method);
Json name_value(const Name& name);  // "Regnskap", or {"practice": "office", "number"?: 12}
Json country_value(std::string_view country);  // {"country": "NO"}
Json day_value(Day day);                       // {"day": "2026-11-23"}
// {"money": [29900, "NOK"]}, in the currency of that subscription.
Json money_value(int64_t amount, const Subscription& subscription);
Json money_value(int64_t amount, const char (&currency)[3]);
Json owed_value(
    const Account& account);  // {"money": [288800, "NOK"]}, the sum; 0 where nothing is owed

// Items with their values, as billing.h names them; enabled, without reasons.
Item method_item(const Account& account, const Method& method, Day day);
Item use_item(const Account& account, uint32_t use);
// The same, of a subscription that is owed for, with that amount as its price.
Item charge_item(const Account& account, const Charge& charge);

// The words of a practice account's name: those that `names` has for its id, or the id's own.
std::string words_of(const Name& name, const Json* names);

// Text folded for a search: lower case in the Latin, Greek and Cyrillic scripts.
std::string folded(std::string_view text);

// Takes items one after the other and keeps those of a window that match its search.
class Gather {
 public:
  explicit Gather(const Window& window)
      : from_(window.from),
        until_(window.from + (window.count < 50 ? window.count : 50)),
        search_(folded(window.search)),
        names_(window.names) {}
  // An item of these names matches: true where it falls into the window and its item is wanted.
  bool take(std::string_view name, std::string_view more = {}) {
    return counted(!searching() || contains(name) || contains(more));
  }
  bool take(const Name& name) {
    return counted(!searching() || contains(name.practice ? words_of(name, names_) : name.text));
  }
  bool searching() const { return !search_.empty(); }
  bool full() const { return list.total >= until_; }
  List list;

 private:
  bool counted(bool matches) {
    if (!matches) return false;
    uint32_t place = list.total++;
    return place >= from_ && place < until_;
  }
  bool contains(std::string_view name) const {
    return folded(name).find(search_) != std::string::npos;
  }
  uint64_t from_;
  uint64_t until_;
  std::string search_;
  const Json* names_;
};

}  // namespace stegvis
