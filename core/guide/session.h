// One reader's run through a guide: the fold of its events.
//
// Session::fold depends only on the flow, the session and the event; it asks no domain. The runtime
// reads the account before it accepts an event and stores the result in the event's `read`, so a
// replay needs no account.
//
// Events of the reader: answer, back, change, confirm, undo, restart, go-to, draft. Of the account
// adapter: committed, refused, conflict, action-needed, unknown. Of the runtime: guide-changed,
// account-changed.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/error.h"
#include "base/json.h"
#include "guide/domain.h"
#include "guide/flow.h"

namespace stegvis {

enum class EventKind : uint8_t {
  answer,
  back,
  change,
  confirm,
  undo,
  restart,
  go_to,
  committed,
  refused,
  conflict,
  unknown,
  guide_changed,
  draft,
  account_changed,
  action_needed
};
std::string_view name_of(EventKind kind);

// As JSON: {"v":1, "id":"<32 hex>", "at":<UTC ms>, "day":"2026-11-23", "node":"old",
// "kind":"answer", "choice":"picked", "value":..., "read":{...}}. Members by kind:
//   answer     choice; value: {"item": id} of a pick, the fields (an object) of a fill
//   confirm    value: the fields, of a fill that confirms
//   change, go-to   node: the node to go to
//   committed  value {"of": event id, "version": n, "made": item id or absent}
//   refused    value {"of": event id, "reasons": [{"code","args","text","field","retry"}]}
//   conflict   value {"of": event id, "version": n}
//   action-needed   value {"of": event id}: a person has to confirm it, at their bank. It stays pending
//   unknown    value {"of": event id}
//   guide-changed   value {"flow": {...}, "fingerprints": {...}, "nodes": {"old id": "new id"}}.
//              The flow applies to the events after it. A node that the new flow does not have is
//              absent
//   draft      value: the fields of a form that was not sent, without secrets
//   account-changed   value {"lost": [ids of operations that were committed in this session and that
//              the account does not have]}. The first node that committed one of them is open again
// `read` is what the runtime read from the account: {"version": n, "drop": [nodes whose answers are
// no longer valid], "refusals": [reasons why the rules refuse a confirm or undo], "values": {...}
// for the messages about the change, "known": {"old": {"choice", "value", "said"}...}, the answers of
// the account to nodes that the reader is then not asked; `said` is what the reader had answered there,
// "unverified": true of an answer without an account: the reader says that the step is done}
//
// An event with `known` or `unverified` has "v": 2, and action-needed has "v": 3, so that a build that
// doesn't know them reads none of them wrongly.
inline constexpr int64_t newest_event_version = 3;

struct Event {
  std::string id;
  int64_t at = 0;  // UTC, in milliseconds
  Day day;         // the reader's local date
  std::string node;
  EventKind kind = EventKind::answer;
  std::string choice;
  Json value;
  Json read;
};

// Reads an event. Errors: event-shape with the member, event-version.
Result<Event> decode_event(const Json& json);
Json encode_event(const Event& event);

struct Answer {
  std::string choice;
  Json value;
  bool known = false;  // the account's own: the reader was not asked, or had answered `said`
  std::string said;
};

// Returns whether the reader did that node's step elsewhere, where no account could be asked.
bool is_by_hand(const Node& node, const Answer& answer);

// A visited node.
struct Visit {
  std::string node;
  std::string done;  // id of the confirm that was committed here; empty if there is none
};

// An operation that the reader confirmed and the account adapter has not answered.
struct Pending {
  Operation operation;
  std::string node;
  Json values;                 // for the messages about the change, from the confirm's `read`
  bool action_needed = false;  // a person has to confirm it, at their bank
};

// A change that was committed in this session. Undo and the support summary use it.
struct Committed {
  Operation operation;
  std::string node;
  Json values;
  int64_t version = 0;
  std::string undo;  // id of the undo of this change; empty if it was not undone
  int64_t undo_version = 0;
  bool undone() const { return !undo.empty(); }
};

class Session {
 public:
  Session() = default;
  explicit Session(const Flow& flow) { restart(flow); }

  // Applies one event. `flow` is the session's flow; for guide-changed it is the new one. An event
  // with a repeated id changes nothing and is no error. Errors, which change nothing: event-place
  // (not possible at this node), event-choice, event-pending, event-shape.
  Status fold(const Flow& flow, const Event& event);

