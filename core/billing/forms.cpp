#include "billing/forms.h"

#include "base/later.h"
#include "billing/operations.h"
#include "billing/values.h"
#include "payment/address.h"
#include "payment/bank.h"
#include "payment/expiry.h"
#include "payment/name.h"

namespace stegvis {
namespace {

constexpr size_t max_bytes = 1020;  // a name of 255 characters

struct AddressRow {
  char id[13], autofill[16];
};
STEGVIS_LATER_DATA constexpr AddressRow address_rows[] = {
    {"line1", "address-line1"}, {"line2", "address-line2"},   {"sublocality", "address-level3"},
    {"city", "address-level2"}, {"region", "address-level1"}, {"postal-code", "postal-code"},
    {"sorting-code", ""},
};

const AddressRow* address_row(std::string_view field) {
  for (const AddressRow& row : address_rows)
    if (row.id == field) return &row;
  return nullptr;
}

std::vector<AddressField> address_fields(const AddressBook* book, std::string_view country) {
  if (book) return book->fields(country);
  return {{"line1", true, "", {}}, {"city", true, "", {}}, {"postal-code", false, "", {}}};
}

Field field(std::string_view id, std::string_view kind, std::string_view autofill) {
  Field out;
  out.id = id;
  out.kind = kind;
  out.autofill = autofill;
  return out;
}

// The countries that a method may come from: the tenant's alone, and all of the tables where no account
// says which that is.
std::vector<std::string> countries(const Account* account, const AddressBook* book) {
  if (account) return {account->country};
  std::vector<std::string> out;
  if (book)
    for (std::string_view country : book->countries()) out.emplace_back(country);
  return out;
}

void push_address(std::vector<Field>& out, const AddressBook* book, std::string_view country,
                  const Json& known) {
  for (AddressField& asked : address_fields(book, country)) {
    const AddressRow* row = address_row(asked.id);
    Field it = field(asked.id, asked.options.empty() ? "text" : "choice",
                     row ? row->autofill : std::string_view());
    it.required = asked.required;
    it.options = std::move(asked.options);
    if (asked.label != "postal" && asked.label != it.id) it.label = std::move(asked.label);
    it.value = known[it.id];
    out.push_back(std::move(it));
  }
  if (book) return;
  // Without tables, what is known of an address is asked as well: it would be lost otherwise.
  for (const AddressRow& row : address_rows) {
    bool asked = false;
    for (const Field& it : out) asked |= it.id == row.id;
    if (asked || !known.has(row.id)) continue;
    out.push_back(field(row.id, "text", row.autofill));
    out.back().required = false;
    out.back().value = known[row.id];
  }
}

// As payment names it.
std::string empty_code(std::string_view field) {
  std::string code = field == "postal-code" ? "" : "address-";
  return code.append(field).append("-empty");
}

Verdict invalid(std::string_view code) { return {Standing::invalid, std::string(code)}; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

void form_invalid(std::vector<Reason>& reasons, std::string_view field, const Verdict& verdict) {
  reasons.push_back({"form-invalid", Json().set("field", field).set("verdict", verdict.code)});
}

// Reads the fields of a filled form one by one and gathers a reason for each that is not valid.
struct FieldReader {
  const Json& fields;
  const AddressBook* book;
  bool spelling;
  std::string_view country;
  Day day;
  std::vector<Reason>& reasons;

  void fail(std::string_view field, std::string_view code) {
    form_invalid(reasons, field, invalid(code));
  }
  void expiry(int32_t& out) {
    ExpiryCheck check = check_expiry(filled(fields, "expiry"), day);
    if (check.verdict.standing == Standing::valid)
      out = check.year * 12 + check.month - 1;
    else
      form_invalid(reasons, "expiry", check.verdict);
  }
  // A text as it is stored. Its spelling is judged only where `spelling` asks for that.
  std::string text(std::string_view field) {
    std::string_view value = trimmed(filled(fields, field));
    if (value.size() > max_bytes) {
      fail(field, "address-long");
      return {};
    }
    if (spelling) {
      Verdict verdict = check_field(book, country, field, value, day);
      if (verdict.standing != Standing::valid) form_invalid(reasons, field, verdict);
    }
    return std::string(value);
  }
  void holder(std::string& out) {
    out = text("name");
    if (out.empty() && !spelling) fail("name", "cardholder-name-empty");
  }
  // An address is replaced whole: what is not in the fields is empty.
  void address(Json& out) {
    out = Json::object();
    for (const AddressRow& row : address_rows) {
      std::string value = fields.has(row.id) ? text(row.id) : std::string();
      if (!value.empty()) out.set(row.id, value);
    }
    if (!spelling) return;
    for (const AddressField& asked : address_fields(book, country))
      if (asked.required && !fields.has(asked.id)) fail(asked.id, empty_code(asked.id));
  }
};

bool four_of(std::string_view text, bool letters) {
  for (char c : text)
    if (!(c >= '0' && c <= '9') && !(letters && c >= 'A' && c <= 'Z')) return false;
  return text.size() == 4;
}

}  // namespace

std::string_view filled(const Json& fields, std::string_view field) {
  const Json& value = fields[field];
  return value.is_object() ? value["country"].string() : value.string();
}

namespace {

// The reader's latest method in that country: whose holder and address are likely theirs again.
const Method* own_method(const Account* account, std::string_view country) {
  const Method* own = nullptr;
  if (account)
    for (const Method& it : account->methods)
      if (!it.deleted && it.added_by == account->reader && it.country == country &&
          (!own || own->added < it.added))
        own = &it;
  return own;
}

}  // namespace

std::vector<Field> add_form(const Account* account, const AddressBook* book, const Json& values,
                            bool provider) {
  std::string_view country = account ? account->country : filled(values, "country");
  // A form has no day of its own: the one on which the billing period began stands for it.
  std::vector<std::string_view> asked = bank_fields(country);
  bool bank = account && !provider && !asked.empty() &&
              !bank_account_closed(*account->rules, country, account->billing_day);
  std::string_view kind = filled(values, "kind");
  if (kind.empty()) kind = name_of(MethodKind::credit_card);
  bool is_bank = bank && kind == name_of(MethodKind::bank_account);

  std::vector<Field> out;
  out.push_back(field("kind", "choice", ""));
  out[0].value = kind;
  for (int i = 0; i < int(MethodKind::other) - !bank; ++i)
    out[0].options.emplace_back(name_of(MethodKind(i)));
  if (is_bank) {
    for (std::string_view id : asked) out.push_back(field(id, "secret", ""));
    out.push_back(field("name", "text", "name"));
  } else if (provider) {
    out.push_back(field("provider", "provider", ""));
    out.back().options = {"brand", "last4", "expiry"};
    out.push_back(field("name", "text", "cc-name"));
  } else {
    out.push_back(field("number", "secret", "cc-number"));
    out.push_back(field("expiry", "expiry", "cc-exp"));
    out.push_back(field("code", "secret", "cc-csc"));
    out.push_back(field("name", "text", "cc-name"));
  }
  // The form does not ask again for values that the account has.
  const Method* own = own_method(account, country);
  if (own) out.back().value = own->details.holder;
  out.push_back(field("country", "country", "country"));
  if (!country.empty()) out.back().value = country;
  out.back().options = countries(account, book);
  push_address(out, book, country, own ? own->details.address : Json());
  return out;
}

std::vector<Field> edit_form(const Account& account, const Method& method, const AddressBook* book,
                             bool own_fields) {
  std::vector<Field> out;
  bool card = method.is_card() || method.details.expiry;
  out.push_back(field("name", "text", method.is_card() ? "cc-name" : "name"));
  out[0].value = method.details.holder;
  if (card) {
    out.push_back(field("expiry", "expiry", "cc-exp"));
    out[1].value = format_month(method.details.expiry);
    if (account.rules->code_on_edit && own_fields && method.is_card())
      out.push_back(field("code", "secret", "cc-csc"));
  }
  push_address(out, book, method.country, method.details.address);
  return out;
}

Verdict check_field(const AddressBook* book, std::string_view country, std::string_view field,
                    std::string_view value, Day day) {
  if (field == "name") return check_cardholder_name(value);
  if (field == "expiry") return check_expiry(value, day).verdict;
  if (!address_row(field)) return invalid("field-unknown");
  if (book) return book->check(country, field, value);
  if (value.size() > max_bytes) {
    Verdict verdict = invalid("address-long");
    verdict.args.set("most", int64_t(max_bytes));
    return verdict;
  }
  // Never a card number, with or without tables.
  if (check_cardholder_name(value).code == "cardholder-name-number")
    return invalid("address-number");
  bool required = field == "line1" || field == "city";
  return required && trimmed(value).empty() ? invalid(empty_code(field)) : Verdict{};
}

Verdict check_provided(const Json& values, Day day) {
  bool whole = four_of(filled(values, "last4"), false) && !filled(values, "brand").empty() &&
               filled(values, "brand").size() <= 40;
  if (!whole) return invalid("provider-missing");
  return check_expiry(filled(values, "expiry"), day).verdict;
}

Verdict check_choice(const Account& account, std::string_view field, std::string_view value,
                     std::string_view country, Day day) {
  if (field == "country") {
    if (value == account.country) return {};
    Verdict verdict = invalid("country-other");
    verdict.args.set("country", country_value(account.country));
    return verdict;
  }
  bool bank = value == name_of(MethodKind::bank_account);
  if (bank && bank_account_closed(*account.rules, country, day)) {
    Verdict verdict = invalid("bank-account-closed");
    verdict.args.set("country", country_value(country));
    return verdict;
  }
  bool known =
      bank || value == name_of(MethodKind::credit_card) || value == name_of(MethodKind::debit_card);
  return known ? Verdict{} : invalid("choice-unknown");
}

void read_new_method(const Account& account, const Json& fields, const AddressBook* book,
                     bool spelling, Day day, Method& out, std::vector<Reason>& reasons) {
  constexpr std::string_view others[] = {"kind", "brand",   "last4",         "expiry",
                                         "name", "country", "issuer-country"};
  out.country = account.country;
  FieldReader read{fields, book, spelling, out.country, day, reasons};
  for (const std::string& key : fields.keys()) {
    bool known = address_row(key);
    for (std::string_view other : others) known |= key == other;
    // A number or a code is refused here too: nothing may keep one.
    if (!known || !(fields[key].is_string() || key == "country")) read.fail(key, "field-unknown");
  }
  // A bank account says itself which country it is of.
  std::string_view country = filled(fields, "country"), issuer = filled(fields, "issuer-country");
  if (!issuer.empty() && country == account.country) country = issuer;
  if (country != account.country)
    reasons.push_back({"other-country", Json()
                                            .set("country", country_value(country.substr(0, 2)))
                                            .set("tenant", country_value(account.country))});
  std::string_view kind = filled(fields, "kind");
  if (kind == "prepaid-card" || kind == "virtual-card") {
    reasons.push_back({"card-prepaid", Json::object()});
  } else {
    Verdict verdict = check_choice(account, "kind", kind, account.country, day);
    if (verdict.code == "bank-account-closed")
      reasons.push_back(
          {"bank-account-closed", Json().set("country", country_value(account.country))});
    else if (verdict.standing != Standing::valid)
      form_invalid(reasons, "kind", verdict);
  }
  bool bank = kind == name_of(MethodKind::bank_account);
  out.kind = bank                                      ? MethodKind::bank_account
             : kind == name_of(MethodKind::debit_card) ? MethodKind::debit_card
                                                       : MethodKind::credit_card;
  out.brand = filled(fields, "brand");
  out.last4 = filled(fields, "last4");

  if (!four_of(out.last4, bank) || bank != out.brand.empty() || out.brand.size() > 40) {
    std::vector<std::string_view> asked = bank_fields(account.country);
    std::string_view last = !bank ? "number" : asked.empty() ? "iban" : asked.back();
    read.fail(last, bank ? std::string(last) + "-empty" : "card-number-empty");
  }
  if (!bank)
    read.expiry(out.details.expiry);
  else if (fields.has("expiry"))
    read.fail("expiry", "field-unknown");
  read.holder(out.details.holder);
  read.address(out.details.address);
}

void read_details(const Method& method, const Json& fields, const AddressBook* book, bool spelling,
                  Day day, Details& out, Json& changed, std::vector<Reason>& reasons) {
  FieldReader read{fields, book, spelling, method.country, day, reasons};
  out = method.details;
  bool card = method.is_card() || method.details.expiry;
  for (const std::string& key : fields.keys()) {
    bool editable = key == "name" || (key == "expiry" && card) || address_row(key);
    if (!editable)
      reasons.push_back({"not-editable", Json().set("field", key)});
    else if (!fields[key].is_string())
      read.fail(key, "field-unknown");
  }
  if (fields.has("name")) read.holder(out.holder);
  if (card && fields.has("expiry")) read.expiry(out.expiry);
  for (const AddressRow& row : address_rows)
    if (fields.has(row.id)) {
      read.address(out.address);
      break;
    }
  changed = Json::array();
  if (out.holder != method.details.holder) changed.push("name");
  if (out.expiry != method.details.expiry) changed.push("expiry");
  for (const AddressRow& row : address_rows)
    if (out.address[row.id] != method.details.address[row.id]) changed.push(row.id);
}

}  // namespace stegvis
