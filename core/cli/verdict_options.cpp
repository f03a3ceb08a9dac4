#include "cli/verdict_options.h"

#include <utility>

#include "payment/card.h"
#include "payment/typed.h"

namespace stegvis {

namespace {

Verdict refuse(std::string_view code, std::string_view argument, Json value) {
  Verdict verdict = verdict_of(Standing::invalid, code);
  if (!argument.empty()) verdict.args.set(argument, std::move(value));
  return verdict;
}

// Returns the letters and digits of a text, without separators.
std::string plain_text(std::string_view typed) {
  std::string text;
  while (!typed.empty())
    if (char c = plain_of(next_typed(typed))) text += c;
  return text;
}

int64_t characters_of(std::string_view typed) {
  int64_t count = 0;
  for (; !typed.empty(); ++count) next_typed(typed);
  return count;
}

bool lists(const Json& list, std::string_view text) {
  for (const Json& item : list.items())
    if (item.is_string() && item.string() == text) return true;
  return false;
}

Verdict card_with(std::string_view typed, const Json& options, const std::string& brand,
                  Verdict verdict) {
  if (options["skipLuhnValidation"].boolean() && verdict.code == "card-number-checksum")
    verdict = Verdict();
  int64_t digits = int64_t(plain_text(typed).size());
  if (options["luhnValidateUnionPay"].boolean() && brand == "unionpay" &&
      verdict.standing == Standing::valid && check_luhn(typed).standing != Standing::valid)
    verdict =
        verdict_of(digits < 19 ? Standing::possible : Standing::invalid, "card-number-checksum");
  const Json& max = options["maxLength"];
  if (max.is_integer() && verdict.standing != Standing::invalid) {
    if (digits > max.integer()) return refuse("card-number-long", "most", max);
    // At the maximum no further digit can make the number valid.
    if (digits == max.integer() && verdict.standing == Standing::possible)
      verdict.standing = Standing::invalid;
  }
  const std::string& provider = options["provider"].string();
  if (!provider.empty() && !brand.empty() && brand != provider &&
      verdict.standing != Standing::invalid)
    return refuse("card-number-brand", "brand", provider);
  return verdict;
}

Verdict iban_with(std::string_view typed, const Json& options, const std::string& country,
                  Verdict verdict) {
  if (country.empty() || verdict.standing == Standing::invalid) return verdict;
  bool listed = !options.has("whitelist") || lists(options["whitelist"], country);
  if (!listed || lists(options["blacklist"], country))
    return refuse("iban-country", "country", country);
  // The bank number of a QR-IBAN is from 30000 to 31999.
  const Json& allowed = options["allowQRIBAN"];
  std::string text = plain_text(typed);
  bool qr = (country == "CH" || country == "LI") && text.size() > 5 && text[4] == '3' &&
            (text[5] == '0' || text[5] == '1');
  if (allowed.is_boolean() && !allowed.boolean() && qr) return refuse("iban-qr", "", {});
  return verdict;
}

}  // namespace

std::string whole_expiry(std::string_view typed, const Json& options, Day today) {
  const std::string& part = options["part"].string();
  std::string text(typed);
  if (part == "year" && !text.empty()) return "12/" + text;
  if (part == "month" && !text.empty() && text != "0")
    return text + "/" + format_day(today + 366).substr(0, 4);
  return text;
}

Verdict with_options(std::string_view field, std::string_view typed, const Json& options, Day today,
                     const Json& members, Verdict verdict) {
  if (field == "card-number") return card_with(typed, options, members["brand"].string(), verdict);
  if (field == "iban") return iban_with(typed, options, members["country"].string(), verdict);
  if (field == "expiry" && options["maxElapsedYear"].is_integer() && members.has("year")) {
    int64_t latest = date_of(today).year + options["maxElapsedYear"].integer();
    if (members["year"].integer() > latest)
      return refuse("expiry-far", "year", std::to_string(latest));
  }
  if (field == "postal-code" && options["minLength"].is_integer() &&
      verdict.standing == Standing::valid && characters_of(typed) < options["minLength"].integer())
    return verdict_of(Standing::possible, "postal-code-short");
  return verdict;
}

}  // namespace stegvis
