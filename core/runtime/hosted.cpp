// The account changes under a session: a host's account is loaded or answers, or changes are lost.
#include <algorithm>

#include "base/later.h"
#include "base/word_list.h"
#include "journal/journal.h"
#include "runtime/runtime.h"
#include "runtime/stored.h"
#include "runtime/view.h"

namespace stegvis {
namespace {

STEGVIS_LATER Json encode_differences(const Differences& different) {
  Json first = Json::array();
  for (const Difference& it : different.first)
    first.push(Json().set("what", it.what).set("values", it.values));
  return Json().set("total", different.total).set("first", std::move(first));
}

}  // namespace

// Returns whether the reader does the node's step elsewhere.
bool Runtime::by_hand(const Node& node) const { return is_elsewhere(flow_, node, domain()); }

// Returns whether a change was committed that the host's account here does not have yet.
bool Runtime::behind() const {
  if (practices()) return false;
  for (const Committed& change : session_.committed())
    if (std::max(change.version, change.undo_version) > domain().version()) return true;
  return false;
}

STEGVIS_LATER Json Runtime::account(const Json& snapshot, Day day) {
  outgoing_.clear();
  Json out = Json::object();
  auto fail = [&](Code code, std::string where, std::string_view detail) {
    return out.set("problem", encode_problem({code, std::move(where), 0, 0, std::string(detail)}));
  };
  if (!open_) return fail(Code::runtime_closed, "", "");
  if (flow_.domain.empty() || practices())
    return fail(Code::account_unknown, "/account", account_name_);
  if (!snapshot.is_object()) return fail(Code::shape_type, "", "an object was expected");
  for (const std::string& member : snapshot.keys())
    if (!lists("version account numbers renew", member))
      return fail(Code::shape_unknown, "/" + member, member);
  if (!snapshot["version"].is_integer())
    return fail(Code::shape_type, "/version", "a whole number was expected");
  int64_t version = snapshot["version"].integer();
  Json account = snapshot["account"];
  bool held = !by_hand_ && domain_->version() == version;
  if (account.is_null()) {
    if (!held) return fail(Code::shape_missing, "/account", "account");
  } else {
    if (!account.is_object()) return fail(Code::shape_type, "/account", "an object was expected");
    account.set("version", version);
    // An account that is the same stays, with what is known here of the changes that led to it.
    uint64_t before = domain_->digest();
    std::unique_ptr<Domain> other = held ? make_domain(domains_, flow_.domain) : nullptr;
    Differences different;
    Status loaded =
        other ? other->load_account(account) : domain_->load_account(account, &different);
    if (loaded && other && other->digest() != before)
      loaded = domain_->load_account(account, &different);
    if (!loaded) {
      const Error& error = loaded.error();
      return fail(error.code, "/account" + error.where, error.detail);
    }
    if (!held || domain_->digest() != before) {
      if (snapshot["renew"].boolean()) forget_account();
      append_account(account, day, out);
    }
    if (different.total && !by_hand_) out.set("different", encode_differences(different));
    hosted_ = true;
    by_hand_ = false;
  }
  const std::string& numbers = snapshot["numbers"].string();
  domain_->numbers(numbers == "own"        ? Numbers::own
                   : numbers == "provider" ? Numbers::provider
                                           : Numbers::none);
  if (gone(day).size()) out.set("gone", true);
  if (behind()) out.set("behind", true);
  return out;
}

// The next record of the account is the first one of a new journal.
STEGVIS_LATER void Runtime::forget_account() {
  account_sequence_ = 0;
  account_checksums_.clear();
}

STEGVIS_LATER void Runtime::append_account(const Json& account, Day day, Json& out) {
  Json records = Json::array();
  if (account_sequence_ == 0) {
    Json header = Json::object();
    header.set("journal", host_journal_version).set("kind", "account");
    header.set("account", account_name_).set("day", format_day(day));
    append("account", account_sequence_, header.dump(), records);
  }
  account_day_ = day;
  Json record = Json().set("account", account).set("day", format_day(day));
  append("account", account_sequence_, record.dump(), records);
  out.set("append", std::move(records));
}

// A host's answer is so, whatever the rules here say. Gives the operation's record; empty where the
// account has the operation already, or where it can't be applied here: the account is behind then, until it
// is loaded again.
STEGVIS_LATER std::string Runtime::settle_hosted(Event& answer) {
  Operation operation = session_.pending()->operation;
  Json value = answer.value;
  if (value["version"].is_integer()) operation.version = value["version"].integer();
  operation.made = value["made"].string();
  bool held = domain_->holds(operation.id);
  auto made = domain_->apply(operation);
  if (!value.has("made") && (!made || !made->empty()))
    value.set("made", made ? *made : std::string());
  answer.value = std::move(value);
  return made && !held ? encode_operation(operation).dump() : std::string();
}

// The nodes whose answers are about what the account no longer has, or were given where there was none: those
// after the latest change that was carried out.
STEGVIS_LATER Json Runtime::gone(Day day) const {
  Json drop = Json::array();
  const std::vector<Visit>& stack = session_.stack();
  const Node* here = journal_flow().node(session_.node());
  if (session_.pending() || here->kind == NodeKind::outcome) return drop;
  size_t first = stack.size();
  while (first > 0 && stack[first - 1].done.empty()) --first;
  for (size_t i = first; i < stack.size(); ++i) {
    const Node& node = *journal_flow().node(stack[i].node);
    const Answer* answer = session_.answer(node.id);
    if (!answer) continue;
    std::string chosen = node.kind == NodeKind::pick ? picked(session_, node.id) : "";
    std::string of = picked(session_, node.of);
    bool missing = !chosen.empty() && domain_->item({node.list, of}, chosen, day).id.empty();
    if (missing || (is_by_hand(node, *answer) && !by_hand(node))) drop.push(node.id);
  }
  return drop;
}

// The runtime finds the lost changes itself, and the answers that the account no longer goes with.
STEGVIS_LATER std::optional<Error> Runtime::admit_account_change(Event& event) {
  Json lost = lost_changes(), drop = Json::array();
  if (!practices()) {
    drop = gone(event.day);
  } else {
    for (const Node& node : journal_flow().nodes) {
      std::string chosen = node.kind == NodeKind::pick ? picked(session_, node.id) : "";
      std::string of = picked(session_, node.of);
      if (!chosen.empty() && domain_->item({node.list, of}, chosen, event.day).id.empty())
        drop.push(node.id);
    }
  }
  if (!lost.size() && (practices() || !drop.size()))
    return Error{Code::event_place, "/kind", 0, 0, "nothing is lost"};
  event.value = Json::object();
  event.value.set("lost", std::move(lost));
  event.read = Json::object();
  event.read.set("version", domain_->version());
  if (drop.size()) event.read.set("drop", std::move(drop));
  return std::nullopt;
}

// Ids of the operations that were committed in the session, undos among them, and that this browser's own
// account does not have. Of its own account, only the host knows.
STEGVIS_LATER Json Runtime::lost_changes() const {
  Json lost = Json::array();
  if (!practices()) return lost;
  auto look = [&](const std::string& id) {
    if (!id.empty() && !domain_->holds(id)) lost.push(id);
  };
  for (const Committed& change : session_.committed()) {
    look(change.operation.id);
    look(change.undo);
  }
  return lost;
}

}  // namespace stegvis
