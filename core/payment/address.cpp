#include "payment/address.h"

#include "base/utf8.h"
#include "payment/card.h"
#include "payment/pattern.h"
#include "payment/typed.h"

namespace stegvis {

namespace {

constexpr std::string_view key_names[] = {"fields",   "names",  "postal",
                                          "examples", "prefix", "regions"};
constexpr std::string_view field_names[] = {"line1",  "line2",       "sublocality", "city",
                                            "region", "postal-code", "sorting-code"};
constexpr std::string_view usual_labels[] = {"line1",    "line2",  "suburb",      "city",
                                             "province", "postal", "sorting-code"};
constexpr int32_t max_characters = 200;

// Removes the part before the first separator, and the separator, from the text, and returns that
// part. A text without a separator is one part.
std::string_view cut(std::string_view& text, std::string_view separator) {
  size_t end = text.find(separator);
  std::string_view part = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + separator.size());
  return part;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  while (!text.empty() && blanks.find(text.front()) != blanks.npos) text.remove_prefix(1);
  while (!text.empty() && blanks.find(text.back()) != blanks.npos) text.remove_suffix(1);
  return text;
}

// Removes the "!" that marks a required field ("city!"), and returns whether there was one.
bool take_required(std::string_view& field) {
  bool required = !field.empty() && field.back() == '!';
  if (required) field.remove_suffix(1);
  return required;
}

int32_t field_index(std::string_view id) {
  for (int32_t i = 0; i < int32_t(std::size(field_names)); ++i)
    if (field_names[i] == id) return i;
  return -1;
}

Verdict with_example(Verdict verdict, std::string_view example) {
  verdict.args.set("example", example);
  return verdict;
}

// Compares a typed text with a name, without regard to the case of ASCII letters: it is the whole
// name, the name begins with it, or neither.
enum class Same : uint8_t { no, begins, all };
Same compare(std::string_view name, std::string_view typed) {
  if (typed.size() > name.size()) return Same::no;
  for (size_t i = 0; i < typed.size(); ++i) {
    char a = letter_of(uint8_t(name[i])), b = letter_of(uint8_t(typed[i]));
    if (a ? a != b : name[i] != typed[i]) return Same::no;
  }
  return typed.size() == name.size() ? Same::all : Same::begins;
}

// Returns whether a run of digits, spaces and dashes in the text is a valid card number.
bool holds_card_number(std::string_view text) {
  while (!text.empty()) {
    size_t from = 0;
    while (from < text.size() && digit_of(uint8_t(text[from])) < 0) ++from;
    size_t end = from;
    while (end < text.size() &&
           (digit_of(uint8_t(text[end])) >= 0 || text[end] == ' ' || text[end] == '-'))
      ++end;
    CardCheck check = check_card_number(text.substr(from, end - from));
    if (check.verdict.standing == Standing::valid && check.brand != "unionpay") return true;
    text.remove_prefix(end);
  }
  return false;
}

// Returns the text without the blanks that it begins with, and without the dashes.
enum class Gaps : uint8_t { blanks, all };
std::string_view without_gaps(std::string_view text, Gaps gaps) {
  while (!text.empty()) {
    std::string_view rest = text;
    char32_t character = next_typed(rest);
    if (!is_blank(character) && (gaps == Gaps::blanks || !is_dash(character))) break;
    text = rest;
  }
  return text;
}

// People write letters before a code, with or without a gap: "F-75001". If the typed text begins
// with the prefix, sets the match of what is behind it.
void match_behind(std::string_view prefix, std::string_view pattern, std::string_view typed,
                  PatternMatch& match) {
  if (prefix.back() == '-') prefix.remove_suffix(1);
  if (compare(prefix, typed) != Same::no)
    match = {Standing::possible};
  else if (compare(prefix, typed.substr(0, prefix.size())) == Same::all)
    match = match_pattern(pattern, without_gaps(typed.substr(prefix.size()), Gaps::all));
}

Verdict check_text(std::string_view value) {
  int32_t characters = 0;
  for (std::string_view rest = value; !rest.empty(); ++characters) {
    char32_t character = next_typed(rest);
    if ((character < 0x20 && character != '\t') || character == 0x7f || character == 0xfffd)
      return culprit("address-character", character);
  }
  if (characters > max_characters) {
    Verdict verdict = verdict_of(Standing::invalid, "address-long");
    verdict.args.set("most", max_characters);
    return verdict;
  }
  return holds_card_number(value) ? verdict_of(Standing::invalid, "address-number") : Verdict();
}

}  // namespace

