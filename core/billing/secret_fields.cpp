#include "billing/secret_fields.h"

#include <iterator>

#include "base/later.h"
#include "payment/bank.h"
#include "payment/brands.h"
#include "payment/card.h"
#include "payment/typed.h"

namespace stegvis {

// How each field is judged. A check sets the verdict, and what may be stored where there is more than
// the last four.
struct SecretChecks {
  using State = BillingSecrets::State;

  static void number(BillingSecrets& fields, std::string_view typed, State& state) {
    CardCheck check = check_card_number(typed);
    state.verdict = std::move(check.verdict);
    state.brand = fields.card_brand_ = check.brand;
  }
  static void code(BillingSecrets& fields, std::string_view typed, State& state) {
    state.verdict = check_security_code(typed, fields.card_brand_);
  }
  static void iban(BillingSecrets& fields, std::string_view typed, State& state) {
    BankCheck check = check_iban(typed, fields.book_);
    state.verdict = std::move(check.verdict);
    state.country = std::move(check.country);
  }
  static void us_routing(BillingSecrets& fields, std::string_view typed, State& state) {
    state.verdict = check_us_routing(typed);
    fields.bank_country_ = "US";
  }
  static void uk_sort_code(BillingSecrets& fields, std::string_view typed, State& state) {
    state.verdict = check_uk_sort_code(typed);
    bool valid = state.verdict.standing == Standing::valid;
    fields.remember_sort_code(valid ? typed : std::string_view());
  }
  static void uk_account_number(BillingSecrets& fields, std::string_view typed, State& state) {
    const char(&code)[6] = fields.sort_code_;
    std::string_view sort_code(code, code[0] ? sizeof code : 0);
    state.verdict = check_uk_account_number(typed, sort_code, fields.book_);
  }
  static void au_bsb(BillingSecrets& fields, std::string_view typed, State& state) {
    state.verdict = check_au_bsb(typed);
    fields.bank_country_ = "AU";
  }
  static void ca_transit(BillingSecrets& fields, std::string_view typed, State& state) {
    state.verdict = check_ca_transit(typed);
    fields.bank_country_ = "CA";
  }
  static void account_number(BillingSecrets& fields, std::string_view typed, State& state) {
    state.verdict = check_account_number(typed, fields.bank_country_);
  }
};

namespace {

using Format = Formatted (*)(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret);

// Digits, with a dash after each `group` of them while they are at most `longest`.
template <uint32_t group, uint32_t longest>
Formatted digits(char* buffer, uint32_t length, uint32_t capacity, uint32_t caret) {
  return format_bank_digits(buffer, length, capacity, caret, group, longest);
}

// A row for each secret field; its number is its place.
struct Row {
  char id[18];
  char empty[25];  // the code of the verdict on nothing
  bool names_it;   // it names a card or an account, so its last four may be stored
  Format format;   // null: as it is typed
  void (*check)(BillingSecrets& fields, std::string_view typed, SecretChecks::State& state);
};
using Check = SecretChecks;
STEGVIS_LATER_DATA constexpr Row rows[] = {
    {"number", "card-number-empty", true, format_card_number, Check::number},
    {"code", "security-code-empty", false, nullptr, Check::code},
    {"iban", "iban-empty", true, format_iban, Check::iban},
    {"us-routing", "us-routing-empty", false, digits<0, 0>, Check::us_routing},
    {"uk-sort-code", "uk-sort-code-empty", false, digits<2, 6>, Check::uk_sort_code},
    {"uk-account-number", "uk-account-number-empty", true, digits<0, 0>, Check::uk_account_number},
    {"au-bsb", "au-bsb-empty", false, digits<3, 6>, Check::au_bsb},
    // Nine digits are those of an electronic payment, in another order.
    {"ca-transit", "ca-transit-empty", false, digits<5, 8>, Check::ca_transit},
    {"account-number", "account-number-empty", true, digits<0, 0>, Check::account_number},
};

// The last four digits or letters of what is typed.
std::string last_four(std::string_view typed) {
  std::string out;
  for (size_t i = typed.size(); i-- > 0 && out.size() < 4;)
    if (typed[i] != ' ' && typed[i] != '-') out.insert(out.begin(), typed[i]);
  return out;
}

}  // namespace

std::string_view BillingSecrets::id(uint32_t field) const {
  static_assert(std::size(rows) == count);
  return field < count ? rows[field].id : std::string_view();
}

std::string_view BillingSecrets::brand(uint32_t number) const { return brand_name(number); }

TypedSecret BillingSecrets::type(uint32_t field, char* buffer, uint32_t length, uint32_t capacity,
                                 uint32_t caret) {
  const Row& row = rows[field];
  State& state = states_[field];
  state.typed = true;
  state.brand = {};
  state.country.clear();
  state.last4.clear();
  Formatted formatted{length, caret};
  if (row.format) formatted = row.format(buffer, length, capacity, caret);
  std::string_view typed(buffer, formatted.length);
  row.check(*this, typed, state);
  if (state.verdict.standing == Standing::valid && row.names_it) state.last4 = last_four(typed);
  return {formatted.length, formatted.caret, state.verdict.standing, brand_index(state.brand)};
}

STEGVIS_LATER Verdict BillingSecrets::verdict(uint32_t field) const {
  const State& state = states_[field];
  if (state.typed) return state.verdict;
  return {Standing::possible, rows[field].empty};
}

STEGVIS_LATER void BillingSecrets::add_storable(uint32_t field, Json& values) const {
  const State& state = states_[field];
  if (!state.last4.empty()) values.set("last4", state.last4);
  if (!state.brand.empty()) values.set("brand", state.brand);
  if (!state.country.empty()) values.set("issuer-country", state.country);
}

void BillingSecrets::remember_sort_code(std::string_view formatted) {
  wipe(sort_code_);
  size_t digits = 0;
  for (char c : formatted)
    if (c >= '0' && c <= '9' && digits < sizeof sort_code_) sort_code_[digits++] = c;
}

STEGVIS_LATER void BillingSecrets::forget() {
  remember_sort_code({});
  bank_country_ = card_brand_ = {};
  for (State& state : states_) state = State();
}

}  // namespace stegvis
