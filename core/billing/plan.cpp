// Looks at an operation: what it would touch, and all that speaks against it.
#include "billing/notices.h"
#include "billing/operations.h"
#include "billing/values.h"

namespace stegvis {
namespace {

class Planner {
 public:
  Planner(const Account& account, const Operation& operation, const AddressBook* book, bool asked)
      : account_(account), operation_(operation), book_(book), asked_(asked) {}

  Plan plan() {
    std::optional<OperationKind> kind = operation_of(operation_.name);
    if (!kind || operation_.args.size() != arguments_of(*kind)) {
      refuse("operation-unknown");
      return std::move(plan_);
    }
    plan_.kind = *kind;
    switch (plan_.kind) {
      case OperationKind::replace_all: replace_all(); break;
      case OperationKind::replace_one: replace_one(); break;
      case OperationKind::add: add(); break;
      case OperationKind::update: update(); break;
      case OperationKind::remove: remove(); break;
      case OperationKind::undo: undo(); break;
      case OperationKind::pay: pay(); break;
    }
    return std::move(plan_);
  }

 private:
  void refuse(std::string_view code, Json args = Json::object()) {
    plan_.refusals.push_back({std::string(code), std::move(args)});
  }
  void refuse(std::vector<Reason> reasons) {
    for (Reason& reason : reasons) plan_.refusals.push_back(std::move(reason));
  }
  Json named(uint32_t method) const {
    return Json().set("method", method_value(account_, account_.methods[method]));
  }
  const Json& arg(size_t index) const { return operation_.args[index]; }
  uint32_t method(size_t index) {
    uint32_t found = find_method(account_, arg(index).string());
    if (found == no_index) refuse("unknown-method");
    return found;
  }
  void must_manage(uint32_t method) {
    if (!may_manage(account_, account_.reader, method))
      plan_.refusals.push_back(not_manager(account_, method));
  }

  void replace_all() {
    plan_.from = method(0);
    plan_.to = method(1);
    if (plan_.from != no_index) {
      plan_.count = account_.methods[plan_.from].uses();
      refuse(against_replacing(account_, plan_.from));
    }
    if (plan_.to == no_index) return;
    refuse(against_replacement(account_, plan_.from, plan_.to, no_index, operation_.day, asked_));
    look_for_mistakes();
  }

  void replace_one() {
    plan_.use = find_use(account_, arg(0).string());
    plan_.to = method(1);
    plan_.count = 1;
    if (plan_.use == no_index)
      refuse("unknown-item");
    else
      must_move();
    if (plan_.to == no_index) return;
    refuse(against_replacement(account_, plan_.from, plan_.to, plan_.use, operation_.day, asked_));
    look_for_mistakes();
  }

  void must_move() {
    plan_.from = account_.uses[plan_.use].method;
    if (plan_.from == no_index) return plan_.refusals.push_back(on_profile(account_, plan_.use));
    if (!may_move(account_, account_.reader, plan_.use))
      plan_.refusals.push_back(not_mover(account_, plan_.use));
  }

  void warn(std::string_view code, Json args) {
    plan_.warnings.push_back({std::string(code), std::move(args)});
  }
  // Doubts about an operation: the notices are about another method, or both are the same card.
  void look_for_mistakes() {
    if (!asked_ || plan_.from == no_index) return;
    Heard heard = heard_of(account_);
    Json about = Json::array();
    for (uint32_t i = 0; i < account_.methods.size() && int64_t(about.size()) < max_names; ++i)
      if (heard.methods[i] && account_.methods[i].uses())
        about.push(method_value(account_, account_.methods[i]));
    if (heard.count && about.size() && !heard.methods[plan_.from])
      warn("notices-elsewhere", named(plan_.from).set("methods", std::move(about)));
    bool two = plan_.to != no_index && plan_.to != plan_.from;
    if (two && same_card(account_.methods[plan_.from], account_.methods[plan_.to]))
      warn("same-card", named(plan_.to));
  }

  void add() {
    plan_.count = 1;
    if (!may_add(account_, account_.reader)) plan_.refusals.push_back(may_not_add(account_));
    read_new_method(account_, arg(0), book_, asked_, operation_.day, plan_.made, plan_.refusals);
    // The id follows from the operation's, the same wherever it is carried out.
    plan_.made.id = operation_.made.empty() ? "m-" + operation_.id.substr(0, 16) : operation_.made;
    plan_.made.added_by = account_.reader;
    plan_.made.added = operation_.day;
    bool taken = find_use(account_, plan_.made.id) != no_index;
    for (const Method& it : account_.methods) taken |= it.id == plan_.made.id;
    if (taken) refuse("id-taken");
  }

