#include "billing/values.h"

#include "base/later.h"
#include "base/utf8.h"

namespace stegvis {

Json method_value(const Account& account, const Method& method) {
  Json value = Json::object();
  value.set("kind", method.kind_name()).set("last4", method.last4);
  if (!method.name.empty()) value.set("name", method.name);
  if (!method.brand.empty()) value.set("brand", method.brand);
  bool alike = false;
  for (const Method& other : account.methods)
    alike |= other.last4 == method.last4 && !other.deleted && other.brand == method.brand &&
             other.id != method.id && other.name == method.name;
  if (alike && method.details.expiry) value.set("until", format_month(method.details.expiry));
  return Json().set("method", std::move(value));
}

Json name_value(const Name& name) {
  if (!name.practice) return name.text;
  Json value = Json().set("practice", name.text);
  if (name.number) value.set("number", name.number);
  return value;
}

std::string words_of(const Name& name, const Json* names) {
  std::string out = names ? (*names)[name.text].string() : std::string();
  if (out.empty()) {
    out = name.text;
    for (char& c : out)
      if (c == '-') c = ' ';
  }
  return name.number ? out + " " + decimal(name.number) : out;
}

Json country_value(std::string_view country) { return Json().set("country", country); }

Json day_value(Day day) { return Json().set("day", format_day(day)); }

Json money_value(int64_t amount, const char (&currency)[3]) {
  return Json().set("money", Json().push(amount).push(std::string_view(currency, 3)));
}

Json money_value(int64_t amount, const Subscription& it) {
  return money_value(amount, it.currency);
}

STEGVIS_LATER Json owed_value(const Account& account) {
  if (account.charges.empty()) return 0;
  int64_t sum = 0;
  for (const Charge& charge : account.charges) sum += charge.amount;
  return money_value(sum, account.subscription(account.charges[0].use));
}

Item method_item(const Account& account, const Method& it, Day day) {
  Item item;
  item.id = it.id;
  item.values.set("method", method_value(account, it));
  if (it.details.expiry) item.values.set("expiry", format_month(it.details.expiry));
  item.values.set("holder", it.details.holder).set("country", country_value(it.country));
  item.values.set("status", is_expired(it, day) ? "expired" : name_of(it.status));
  item.values.set("uses", it.uses()).set("profiles", it.profiles).set("singles", it.subscriptions);
  if (it.added.number) item.values.set("added", day_value(it.added));
  if (it.added_by != no_index) item.values.set("added-by", account.people[it.added_by].name);
  return item;
}

Item use_item(const Account& account, uint32_t use) {
  Item item;
  item.id = account.id_of(use);
  item.values.set("name", name_value(account.name_of(use)));
  if (account.is_profile(use)) {
    item.values.set("kind", "profile");
    item.values.set("subscriptions", account.profiles[use].subscriptions);
  } else {
    const Subscription& it = account.subscription(use);
    item.values.set("kind", "subscription").set("price", money_value(it.price, it));
    item.values.set("status", name_of(it.status));
  }
  return item;
}

STEGVIS_LATER Item charge_item(const Account& account, const Charge& charge) {
  Item item = use_item(account, charge.use);
  item.values.set("price", money_value(charge.amount, account.subscription(charge.use)));
  return item;
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    if (uint8_t(text[0]) < 0x80) {
      char c = text[0];
      out += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
      text.remove_prefix(1);
      continue;
    }
    char32_t c = utf8_next(text);
    bool pairs = (c >= 0x100 && c < 0x138) || (c >= 0x14a && c < 0x178);
    bool shifted = (c >= 0xc0 && c < 0xdf && c != 0xd7) || (c >= 0x391 && c < 0x3aa) ||
                   (c >= 0x410 && c < 0x430);
    if (pairs)
      c |= 1;
    else if (shifted)
      c += 32;
    else if (c >= 0x400 && c < 0x410)
      c += 80;
    utf8_append(out, c);
  }
  return out;
}

}  // namespace stegvis
