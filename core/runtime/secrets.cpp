#include "runtime/secrets.h"

#include "base/later.h"
#include "payment/bank.h"
#include "payment/card.h"
#include "runtime/view.h"

namespace stegvis {
namespace {

constexpr std::string_view fields[] = {"number", "code", "iban"};
// The verdicts of the payment room on nothing.
constexpr std::string_view empty_codes[] = {"card-number-empty", "security-code-empty",
                                            "iban-empty"};

// The last four digits or letters of what is typed.
std::string last_four(std::string_view typed) {
  std::string out;
  for (size_t i = typed.size(); i-- > 0 && out.size() < 4;)
    if (typed[i] != ' ' && typed[i] != '-') out.insert(out.begin(), typed[i]);
  return out;
}

}  // namespace

STEGVIS_LATER int32_t Secrets::type(int32_t field, int32_t length, int32_t caret) {
  if (field < 0 || field >= int32_t(std::size(fields))) return 0;
  if (length < 0 || uint32_t(length) > capacity) length = 0;
  if (caret < 0 || caret > length) caret = length;
  last_ = uint8_t(field);
  Kept& kept = kept_[field];
  kept = Kept();
  Formatted formatted{uint32_t(length), uint32_t(caret)};
  std::string_view typed(buffer_, formatted.length);
  switch (Secret(field)) {
    case Secret::number: {
      formatted = format_card_number(buffer_, formatted.length, capacity, formatted.caret);
      typed = {buffer_, formatted.length};
      CardCheck check = check_card_number(typed);
      kept.verdict = std::move(check.verdict);
      kept.brand = check.brand;
      break;
    }
    case Secret::code:
      kept.verdict = check_security_code(typed, kept_[size_t(Secret::number)].brand);
      break;
    case Secret::iban: {
      BankCheck check = check_iban(typed);
      kept.verdict = std::move(check.verdict);
      kept.country = std::move(check.country);
      break;
    }
  }
  if (kept.verdict.standing == Standing::valid && Secret(field) != Secret::code)
    kept.last4 = last_four(typed);
  return int32_t(formatted.length | formatted.caret << 8 | uint32_t(kept.verdict.standing) << 16);
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
  while (index + 1 < std::size(fields) && fields[index] != field) ++index;
  return kept_[index];
}

void Secrets::forget() {
  wipe();
  for (size_t i = 0; i < std::size(fields); ++i) {
    kept_[i] = Kept();
    kept_[i].verdict = {Standing::possible, std::string(empty_codes[i]), Json::object()};
  }
}

}  // namespace stegvis
