#include "billing/practice.h"

#include "base/later.h"
#include "base/utf8.h"
#include "billing/values.h"

namespace stegvis {
namespace {

struct PersonRow {
  const char *id, *name;
  uint8_t roles;
};
constexpr PersonRow people[] = {
    {"p-ingrid", "Ingrid Myrvang", global_administrator},
    {"p-jonas", "Jonas Fjellheim", billing_administrator},
    {"p-sara", "Sara Holmvik", 0},
};

// Days and months are counted from the day that the account is made for.
struct MethodRow {
  const char* id;
  MethodKind kind;
  const char *brand, *last4;
  int16_t expires;                // months
  uint8_t by;                     // a person
  int16_t added;                  // days
  const char* country = nullptr;  // set if it is not the company's
};
constexpr MethodRow methods[] = {
    {"m-visa", MethodKind::credit_card, "visa", "1111", 14, 0, -640},
    {"m-mastercard", MethodKind::credit_card, "mastercard", "4444", 26, 0, -210},
    {"m-amex", MethodKind::credit_card, "american-express", "0005", 19, 1, -380},
    {"m-debit", MethodKind::debit_card, "visa", "5556", 31, 0, -120},
    {"m-expired", MethodKind::credit_card, "mastercard", "5100", -2, 0, -1100},
    {"m-bank", MethodKind::bank_account, "", "7947", 0, 0, -700},
    {"m-swedish", MethodKind::credit_card, "visa", "1881", 9, 0, -900, "SE"},
    {"m-new", MethodKind::credit_card, "mastercard", "3222", 40, 0, -1},
};
constexpr uint32_t visa = 0, amex = 2, debit = 3, bank = 5;

// The country of the company's seat.
struct Seat {
  const char *country, *currency, *line1, *city, *postal_code;
};
constexpr Seat seats[] = {
    {"NO", "NOK", "Sagbruksveien 12", "Skoddevik", "8999"},
    {"GB", "GBP", "12 Sawmill Lane", "Skoddeby", "ZE3 9ZZ"},
};

// The names are ids of messages.
struct UseRow {
  const char *id, *name;
  uint32_t method;
  int64_t price;
  SubscriptionStatus status;
  int8_t profile;
};
constexpr UseRow profiles[] = {
    {"b-drift", "operations", visa},
    {"b-butikk", "shops", visa},
};
constexpr const char* company = "company";
STEGVIS_LATER_DATA constexpr char many_names[][12] = {
    "office", "storage", "telephony",  "meeting",  "archive",   "timesheets",
    "stock",  "drawing", "email-plus", "security", "customers", "online-shop"};
using enum SubscriptionStatus;
constexpr UseRow subscriptions[] = {
    {"s-kontor", "office-standard", visa, 129000, active, 0},
    {"s-lagring", "storage-2-tb", visa, 24900, active, 0},
    {"s-kasse", "till-plus", visa, 89900, active, 1},
    {"s-nettbutikk", "online-shop", visa, 64900, disabled, 1},
    {"s-epost", "business-email", visa, 45000, active, -1},
    {"s-telefon", "telephony-basic", visa, 19900, expired, -1},
    {"s-regnskap", "accounting-plus", bank, 74900, active, -1},
    {"s-tegning", "drawing", debit, 32900, active, -1},
    {"s-kunder", "customers", amex, 27900, active, -1},
};

struct Scenario {
  std::string_view name;
  int16_t billed;  // the billing day
  int16_t notices[3];
  DeclineReason reason;  // of the notices
  bool new_card;
  bool profiles;
  uint8_t reader;
  uint8_t place = 0;
  enum Change : uint8_t { none, twin, all_on_profile } change = none;
};
using Why = DeclineReason;
constexpr Scenario scenarios[] = {
    {"declined", -17, {-16, -9, -2}, Why::do_not_retry, false, true, 0},
    {"few", -4, {-3}, Why::insufficient_funds, false, true, 0},
    {"new-card", -17, {-16, -9, -2}, Why::none, true, true, 0},
    {"individual", -17, {-16, -9, -2}, Why::none, false, false, 0},
    {"invoice-manager", -17, {-16, -9, -2}, Why::bank_declined, false, true, 2},
    {"british", -17, {-16, -9, -2}, Why::none, false, true, 0, 1},
    {"expired", -17, {-16, -9, -2}, Why::expired, false, true, 0},
    {"funds", -10, {-9, -2}, Why::insufficient_funds, false, true, 0},
    {"final", -4, {-3}, Why::do_not_retry, false, true, 0},
    {"address", -17, {-16, -9, -2}, Why::incorrect_details, false, true, 0},
    {"bank", -17, {-16, -9, -2}, Why::authentication_required, false, true, 0},
    {"call-bank", -17, {-16, -9, -2}, Why::bank_declined, false, true, 0},
    {"healthy", -10, {}, Why::none, false, true, 0},
    {"twins", -17, {-16, -9, -2}, Why::none, false, true, 0, 0, Scenario::twin},
    {"profile-bank", -17, {-16, -9, -2}, Why::none, false, true, 0, 0, Scenario::all_on_profile},
};

void add_methods(Account& account, const Seat& place, bool new_card, Day day) {
  for (const MethodRow& row : methods) {
    if (row.added == -1 && !new_card) continue;
    Method method;
    method.id = row.id;
    method.kind = row.kind;
    method.brand = row.brand;
    method.last4 = row.last4;
    if (row.expires) method.details.expiry = month_of(day) + row.expires;
    bool here = !row.country;
    method.details.holder = people[row.by].name;
    method.details.address.set("line1", here ? place.line1 : "Provgatan 3");
    method.details.address.set("city", here ? place.city : "Provstad");
    method.details.address.set("postal-code", here ? place.postal_code : "999 99");
    method.country = here ? place.country : row.country;
    method.added_by = row.by;
    method.added = day + row.added;
    account.methods.push_back(std::move(method));
  }
}

// The declined card was charged in vain for each active subscription that it pays for.
void owe(Account& account) {
  uint32_t first = uint32_t(account.profiles.size());
  for (uint32_t i = 0; i < account.subscriptions.size(); ++i) {
    const Subscription& it = account.subscriptions[i];
    uint32_t payer = it.profile == no_index ? first + i : it.profile;
    if (it.status == active && account.uses[payer].method == visa)
      account.charges.push_back({it.price, first + i});
  }
}

// The notices that have a reason have the amount too, and what it was for.
void charge_in_vain(Account& account) {
  for (Notice& notice : account.notices) {
    if (notice.reason == DeclineReason::none) continue;
    for (const Charge& charge : account.charges) {
      notice.amount += charge.amount;
      notice.uses.push_back(charge.use);
    }
    const char* currency = account.subscription(account.charges[0].use).currency;
    std::string_view(currency, 3).copy(notice.currency, 3);
  }
}

// twin: the declined card is there twice. all_on_profile: a billing profile has all subscriptions, and only a
// bank account could take over.
STEGVIS_LATER void vary(Account& account, Scenario::Change change, Day day) {
  if (change == Scenario::twin) {
    Method method = account.methods[visa];
    method.id = "m-twin";
    method.status = MethodStatus::active;
    method.added = day + -30;
    account.methods.push_back(std::move(method));
    return;
  }
  for (uint32_t i = 0; i < account.methods.size(); ++i)
    account.methods[i].deleted = i != visa && i != bank;
  size_t first = account.uses.size() - account.subscriptions.size();
  for (size_t i = 0; i < account.subscriptions.size(); ++i) {
    if (account.subscriptions[i].profile == no_index) account.subscriptions[i].profile = 0;
    account.uses[first + i].method = no_index;
  }
}

}  // namespace

std::optional<Account> practice_account(std::string_view name, Day day) {
  uint32_t more = 0;
  if (name == "large") name = "many-3000";
  if (name.substr(0, 4) == "many") {
    name.remove_prefix(4);
    if (name.empty()) {
      more = 1000;
    } else {
      if (name.size() < 2 || name.size() > 8 || name[0] != '-') return std::nullopt;
      for (char c : name.substr(1)) {
        if (c < '0' || c > '9') return std::nullopt;
        more = more * 10 + uint32_t(c - '0');
      }
      if (more > 1000000) return std::nullopt;
    }
    name = "declined";
  }
  if (name.empty()) name = "declined";
  const Scenario* scenario = nullptr;
  for (const Scenario& it : scenarios)
    if (it.name == name) scenario = &it;
  if (!scenario) return std::nullopt;

  Account account;
  account.rules = find_rules("2021-04");
  const Seat& place = seats[scenario->place];
  account.country = place.country;
  account.company = {company, true};
  account.reader = scenario->reader;
  account.billing_day = day + scenario->billed;
  for (const PersonRow& row : people) account.people.push_back({row.id, row.name, row.roles});
  add_methods(account, place, scenario->new_card, day);
  if (scenario->profiles) {
    using enum ProfileRole;
    for (const UseRow& row : profiles) {
      account.profiles.push_back({row.id, {row.name, true}, {owner, none, invoice_manager}});
      account.uses.push_back({0, row.method});
    }
    account.profiles[1].roles[1] = contributor;
  }
  for (const UseRow& row : subscriptions) {
    Subscription it{row.id, {row.name, true}, row.price, {}, row.status};
    std::string_view(place.currency).copy(it.currency, 3);
    bool on_profile = row.profile >= 0 && scenario->profiles;
    if (on_profile) it.profile = uint8_t(row.profile);
    account.subscriptions.push_back(std::move(it));
    account.uses.push_back({0, on_profile ? no_index : row.method});
  }
  // One of an earlier period as well, which must not count.
  account.notices.push_back({visa, account.billing_day + -74, account.billing_day + -75});
  if (scenario->notices[0]) account.methods[visa].status = MethodStatus::declined;
  if (scenario->reason == DeclineReason::expired) account.methods[visa].details.expiry -= 15;
  for (int16_t when : scenario->notices)
    if (when) account.notices.push_back({visa, day + when, account.billing_day, scenario->reason});
  if (scenario->change) vary(account, scenario->change, day);
  account.bank_asks = scenario->reason == Why::authentication_required;
  account.owed_known = true;
  if (scenario->notices[0]) owe(account);
  charge_in_vain(account);
  if (scenario->reason == Why::insufficient_funds)
    account.next_try = account.notices.back().day + 7;
  seal(account);
  // Before it has a day it is only asked whether there is one of that name.
  if (more && day != Day{}) add_subscriptions(account, more, visa, 1);
  return account;
}

STEGVIS_LATER std::string practice_scenarios() {
  std::string names;
  for (const Scenario& scenario : scenarios)
    names.append(names.empty() ? "" : " ").append(scenario.name);
  return names;
}

STEGVIS_LATER Json practice_bank(const Account& account, const Operation& operation) {
  using enum OperationKind;
  std::optional<OperationKind> kind = operation_of(operation.name);
  bool asked = kind == add || kind == replace_all || kind == replace_one || kind == pay;
  if (!account.bank_asks || !asked || operation.args.empty()) return {};
  uint32_t payer = kind == pay ? find_method(account, operation.args[0].string()) : no_index;
  if (payer != debit) return Json().set("confirm", true);
  Json reason = Json().set("code", "payment-insufficient-funds");
  reason.set("args", Json().set("method", method_value(account, account.methods[payer])));
  return Json().set("reasons", Json().push(std::move(reason)));
}

bool is_practice_name(std::string_view id) {
  for (const UseRow& row : profiles)
    if (id == row.name) return true;
  for (const UseRow& row : subscriptions)
    if (id == row.name) return true;
  for (const char* name : many_names)
    if (id == name) return true;
  return id == company;
}

void add_subscriptions(Account& account, uint32_t count, uint32_t method, uint64_t seed) {
  Dice dice(seed);
  account.subscriptions.reserve(account.subscriptions.size() + count);
  account.uses.reserve(account.uses.size() + count);
  for (uint32_t i = 0; i < count; ++i) {
    uint32_t number = uint32_t(account.subscriptions.size()) + 1;
    Subscription it;
    it.id = "s-" + decimal(number);
    it.name = {many_names[dice.below(std::size(many_names))], true, number};
    it.price = 4900 + 100 * int64_t(dice.below(2000));
    std::string_view("NOK").copy(it.currency, 3);
    it.status = dice.one_in(8) ? SubscriptionStatus(dice.below(4)) : active;
    uint32_t pays = method;
    if (dice.one_in(10)) {
      if (!account.profiles.empty() && dice.one_in(2)) {
        it.profile = dice.below(uint32_t(account.profiles.size()));
        pays = no_index;
      } else {
        pays = dice.below(uint32_t(account.methods.size()));
        if (account.methods[pays].country != account.country || account.methods[pays].deleted)
          pays = method;
      }
    }
    account.subscriptions.push_back(std::move(it));
    account.uses.push_back({0, pays});
  }
  seal(account);
}

}  // namespace stegvis
