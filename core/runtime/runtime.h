// A session joined with its domain and its journals: what the boundary wraps.
//
// The page opens a guide's flow, loads what it has stored, shows the view and dispatches events. Each
// event that changes something gives records to store (`append`, their bytes in outgoing()) and, after
// a confirm, an effect to run once they are stored. The account of this browser ("practice") lives
// here: its adapter is a `committed` event, which applies the operation and gives a record for either
// journal, to be stored in one transaction.
//
// All of what crosses is in the table of types.h. Nothing here reads a clock: days and times come in
// with the events.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "guide/domain.h"
#include "guide/session.h"
#include "journal/journal.h"
#include "runtime/secrets.h"

namespace stegvis {

struct StoredSession;  // runtime/stored.h

// The view of a flow's first node where no account is known yet: what a guide carries as `first`.
Json first_view(const Flow& flow);

// {"code","where","line","column","detail"}; members that are empty are left out.
Json encode_problem(const Error& error);

class Runtime {
 public:
  // The domains whose guides it opens; they must outlive this.
  explicit Runtime(std::span<const DomainEntry> domains) : domains_(domains) {}

  // {"flow": {...}, "fingerprints": {...}, "account": name} gives {"tables": [names]} of the tables that
  // the domain's forms need, or {"problem"}. Forgets whatever was open. The account is "practice" or
  // "practice:<scenario>". Under any other name, also an empty one, there is no account until a host's is
  // loaded: the reader does what the article's steps say elsewhere, and says so.
  Json open(const Json& guide);

  // Stored records of "account" or "session", one after the other; the account first. Before it, those of
  // "snapshot", if there is one: the account then opens with it where it fits. Records
  // that go on from those that are loaded are taken too: another tab has stored them. Gives
  // {"records": n, "changed": true where the guide is another than the journal's, "lost": the number of
  // the session's first record about a change that the account does not have; "behind": true where a
  // host's account is older than such a change} and, where not all could be used, {"problem"}; what
  // stands before the problem is used. Of an account, "restored" is the number of records that a snapshot
  // stood for.
  Json load(std::string_view journal, std::string_view bytes);

  // Takes the account that a host's adapter has loaded, on that day: {"version": n, "account": {...},
  // "numbers": "own" or "provider", where they may be typed; left out, nowhere; "renew": true}. It takes
  // the place of the account, also where there was none, and is a record of the account's journal; with
  // `renew`, the records that are given are a new journal, which takes the old one's place. `account` is
  // left out where it is still at that version. Gives an Outcome (types.h) without a view. A problem,
  // with its place, changes nothing.
  Json account(const Json& snapshot, Day day);

  // Returns the View (types.h) of that day.
  Json view(Day day);

  // Takes one event and gives an Outcome (types.h). With a problem, nothing was changed.
  //
  // `answer` is {"id": 32 hex digits, "at": UTC milliseconds} or null. With a confirm or undo, and an
  // account that lives here, it is the id and time of the adapter's answer, which is then taken in the
  // same call: the outcome is the one after the answer (committed or refused), with the records of both
  // events, as if they had been dispatched one after the other. Without it, or where the rules refuse
  // the confirm, the outcome is the one after the confirm. With any other event it says nothing.
  Json dispatch(const Json& event, const Json& answer = Json());

  // The snapshot of the account as it is now: {"records": the number of the journal's records that it
  // stands for}, its own records in outgoing(). {} where the domain has none.
  Json snapshot();

  // The bytes of the records that the last outcome named, one after the other; until the next dispatch,
  // account or snapshot.
  const std::string& outgoing() const { return outgoing_; }

  // {"query": "list" | "changes" | "form" | "check" | "summary" | "effects" | "version", ...}: see types.h.
  Json query(const Json& question);

  // The bytes of a table that open() named. {} or {"problem"}.
  Json tables(std::string_view name, std::string_view bytes);

  Secrets& secrets() { return secrets_; }

  const Session& session() const { return session_; }
  const Flow& flow() const { return flow_; }
  // Only of an open guide.
  const Domain& domain() const { return *domain_; }

 private:
  const Flow& journal_flow() const { return older_flow_ ? *older_flow_ : flow_; }
  // ask: the domain prepares the operation before it is applied; asked: it did in the same call.
  enum class Rules : uint8_t { ask, asked };
  void append(std::string_view journal, uint64_t& sequence, std::string_view payload, Json& out);
  void begin_journals(Day day, Json& out);
  bool practices() const { return !flow_.domain.empty() && !by_hand_ && !hosted_; }
  bool by_hand(const Node& node) const;
  bool behind() const;
  void forget_account();
  void append_account(const Json& account, Day day, Json& out);
  Json gone(Day day) const;
  void practice_on(Day day);
  void take(Event& event, Rules rules, Json& out);
  void take_both(Event& event, const Json& json, const Json& answer, Json& out);
  std::string settle_here(Event& answer, Rules rules);
  std::string settle_hosted(Event& answer);
  std::optional<Error> admit(Event& event, Json& out);
  std::optional<Error> admit_answer(Event& event, const Node& node, Json& out);
  std::optional<Error> admit_pick(Event& event, const Node& node);
  static void admit_by_hand(Event& event);
  void admit_draft(Event& event, const Node& node, bool current) const;
  std::optional<Error> admit_change(Event& event, const Node& node, bool current, bool anyway,
                                    Json& out);
  void read_known(Event& event) const;
  std::optional<Error> admit_form(Event& event, const Node& node, bool anyway, Json& out);
  void admit_guide_change(Event& event) const;
  std::optional<Error> admit_account_change(Event& event);
  Json lost_changes() const;
  Status load_account(const Scan& scan, Json& out);
  Status load_hosted(const Scan& scan);
  uint64_t restore_account(const Scan& scan);
  Status apply_records(const Scan& scan, uint64_t first);
  Status load_session(const std::vector<std::string_view>& payloads, Json& out);
  Status fold_records(const std::vector<std::string_view>& payloads, uint64_t first, Json& out);
  Status fold_into(StoredSession& stored, const std::vector<std::string_view>& payloads,
                   uint64_t first, Json& out);
  Json effects() const;
  Json version() const;
  Json summary(Day day);

  std::span<const DomainEntry> domains_;
  Flow flow_;
  Json fingerprints_;
  bool open_ = false;
  bool by_hand_ = false;  // the flow has a domain, and there is no account
  bool hosted_ = false;   // the account is, or its journal was, a host's
  std::string account_name_;
  // Of a practice account, the day of its birth, once it is stored; of a host's, the day on which it came.
  std::optional<Day> account_day_;
  std::unique_ptr<Domain> domain_;  // null until a guide is open
  Session session_;
  Json flow_json_;
  // The flow of the session's events if it is an older one; null after guide-changed.
  std::unique_ptr<Flow> older_flow_;
  Json journal_prints_;  // the fingerprints that belong to it
  Day last_day_;         // of the last event that was loaded
  uint64_t account_sequence_ = 0;
  std::string account_checksums_;  // of all its records, 8 bytes of each
  std::string snapshot_;           // until the account's journal is loaded
  uint64_t session_sequence_ = 0;
  std::string outgoing_;
  Secrets secrets_;
};

}  // namespace stegvis
