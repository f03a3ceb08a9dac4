// The account from JSON. What comes in is not trusted: each member is checked as it is read, and
// the account's rules once it is whole.
#include <algorithm>

#include "base/utf8.h"
#include "base/word_list.h"
#include "billing/account.h"
#include "billing/practice.h"

namespace stegvis {
namespace {

constexpr size_t max_methods = 1000;
constexpr size_t max_people = 1000;
constexpr size_t max_profiles = 10000;
constexpr size_t max_uses = 1000000;
constexpr int64_t max_text = 1024;
// Those of the first article.
constexpr std::string_view default_rules = "2021-04";
constexpr int64_t max_minor_units = 1000000000000000;

// A value on the way in, and the way to it: the pointer is written only for a mistake.
class At {
 public:
  At(const Json& json, Error& error) : json_(json), error_(error) {}
  At(const Json& json, const At& up, std::string_view key)
      : json_(json), error_(up.error_), up_(&up), key_(key) {}
  At(const Json& json, const At& up, size_t index)
      : json_(json), error_(up.error_), up_(&up), index_(uint32_t(index)) {}

  At operator[](std::string_view key) const {
    if (json_[key].is_null()) fail(Code::shape_missing, key, key);
    return At(json_[key], *this, key);
  }
  At element(size_t index) const { return At(json_.items()[index], *this, index); }
  bool has(std::string_view key) const { return !json_[key].is_null(); }
  // The text of that member; that one where it is left out.
  std::string text_or(std::string_view key, std::string_view otherwise = {}) const {
    return has(key) ? (*this)[key].text(true) : std::string(otherwise);
  }
  bool ok() const { return error_.code == Code::none; }
  const Json& json() const { return json_; }

  // An object with no other members than these, separated by spaces.
  void object(std::string_view members) const {
    if (!json_.is_object()) return fail(Code::shape_type, "an object was expected");
    for (const std::string& key : json_.keys())
      if (!lists(members, key)) fail(Code::shape_unknown, key, key);
  }
  // The number of elements of a list; 0 for a mistake.
  size_t list(size_t most) const {
    if (!json_.is_array())
      fail(Code::shape_type, "a list was expected");
    else if (json_.size() > most)
      fail(Code::shape_value, "at most " + decimal(int64_t(most)));
    else
      return json_.size();
    return 0;
  }
  const std::string& text(bool empty = false) const {
    const std::string& value = json_.string();
    if (!json_.is_string())
      fail(Code::shape_type, "a text was expected");
    else if ((value.empty() && !empty) || value.size() > max_text)
      fail(Code::shape_value, "1 to 1,024 bytes");
    return value;
  }
  int64_t integer(int64_t least, int64_t most) const {
    int64_t value = json_.integer();
    if (!json_.is_integer())
      fail(Code::shape_type, "a whole number was expected");
    else if (value < least || value > most)
      fail(Code::shape_value, decimal(least) + " to " + decimal(most));
    else
      return value;
    return least;
  }
  uint32_t index(size_t count) const {
    int64_t value = json_.integer();
    if (!json_.is_integer())
      fail(Code::shape_type, "a whole number was expected");
    else if (value < 0 || value >= int64_t(count))
      fail(Code::account_reference, decimal(value));
    else
      return uint32_t(value);
    return 0;
  }
  Day day() const {
    auto day = parse_day(text());
    if (!day) fail(Code::shape_value, "a day was expected, 2026-11-23");
    return day.value_or(Day{});
  }
  int32_t month() const {
    int32_t month = parse_month(text());
    if (!month) fail(Code::shape_value, "a month was expected, 2028-11");
    return month;
  }
  bool yes() const {
    if (!json_.is_boolean()) fail(Code::shape_type, "true or false was expected");
    return json_.boolean();
  }
  std::string capitals(size_t count) const {
    const std::string& value = text();
    bool good = value.size() == count;
    for (char c : value) good &= c >= 'A' && c <= 'Z';
    if (!good) fail(Code::shape_value, decimal(int64_t(count)) + " capital letters");
    return good ? value : std::string(count, 'X');
  }
  // One of the names of an enumeration that ends with `last`.
  template <class E>
  E one_of(E last) const {
    const std::string& value = text();
    std::string list;
    for (int i = 0; i <= int(last); ++i) {
      if (!value.empty() && name_of(E(i)) == value) return E(i);
      list.append(list.empty() ? "" : ", ").append(name_of(E(i)));
    }
    fail(Code::shape_value, list);
    return E();
  }
  // The index of the item of that id.
  template <class T>
  uint32_t reference(const std::vector<T>& items) const {
    const std::string& id = text();
    for (uint32_t i = 0; i < items.size(); ++i)
      if (items[i].id == id) return i;
    fail(Code::account_reference, "no such id");
    return 0;
  }
  void fail(Code code, std::string_view detail, std::string_view member = {}) const {
    if (!ok()) return;
    error_.code = code;
    error_.detail = detail;
    error_.where = pointer();
    if (!member.empty()) error_.where.append("/").append(member);
  }

