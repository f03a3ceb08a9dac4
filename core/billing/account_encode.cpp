// The account as JSON, the same bytes for the same account.
#include "billing/account.h"
#include "billing/values.h"

namespace stegvis {
namespace {

void encode_details(Json& out, const Details& details) {
  out.set("holder", details.holder).set("address", details.address);
  if (details.expiry) out.set("expiry", format_month(details.expiry));
}

Json encode_method(const Method& method, const Account& account) {
  Json out = Json::object();
  out.set("id", method.id).set("kind", method.kind_name()).set("brand", method.brand);
  out.set("last4", method.last4).set("country", method.country);
  if (method.kind == MethodKind::other) {
    if (!method.name.empty()) out.set("name", method.name);
    Json pays = Json::array();
    if (!method.no_profiles) pays.push("profiles");
    if (!method.no_subscriptions) pays.push("subscriptions");
    out.set("pays-for", std::move(pays));
  }
  encode_details(out, method.details);
  if (method.added_by != no_index) out.set("added-by", account.people[method.added_by].id);
  if (method.added.number) out.set("added", format_day(method.added));
  out.set("status", name_of(method.status));
  if (method.deleted) out.set("deleted", true);
  if (!account.has_changes) return out;
  for (const Before& was : method.before) {
    Json before = Json::object();
    before.set("change", was.change);
    encode_details(before, was.details);
    Json list = out["before"];
    out.set("before", list.push(std::move(before)));
  }
  return out;
}

// Links that no use has left behind any more are not written.
std::vector<uint32_t> number_links(const Account& account) {
  std::vector<uint32_t> numbers(account.lineage.size());
  for (const Use& use : account.uses) numbers[use.link] = 1;
  for (size_t i = numbers.size(); i-- > 1;)
    if (numbers[i]) numbers[account.lineage[i].before] = 1;
  numbers[0] = 0;
  uint32_t next = 0;
  for (uint32_t& number : numbers)
    if (number) number = ++next;
  return numbers;
}

}  // namespace

Json encode_account(const Account& account) {
  auto links = number_links(account);
  auto moved = [&](Json& out, uint32_t use) {
    const Use& it = account.uses[use];
    if (it.method != no_index) out.set("method", account.methods[it.method].id);
    if (links[it.link] && account.has_changes) out.set("moved", links[it.link]);
  };
  Json out = Json::object();
  out.set("account", 1).set("rules", account.rules->id).set("version", account.version);
  out.set("tenant",
          Json().set("country", account.country).set("name", name_value(account.company)));
  out.set("reader", account.people[account.reader].id);
  out.set("billing-day", format_day(account.billing_day));
  Json people = Json::array();
  for (const Person& person : account.people) {
    Json roles = Json::array();
    if (person.roles & global_administrator) roles.push("global-administrator");
    if (person.roles & billing_administrator) roles.push("billing-administrator");
    people.push(
        Json().set("id", person.id).set("name", person.name).set("roles", std::move(roles)));
  }
  out.set("people", std::move(people));
  Json methods = Json::array();
  for (const Method& method : account.methods) methods.push(encode_method(method, account));
  out.set("methods", std::move(methods));
  Json profiles = Json::array();
  for (uint32_t i = 0; i < account.profiles.size(); ++i) {
    const Profile& profile = account.profiles[i];
    Json roles = Json::object();
    for (size_t j = 0; j < profile.roles.size(); ++j)
      if (profile.roles[j] != ProfileRole::none)
        roles.set(account.people[j].id, name_of(profile.roles[j]));
    Json it = Json().set("id", profile.id).set("name", name_value(profile.name));
    it.set("roles", std::move(roles));
    moved(it, i);
    profiles.push(std::move(it));
  }
  out.set("profiles", std::move(profiles));
  Json subscriptions = Json::array();
  for (uint32_t i = 0; i < account.subscriptions.size(); ++i) {
    const Subscription& subscription = account.subscriptions[i];
    Json it = Json().set("id", subscription.id).set("name", name_value(subscription.name));
    it.set("price",
           Json().push(subscription.price).push(std::string_view(subscription.currency, 3)));
    it.set("status", name_of(subscription.status));
    if (subscription.profile != no_index)
      it.set("profile", account.profiles[subscription.profile].id);
    moved(it, uint32_t(account.profiles.size()) + i);
    subscriptions.push(std::move(it));
  }
  out.set("subscriptions", std::move(subscriptions));
  Json notices = Json::array();
  for (const Notice& notice : account.notices) {
    Json it = Json().set("method", account.methods[notice.method].id);
    it.set("day", format_day(notice.day)).set("period", format_day(notice.period));
    if (notice.reason != DeclineReason::none) it.set("reason", name_of(notice.reason));
    if (notice.amount)
      it.set("amount", Json().push(notice.amount).push(std::string_view(notice.currency, 3)));
    Json uses = Json::array();
    for (uint32_t use : notice.uses) uses.push(account.id_of(use));
    if (uses.size()) it.set("for", std::move(uses));
    notices.push(std::move(it));
  }
  out.set("notices", std::move(notices));
  if (account.owed_known) {
    Json owed = Json::array();
    for (const Charge& charge : account.charges)
      owed.push(Json().set("for", account.id_of(charge.use)).set("amount", charge.amount));
    out.set("owed", std::move(owed));
  }
  if (account.next_try.number) out.set("next-try", format_day(account.next_try));
  if (account.host_undoes) out.set("undoable", true);
  if (!account.has_changes) return out;
  Json changes = Json::array();
  for (const Change& change : account.changes) {
    Json it = Json().set("id", change.id).set("operation", name_of(change.kind));
    it.set("by", account.people[change.by].id);
    if (change.method != no_index) it.set("method", account.methods[change.method].id);
    if (change.undone) it.set("undone", true);
    changes.push(std::move(it));
  }
  out.set("changes", std::move(changes));
  Json lineage = Json::array();
  for (size_t i = 1; i < links.size(); ++i) {
    const Link& link = account.lineage[i];
    if (links[i]) lineage.push(Json().push(link.change).push(link.from).push(links[link.before]));
  }
  out.set("lineage", std::move(lineage));
  return out;
}

}  // namespace stegvis
