// One reader's run through a guide: the fold of its events, and nothing else.
//
// Session::fold is a function of the flow, the session and the event alone; it asks no domain. What
// the runtime read from an account to admit an event stands in the event's `read`, so that a replay
// needs none.
//
// Events of the reader: answer, back, change, confirm, undo, restart, go-to. Of the adapter:
// committed, refused, conflict, unknown. Of the house: guide-changed, draft.
#pragma once
#include <map>
#include <optional>
#include <set>
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
// "kind":"answer", "choice":"picked", "value":..., "read":{...}}. `choice`, `value` and `read` only
// where they are used:
//   answer    choice; value: {"item": id} of a pick, the object of fields of a fill
//   confirm   value as of answer, for a fill that confirms
//   change, go-to   node is where to
//   committed value {"of": event id, "version": n, "made": item id or absent}
//   refused   value {"of": event id, "reasons": [{"code","args"}]}
//   conflict  value {"of": event id, "version": n};   unknown: {"of": event id}
//   guide-changed  value {"flow": digest, "nodes": {"old id": "new id"}}; nodes that are gone:
//   absent draft     value: the fields of a form as they were left, no secret among them read what
//   the account said: {"version": n, "drop": [nodes whose answers no longer stand],
//             "refusals": [...] of a confirm or undo that the rules refuse}
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
  uint32_t node = 0;
  std::string done;
};

// An operation that was asked for and has no answer yet.
struct Pending {
  Operation operation;
  uint32_t node = 0;
};

// A change that was committed in this session, for undo and for the summary.
struct Committed {
  Operation operation;
  std::string node;
  int64_t version = 0;
  bool undone = false;
};

class Session {
 public:
  Session() = default;
  explicit Session(const Flow& flow);

  // Applies one event. A repeated id changes nothing and is no error. Errors: event-place (not
  // possible at this node), event-choice, event-pending; they leave the session as it was.
  Status fold(const Flow& flow, const Event& event);

  const std::vector<Visit>& stack() const { return stack_; }
  uint32_t node() const { return stack_.back().node; }
  // The node's answer, on the path or kept as a draft; null: none.
  const Answer* answer(std::string_view node) const;
  bool on_path(std::string_view node) const;
  const std::optional<Pending>& pending() const { return pending_; }
  // The node was confirmed and is only shown.
  bool done() const { return !stack_.back().done.empty(); }
  bool can_back() const;
  bool can_change(const Flow& flow, uint32_t node) const;
  // The latest change of the session that is not undone; null: none.
  const Committed* latest() const;
  const std::vector<Committed>& committed() const { return committed_; }
  // Why the last confirm or undo came to nothing; empty after the next event of the reader.
  const std::vector<Reason>& reasons() const { return reasons_; }
  // Nodes that a newer guide took from under the reader's feet: told once, until the next answer.
  bool moved() const { return moved_; }
  size_t events() const { return seen_.size(); }

  // The operation that a confirm at the current node asks for; the fill's fields are `value`.
  Operation operation(const Flow& flow, const Event& event) const;

  uint64_t digest(const Flow& flow) const;

 private:
  Status answer(const Flow& flow, const Event& event);
  Status confirm(const Flow& flow, const Event& event);
  Status undo(const Flow& flow, const Event& event);
  Status settle(const Flow& flow, const Event& event);
  Status guide_changed(const Flow& flow, const Event& event);
  void advance(const Flow& flow, uint32_t to);
  void keep_path_only(const Flow& flow);
  int32_t place(uint32_t node) const;

  std::vector<Visit> stack_;
  std::map<std::string, Answer, std::less<>> answers_;
  std::optional<Pending> pending_;
  std::vector<Committed> committed_;
  std::vector<Reason> reasons_;
  std::set<std::string, std::less<>> seen_;
  bool returning_ = false;  // a change is under way: go on to the review as far as answers stand
  bool moved_ = false;
};

}  // namespace stegvis
