// stegvis verdict: reads a typed value from each line of the standard input and prints its verdict.
//
//   {"field": "card-number", "value": "4111", "country": "NO", "now": "2026-11-23"}
//   {"args":{},"brand":"visa","code":"card-number-short","field":"card-number","verdict":"possible"}
//
// Fields, with the members that they use:
//   card-number, cardholder-name, iban, bic, us-routing, uk-account, au-bsb, ca-transit
//   expiry         now: a day, with or without a time behind it; the default is today
//   security-code  brand, or options {"maxLength": 4 or [3, 4]}; the default is three digits
//   postal-code    country; the default is any country
//   address        country; the value is an object of fields. The verdict is that of the first
//                  field, in the form's order, that is not valid, and "part" is its id
//   luhn           checks the check digit only
// A country can be in small letters. More options: verdict_options.h. Other members have no effect.
// A bad line gives {"error": code, "line": n, "detail"}; the next lines are read.
#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>

#include "base/day.h"
#include "base/json.h"
#include "cli/books.h"
#include "cli/cli.h"
#include "cli/verdict_options.h"
#include "payment/card.h"
#include "payment/expiry.h"
#include "payment/name.h"

namespace stegvis {

namespace {

// The answer for a line: a verdict with further members, or an error.
struct Answer {
  Verdict verdict;
  Json members = Json::object();
  Error error;
};

Answer refuse(Code code, std::string_view detail) {
  Answer answer;
  answer.error.code = code;
  answer.error.detail = detail;
  return answer;
}

Answer check_code(const Json& line, std::string_view value) {
  if (line["brand"].is_string() && !line["brand"].string().empty()) {
    Answer answer;
    answer.verdict = check_security_code(value, line["brand"].string());
    return answer;
  }
  const Json& lengths = line["options"]["maxLength"];
  int64_t least = lengths.is_integer() ? lengths.integer() : 3, most = least;
  if (lengths.is_array() && lengths.size() != 0) {
    least = most = lengths.items()[0].integer();
    for (const Json& length : lengths.items()) {
      least = std::min(least, length.integer());
      most = std::max(most, length.integer());
    }
  }
  if (least < 1 || most > 9)
    return refuse(Code::shape_value, "options.maxLength: 1 to 9, or a list of those");
  Answer answer;
  answer.verdict = check_security_code(value, uint32_t(least), uint32_t(most));
  return answer;
}

Answer check_address(const Books& books, std::string_view country, const Json& value) {
  Answer answer;
  auto keep = [&](std::string_view field, Verdict verdict) {
    if (verdict.standing <= answer.verdict.standing) return;
    answer.verdict = std::move(verdict);
    answer.members.set("part", field);
  };
  for (const AddressField& field : books.addresses.fields(country))
    keep(field.id, books.addresses.check(country, field.id, value[field.id].string()));
  // A field that the country does not use is an error too.
  for (size_t i = 0; i < value.keys().size(); ++i) {
    if (!value.items()[i].is_string())
      return refuse(Code::shape_type, value.keys()[i] + " is a text");
    keep(value.keys()[i],
         books.addresses.check(country, value.keys()[i], value.items()[i].string()));
  }
  if (value.size() == 0) keep("country", books.addresses.check(country, "line1", ""));
  return answer;
}

// Returns the day that a line names, or this machine's; nothing if `now` is no day.
std::optional<Day> day_of(const Json& line) {
  const Json& now = line["now"];
  if (now.is_string()) {
    std::string_view text = now.string();
    return parse_day(text.substr(0, text.find('T')));
  }
  if (!now.is_null()) return std::nullopt;
  return this_day();
}

Answer check_line(const Books& books, const Json& line) {
  if (!line.is_object()) return refuse(Code::shape_type, "a line is an object");
  std::string_view field = line["field"].string();
  if (field.empty()) return refuse(Code::shape_missing, "field");
  if (!line["country"].is_string() && !line["country"].is_null())
    return refuse(Code::shape_type, "country is a text");
  std::string country = line["country"].string();
  for (char& c : country)
    if (c >= 'a' && c <= 'z') c = char(c - ('a' - 'A'));
  if (field == "address") {
    if (!line["value"].is_object())
      return refuse(Code::shape_type, "the value of an address is an object");
    return check_address(books, country, line["value"]);
  }
  if (!line.has("value")) return refuse(Code::shape_missing, "value");
  if (!line["value"].is_string()) return refuse(Code::shape_type, "value is a text");
  std::string_view value = line["value"].string();
  const Json& options = line["options"];
  std::optional<Day> today = field == "expiry" ? day_of(line) : Day{};
  if (!today) return refuse(Code::shape_value, "now is a day such as 2026-11-23");

  Answer answer;
  if (field == "card-number") {
    CardCheck check = check_card_number(value);
    answer.verdict = std::move(check.verdict);
    if (check.brand.empty())
      answer.members.set("brand", Json());
    else
      answer.members.set("brand", check.brand);
  } else if (field == "expiry") {
    ExpiryCheck check = check_expiry(whole_expiry(value, options, *today), *today);
    answer.verdict = std::move(check.verdict);
    if (check.month) answer.members.set("month", check.month).set("year", check.year);
  } else if (field == "security-code") {
    return check_code(line, value);
  } else if (field == "cardholder-name") {
    answer.verdict = check_cardholder_name(value);
  } else if (field == "iban") {
    BankCheck check = check_iban(value, &books.banks);
    answer.verdict = std::move(check.verdict);
    if (!check.country.empty()) answer.members.set("country", check.country);
  } else if (field == "bic") {
    answer.verdict = check_bic(value);
  } else if (field == "us-routing") {
    answer.verdict = check_us_routing(value);
  } else if (field == "uk-account") {
    answer.verdict = check_uk_account(value, &books.banks);
  } else if (field == "au-bsb") {
    answer.verdict = check_au_bsb(value);
  } else if (field == "ca-transit") {
    answer.verdict = check_ca_transit(value);
  } else if (field == "luhn") {
    answer.verdict = check_luhn(value);
  } else if (field == "postal-code") {
    answer.verdict = books.addresses.check(country, field, value);
    // A postal code alone is required, also in a country where an address can have none.
    if (answer.verdict.standing == Standing::valid &&
        value.find_first_not_of(" \t\r") == value.npos) {
      answer.verdict = {Standing::possible, "postal-code-empty"};
      answer.verdict.args.set("example", books.addresses.example(country));
    }
  } else {
    return refuse(Code::shape_value,
                  "field is card-number, expiry, security-code, cardholder-name, iban, bic, "
                  "us-routing, uk-account, au-bsb, ca-transit, postal-code, address or luhn");
  }
  if (options.is_object())
    answer.verdict =
        with_options(field, value, options, *today, answer.members, std::move(answer.verdict));
  return answer;
}

void write_line(const Json& json) {
  std::string text = json.dump();
  text += '\n';
  fwrite(text.data(), 1, text.size(), stdout);
}

void answer_line(const Books& books, std::string_view text, int64_t number) {
  Answer answer;
  Json line;
  if (Result<Json> parsed = Json::parse(text); parsed) {
    line = *parsed;
    answer = check_line(books, line);
  } else {
    answer.error = parsed.error();
  }
  if (answer.error.code != Code::none) {
    Json out = Json::object();
    out.set("error", name_of(answer.error.code))
        .set("line", number)
        .set("detail", answer.error.detail);
    write_line(out);
    return;
  }
  constexpr std::string_view standings[] = {"valid", "possible", "invalid"};
  Json out = std::move(answer.members);
  out.set("field", line["field"]).set("verdict", standings[size_t(answer.verdict.standing)]);
  if (!answer.verdict.code.empty()) out.set("code", answer.verdict.code);
  out.set("args", std::move(answer.verdict.args));
  write_line(out);
}

}  // namespace

int run_verdict(int argc, char**) {
  if (argc > 1) {
    fputs("usage: stegvis verdict < LINES\n", stderr);
    return 2;
  }
  Books books;
  if (!load_books(books)) return 2;
  std::string pending;
  char buffer[1 << 16];
  int64_t number = 0;
  auto take = [&](std::string_view text) {
    ++number;
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    answer_line(books, text, number);
  };
  while (size_t size = fread(buffer, 1, sizeof buffer, stdin)) {
    pending.append(buffer, size);
    size_t from = 0;
    for (size_t end; (end = pending.find('\n', from)) != std::string::npos; from = end + 1)
      take(std::string_view(pending).substr(from, end - from));
    pending.erase(0, from);
  }
  if (!pending.empty()) take(pending);
  return fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace stegvis
