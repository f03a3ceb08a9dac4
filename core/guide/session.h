// One reader's run through a guide: the fold of its events, and nothing else.
//
// Session::fold is a function of the flow, the session and the event alone; it asks no domain. What
// the runtime read from an account to admit an event stands in the event's `read`, so that a replay
// needs none.
//
// Events of the reader: answer, back, change, confirm, undo, restart, go-to. Of the adapter:
// committed, refused, conflict, unknown. Of the house: guide-changed, draft.
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
  draft
};
std::string_view name_of(EventKind kind);

// As JSON: {"v":1, "id":"<32 hex>", "at":<UTC ms>, "day":"2026-11-23", "node":"old",
// "kind":"answer", "choice":"picked", "value":..., "read":{...}}; `choice`, `value` and `read` only
// where they are used:
//   answer     choice; value: {"item": id} of a pick, the object of fields of a fill
//   confirm    value as of answer, for a fill that confirms
//   change, go-to   node is where to
//   committed  value {"of": event id, "version": n, "made": item id or absent}
//   refused    value {"of": event id, "reasons": [{"code","args"}]}
//   conflict   value {"of": event id, "version": n}
//   unknown    value {"of": event id}
//   guide-changed   value {"flow": {...}, "fingerprints": {...}, "nodes": {"old id": "new id"}}: the
//              flow from here on; nodes that are gone are absent. Events before it belong to the
//              flow before it
//   draft      value: the fields of a form as they were left, no secret among them
// `read` is what the account said: {"version": n, "drop": [nodes whose answers no longer stand],
// "refusals": [reasons why the rules refuse a confirm or undo], "values": {...} for the messages on it}
struct Event {
  std::string id;
  int64_t at = 0;
  Day day;
  std::string node;
  EventKind kind = EventKind::answer;
  std::string choice;
  Json value;
  Json read;
};

// Errors: event-shape with the member, event-version.
Result<Event> decode_event(const Json& json);
Json encode_event(const Event& event);

struct Answer {
  std::string choice;
  Json value;
};

// A visited node. `done` is the id of the confirm that was committed here; empty: none.
struct Visit {
  std::string node;
  std::string done;
};

// An operation that was asked for and has no answer yet.
struct Pending {
  Operation operation;
  std::string node;
  Json values;  // for the messages: what the confirm's `read` says of the change
};

// A change that was committed in this session, for undo and for the summary.
struct Committed {
  Operation operation;
  std::string node;
  Json values;
  int64_t version = 0;
  bool undone = false;
};

class Session {
 public:
  Session() = default;
  explicit Session(const Flow& flow) { restart(flow); }

  // Applies one event. For guide-changed, `flow` is the new one; for every other kind the flow that
  // the session was folded over so far. A repeated id changes nothing and is no error. Errors:
  // event-place (not possible at this node), event-choice, event-pending, event-shape; they leave the
  // session as it was.
  Status fold(const Flow& flow, const Event& event);

  // Never empty.
  const std::vector<Visit>& stack() const { return stack_; }
  const std::string& node() const { return stack_.back().node; }
  // The node's answer, on the path or kept as a draft (then its choice may be empty); null: none.
  const Answer* answer(std::string_view node) const;
  const std::optional<Pending>& pending() const { return pending_; }
  // The current node was confirmed and is only shown.
  bool done() const { return !stack_.back().done.empty(); }
  bool can_back(const Flow& flow) const;
  bool can_change(const Flow& flow, std::string_view node) const;
  // At an outcome that offers it, and at the fill whose change is the latest: then it is open again.
  bool can_undo(const Flow& flow) const;
  // All changes that were committed in this session, in order.
  const std::vector<Committed>& committed() const { return committed_; }
  // The latest of them; null: none.
  const Committed* latest() const { return committed_.empty() ? nullptr : &committed_.back(); }
  // Why the last confirm or undo came to nothing; empty after the reader's next event.
  const std::vector<Reason>& reasons() const { return reasons_; }
  // A newer guide took the node from under the reader's feet: told until the reader's next event.
  bool moved() const { return moved_; }
  bool seen(std::string_view event_id) const;

  // The operation that a confirm or undo with this event asks for at the current node; a name that is
  // empty where it asks for none.
  Operation operation(const Flow& flow, const Event& event) const;

  uint64_t digest() const;

 private:
  struct EventId {
    uint64_t high, low;
    bool operator==(const EventId&) const = default;
  };
  struct Kept {
    std::string node;
    Answer answer;
  };
  // Index of the node's answer, or of where it would stand.
  size_t kept(std::string_view node) const;
  void keep(const std::string& node, Answer answer);
  void drop(std::string_view node);
  Status apply(const Flow& flow, const Event& event);
  Status take_answer(const Flow& flow, const Node& node, const Event& event);
  Status take_draft(const Node& node, const Event& event);
  Status back(const Flow& flow);
  Status change(const Flow& flow, const Event& event);
  Status go_to(const Flow& flow, const Event& event);
  Status begin(const Flow& flow, const Event& event);
  Status settle(const Flow& flow, const Event& event);
  void reopen(const Flow& flow, uint32_t index);
  Status guide_changed(const Flow& flow, const Event& event);
  void restart(const Flow& flow);
  void advance(const Flow& flow, uint32_t to);
  int32_t answered_next(const Flow& flow, const std::string& node) const;
  void keep_path_only();
  // Index in the stack, or -1.
  int32_t place(std::string_view node) const;
  // The lowest index that Back, Change and go-to may reach: the latest review that was done.
  size_t open_from(const Flow& flow) const;

  std::vector<Visit> stack_;
  std::vector<Kept> answers_;  // by node
  std::optional<Pending> pending_;
  std::vector<Committed> committed_;
  std::vector<Reason> reasons_;
  std::vector<EventId> seen_;
  bool returning_ = false;  // a change is under way: go on to the review as far as answers stand
  bool moved_ = false;
};

}  // namespace stegvis