  // The visited nodes, from the start of the flow to the current node. Never empty.
  const std::vector<Visit>& stack() const { return stack_; }
  // The current node.
  const std::string& node() const { return stack_.back().node; }
  // Returns the answer of a node, or null. The answer of a node that is not on the stack is a
  // draft; a draft of a form has no choice.
  const Answer* answer(std::string_view node) const;
  const std::optional<Pending>& pending() const { return pending_; }
  // Returns whether the confirm of the current node was committed: it can only be shown.
  bool done() const { return !stack_.back().done.empty(); }
  bool can_back(const Flow& flow) const;
  // Returns whether the account may have answered a node of the stack, but the current one.
  bool has_known(const Flow& flow) const;
  // Returns whether the reader can change the answer of a node: from an open review.
  bool can_change(const Flow& flow, std::string_view node) const;
  // Returns whether the reader can undo the latest change: at an outcome that offers it, and at the
  // fill that made it (undo opens that form again). At the outcome, what a fill made on the way there
  // follows: left().
  bool can_undo(const Flow& flow) const;
  // The changes that were committed in this session, in order.
  const std::vector<Committed>& committed() const { return committed_; }
  // Returns whether that operation is one of these changes, or the undo of one.
  bool made(std::string_view operation) const;
  // The latest of these changes, or null.
  const Committed* latest() const { return committed_.empty() ? nullptr : &committed_.back(); }
  // The change of a fill that stays, though the latest change after it was undone: the last one that
  // does; or else the last one that was undone after the latest; or null.
  const Committed* left(const Flow& flow) const;
  // The reasons why the last confirm or undo changed nothing; empty after the reader's next event.
  const std::vector<Reason>& reasons() const { return reasons_; }
  // Returns whether a newer guide does not have the reader's node, so that the session went back to
  // an earlier one; false after the reader's next event.
  bool moved() const { return moved_; }
  // Returns whether an operation on the way here was carried out elsewhere, as the reader says.
  bool unverified(const Flow& flow) const;
  // Returns whether an event with this id was applied.
  bool seen(std::string_view event_id) const;

  // Returns the operation that a confirm or undo requests at the current node. Its name is empty if
  // the node has no operation.
  Operation operation(const Flow& flow, const Event& event) const;

  // The digest of the whole session.
  uint64_t digest() const;

 private:
  struct EventId {
    uint64_t high, low;
    bool operator==(const EventId&) const = default;
  };
  struct NodeAnswer {
    std::string node;
    Answer answer;
  };
  // Returns the index of a node's answer in answers_, or the index at which to insert it.
  size_t answer_index(std::string_view node) const;
  void set_answer(const std::string& node, Answer answer);
  void drop_answer(std::string_view node);
  Status apply(const Flow& flow, const Event& event);
  Status take_answer(const Flow& flow, const Node& node, const Event& event);
  static Status carry_on(const Node& node, const Event& event);
  Status take_draft(const Node& node, const Event& event);
  Status back(const Flow& flow);
  Status change(const Flow& flow, const Event& event);
  Status go_to(const Flow& flow, const Event& event);
  Status begin(const Flow& flow, const Event& event);
  Status settle(const Flow& flow, const Event& event);
  void reopen(const Flow& flow, uint32_t index);
  Status guide_changed(const Flow& flow, const Event& event);
  Status account_changed(const Flow& flow, const Event& event);
  void restart(const Flow& flow);
  void advance(const Flow& flow, uint32_t to, const Json& known = {});
  void take_known(const Flow& flow, const std::string& node, const Json& known);
  int32_t answered_next(const Flow& flow, const std::string& node) const;
  void drop_answers_off_path();
  // Returns the place of an event among those that were applied.
  size_t applied_at(std::string_view event_id) const;
  // Returns the index of a node in the stack, or -1.
  int32_t place(std::string_view node) const;
  // Returns the lowest index that back, change and go-to can reach: the latest review that is done, or the
  // node after an outcome that is.
  size_t open_from(const Flow& flow) const;

  std::vector<Visit> stack_;
  std::vector<NodeAnswer> answers_;  // in the order of the node ids
  std::optional<Pending> pending_;
  std::vector<Committed> committed_;
  std::vector<Reason> reasons_;
  std::vector<EventId> seen_;
  bool returning_ = false;  // after `change`: go on to the review along the nodes with an answer
  bool moved_ = false;
};

}  // namespace stegvis
