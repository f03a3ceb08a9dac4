#include "compiler/messages/functions.h"

#include <span>

namespace stegvis {
namespace {

// An option: the texts that it takes, separated by spaces, or the whole numbers from `least` to
// `most`.
struct Option {
  std::string_view name;
  std::string_view texts;
  int32_t least = 0, most = -1;
};

constexpr Option number_options[] = {
    {"style", "decimal percent"},
    {"notation", "standard scientific engineering compact"},
    {"compactDisplay", "short long"},
    {"signDisplay", "auto always never exceptZero negative"},
    {"currencyDisplay", "symbol narrowSymbol code name"},
    {"currencySign", "standard accounting"},
    {"unitDisplay", "short long narrow"},
    {"useGrouping", "auto always min2", 0, 1},
    {"minimumIntegerDigits", "", 1, 21},
    {"minimumFractionDigits", "", 0, 20},
    {"maximumFractionDigits", "", 0, 20},
    {"minimumSignificantDigits", "", 1, 21},
    {"maximumSignificantDigits", "", 1, 21},
};

constexpr Option date_options[] = {
    {"dateStyle", "full long medium short"},
    {"timeStyle", "full long medium short"},
    {"weekday", "long short narrow"},
    {"era", "long short narrow"},
    {"year", "numeric 2-digit"},
    {"month", "numeric 2-digit long short narrow"},
    {"day", "numeric 2-digit"},
    {"dayPeriod", "long short narrow"},
    {"hour", "numeric 2-digit"},
    {"minute", "numeric 2-digit"},
    {"second", "numeric 2-digit"},
    {"fractionalSecondDigits", "", 1, 3},
    {"timeZoneName", "short long shortOffset longOffset shortGeneric longGeneric"},
    {"hourCycle", "h11 h12 h23 h24"},
    {"hour12", "", 0, 1},
};

// Limits that a call can give the wrong way round, which Intl refuses.
constexpr std::string_view limits[][2] = {
    {"minimumFractionDigits", "maximumFractionDigits"},
    {"minimumSignificantDigits", "maximumSignificantDigits"},
};

const FluentArgument* find(const FluentUse& call, std::string_view name) {
  for (const FluentArgument& argument : call.arguments)
    if (argument.name == name) return &argument;
  return nullptr;
}

// Returns the whole number of a text, or -1 where it is none or has more than three digits.
int32_t whole(std::string_view text) {
  size_t point = text.find('.');
  if (point != text.npos && text.find_first_not_of('0', point + 1) != text.npos) return -1;
  text = text.substr(0, point);
  if (text.empty() || text.size() > 3) return -1;
  int32_t number = 0;
  for (char digit : text) {
    if (digit < '0' || digit > '9') return -1;
    number = number * 10 + (digit - '0');
  }
  return number;
}

// Calls take() for each word of a list that is separated by spaces.
template <class Take>
void each_word(std::string_view list, Take take) {
  while (!list.empty()) {
    size_t end = list.find(' ');
    take(list.substr(0, end));
    list = end == list.npos ? std::string_view() : list.substr(end + 1);
  }
}

// Intl takes a number in quotes too.
bool takes(const Option& option, const FluentArgument& argument) {
  int32_t number = whole(argument.value);
  if (number >= option.least && number <= option.most) return true;
  bool found = false;
  if (argument.is_text)
    each_word(option.texts, [&](std::string_view word) { found |= word == argument.value; });
  return found;
}

std::string values_of(const Option& option) {
  std::string out;
  each_word(option.texts, [&](std::string_view word) {
    (out += out.empty() ? "\"" : ", \"") += word;
    out += '"';
  });
  if (option.most < option.least) return out;
  if (!out.empty()) out += ", ";
  return out + std::to_string(option.least) + " to " + std::to_string(option.most);
}

std::string names_of(std::span<const Option> options) {
  std::string out;
  for (const Option& option : options) (out += out.empty() ? "" : ", ") += option.name;
  return out;
}

std::optional<Misuse> wrong_option(const FluentUse& call, std::span<const Option> options) {
  for (const FluentArgument& argument : call.arguments) {
    auto wrong = [&](std::string detail) {
      return Misuse{Code::message_option, argument.offset, std::move(detail)};
    };
    const Option* option = nullptr;
    for (const Option& known : options)
      if (known.name == argument.name) option = &known;
    if (!option)
      return wrong(std::string(call.name) + " has no option " + std::string(argument.name) +
                   "; it has " + names_of(options));
    if (!takes(*option, argument))
      return wrong(std::string(argument.name) + " is not " +
                   (argument.is_text ? "\"" + std::string(argument.value) + "\""
                                     : std::string(argument.value)) +
                   "; " + values_of(*option) + " was expected");
  }
  return {};
}

}  // namespace

std::optional<Misuse> misuse_of(const FluentUse& call) {
  bool date = call.name == "DATETIME";
  if (!date && call.name != "NUMBER")
    return Misuse{
        Code::message_function, call.offset,
        "there is no function " + std::string(call.name) + "; NUMBER and DATETIME were expected"};
  if (call.variables != 1 || call.others)
    return Misuse{Code::message_option, call.offset,
                  std::string(call.name) + " takes one variable, and options behind it"};
  std::span<const Option> options = number_options;
  if (date) options = date_options;
  if (std::optional<Misuse> wrong = wrong_option(call, options)) return wrong;
  for (const auto& [least, most] : limits) {
    const FluentArgument *from = find(call, least), *to = find(call, most);
    if (from && to && whole(from->value) > whole(to->value))
      return Misuse{Code::message_option, from->offset,
                    std::string(least) + " is more than " + std::string(most)};
  }
  if (!find(call, "dateStyle") && !find(call, "timeStyle")) return {};
  for (const FluentArgument& argument : call.arguments) {
    bool beside = false;
    each_word("dateStyle timeStyle hourCycle hour12",
              [&](std::string_view word) { beside |= word == argument.name; });
    if (!beside)
      return Misuse{Code::message_option, argument.offset,
                    std::string(argument.name) + " can't stand beside dateStyle or timeStyle"};
  }
  return {};
}

}  // namespace stegvis
