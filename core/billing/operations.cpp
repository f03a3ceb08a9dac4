#include "billing/operations.h"

#include "billing/values.h"

namespace stegvis {
namespace {

// Takes a method's share out of the digest for as long as the method is being changed.
class Changing {
 public:
  Changing(Account& account, uint32_t method) : account_(account), method_(method) {
    account_.shares -= share_of(account_.methods[method_]);
  }
  ~Changing() { account_.shares += share_of(account_.methods[method_]); }
  Changing(const Changing&) = delete;
  Changing& operator=(const Changing&) = delete;

 private:
  Account& account_;
  uint32_t method_;
};

uint32_t& count_of(Account& account, uint32_t use, uint32_t method) {
  Method& it = account.methods[method];
  return account.is_profile(use) ? it.profiles : it.subscriptions;
}

// The group's sum and counts move in one step; each use is written once, its text never read.
void move_all(Account& account, uint32_t from, uint32_t to, uint32_t change) {
  Changing giver(account, from), receiver(account, to);
  Method &old = account.methods[from], &taker = account.methods[to];
  uint32_t left = old.uses();
  taker.paid += old.paid;
  taker.profiles += old.profiles;
  taker.subscriptions += old.subscriptions;
  old.paid = 0;
  old.profiles = old.subscriptions = 0;
  std::vector<uint32_t> next(account.lineage.size());  // the link after each; 0: none yet
  for (Use* use = account.uses.data(); left; ++use) {
    if (use->method != from) continue;
    uint32_t& link = next[use->link];
    if (!link) {
      link = uint32_t(account.lineage.size());
      account.lineage.push_back({change, from, use->link});
    }
    use->method = to;
    use->link = link;
    --left;
  }
}

void move_one(Account& account, uint32_t use, uint32_t to) {
  Use& it = account.uses[use];
  account.methods[it.method].paid -= it.hash;
  --count_of(account, use, it.method);
  it.method = to;
  account.methods[to].paid += it.hash;
  ++count_of(account, use, to);
}

void move_back(Account& account, uint32_t change) {
  // The links alone say which methods are involved.
  std::vector<uint8_t> involved(account.methods.size());
  auto goes = [&](const Use& use) {
    return use.link && account.lineage[use.link].change == change;
  };
  for (const Use& use : account.uses)
    if (goes(use)) involved[use.method] = involved[account.lineage[use.link].from] = 1;
  for (size_t i = 0; i < involved.size(); ++i)
    if (involved[i]) account.shares -= share_of(account.methods[i]);
  for (uint32_t i = 0; i < account.uses.size(); ++i) {
    Use& use = account.uses[i];
    if (!goes(use)) continue;
    Link link = account.lineage[use.link];
    move_one(account, i, link.from);
    use.link = link.before;
  }
  for (size_t i = 0; i < involved.size(); ++i)
    if (involved[i]) account.shares += share_of(account.methods[i]);
}

void set_details(Account& account, uint32_t method, Details&& details) {
  Method& it = account.methods[method];
  it.details = std::move(details);
  it.hash = hash_of(it, account);
}

// Nothing of a method whose adding is undone stays but its id.
void wipe(Account& account, uint32_t method) {
  Method& it = account.methods[method];
  it.deleted = true;
  it.brand.clear();
  it.last4.clear();
  set_details(account, method, {});
}

void undo_of_method(Account& account, OperationKind kind, Plan& plan) {
  Changing changing(account, plan.from);
  Method& method = account.methods[plan.from];
  if (kind == OperationKind::update) {
    method.before.pop_back();
    set_details(account, plan.from, std::move(plan.details));
  } else if (kind == OperationKind::add) {
    wipe(account, plan.from);
  } else {
    method.deleted = false;
  }
}

}  // namespace

std::string carry_out(Account& account, const Operation& operation, Plan&& plan) {
  uint32_t change = uint32_t(account.changes.size());
  account.changes.push_back({operation.id, plan.kind, account.reader});
  ++account.version;
  std::string made;
  switch (plan.kind) {
    case OperationKind::replace_all: move_all(account, plan.from, plan.to, change); break;
    case OperationKind::replace_one: {
      Changing giver(account, plan.from), receiver(account, plan.to);
      uint32_t& link = account.uses[plan.use].link;
      account.lineage.push_back({change, plan.from, link});
      link = uint32_t(account.lineage.size() - 1);
      move_one(account, plan.use, plan.to);
      break;
    }
    case OperationKind::add: {
      made = plan.made.id;
      plan.made.hash = hash_of(plan.made, account);
      account.changes.back().method = uint32_t(account.methods.size());
      account.shares += share_of(plan.made);
      account.methods.push_back(std::move(plan.made));
      break;
    }
    case OperationKind::update: {
      Changing changing(account, plan.from);
      account.changes.back().method = plan.from;
      Method& method = account.methods[plan.from];
      method.before.push_back({change, std::move(method.details)});
      set_details(account, plan.from, std::move(plan.details));
      break;
    }
    case OperationKind::remove: {
      Changing changing(account, plan.from);
      account.changes.back().method = plan.from;
      account.methods[plan.from].deleted = true;
      break;
    }
    case OperationKind::pay: {
      account.changes.back().method = plan.to;
      for (uint32_t failed : failed_methods(account))
        if (failed != plan.to) move_all(account, failed, plan.to, change);
      Changing payer(account, plan.to);
      Method& method = account.methods[plan.to];
      method.status = MethodStatus::active;
      method.hash = hash_of(method, account);
      clear_charges(account);
      break;
    }
    case OperationKind::undo:
      if (plan.from == no_index)
        move_back(account, plan.change);
      else
        undo_of_method(account, account.changes[plan.change].kind, plan);
      account.changes[plan.change].undone = true;
      break;
  }
  return made;
}

List uses_of(const Account& account, uint32_t method, const Window& window) {
  Gather gather(window);
  for (uint32_t i = 0; i < account.uses.size(); ++i) {
    if (account.uses[i].method != method) continue;
    if (gather.take(account.name_of(i))) gather.list.items.push_back(use_item(account, i));
    if (!gather.searching() && gather.full()) break;
  }
  if (!gather.searching()) gather.list.total = account.methods[method].uses();
  return std::move(gather.list);
}

List touched_by(const Account& account, const Plan& plan, const Window& window, Day day) {
  if (plan.kind == OperationKind::replace_all) return uses_of(account, plan.from, window);
  Gather gather(window);
  auto use = [&](uint32_t i) {
    if (gather.take(account.name_of(i))) gather.list.items.push_back(use_item(account, i));
  };
  if (plan.kind == OperationKind::pay) {
    for (const Charge& charge : account.charges) {
      if (!gather.take(account.name_of(charge.use))) continue;
      gather.list.items.push_back(charge_item(account, charge));
    }
    return std::move(gather.list);
  }
  if (plan.kind == OperationKind::replace_one) {
    use(plan.use);
  } else if (plan.kind == OperationKind::undo && plan.from == no_index) {
    for (uint32_t i = 0; i < account.uses.size(); ++i) {
      uint32_t link = account.uses[i].link;
      if (link && account.lineage[link].change == plan.change) use(i);
      if (!gather.searching() && gather.full()) break;
    }
    if (!gather.searching()) gather.list.total = plan.count;
  } else {
    const Method& method = plan.kind == OperationKind::add ? plan.made : account.methods[plan.from];
    if (gather.take(method.brand, method.last4)) {
      Item item = method_item(account, method, day);
      if (plan.kind == OperationKind::update) item.values.set("changed", plan.changed);
      gather.list.items.push_back(std::move(item));
    }
  }
  return std::move(gather.list);
}

Json values_of(const Account& account, const Plan& plan) {
  Json values = Json::object();
  values.set("count", plan.count);
  if (plan.kind == OperationKind::pay) {
    if (account.owed_known) values.set("amount", owed_value(account));
    if (plan.to != no_index) values.set("method", method_value(account, account.methods[plan.to]));
    int64_t moves = 0;
    for (uint32_t failed : failed_methods(account))
      if (failed != plan.to) moves += account.methods[failed].uses();
    return values.set("moves", moves);
  }
  if (plan.use != no_index) values.set("item", name_value(account.name_of(plan.use)));
  if (plan.kind == OperationKind::replace_all || plan.kind == OperationKind::replace_one) {
    if (plan.from != no_index) values.set("old", method_value(account, account.methods[plan.from]));
    if (plan.to != no_index) values.set("new", method_value(account, account.methods[plan.to]));
  } else if (plan.kind == OperationKind::add) {
    values.set("method", method_value(account, plan.made));
  } else if (plan.from != no_index) {
    values.set("method", method_value(account, account.methods[plan.from]));
  }
  return values;
}

}  // namespace stegvis
