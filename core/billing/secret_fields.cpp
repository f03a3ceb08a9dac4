#include "billing/secret_fields.h"

#include <iterator>

#include "base/later.h"
#include "payment/bank.h"
#include "payment/brands.h"
#include "payment/card.h"
#include "payment/typed.h"

namespace stegvis {
namespace {

enum class Format : uint8_t { as_typed, card, iban, digits };
enum class Check : uint8_t {
  card_number,
  security_code,
  iban,
  us_routing,
  uk_sort_code,
  uk_account_number,
  au_bsb,
  ca_transit,
  account_number,
};

// A row for each secret field; its number is its place.
struct Row {
  char id[18];
  char empty[25];  // the code of the verdict on nothing
  Check check;
  bool names_it;  // it names a card or an account, so its last four may be stored
  Format format;
  // Of digits: a dash stands behind each `group` of them, while they are at most `longest`.
  uint8_t group, longest;
};
STEGVIS_LATER_DATA constexpr Row rows[] = {
    {"number", "card-number-empty", Check::card_number, true, Format::card, 0, 0},
    {"code", "security-code-empty", Check::security_code, false, Format::as_typed, 0, 0},
    {"iban", "iban-empty", Check::iban, true, Format::iban, 0, 0},
    {"us-routing", "us-routing-empty", Check::us_routing, false, Format::digits, 0, 0},
    {"uk-sort-code", "uk-sort-code-empty", Check::uk_sort_code, false, Format::digits, 2, 6},
    {"uk-account-number", "uk-account-number-empty", Check::uk_account_number, true, Format::digits,
     0, 0},
    {"au-bsb", "au-bsb-empty", Check::au_bsb, false, Format::digits, 3, 6},
    // Nine digits are those of an electronic payment, in another order.
    {"ca-transit", "ca-transit-empty", Check::ca_transit, false, Format::digits, 5, 8},
    {"account-number", "account-number-empty", Check::account_number, true, Format::digits, 0, 0},
};

Formatted format(const Row& row, char* buffer, uint32_t length, uint32_t capacity, uint32_t caret) {
  switch (row.format) {
    case Format::card: return format_card_number(buffer, length, capacity, caret);
    case Format::iban: return format_iban(buffer, length, capacity, caret);
    case Format::digits:
      return format_bank_digits(buffer, length, capacity, caret, row.group, row.longest);
    case Format::as_typed: break;
  }
  return {length, caret};
}

// The last four digits or letters of what is typed.
std::string last_four(std::string_view typed) {
  std::string out;
  for (size_t i = typed.size(); i-- > 0 && out.size() < 4;)
    if (typed[i] != ' ' && typed[i] != '-') out.insert(out.begin(), typed[i]);
  return out;
}

}  // namespace

STEGVIS_LATER BillingSecrets::~BillingSecrets() {}

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
  Formatted formatted = format(row, buffer, length, capacity, caret);
  std::string_view typed(buffer, formatted.length);
  judge(field, typed);
  if (state.verdict.standing == Standing::valid && row.names_it) state.last4 = last_four(typed);
  return {formatted.length, formatted.caret, state.verdict.standing, brand_index(state.brand)};
}

void BillingSecrets::judge(uint32_t field, std::string_view typed) {
  State& state = states_[field];
  switch (rows[field].check) {
    case Check::card_number: {
      CardCheck check = check_card_number(typed);
      state.verdict = std::move(check.verdict);
      state.brand = card_brand_ = check.brand;
      break;
    }
    case Check::security_code: state.verdict = check_security_code(typed, card_brand_); break;
    case Check::iban: {
      BankCheck check = check_iban(typed, book_);
      state.verdict = std::move(check.verdict);
      state.country = std::move(check.country);
      break;
    }
    case Check::us_routing:
      state.verdict = check_us_routing(typed);
      bank_country_ = "US";
      break;
    case Check::uk_sort_code:
      state.verdict = check_uk_sort_code(typed);
      remember_sort_code(state.verdict.standing == Standing::valid ? typed : std::string_view());
      break;
    case Check::uk_account_number: {
      std::string_view sort_code(sort_code_, sort_code_[0] ? sizeof sort_code_ : 0);
      state.verdict = check_uk_account_number(typed, sort_code, book_);
      break;
    }
    case Check::au_bsb:
      state.verdict = check_au_bsb(typed);
      bank_country_ = "AU";
      break;
    case Check::ca_transit:
      state.verdict = check_ca_transit(typed);
      bank_country_ = "CA";
      break;
    case Check::account_number: state.verdict = check_account_number(typed, bank_country_); break;
  }
}

Verdict BillingSecrets::take(uint32_t field, Json& values) const {
  const State& state = states_[field];
  if (!state.typed) return {Standing::possible, rows[field].empty};
  if (!state.last4.empty()) values.set("last4", state.last4);
  if (!state.brand.empty()) values.set("brand", state.brand);
  if (!state.country.empty()) values.set("issuer-country", state.country);
  return state.verdict;
}

void BillingSecrets::remember_sort_code(std::string_view formatted) {
  wipe(sort_code_);
  size_t digits = 0;
  for (char c : formatted)
    if (c >= '0' && c <= '9' && digits < sizeof sort_code_) sort_code_[digits++] = c;
}

void BillingSecrets::forget() {
  remember_sort_code({});
  bank_country_ = card_brand_ = {};
  for (State& state : states_) state = State();
}

}  // namespace stegvis
