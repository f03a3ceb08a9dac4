#include "guide/session.h"

#include <algorithm>

#include "base/hash.h"
#include "base/later.h"

namespace stegvis {
namespace {

Error wrong_place(const Event& event) {
  return {Code::event_place, "/node", 0, 0, event.node + " " + std::string(name_of(event.kind))};
}

Error bad_value(std::string_view detail) {
  return {Code::event_shape, "/value", 0, 0, std::string(detail)};
}

std::vector<Reason> reasons_of(const Json& list) {
  std::vector<Reason> reasons;
  for (const Json& json : list.items()) {
    if (!json["code"].is_string()) continue;
    Reason reason{json["code"].string(), json["args"].is_object() ? json["args"] : Json::object()};
    for (const char* member : {"text", "field", "retry"})
      if (json.has(member)) reason.added.set(member, json[member]);
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

uint64_t hex_value(std::string_view digits) {
  uint64_t value = 0;
  for (char c : digits) value = value << 4 | uint64_t(c <= '9' ? c - '0' : c - 'a' + 10);
  return value;
}

// Returns whether the reader makes events of this kind. A pending operation blocks them; it does
// not block the events of the adapter and of the runtime.
bool from_reader(EventKind kind) { return kind <= EventKind::go_to || kind == EventKind::draft; }

}  // namespace

bool is_by_hand(const Node& node, const Answer& answer) {
  return node.needs_account() && answer.choice == plain_choice(node) && answer.value.is_null();
}

size_t Session::answer_index(std::string_view node) const {
  size_t at = 0;
  while (at < answers_.size() && answers_[at].node < node) ++at;
  return at;
}

const Answer* Session::answer(std::string_view node) const {
  size_t at = answer_index(node);
  return at < answers_.size() && answers_[at].node == node ? &answers_[at].answer : nullptr;
}

void Session::set_answer(const std::string& node, Answer answer) {
  size_t at = answer_index(node);
  if (at == answers_.size() || answers_[at].node != node)
    answers_.insert(answers_.begin() + std::ptrdiff_t(at), NodeAnswer{node, {}});
  answers_[at].answer = std::move(answer);
}

void Session::drop_answer(std::string_view node) {
  if (answer(node)) answers_.erase(answers_.begin() + std::ptrdiff_t(answer_index(node)));
}

int32_t Session::place(std::string_view node) const {
  for (size_t i = stack_.size(); i-- > 0;)
    if (stack_[i].node == node) return int32_t(i);
  return -1;
}

size_t Session::open_from(const Flow& flow) const {
  for (size_t i = stack_.size(); i-- > 0;) {
    const Node* node = flow.node(stack_[i].node);
    if (!node || stack_[i].done.empty()) continue;
    if (node->kind == NodeKind::review) return i;
    // An operation of an outcome ends the way to it.
    if (node->kind == NodeKind::outcome) return i + 1;
  }
  return 0;
}

bool Session::can_back(const Flow& flow) const {
  return !pending_ && stack_.size() > 1 && stack_.size() - 1 > open_from(flow);
}

bool Session::has_known(const Flow& flow) const {
  for (size_t i = 0; i + 1 < stack_.size(); ++i) {
    const Answer* there = answer(stack_[i].node);
    const Node* node = flow.node(stack_[i].node);
    // A silent question without conditions says nothing of the account.
    if (there && there->known && node && !node->known.empty()) return true;
  }
  return false;
}

STEGVIS_LATER bool Session::unverified(const Flow& flow) const {
  for (const Visit& visit : stack_) {
    const Node* node = flow.node(visit.node);
    const Answer* there = answer(visit.node);
    if (node && there && node->confirms() && is_by_hand(*node, *there)) return true;
  }
  return false;
}

bool Session::can_change(const Flow& flow, std::string_view id) const {
  const Node* here = flow.node(node());
  const Node* there = flow.node(id);
  if (pending_ || !here || !there || here->kind != NodeKind::review || done()) return false;
  bool asks = there->kind == NodeKind::ask || there->kind == NodeKind::pick ||
              (there->kind == NodeKind::fill && !there->confirms());
  int32_t at = place(id);
  return asks && at >= 0 && size_t(at) + 1 < stack_.size() && size_t(at) >= open_from(flow);
}

bool Session::can_undo(const Flow& flow) const {
  const Node* here = flow.node(node());
  if (pending_ || !here || !latest()) return false;
  if (latest()->undone()) {
    const Committed* rest = here->undo ? left(flow) : nullptr;
    return rest && !rest->undone();
  }
  bool made_here = here->kind == NodeKind::fill && latest()->operation.id == stack_.back().done;
  return here->undo || made_here;
}

STEGVIS_LATER const Committed* Session::left(const Flow& flow) const {
  if (!latest() || !latest()->undone()) return nullptr;
  const Committed* removed = nullptr;
  for (size_t i = committed_.size() - 1; i-- > 0;) {
    const Committed& change = committed_[i];
    const Node* node = flow.node(change.node);
    if (!node || node->kind != NodeKind::fill) break;
    if (!change.undone()) return &change;
    if (!removed && applied_at(change.undo) > applied_at(latest()->undo)) removed = &change;
  }
  return removed;
}

size_t Session::applied_at(std::string_view event_id) const {
  if (event_id.size() != 32) return seen_.size();
  EventId id{hex_value(event_id.substr(0, 16)), hex_value(event_id.substr(16))};
  return size_t(std::find(seen_.begin(), seen_.end(), id) - seen_.begin());
}

bool Session::seen(std::string_view event_id) const { return applied_at(event_id) < seen_.size(); }

STEGVIS_LATER Operation Session::operation(const Flow& flow, const Event& event) const {
  Operation operation{"", {}, event.id, event.day};
  const Node* here = flow.node(node());
  if (!here) return operation;
  if (event.kind == EventKind::undo) {
    operation.name = "undo";
    const Committed* change = latest() && latest()->undone() ? left(flow) : latest();
    if (change) operation.args.push_back(Json(change->operation.id));
    return operation;
  }
  operation.name = here->operation;
  if (here->kind == NodeKind::fill) {
    operation.args.push_back(event.value);
    return operation;
  }
  for (const std::string& with : here->with) {
    const Answer* argument = answer(with);
    const Node* asked = flow.node(with);
    bool fill = asked && asked->kind == NodeKind::fill;
    operation.args.push_back(!argument ? Json() : fill ? argument->value : argument->value["item"]);
  }
  return operation;
}

Status Session::fold(const Flow& flow, const Event& event) {
  if (seen(event.id)) return {};
  if (pending_ && from_reader(event.kind))
    return Error{Code::event_pending, "/kind", 0, 0, std::string(name_of(event.kind))};
  Status status = apply(flow, event);
  if (status) seen_.push_back({hex_value(event.id.substr(0, 16)), hex_value(event.id.substr(16))});
  return status;
}

Status Session::apply(const Flow& flow, const Event& event) {
  const Node* here = flow.node(node());
  bool elsewhere = event.kind == EventKind::change || event.kind == EventKind::go_to;
  if (from_reader(event.kind) && !elsewhere && (!here || event.node != here->id))
    return wrong_place(event);
  switch (event.kind) {
    case EventKind::answer: return take_answer(flow, *here, event);
    case EventKind::draft: return take_draft(*here, event);
    case EventKind::back: return back(flow);
    case EventKind::change: return change(flow, event);
    case EventKind::go_to: return go_to(flow, event);
    case EventKind::confirm:
    case EventKind::undo: return begin(flow, event);
    case EventKind::restart: restart(flow); return {};
    case EventKind::committed:
    case EventKind::refused:
    case EventKind::conflict:
    case EventKind::action_needed:
    case EventKind::unknown: return settle(flow, event);
    case EventKind::guide_changed: return guide_changed(flow, event);
    case EventKind::account_changed: return account_changed(flow, event);
  }
  return wrong_place(event);
}

void Session::restart(const Flow& flow) {
  stack_ = {{flow.nodes[flow.start].id, ""}};
  answers_.clear();
  reasons_.clear();
  returning_ = moved_ = false;
}

// Checks the answer that carries a node out which needs an account.
STEGVIS_LATER Status Session::carry_on(const Node& node, const Event& event) {
  if (node.needs_account() && event.read["unverified"].boolean())
    return event.value.is_null() ? Status() : wrong_place(event);
  if (node.confirms()) return wrong_place(event);
  if (node.kind == NodeKind::pick && !event.value["item"].is_string())
    return bad_value("{\"item\": id}");
  if (node.kind == NodeKind::fill && !event.value.is_object()) return bad_value("an object");
  return {};
}

Status Session::take_answer(const Flow& flow, const Node& node, const Event& event) {
  std::string_view plain = plain_choice(node);
  int32_t to = flow.next(uint32_t(&node - flow.nodes.data()), event.choice);
  if (to < 0) return Error{Code::event_choice, "/choice", 0, 0, node.id};
  bool is_plain = !plain.empty() && event.choice == plain;
  if (!done()) {
    bool carries = is_plain && (node.needs_account() || node.confirms());
    Status carried = carries ? carry_on(node, event) : Status();
    if (!carried) return carried;
    for (const Json& dropped : event.read["drop"].items()) drop_answer(dropped.string());
    set_answer(node.id, Answer{event.choice, event.value});
    if (event.read["known"].has(node.id)) {
      take_known(flow, node.id, event.read["known"]);
      to = flow.next(uint32_t(flow.find(node.id)), answer(node.id)->choice);
    }
  } else if (!is_plain) {
    return wrong_place(event);
  }
  reasons_.clear();
  moved_ = false;
  advance(flow, uint32_t(to), event.read["known"]);
  return {};
}

// Takes the account's answer to a node, if `known` has one that the node can have.
STEGVIS_LATER void Session::take_known(const Flow& flow, const std::string& id, const Json& known) {
  const Json& entry = known[id];
  int32_t index = flow.find(id);
  if (index < 0 || flow.next(uint32_t(index), entry["choice"].string()) < 0) return;
  NodeKind kind = flow.nodes[size_t(index)].kind;
  bool picked = kind == NodeKind::pick && entry["value"]["item"].is_string();
  if (kind == NodeKind::ask || picked)
    set_answer(id, Answer{entry["choice"].string(), entry["value"], true, entry["said"].string()});
}

STEGVIS_LATER Status Session::take_draft(const Node& node, const Event& event) {
  if (node.kind != NodeKind::fill || done()) return wrong_place(event);
  if (!event.value.is_object()) return bad_value("an object");
  set_answer(node.id, Answer{"", event.value});
  return {};
}

// Returns the node that the answer of a node leads to; -1 if it has no answer, or has to be
// confirmed first.
STEGVIS_LATER int32_t Session::answered_next(const Flow& flow, const std::string& id) const {
  int32_t index = flow.find(id);
  const Answer* current = answer(id);
  if (index < 0 || !current || current->choice.empty()) return -1;
  const Node& node = flow.nodes[size_t(index)];
  if (node.kind == NodeKind::outcome) return -1;
  if (node.confirms() && current->choice == plain_choice(node) && !is_by_hand(node, *current))
    return -1;
  return flow.next(uint32_t(index), current->choice);
}

void Session::advance(const Flow& flow, uint32_t to, const Json& known) {
  stack_.push_back({flow.nodes[to].id, ""});
  for (int32_t next = 0; next >= 0;) {
    bool answered = known.has(node());
    if (answered) take_known(flow, node(), known);
    next = answered || returning_ ? answered_next(flow, node()) : -1;
    if (next >= 0) stack_.push_back({flow.nodes[size_t(next)].id, ""});
  }
  const Node* here = flow.node(node());
  if (here->kind != NodeKind::review) return;
  returning_ = false;
  drop_answers_off_path();
}

void Session::drop_answers_off_path() {
  for (size_t i = answers_.size(); i-- > 0;)
    if (place(answers_[i].node) < 0) answers_.erase(answers_.begin() + std::ptrdiff_t(i));
}

STEGVIS_LATER Status Session::back(const Flow& flow) {
  if (!can_back(flow)) return Error{Code::event_place, "/kind", 0, 0, node() + " back"};
  // Back to what the reader was asked.
  const Answer* before;
  do {
    stack_.pop_back();
    before = answer(node());
  } while (before && before->known && can_back(flow));
  reasons_.clear();
  moved_ = false;
  return {};
}

STEGVIS_LATER Status Session::change(const Flow& flow, const Event& event) {
  if (!can_change(flow, event.node)) return wrong_place(event);
  stack_.resize(size_t(place(event.node)) + 1);
  reasons_.clear();
  returning_ = true;
  return {};
}

STEGVIS_LATER Status Session::go_to(const Flow& flow, const Event& event) {
  int32_t at = place(event.node);
  if (at >= 0) {
    if (size_t(at) < open_from(flow)) return wrong_place(event);
    stack_.resize(size_t(at) + 1);
  } else {
    std::vector<Visit> path = stack_;
    while (path.back().node != event.node) {
      int32_t next = answered_next(flow, path.back().node);
      if (next < 0) return wrong_place(event);
      path.push_back({flow.nodes[size_t(next)].id, ""});
    }
    stack_ = std::move(path);
  }
  reasons_.clear();
  returning_ = false;
  return {};
}

// Applies confirm and undo: the operation becomes pending, unless the rules refuse it.
STEGVIS_LATER Status Session::begin(const Flow& flow, const Event& event) {
  const Node& here = *flow.node(node());
  bool undo = event.kind == EventKind::undo;
  if (undo ? !can_undo(flow) : !here.confirms() || done()) return wrong_place(event);
  bool fill = !undo && here.kind == NodeKind::fill;
  if (fill && !event.value.is_object()) return bad_value("an object");
  Operation requested = operation(flow, event);
  if (fill) set_answer(here.id, Answer{std::string(plain_choice(here)), event.value});
  reasons_ = reasons_of(event.read["refusals"]);
  if (reasons_.empty()) pending_ = Pending{std::move(requested), here.id, event.read["values"]};
  return {};
}

// Applies the adapter's answer to the pending operation.
STEGVIS_LATER Status Session::settle(const Flow& flow, const Event& event) {
  if (!pending_ || event.value["of"].string() != pending_->operation.id)
    return Error{Code::event_place, "/value/of", 0, 0, std::string(name_of(event.kind))};
  if (event.kind == EventKind::action_needed) pending_->action_needed = true;
  if (event.kind == EventKind::action_needed || event.kind == EventKind::unknown) return {};
  if (event.kind != EventKind::committed) {
    reasons_ = reasons_of(event.value["reasons"]);
    if (reasons_.empty()) reasons_.push_back({std::string(name_of(event.kind)), Json::object()});
    pending_.reset();
    return {};
  }
  int32_t index = flow.find(pending_->node);
  const Node* node = index < 0 ? nullptr : &flow.nodes[size_t(index)];
  const Json& made = event.value["made"];
  if (!event.value["version"].is_integer()) return bad_value("a version");
  bool undo = pending_->operation.name == "undo";
  if (node && !undo && !node->binds.empty() && !made.is_string()) return bad_value("what was made");
  Pending settled = std::move(*pending_);
  pending_.reset();
  if (undo) {
    for (Committed& change : committed_)
      if (change.operation.id == settled.operation.args[0].string()) {
        change.undo = settled.operation.id;
        change.undo_version = event.value["version"].integer();
      }
    if (stack_.back().node == settled.node) reopen(flow, uint32_t(index));
    return {};
  }
  std::string id = settled.operation.id;
  committed_.push_back({std::move(settled.operation), settled.node, std::move(settled.values),
                        event.value["version"].integer(), "", 0});
  if (!node || stack_.back().node != settled.node) return {};
  stack_.back().done = id;
  if (!node->binds.empty()) {
    Json picked = Json::object();
    picked.set("item", made);
    set_answer(node->binds, Answer{"picked", std::move(picked)});
  }
  advance(flow, uint32_t(flow.next(uint32_t(index), plain_choice(*node))));
  return {};
}

uint64_t Session::digest() const {
  Digest digest;
  digest.integer(int64_t(stack_.size()));
  for (const Visit& visit : stack_) digest.text(visit.node).text(visit.done);
  digest.integer(int64_t(answers_.size()));
  for (const NodeAnswer& entry : answers_) {
    digest.text(entry.node).text(entry.answer.choice).text(entry.answer.value.dump());
    if (entry.answer.known) digest.text("known").text(entry.answer.said);
  }
  digest.integer(pending_.has_value());
  if (pending_)
    digest.text(pending_->operation.id).text(pending_->operation.name).text(pending_->node);
  if (pending_ && pending_->action_needed) digest.text("action-needed");
  digest.integer(int64_t(committed_.size()));
  for (const Committed& change : committed_)
    digest.text(change.operation.id)
        .text(change.operation.name)
        .integer(change.version)
        .integer(change.undone());
  digest.integer(int64_t(reasons_.size()));
  for (const Reason& reason : reasons_) digest.text(reason.code).text(reason.args.dump());
  digest.integer(int64_t(seen_.size())).integer(returning_).integer(moved_);
  return digest.value();
}

}  // namespace stegvis