 private:
  std::string pointer() const {
    if (!up_) return "";
    return up_->pointer() + "/" + (index_ == no_index ? std::string(key_) : decimal(index_));
  }

  const Json& json_;
  Error& error_;
  const At* up_ = nullptr;
  std::string_view key_;
  uint32_t index_ = no_index;
};

Details decode_details(const At& at) {
  Details details;
  details.holder = at.text_or("holder");
  if (at.has("expiry")) details.expiry = at["expiry"].month();
  if (!at.has("address")) return details;
  At address = at["address"];
  if (!address.json().is_object()) address.fail(Code::shape_type, "an object was expected");
  for (const std::string& key : address.json().keys()) address[key].text();
  details.address = address.json();
  return details;
}

void decode_people(const At& at, Account& out) {
  for (size_t i = 0, n = at.list(max_people); i < n && at.ok(); ++i) {
    At it = at.element(i);
    it.object("id name roles");
    Person person{it["id"].text(), it["name"].text(), 0};
    At roles = it["roles"];
    for (size_t j = 0, m = roles.list(2); j < m; ++j) {
      At role = roles.element(j);
      if (role.text() == "global-administrator")
        person.roles |= global_administrator;
      else if (role.text() == "billing-administrator")
        person.roles |= billing_administrator;
      else
        role.fail(Code::shape_value, "global-administrator, billing-administrator");
    }
    out.people.push_back(std::move(person));
  }
}

void decode_changes(const At& up, Account& out) {
  if (!up.has("changes")) return;
  At at = up["changes"];
  for (size_t i = 0, n = at.list(max_uses); i < n && at.ok(); ++i) {
    At it = at.element(i);
    it.object("id operation by method undone");
    Change change{it["id"].text(), it["operation"].one_of(OperationKind(operation_kinds - 1)),
                  it["by"].reference(out.people)};
    bool of_method = is_of_method(change.kind);
    if (of_method != it.has("method"))
      it.fail(of_method ? Code::shape_missing : Code::shape_unknown, "method", "method");
    if (of_method) change.method = it["method"].reference(out.methods);
    if (it.has("undone")) change.undone = it["undone"].yes();
    out.changes.push_back(std::move(change));
  }
}

// Of the kinds that the rules know, or of the host's own: small letters, digits and hyphens.
void decode_kind(const At& it, Method& out) {
  const std::string& kind = it["kind"].text();
  for (int i = 0; i < int(MethodKind::other); ++i) {
    out.kind = MethodKind(i);
    if (name_of(out.kind) == kind) return;
  }
  out.kind = MethodKind::other;
  out.own_kind = kind;
  bool good = kind.size() <= 40;
  for (char c : kind) good &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  if (!good) it["kind"].fail(Code::shape_value, "at most 40 of a to z, 0 to 9 and -");
  out.name = it.text_or("name");
  if (!it.has("pays-for")) return;
  At pays = it["pays-for"];
  out.no_profiles = out.no_subscriptions = true;
  for (size_t i = 0, n = pays.list(2); i < n; ++i) {
    At listed = pays.element(i);
    if (listed.text() == "profiles")
      out.no_profiles = false;
    else if (listed.text() == "subscriptions")
      out.no_subscriptions = false;
    else
      listed.fail(Code::shape_value, "profiles, subscriptions");
  }
}

void decode_methods(const At& at, size_t change_count, Account& out) {
  for (size_t i = 0, n = at.list(max_methods); i < n && at.ok(); ++i) {
    At it = at.element(i);
    it.object(
        "id kind brand last4 name pays-for expiry holder country address added-by added status "
        "deleted before");
    Method method;
    method.id = it["id"].text();
    decode_kind(it, method);
    if (method.kind != MethodKind::other)
      for (std::string_view member : {"name", "pays-for"})
        if (it.has(member)) it.fail(Code::shape_unknown, member, member);
    method.brand = it.text_or("brand");
    method.last4 = it.text_or("last4");
    method.details = decode_details(it);
    method.country = it.has("country") ? it["country"].capitals(2) : out.country;
    method.added_by = it.has("added-by") ? it["added-by"].reference(out.people) : no_index;
    if (it.has("added")) method.added = it["added"].day();
    if (it.has("status")) method.status = it["status"].one_of(MethodStatus::declined);
    if (it.has("deleted")) method.deleted = it["deleted"].yes();
    if (it.has("before")) {
      At before = it["before"];
      for (size_t j = 0, m = before.list(max_uses); j < m; ++j) {
        At was = before.element(j);
        was.object("change holder expiry address");
        method.before.push_back({was["change"].index(change_count), decode_details(was)});
      }
    }
    out.methods.push_back(std::move(method));
  }
}

void decode_lineage(const At& up, Account& out) {
  out.lineage.emplace_back();
  if (!up.has("lineage")) return;
  At at = up["lineage"];
  for (size_t i = 0, n = at.list(max_uses); i < n && at.ok(); ++i) {
    At it = at.element(i);
    if (it.list(3) != 3) return it.fail(Code::shape_value, "three numbers were expected");
    out.lineage.push_back({it.element(0).index(out.changes.size()),
                           it.element(1).index(out.methods.size()), it.element(2).index(i + 1)});
  }
}

Name decode_name(const At& at) {
  if (!at.json().is_object()) return {at.text()};
  at.object("practice number");
  At id = at["practice"];
  Name name{id.text(), true};
  if (!is_practice_name(name.text)) id.fail(Code::shape_value, "a name of the practice account");
  if (at.has("number")) name.number = uint32_t(at["number"].integer(1, UINT32_MAX));
  return name;
}

void decode_profiles(const At& at, Account& out) {
  for (size_t i = 0, n = at.list(max_profiles); i < n && at.ok(); ++i) {
    At it = at.element(i);
    it.object("id name method roles moved");
    Profile profile{it["id"].text(), decode_name(it["name"]), {}, 0};
    profile.roles.resize(out.people.size());
    At roles = it["roles"];
    if (!roles.json().is_object()) roles.fail(Code::shape_type, "an object was expected");
    for (const std::string& key : roles.json().keys()) {
      uint32_t person = 0;
      while (person < out.people.size() && out.people[person].id != key) ++person;
      if (person == out.people.size()) return roles.fail(Code::account_reference, "no such person");
      profile.roles[person] = roles[key].one_of(ProfileRole::invoice_manager);
    }
    Use use{0, it["method"].reference(out.methods)};
    if (it.has("moved")) use.link = it["moved"].index(out.lineage.size());
    out.profiles.push_back(std::move(profile));
    out.uses.push_back(use);
  }
}

// [minor units, currency]
int64_t decode_money(const At& at, int64_t least, char (&currency)[3]) {
  if (at.list(2) != 2) {
    at.fail(Code::shape_value, "[minor units, currency]");
    return least;
  }
  int64_t amount = at.element(0).integer(least, max_minor_units);
  at.element(1).capitals(3).copy(currency, 3);
  return amount;
}

void decode_subscriptions(const At& at, Account& out) {
  for (size_t i = 0, n = at.list(max_uses); i < n && at.ok(); ++i) {
    At it = at.element(i);
    it.object("id name price status method profile moved");
    Subscription subscription{it["id"].text(), decode_name(it["name"])};
    subscription.price = decode_money(it["price"], 0, subscription.currency);
    if (!at.ok()) return;
    subscription.status = it["status"].one_of(SubscriptionStatus::deleted);
    Use use;
    if (it.has("profile")) {
      if (it.has("method")) it.fail(Code::shape_unknown, "method beside profile", "method");
      if (it.has("moved")) it.fail(Code::shape_unknown, "moved beside profile", "moved");
      subscription.profile = it["profile"].reference(out.profiles);
    } else {
      use.method = it["method"].reference(out.methods);
      if (it.has("moved")) use.link = it["moved"].index(out.lineage.size());
    }
    out.subscriptions.push_back(std::move(subscription));
    out.uses.push_back(use);
  }
}

// Subscriptions by their ids: an account may name as many as it has.
class Subscriptions {
 public:
  explicit Subscriptions(const Account& account) : account_(account) {
    sorted_.resize(account.subscriptions.size());
    for (uint32_t i = 0; i < sorted_.size(); ++i) sorted_[i] = i;
    std::sort(sorted_.begin(), sorted_.end(),
              [&](uint32_t a, uint32_t b) { return id(a) < id(b); });
  }
  // The index of the one that is named.
  uint32_t find(const At& named) const {
    const std::string& wanted = named.text();
    auto found =
        std::lower_bound(sorted_.begin(), sorted_.end(), wanted,
                         [&](uint32_t i, const std::string& text) { return id(i) < text; });
    if (found != sorted_.end() && id(*found) == wanted) return *found;
    named.fail(Code::account_reference, "no such id");
    return 0;
  }