  void update() {
    plan_.from = method(0);
    if (plan_.from == no_index) return;
    plan_.count = 1;
    must_manage(plan_.from);
    read_details(account_.methods[plan_.from], arg(1), book_, asked_, operation_.day, plan_.details,
                 plan_.changed, plan_.refusals);
    look_for_mistakes();
    if (plan_.changed.size() == 0 && plan_.refusals.empty())
      refuse("nothing-changed", named(plan_.from));
  }

  void remove() {
    plan_.from = method(0);
    if (plan_.from == no_index) return;
    plan_.count = 1;
    refuse(against_deletion(account_, plan_.from));
  }

  // All that is owed is paid at once, and the method takes over from those that failed.
  void pay() {
    plan_.to = method(0);
    if (!account_.owed_known)
      refuse("owed-unknown");
    else if (account_.charges.empty())
      refuse("nothing-owed");
    else
      plan_.count = uint32_t(account_.charges.size());
    if (plan_.to != no_index) refuse(against_paying(account_, plan_.to, operation_.day, asked_));
  }

  void undo() {
    plan_.change = find_change(account_, arg(0).string());
    if (plan_.change == no_index || (asked_ && !account_.has_changes)) {
      // The host that is asked knows it, or nobody does.
      if (!asked_ || !account_.host_undoes) refuse("unknown-change");
      return;
    }
    const Change& change = account_.changes[plan_.change];
    plan_.from = change.method;
    if (change.kind == OperationKind::undo || change.kind == OperationKind::pay)
      return refuse("not-undoable");
    if (change.undone) return refuse("already-undone");
    for (size_t i = plan_.change; i < account_.changes.size(); ++i)
      if (account_.changes[i].kind == OperationKind::pay) return refuse("paid-since");
    if (change.by != account_.reader)
      refuse("not-yours", Json().set("who", Json().push(account_.people[change.by].name)));
    if (plan_.from == no_index)
      undo_moves();
    else
      undo_of_method(change);
  }

  // A later change keeps the link of the one before it, so what was moved on since is known exactly.
  void undo_moves() {
    const auto& lineage = account_.lineage;
    std::vector<uint8_t> after(lineage.size());
    for (size_t i = 1; i < lineage.size(); ++i)
      after[i] = lineage[i].change == plan_.change || after[lineage[i].before];
    Json moved = Json::array();
    uint32_t moved_count = 0;
    std::vector<uint32_t> gone;
    for (uint32_t i = 0; i < account_.uses.size(); ++i) {
      uint32_t at = account_.uses[i].link;
      if (!after[at]) continue;
      if (lineage[at].change == plan_.change) {
        ++plan_.count;
        if (account_.methods[lineage[at].from].deleted) add_once(gone, lineage[at].from);
      } else if (moved_count++ < max_names) {
        moved.push(name_value(account_.name_of(i)));
      }
    }
    if (moved_count)
      refuse("changed-since", Json().set("items", std::move(moved)).set("count", moved_count));
    for (uint32_t method : gone) refuse("method-gone", named(method));
  }
  static void add_once(std::vector<uint32_t>& list, uint32_t value) {
    for (uint32_t it : list)
      if (it == value) return;
    list.push_back(value);
  }

  void undo_of_method(const Change& change) {
    plan_.count = 1;
    const Method& it = account_.methods[change.method];
    bool changed = false;
    if (change.kind == OperationKind::update) {
      changed = it.deleted || it.before.empty() || it.before.back().change != plan_.change;
      if (!changed) plan_.details = it.before.back().details;
    } else if (change.kind == OperationKind::add) {
      changed = it.deleted || !it.before.empty();
      // As a deletion would: an account that had another method is not left without any. Of an
      // adding that was undone, not even the digits stay.
      bool others = false, gone = false;
      for (const Method& other : account_.methods) {
        others |= !other.deleted && &other != &it;
        gone |= other.deleted && !other.last4.empty();
      }
      if (!it.deleted && !others && gone) refuse("sole-method", named(change.method));
      if (it.uses()) {
        List uses = uses_of(account_, change.method, {0, uint32_t(max_names), ""});
        Json items = Json::array();
        for (const Item& use : uses.items) items.push(use.values["name"]);
        refuse("attached-since",
               named(change.method).set("items", std::move(items)).set("count", uses.total));
      }
    }
    if (changed) refuse("method-changed-since", named(change.method));
  }

  const Account& account_;
  const Operation& operation_;
  const AddressBook* book_;
  bool asked_;
  Plan plan_;
};

}  // namespace

Plan plan_operation(const Account& account, const Operation& operation, const AddressBook* book,
                    bool asked) {
  return Planner(account, operation, book, asked).plan();
}

}  // namespace stegvis
