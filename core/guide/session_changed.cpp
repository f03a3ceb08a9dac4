// A session goes on where the guide or the account is another one than its events were about.
#include "base/later.h"
#include "guide/session.h"

namespace stegvis {
namespace {

Error not_an_object() { return {Code::event_shape, "/value", 0, 0, "an object"}; }

bool names(const Json& list, std::string_view id) {
  for (const Json& entry : list.items())
    if (entry.string() == id) return true;
  return false;
}

}  // namespace

// Opens a fill again after the undo of its change. The pick that had the new item as its answer
// gets the answer that leads to the fill.
STEGVIS_LATER void Session::reopen(const Flow& flow, uint32_t index) {
  const Node& fill = flow.nodes[index];
  if (fill.kind != NodeKind::fill) return;
  stack_.back().done.clear();
  drop_answer(fill.binds);
  if (const Node* pick = flow.node(fill.binds))
    for (const Choice& edge : pick->to)
      if (edge.to == index) set_answer(pick->id, Answer{edge.id, Json()});
}

// Moves the answers to the nodes of the new flow, and goes on at the last node of the path that the
// new flow still has.
STEGVIS_LATER Status Session::guide_changed(const Flow& flow, const Event& event) {
  const Json& nodes = event.value["nodes"];
  if (!nodes.is_object()) return not_an_object();
  auto renamed = [&](const std::string& old) { return nodes[old].string(); };
  std::vector<NodeAnswer> old_answers = std::move(answers_);
  answers_.clear();
  for (NodeAnswer& old : old_answers)
    if (!renamed(old.node).empty()) set_answer(renamed(old.node), std::move(old.answer));
  std::vector<Visit> old = std::move(stack_);
  stack_ = {{flow.nodes[flow.start].id, ""}};
  for (size_t i = 0; i < old.size() && renamed(old[i].node) == stack_.back().node; ++i) {
    stack_.back().done = old[i].done;
    if (i + 1 == old.size()) break;
    int32_t next = answered_next(flow, node());
    if (!old[i].done.empty()) {
      uint32_t here = uint32_t(flow.find(node()));
      next = flow.next(here, plain_choice(flow.nodes[here]));
    }
    if (next < 0 || flow.nodes[size_t(next)].id != renamed(old[i + 1].node)) break;
    stack_.push_back({flow.nodes[size_t(next)].id, ""});
  }
  moved_ = stack_.size() != old.size();
  returning_ = false;
  if (pending_) pending_->node = renamed(pending_->node);
  for (Committed& change : committed_) change.node = renamed(change.node);
  return {};
}

STEGVIS_LATER bool Session::made(std::string_view operation) const {
  for (const Committed& change : committed_)
    if (change.operation.id == operation || change.undo == operation) return true;
  return false;
}

// Forgets the changes that the account does not have. The reader goes on at the first node that made one
// of them, or whose answer the account no longer has; an operation that waits behind it is dropped.
STEGVIS_LATER Status Session::account_changed(const Flow& flow, const Event& event) {
  const Json& lost = event.value["lost"];
  if (!lost.is_array()) return Error{Code::event_shape, "/value/lost", 0, 0, "ids of operations"};
  std::erase_if(committed_, [&](const Committed& it) { return names(lost, it.operation.id); });
  for (Committed& change : committed_)
    if (names(lost, change.undo)) change.undo.clear();
  for (size_t i = 0; i < stack_.size(); ++i) {
    bool unmade = !stack_[i].done.empty() && names(lost, stack_[i].done);
    if (!unmade && !names(event.read["drop"], stack_[i].node)) continue;
    stack_.resize(i + 1);
    if (unmade) {
      stack_.back().done.clear();
      reopen(flow, uint32_t(flow.find(node())));
    }
    if (pending_ && pending_->node != node()) pending_.reset();
    break;
  }
  for (const Json& dropped : event.read["drop"].items()) drop_answer(dropped.string());
  reasons_.clear();
  returning_ = moved_ = false;
  return {};
}

}  // namespace stegvis
