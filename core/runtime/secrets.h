// Secret fields: what is typed is in one fixed buffer for one call, checked and formatted there, and
// wiped. What stays is what may be kept: brand, last four digits, country and the verdict.
#pragma once
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/verdict.h"
#include "payment/card.h"

namespace stegvis {

class BankBook;

// By these numbers the page names a field; in a form their ids are those of secret_fields.
enum class Secret : uint8_t {
  number,
  code,
  iban,
  us_routing,
  uk_sort_code,
  uk_account_number,
  au_bsb,
  ca_transit,
  account_number,
};
inline constexpr std::string_view secret_fields[] = {
    "number", "code",       "iban",          "us-routing", "uk-sort-code", "uk-account-number",
    "au-bsb", "ca-transit", "account-number"};

class Secrets {
 public:
  static constexpr uint32_t capacity = 128;

  Secrets() { forget(); }

  // Whose rules British account numbers keep; must outlive this. Null: their digits alone are checked.
  void banks(const BankBook* book) { book_ = book; }

  // Where the page puts the bytes that are typed, UTF-8.
  char* buffer() { return buffer_; }

  // Judges and formats what stands in the buffer: `length` bytes, the caret at byte `caret`. Returns
  // length | caret << 8 | standing << 16 | brand << 20 of what then stands there, the brand as
  // brand_index() numbers it. The page reads the text back and wipes. A length over the capacity or an
  // unknown field is as if nothing was typed. A security code is judged by the number typed before it, an
  // account number by the bank's.
  int32_t type(int32_t field, int32_t length, int32_t caret);

  // Clears the buffer.
  void wipe();

  // {"brand": "visa" or "", "verdict": {...}} of what was typed last; no digits.
  Json info() const;

  // What may be kept of a field of a form: its verdict, and of what names a card or an account the brand
  // or country and the last four.
  struct Kept {
    Verdict verdict;
    std::string brand;
    std::string country;
    std::string last4;
  };
  const Kept& of(std::string_view field) const;

  // Forgets all, as after a form was sent or left.
  void forget();

 private:
  Formatted format(Secret field, uint32_t length, uint32_t caret);
  void judge(Secret field, std::string_view typed, Kept& kept);
  void keep_sort_code(std::string_view formatted);

  char buffer_[capacity] = {};
  Kept kept_[std::size(secret_fields)];
  uint8_t last_ = 0;
  const BankBook* book_ = nullptr;
  // The bank of the account number that is typed next: a code of the bank's, never of an account.
  char sort_code_[6] = {};
  std::string_view bank_country_;
};

}  // namespace stegvis
