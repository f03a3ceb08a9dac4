#include "billing/snapshot.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/later.h"

namespace stegvis {
namespace {

constexpr size_t max_methods = 1000;
constexpr size_t max_links = 1u << 24;
constexpr size_t max_changes = 1u << 20;

void put_details(std::string& out, const Details& details) {
  put_number(out, uint32_t(details.expiry), 4);
  put_text(out, details.holder);
  put_text(out, details.address.dump());
}

Details read_details(ByteReader& in, bool& ok) {
  Details out;
  out.expiry = int32_t(in.number(4));
  out.holder = in.text();
  auto address = Json::parse(in.text());
  ok = ok && address && address->is_object();
  if (ok) out.address = std::move(*address);
  return out;
}

STEGVIS_LATER void put_method(std::string& out, const Method& method) {
  put_text(out, method.id);
  put_number(out, uint8_t(method.kind), 1);
  put_text(out, method.brand);
  put_text(out, method.last4);
  put_text(out, method.country);
  if (method.kind == MethodKind::other) {
    put_text(out, method.own_kind);
    put_text(out, method.name);
    put_number(out, uint64_t(method.no_profiles) + 2 * uint64_t(method.no_subscriptions), 1);
  }
  put_number(out, method.added_by, 4);
  put_number(out, uint32_t(method.added.number), 4);
  put_number(out, uint8_t(method.status), 1);
  put_number(out, method.deleted, 1);
  put_details(out, method.details);
  put_number(out, method.before.size(), 4);
  for (const Before& was : method.before) {
    put_number(out, was.change, 4);
    put_details(out, was.details);
  }
}

STEGVIS_LATER Method read_method(ByteReader& in, const Account& born, size_t changes, bool& ok) {
  Method out;
  out.id = in.text();
  out.kind = MethodKind(in.below(4, 1));
  out.brand = in.text();
  out.last4 = in.text();
  out.country = in.text();
  if (out.kind == MethodKind::other) {
    out.own_kind = in.text();
    out.name = in.text();
    uint32_t pays = in.below(4, 1);
    out.no_profiles = pays & 1;
    out.no_subscriptions = pays & 2;
  }
  out.added_by = uint32_t(in.number(4));
  if (out.added_by != no_index && out.added_by >= born.people.size()) ok = false;
  out.added = Day{int32_t(in.number(4))};
  out.status = MethodStatus(in.below(2, 1));
  out.deleted = in.below(2, 1) != 0;
  out.details = read_details(in, ok);
  uint32_t before = in.below(changes + 1, 4);
  for (uint32_t i = 0; i < before && in.ok() && ok; ++i) {
    uint32_t change = in.below(changes, 4);
    out.before.push_back({change, read_details(in, ok)});
  }
  return out;
}

Status bad(std::string_view why) {
  return Error{Code::journal_snapshot, "", 0, 0, std::string(why)};
}

}  // namespace

STEGVIS_LATER std::string encode_snapshot(const Account& account) {
  std::string out;
  out.reserve(8 * account.uses.size() + 64 * account.changes.size() + 4096);
  put_number(out, uint64_t(account.version), 8);
  put_number(out, digest_of(account), 8);
  put_number(out, account.changes.size(), 4);
  put_number(out, account.methods.size(), 4);
  put_number(out, account.lineage.size(), 4);
  put_number(out, account.uses.size(), 4);
  for (const Change& change : account.changes) {
    put_text(out, change.id);
    put_number(out, uint8_t(change.kind), 1);
    put_number(out, change.undone, 1);
    put_number(out, change.by, 4);
    put_number(out, change.method, 4);
  }
  for (const Method& method : account.methods) put_method(out, method);
  for (const Link& link : account.lineage) {
    put_number(out, link.change, 4);
    put_number(out, link.from, 4);
    put_number(out, link.before, 4);
  }
  for (const Use& use : account.uses) {
    put_number(out, use.method, 4);
    put_number(out, use.link, 4);
  }
  return out;
}

STEGVIS_LATER Status restore_snapshot(Account& born, std::string_view bytes) {
  ByteReader in(bytes);
  Account next;  // the members that a snapshot has; the others stay as they were born
  next.version = int64_t(in.number(8));
  uint64_t digest = in.number(8);
  size_t changes = in.below(max_changes, 4), methods = in.below(max_methods, 4);
  size_t links = in.below(max_links, 4), uses = in.below(max_links, 4);
  if (!in.ok() || uses != born.uses.size() || methods < born.methods.size() || !links)
    return bad("sizes");
  for (size_t i = 0; i < changes && in.ok(); ++i) {
    Change change;
    change.id = in.text();
    change.kind = OperationKind(in.below(operation_kinds, 1));
    change.undone = in.below(2, 1) != 0;
    change.by = in.below(born.people.size(), 4);
    change.method = uint32_t(in.number(4));
    if (is_of_method(change.kind) ? change.method >= methods : change.method != no_index)
      return bad("a change's method");
    next.changes.push_back(std::move(change));
  }
  bool ok = true;
  for (size_t i = 0; i < methods && in.ok() && ok; ++i) {
    next.methods.push_back(read_method(in, born, changes, ok));
    Method& method = next.methods.back();
    ok = ok && in.ok() && (i >= born.methods.size() || method.id == born.methods[i].id);
    if (ok) method.hash = hash_of(method, born);
  }
  if (!in.ok() || !ok) return bad("methods");
  if (in.left() != links * 12 + uses * 8) return bad("length");
  for (size_t i = 0; i < links; ++i) {
    Link link;
    link.change = in.below(std::max<size_t>(changes, 1), 4);
    link.from = in.below(methods, 4);
    link.before = in.below(std::max<size_t>(i, 1), 4);
    next.lineage.push_back(link);
  }
  next.uses.resize(uses);
  for (size_t i = 0; i < uses && in.ok(); ++i) {
    Use& use = next.uses[i];
    use.hash = born.uses[i].hash;
    use.method = uint32_t(in.number(4));
    use.link = in.below(links, 4);
    bool pays = born.uses[i].method != no_index;
    if (pays ? use.method >= methods : use.method != no_index) return bad("a use's method");
    if (!pays) continue;
    Method& method = next.methods[use.method];
    method.paid += use.hash;
    ++(born.is_profile(uint32_t(i)) ? method.profiles : method.subscriptions);
  }
  // A payment leaves nothing owed.
  bool paid = false;
  for (const Change& change : next.changes) paid |= change.kind == OperationKind::pay;
  next.fixed = paid ? fixed_when_paid(born) : born.fixed;
  for (const Method& method : next.methods) next.shares += share_of(method);
  if (!in.ok() || digest_of(next) != digest) return bad("digest");
  born.version = next.version;
  born.changes = std::move(next.changes);
  born.methods = std::move(next.methods);
  born.lineage = std::move(next.lineage);
  born.uses = std::move(next.uses);
  born.shares = next.shares;
  if (paid) clear_charges(born);
  return {};
}

}  // namespace stegvis