Result<AddressBook> AddressBook::load(std::string_view data) {
  AddressBook book;
  book.data_ = data;
  std::string_view rest = book.data_;
  uint32_t line_number = 0, entry_line = 0;
  auto fail = [&](std::string_view detail) {
    return Error{Code::address_data, "address", line_number, 1, std::string(detail)};
  };
  if (!utf8_valid(rest)) return fail("not UTF-8");
  while (!rest.empty()) {
    ++line_number;
    std::string_view line = trim(cut(rest, "\n"));
    if (line.empty() || line[0] == '#') continue;
    std::string_view value = line;
    std::string_view word = cut(value, " ");
    if (value.empty()) {
      if (word.size() != 2 || word[0] < 'A' || word[0] > 'Z' || word[1] < 'A' || word[1] > 'Z')
        return fail("expected a country");
      if (!book.entries_.empty()) {
        const Entry& last = book.entries_.back();
        if (std::string_view(last.code, 2) >= word) return fail("countries out of order");
        if (Status status = book.check_entry(last, entry_line); !status) return status.error();
      }
      book.entries_.push_back({{word[0], word[1]}, {}});
      entry_line = line_number;
      continue;
    }
    uint32_t key = 0;
    while (key < keys && key_names[key] != word) ++key;
    if (key == keys) return fail("unknown keyword");
    if (book.entries_.empty()) return fail("expected a country first");
    Line& entry = book.entries_.back().lines[key];
    if (entry.size) return fail("the same line twice");
    entry = {uint32_t(value.data() - book.data_.data()), uint32_t(value.size())};
  }
  if (book.entries_.empty()) return fail("no country");
  if (Status status = book.check_entry(book.entries_.back(), entry_line); !status)
    return status.error();
  return book;
}

// Checks that the lines of a country fit together. `line` is the line of its code.
Status AddressBook::check_entry(const Entry& entry, uint32_t line) const {
  auto fail = [&](std::string_view detail) {
    return Error{Code::address_data, std::string(entry.code, 2), line, 1, std::string(detail)};
  };
  bool postal = false;
  std::string_view list = text(entry, fields_key);
  if (list.empty()) return fail("no line of fields");
  while (!list.empty()) {
    std::string_view field = cut(list, " ");
    take_required(field);
    if (field_index(field) < 0) return fail("unknown field");
    postal |= field == "postal-code";
  }
  std::string_view pattern = text(entry, postal_key);
  if (postal != !pattern.empty()) return fail("postal-code without pattern, or the reverse");
  if (!postal) return {};
  if (!pattern_well_formed(pattern)) return fail("bad pattern");
  std::string_view examples = text(entry, examples_key);
  if (examples.empty()) return fail("no example");
  while (!examples.empty())
    if (check_postal(entry, cut(examples, ", "), Need::required).standing != Standing::valid)
      return fail("an example does not match");
  return {};
}

std::string_view AddressBook::text(const Entry& entry, Key key) const {
  return std::string_view(data_).substr(entry.lines[key].from, entry.lines[key].size);
}

const AddressBook::Entry* AddressBook::find(std::string_view country) const {
  for (const Entry& entry : entries_)
    if (std::string_view(entry.code, 2) == country) return &entry;
  return nullptr;
}

std::vector<std::string_view> AddressBook::countries() const {
  std::vector<std::string_view> codes;
  for (const Entry& entry : entries_) codes.emplace_back(entry.code, 2);
  return codes;
}

std::string_view AddressBook::example(std::string_view country) const {
  const Entry* entry = find(country);
  if (!entry) return {};
  std::string_view examples = text(*entry, examples_key);
  return cut(examples, ", ");
}