 private:
  const std::string& id(uint32_t i) const { return account_.subscriptions[i].id; }
  const Account& account_;
  std::vector<uint32_t> sorted_;
};

void decode_notices(const At& at, const Subscriptions& subscriptions, Account& out) {
  for (size_t i = 0, n = at.list(max_uses); i < n && at.ok(); ++i) {
    At it = at.element(i);
    it.object("method day period reason amount for");
    out.notices.push_back({it["method"].reference(out.methods), it["day"].day(),
                           it.has("period") ? it["period"].day() : out.billing_day});
    Notice& notice = out.notices.back();
    if (it.has("reason")) notice.reason = it["reason"].one_of(DeclineReason::other);
    if (it.has("amount")) notice.amount = decode_money(it["amount"], 1, notice.currency);
    if (!it.has("for")) continue;
    if (!notice.amount) return it.fail(Code::shape_unknown, "for without an amount", "for");
    At uses = it["for"];
    for (size_t j = 0, m = uses.list(max_uses); j < m && at.ok(); ++j)
      notice.uses.push_back(uint32_t(out.profiles.size()) + subscriptions.find(uses.element(j)));
  }
}

void decode_owed(const At& at, const Subscriptions& subscriptions, Account& out) {
  out.owed_known = true;
  for (size_t i = 0, n = at.list(max_uses); i < n && at.ok(); ++i) {
    At it = at.element(i);
    it.object("for amount");
    uint32_t subscription = subscriptions.find(it["for"]);
    if (!at.ok()) return;
    out.charges.push_back(
        {it["amount"].integer(1, max_minor_units), uint32_t(out.profiles.size()) + subscription});
    if (!at.ok()) return;
    std::string_view currency(out.subscriptions[subscription].currency, 3);
    const Charge& first = out.charges[0];
    if (currency != std::string_view(out.subscription(first.use).currency, 3))
      it.fail(Code::shape_value, "one currency for all that is owed");
  }
}

void refuse_twins(const At& at, std::vector<std::string_view> ids) {
  std::sort(ids.begin(), ids.end());
  auto twin = std::adjacent_find(ids.begin(), ids.end());
  if (twin != ids.end()) at.fail(Code::account_duplicate, *twin);
}

template <class T>
void gather(std::vector<std::string_view>& ids, const std::vector<T>& items) {
  for (const T& item : items) ids.push_back(item.id);
}

}  // namespace

Result<Account> decode_account(const Json& json) {
  Error error;
  Account out;
  At at(json, error);
  at.object(
      "account rules version tenant reader billing-day people methods profiles subscriptions "
      "notices owed next-try undoable changes lineage");
  if (at.ok() && at["account"].integer(0, INT64_MAX) != 1 && at.ok())
    at.fail(Code::account_version, decimal(json["account"].integer()), "account");
  out.rules = find_rules(at.text_or("rules", default_rules));
  if (!out.rules) at.fail(Code::shape_value, "a set of rules that is known", "rules");
  out.version = at["version"].integer(0, INT64_MAX - 1);
  At tenant = at["tenant"];
  tenant.object("country name");
  out.country = tenant["country"].capitals(2);
  out.company = decode_name(tenant["name"]);
  out.billing_day = at["billing-day"].day();
  decode_people(at["people"], out);
  out.reader = at["reader"].reference(out.people);
  size_t changes = at.has("changes") ? at["changes"].list(max_uses) : 0;
  if (at.ok()) decode_methods(at["methods"], changes, out);
  if (at.ok()) decode_changes(at, out);
  if (at.ok()) decode_lineage(at, out);
  if (at.ok()) decode_profiles(at["profiles"], out);
  if (at.ok()) decode_subscriptions(at["subscriptions"], out);
  if (at.ok()) {
    Subscriptions subscriptions(out);
    decode_notices(at["notices"], subscriptions, out);
    if (at.ok() && at.has("owed")) decode_owed(at["owed"], subscriptions, out);
  }
  if (at.ok() && at.has("next-try")) out.next_try = at["next-try"].day();
  out.has_changes = at.has("changes");
  if (at.ok() && at.has("undoable")) out.host_undoes = at["undoable"].yes();
  std::vector<std::string_view> ids;
  gather(ids, out.people);
  refuse_twins(at, ids);
  ids.clear();
  gather(ids, out.changes);
  refuse_twins(at, ids);
  ids.clear();
  gather(ids, out.methods);
  gather(ids, out.profiles);
  gather(ids, out.subscriptions);
  refuse_twins(at, std::move(ids));
  if (!at.ok()) return error;
  seal(out);
  auto broken = check_account(out);
  if (!broken.empty()) return Error{Code::account_rule, broken[0].where, 0, 0, broken[0].rule};
  return out;
}

}  // namespace stegvis
