// Operations at random, for properties.
#pragma once
#include "base/hash.h"
#include "base/utf8.h"
#include "billing/helpers.h"

namespace stegvis {

// An operation that may fit the account or not.
inline Operation any_operation(const Account& account, Dice& dice, uint32_t number) {
  auto method = [&]() -> Json {
    return account.methods[dice.below(uint32_t(account.methods.size()))].id;
  };
  auto use = [&]() -> Json { return account.id_of(dice.below(uint32_t(account.uses.size()))); };
  std::string id = hex16(dice.next()) + decimal(number);
  switch (dice.below(8)) {
    case 0:
    case 1: return operation("replace-all", {method(), method()}, id);
    case 2:
    case 3: return operation("replace-one", {use(), method()}, id);
    case 4: {
      Json card = new_card().set("country", account.country);
      if (dice.one_in(3)) card.set("kind", "bank-account");
      if (card["kind"].string() == "bank-account") card.drop("brand"), card.drop("expiry");
      return operation("add", {card}, id);
    }
    case 5: return operation("update", {method(), moved_to("By " + decimal(dice.below(4)))}, id);
    case 6: return operation(dice.one_in(4) ? "pay" : "delete", {method()}, id);
    default:
      if (account.changes.empty()) return operation("undo", {"none"}, id);
      return operation("undo", {account.changes[dice.below(uint32_t(account.changes.size()))].id},
                       id);
  }
}

}  // namespace stegvis