std::vector<AddressField> AddressBook::fields(std::string_view country) const {
  std::vector<AddressField> fields;
  const Entry* entry = find(country);
  if (!entry) return fields;
  std::string_view list = text(*entry, fields_key);
  while (!list.empty()) {
    std::string_view id = cut(list, " ");
    AddressField field;
    field.required = take_required(id);
    field.id = id;
    field.label = usual_labels[field_index(id)];
    std::string_view names = text(*entry, names_key);
    while (!names.empty()) {
      std::string_view name = cut(names, ", ");
      if (cut(name, " ") == id) field.label = name;
    }
    if (id == "region") {
      std::string_view regions = text(*entry, regions_key);
      while (!regions.empty()) {
        std::string_view region = cut(regions, ",");
        field.options.emplace_back(cut(region, "="));
      }
    }
    fields.push_back(std::move(field));
  }
  return fields;
}

Verdict AddressBook::check_postal(const Entry& entry, std::string_view value, Need need) const {
  std::string_view examples = text(entry, examples_key);
  std::string_view example = cut(examples, ", ");
  value = without_gaps(value, Gaps::blanks);
  if (value.empty())
    return need == Need::required
               ? with_example(verdict_of(Standing::possible, "postal-code-empty"), example)
               : Verdict();
  std::string_view pattern = text(entry, postal_key);
  PatternMatch match = match_pattern(pattern, value);
  std::string_view prefixes = text(entry, prefix_key);
  while (match.standing == Standing::invalid && !prefixes.empty())
    match_behind(cut(prefixes, " "), pattern, value, match);
  // ISO's letters of the country may stand before any code that has none there itself.
  if (match.standing == Standing::invalid && !match.wants_letter)
    match_behind({entry.code, 2}, pattern, value, match);
  if (match.standing == Standing::valid) return {};
  if (match.standing == Standing::possible)
    return with_example(verdict_of(Standing::possible, "postal-code-short"), example);
  bool digit = digit_of(match.culprit) >= 0, letter = letter_of(match.culprit) != 0;
  bool gap = is_dash(match.culprit);
  std::string_view code = "postal-code-unknown";
  if (gap || (digit && !match.wants_digit)) code = "postal-code-format";
  if ((letter && !match.wants_letter) || (!digit && !letter && !gap))
    return with_example(culprit("postal-code-character", match.culprit), example);
  if (match.complete) code = "postal-code-long";
  return with_example(verdict_of(Standing::invalid, code), example);
}

Verdict AddressBook::check_region(const Entry& entry, std::string_view value) const {
  std::string_view regions = text(entry, regions_key);
  if (regions.empty()) return {};
  Standing standing = Standing::invalid;
  while (!regions.empty()) {
    std::string_view region = cut(regions, ",");
    while (!region.empty()) {
      Same same = compare(cut(region, "="), value);
      if (same == Same::all) return {};
      if (same == Same::begins) standing = Standing::possible;
    }
  }
  return verdict_of(standing, "address-region-unknown");
}

Verdict AddressBook::check(std::string_view country, std::string_view field,
                           std::string_view value) const {
  if (country.empty() && field == "postal-code") {
    Verdict best = verdict_of(trim(value).empty() ? Standing::possible : Standing::invalid,
                              trim(value).empty() ? "postal-code-empty" : "postal-code-unknown");
    for (const Entry& entry : entries_) {
      if (best.standing == Standing::valid || !entry.lines[postal_key].size) continue;
      Verdict verdict = check_postal(entry, value, Need::required);
      if (verdict.standing < best.standing) best = std::move(verdict);
    }
    return best;
  }
  const Entry* entry = find(country);
  if (!entry) {
    Verdict verdict = verdict_of(Standing::invalid, "address-country");
    verdict.args.set("country", country);
    return verdict;
  }
  std::string_view list = text(*entry, fields_key);
  while (!list.empty()) {
    std::string_view id = cut(list, " ");
    Need need = take_required(id) ? Need::required : Need::optional;
    if (id != field) continue;
    if (id == "postal-code") return check_postal(*entry, value, need);
    value = trim(value);
    if (value.empty()) {
      if (need == Need::optional) return {};
      std::string code = "address-";
      code.append(id).append("-empty");
      return verdict_of(Standing::possible, code);
    }
    Verdict verdict = check_text(value);
    if (verdict.standing != Standing::valid || id != "region") return verdict;
    return check_region(*entry, value);
  }
  return trim(value).empty() ? Verdict() : verdict_of(Standing::invalid, "address-unused");
}

}  // namespace stegvis
