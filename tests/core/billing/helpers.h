// Shared by the tests of billing: one day, the practice account, operations in one line.
#pragma once
#include <gtest/gtest.h>

#include "billing/billing.h"
#include "billing/practice.h"

namespace stegvis {

inline const Day today = *parse_day("2026-11-23");

inline Account practice(std::string_view scenario = "declined") {
  return *practice_account(scenario, today);
}

inline Operation operation(std::string name, std::vector<Json> args, std::string id = "op-1",
                           Day day = today) {
  return {std::move(name), std::move(args), std::move(id), day};
}

inline std::vector<std::string> codes(const std::vector<Reason>& reasons) {
  std::vector<std::string> out;
  for (const Reason& reason : reasons) out.push_back(reason.code);
  return out;
}

inline std::vector<std::string> refusals(const Billing& billing, const Operation& operation) {
  return codes(billing.prepare(operation).refusals);
}

using Codes = std::vector<std::string>;

inline std::string payer(const Billing& billing, std::string_view use) {
  const Account& account = *billing.account();
  return account.methods[account.uses[find_use(account, use)].method].id;
}

// A card as the runtime hands it over.
inline Json new_card() {
  return Json()
      .set("kind", "credit-card")
      .set("brand", "visa")
      .set("last4", "0002")
      .set("expiry", "2029-04")
      .set("name", "Ingrid Myrvang")
      .set("country", "NO")
      .set("line1", "Sagbruksveien 12")
      .set("city", "Skoddevik")
      .set("postal-code", "8999");
}

// An address, which an update gives whole.
inline Json moved_to(std::string city) {
  return Json()
      .set("line1", "Sagbruksveien 12")
      .set("city", std::move(city))
      .set("postal-code", "8999");
}

}  // namespace stegvis
