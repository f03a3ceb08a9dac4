// Billing's secret fields (guide/secret_fields.h). secret_fields.cpp has a table with a row for each.
//
// A security code is judged by the brand of the number that was typed before it, an account number by the
// country and sort code of the bank that was typed before it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "guide/secret_fields.h"

namespace stegvis {

class BankBook;

class BillingSecrets final : public SecretFields {
 public:
  BillingSecrets() = default;
  BillingSecrets(const BillingSecrets&) = delete;
  BillingSecrets& operator=(const BillingSecrets&) = delete;
  ~BillingSecrets();

  // The rules of British account numbers, which must outlive this; null: their digits alone are judged.
  void banks(const BankBook* book) { book_ = book; }

  std::string_view id(uint32_t field) const override;
  std::string_view brand(uint32_t number) const override;
  TypedSecret type(uint32_t field, char* buffer, uint32_t length, uint32_t capacity,
                   uint32_t caret) override;
  // May be stored: "last4" of a number that names a card or an account, "brand" of a card's,
  // "issuer-country" of an IBAN.
  Verdict take(uint32_t field, Json& values) const override;
  void forget() override;

 private:
  static constexpr size_t count = 9;
  struct State {
    bool typed = false;
    Verdict verdict;
    std::string_view brand;
    std::string country;
    std::string last4;
  };
  void judge(uint32_t field, std::string_view typed);
  void remember_sort_code(std::string_view formatted);

  State states_[count];
  const BankBook* book_ = nullptr;
  std::string_view card_brand_;
  // Of the account number that is typed next: a bank has this code, no account does.
  char sort_code_[6] = {};
  std::string_view bank_country_;
};

}  // namespace stegvis
