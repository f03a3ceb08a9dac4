#include "runtime/secrets.h"

#include "base/later.h"
#include "payment/bank.h"
#include "payment/brands.h"
#include "payment/card.h"
#include "payment/typed.h"
#include "runtime/view.h"

namespace stegvis {
namespace {

// The verdicts of the payment room on nothing.
constexpr std::string_view empty_codes[] = {
    "card-number-empty", "security-code-empty", "iban-empty",
    "us-routing-empty",  "uk-sort-code-empty",  "uk-account-number-empty",
    "au-bsb-empty",      "ca-transit-empty",    "account-number-empty"};

// Whose last four may be kept: those that name a card or an account.
bool names_it(Secret field) {
  return field == Secret::number || field == Secret::iban || field == Secret::uk_account_number ||
         field == Secret::account_number;
}

// The last four digits or letters of what is typed.
std::string last_four(std::string_view typed) {
  std::string out;
  for (size_t i = typed.size(); i-- > 0 && out.size() < 4;)
    if (typed[i] != ' ' && typed[i] != '-') out.insert(out.begin(), typed[i]);
  return out;
}

}  // namespace

STEGVIS_LATER int32_t Secrets::type(int32_t field, int32_t length, int32_t caret) {
  if (field < 0 || field >= int32_t(std::size(secret_fields))) return 0;
  if (length < 0 || uint32_t(length) > capacity) length = 0;
  if (caret < 0 || caret > length) caret = length;
  last_ = uint8_t(field);
  Kept& kept = kept_[field];
  // The verdict is replaced whole.
  kept.brand.clear();
  kept.country.clear();
  kept.last4.clear();
  Formatted formatted = format(Secret(field), uint32_t(length), uint32_t(caret));
  std::string_view typed(buffer_, formatted.length);
  judge(Secret(field), typed, kept);
  if (kept.verdict.standing == Standing::valid && names_it(Secret(field)))
    kept.last4 = last_four(typed);
  return int32_t(formatted.length | formatted.caret << 8 | uint32_t(kept.verdict.standing) << 16 |
                 brand_index(kept.brand) << 20);
}

Formatted Secrets::format(Secret field, uint32_t length, uint32_t caret) {
  auto digits = [&](uint32_t group, uint32_t most) {
    return format_bank_digits(buffer_, length, capacity, caret, group, most);
  };
  switch (field) {
    case Secret::number: return format_card_number(buffer_, length, capacity, caret);
    case Secret::iban: return format_iban(buffer_, length, capacity, caret);
    case Secret::uk_sort_code: return digits(2, 6);
    case Secret::au_bsb: return digits(3, 6);
    // Nine digits are those of an electronic payment, in another order.
    case Secret::ca_transit: return digits(5, 8);
    case Secret::us_routing:
    case Secret::uk_account_number:
    case Secret::account_number: return digits(0, 0);
    case Secret::code: break;
  }
  return {length, caret};
}

void Secrets::judge(Secret field, std::string_view typed, Kept& kept) {
  switch (field) {
    case Secret::number: {
      CardCheck check = check_card_number(typed);
      kept.verdict = std::move(check.verdict);
      kept.brand = check.brand;
      break;
    }
    case Secret::code:
      kept.verdict = check_security_code(typed, kept_[size_t(Secret::number)].brand);
      break;
    case Secret::iban: {
      BankCheck check = check_iban(typed, book_);
      kept.verdict = std::move(check.verdict);
      kept.country = std::move(check.country);
      break;
    }
    case Secret::us_routing:
      kept.verdict = check_us_routing(typed);
      bank_country_ = "US";
      break;
    case Secret::uk_sort_code:
      kept.verdict = check_uk_sort_code(typed);
      keep_sort_code(kept.verdict.standing == Standing::valid ? typed : std::string_view());
      break;
    case Secret::uk_account_number: {
      std::string_view sort_code(sort_code_, sort_code_[0] ? sizeof sort_code_ : 0);
      kept.verdict = check_uk_account_number(typed, sort_code, book_);
      break;
    }
    case Secret::au_bsb:
      kept.verdict = check_au_bsb(typed);
      bank_country_ = "AU";
      break;
    case Secret::ca_transit:
      kept.verdict = check_ca_transit(typed);
      bank_country_ = "CA";
      break;
    case Secret::account_number: kept.verdict = check_account_number(typed, bank_country_); break;
  }
}

void Secrets::keep_sort_code(std::string_view formatted) {
  stegvis::wipe(sort_code_);
  size_t count = 0;
  for (char c : formatted)
    if (c >= '0' && c <= '9' && count < sizeof sort_code_) sort_code_[count++] = c;
}

void Secrets::wipe() {
  volatile char* at = buffer_;
  for (uint32_t i = 0; i < capacity; ++i) at[i] = 0;
}

STEGVIS_LATER Json Secrets::info() const {
  const Kept& kept = kept_[last_];
  Json json = Json::object();
  json.set("brand", kept.brand).set("verdict", encode_verdict(kept.verdict));
  return json;
}

const Secrets::Kept& Secrets::of(std::string_view field) const {
  size_t index = 0;
  while (index + 1 < std::size(secret_fields) && secret_fields[index] != field) ++index;
  return kept_[index];
}

void Secrets::forget() {
  wipe();
  keep_sort_code({});
  bank_country_ = {};
  for (size_t i = 0; i < std::size(secret_fields); ++i) {
    kept_[i] = Kept();
    kept_[i].verdict = {Standing::possible, std::string(empty_codes[i]), Json::object()};
  }
}

}  // namespace stegvis
