// The checks of the promises.
#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "domains/domains.h"
#include "journal/journal.h"
#include "runtime/replay.h"
#include "simulation.h"

namespace stegvis::simulation {
namespace {

bool starts_with(std::string_view bytes, std::string_view beginning) {
  return bytes.substr(0, beginning.size()) == beginning;
}

// The changes and undos that the session of a tab calls committed.
std::vector<std::string> committed_of(Tab& tab) {
  std::vector<std::string> ids;
  for (const Committed& change : tab.core().session().committed()) {
    ids.push_back(change.operation.id);
    if (change.undone()) ids.push_back(change.undo);
  }
  return ids;
}

std::string tab_of(const Tab& tab) { return "tab " + decimal(tab.number()) + ": "; }

}  // namespace

void Simulation::on_reading(Tab& tab, Kind journal) {
  Course& course = courses_[tab.number()];
  course.reading = journal;
  // An opening reads the session first.
  course.removing = !removing_.empty() || (course.removing && journal == Kind::account);
  // In memory goes on what was read before.
  course.unread[journal] = tab.store().in_memory() && tab.store().held(journal).unsure;
  course.memory[journal] = tab.store().in_memory();
  course.held[journal] = tab.store().held(journal).bytes;
  course.before[journal] = promises_[tab.store().held(journal).key];
}

// The tab's latest opening said that these are lost, or can't be read.
bool Simulation::was_missing(const Course& course, Kind journal, const Promise& promise) {
  auto missing = course.missing.find(journal);
  if (missing == course.missing.end()) return false;
  return promise.acknowledged == missing->second ||
         (starts_with(promise.acknowledged, missing->second) &&
          sound(promise.acknowledged).at.records <= course.seen.at(journal));
}

// A tab that was told of a loss, and stores all the same, has said it.
void Simulation::go_on(int tab) {
  for (Kind journal : both)
    for (auto& [key, promise] : promises_)
      if (key.starts_with(name_of(journal)) && was_missing(courses_[tab], journal, promise))
        promise.said = promise.acknowledged;
}

// The changes of these records of the account that those others lack.
void Simulation::lose(std::string_view records, std::string_view others) {
  auto ids = [](std::string_view bytes) {
    std::set<std::string> found;
    for (std::string_view payload : scan_journal(bytes).payloads)
      if (auto json = Json::parse(payload); json && json->has("operation"))
        found.insert((*json)["id"].string());
    return found;
  };
  std::set<std::string> left = ids(others);
  for (const std::string& id : ids(records))
    if (!left.count(id)) lost_changes_.insert(id);
}

void Simulation::on_read(Tab& tab, Kind journal, const Found& found, bool follows) {
  const std::string& key = tab.store().held(journal).key;
  if (traced_) {
    trace_ +=
        tab_of(tab) + "reads " + decimal(int64_t(sound(found.bytes).at.records)) + " of " + key;
    for (const std::string& problem : found.problems) trace_ += ", " + problem;
    trace_ += "\n";
  }
  Course& course = courses_[tab.number()];
  if (!follows) {
    course.said.erase(journal);
    course.missing.erase(journal);
  } else {
    ++tally_.followed;
  }
  if (!found.problems.empty()) course.said.insert(journal);
  if (tab.store().in_memory() || course.memory[journal]) return;
  Promise& promise = promises_[key];
  // The note of a first answer that came into a removal goes at the end of that.
  bool failed = damaged_ || failed_ || promise.taken;
  if (!found.problems.empty() && !failed && removing_.empty() && !course.removing)
    return broken(tab_of(tab) + found.problems[0] + " is said of " + key + ", and nothing failed");
  const Promise& then = course.before[journal];
  if (!follows && !then.owed.empty() && then.owed == promise.owed) {
    promise.owed.clear();
    if (found.problems.empty() && !starts_with(found.bytes, then.owed) && !promise.excused)
      return broken(tab_of(tab) + "acknowledged records of " + key +
                    " are lost, and nothing is said");
  }
  const Bytes& before = then.acknowledged;
  // Records of another tab are in the primary before they are acknowledged: their loss is said too.
  if (!found.problems.empty()) {
    const Held& held = tab.store().held(journal);
    course.missing[journal] = before;
    uint64_t seen = held.repair ? held.repair->at->records : held.end.records;
    course.seen[journal] = std::max(seen, found.seen);
  }
  if (starts_with(found.bytes, before) || promise.ends > then.ends) return;
  // A tab that can't read the primary may show what it holds: the primary takes nothing behind that.
  bool shows_held = found.bytes == course.held[journal];
  if (shows_held && course.unread[journal]) return;
  if (promise.excused && journal == Kind::account) lose(before, found.bytes);
  for (const std::string& problem : found.problems) {
    if (problem == "journal-unreadable") continue;
    promise.said = before;
    if (journal == Kind::account) lose(before, found.bytes);
    ++tally_.losses_said;
    break;
  }
  bool excused = promise.excused || then.excused;
  if (!found.problems.empty() || excused || promise.said == before) return;
  broken(tab_of(tab) + "acknowledged records of " + key + " are gone, and nothing is said");
}

void Simulation::on_core_problem(Tab& tab, Kind journal, const Json& problem) {
  broken(tab_of(tab) + "the core can't use a sound journal: " + std::string(name_of(journal)) +
         " " + problem.dump());
}

void Simulation::on_refused(Tab& tab, const Json& problem) {
  note("tab ", tab.number(), ": refused, ", problem.dump());
}

void Simulation::on_opened(Tab& tab) {
  check_account(tab);
  check_forgotten(tab);
}

// Each change that the session calls committed is in the account, or the account's loss was said. A host's
// account is with the host.
void Simulation::check_account(Tab& tab) {
  const Promise& promise = promises_[tab.store().held(Kind::account).key];
  bool said = courses_[tab.number()].said.count(Kind::account) || promise.excused ||
              promise.said == promise.acknowledged;
  for (const std::string& id : committed_of(tab)) {
    if (weather_.host && !done_by_host_.count(id))
      return broken(tab_of(tab) + "the host has not done the committed change " + id);
    if (weather_.host || tab.core().domain().holds(id)) continue;
    // An account that can't be read may have it.
    if (courses_[tab.number()].unread[Kind::account]) continue;
    if (said) lost_changes_.insert(id);
    if (!lost_changes_.count(id))
      return broken(tab_of(tab) + "the account lacks the committed change " + id);
  }
}

// A change that is said to be lost, and that the account has, would be done twice.
void Simulation::check_lost(Tab& tab) {
  Scan session = scan_journal(tab.store().held(Kind::session).bytes);
  if (session.payloads.empty()) return;
  auto event = Json::parse(session.payloads.back());
  if (!event || (*event)["kind"].string() != "account-changed") return;
  const Promise& promise = promises_[tab.store().held(Kind::account).key];
  if (promise.excused || promise.said == promise.acknowledged) return;
  // This tab said so of the account, too: another one had it acknowledged, and lost it, meanwhile.
  if (courses_[tab.number()].said.count(Kind::account)) return;
  for (const Json& id : (*event)["value"]["lost"].items())
    if (promise.acknowledged.find("\"" + id.string() + "\"") != Bytes::npos)
      return broken(tab_of(tab) +
                    "a change is said to be lost that the account has: " + id.string());
}

void Simulation::on_conflict(Tab& tab) {
  // A first answer may be stored all the same.
  nothing_ = false;
  stored_since_ = true;
  ++tally_.conflicts;
  note("tab ", tab.number(), ": a conflict");
  check_conflict(tab);
}

void Simulation::on_late(Tab& tab) {
  ++tally_.late;
  note("tab ", tab.number(), ": its act is late");
  check_conflict(tab);
}

void Simulation::on_turn(Tab& tab) {
  ++tally_.turns;
  note("tab ", tab.number(), ": goes on over what another one has stored");
}

void Simulation::check_conflict(Tab& tab) {
  Course& course = courses_[tab.number()];
  uint64_t changes = changes_ + writes_ - course.writes;  // its own writes aside
  course.conflicts = course.conflict_at == changes ? course.conflicts + 1 : 1;
  course.conflict_at = changes;
  if (course.conflicts > 2)
    broken(tab_of(tab) + "a conflict follows a conflict, and nothing has changed between");
}

void Simulation::on_stored(Tab& tab, const std::vector<Record>& records) {
  if (tab.store().in_memory()) {
    ++tally_.in_memory;
    note("tab ", tab.number(), ": stored in memory");
    return;
  }
  nothing_ = false;
  stored_since_ = true;
  check_lost(tab);
  for (Kind journal : both) {
    size_t added = 0;
    for (const Record& record : records)
      if (record.journal == journal) ++added;
    if (!added) continue;
    tally_.acknowledged += added;
    const Held& held = tab.store().held(journal);
    Promise& promise = promises_[held.key];
    note("tab ", tab.number(), ": ", held.end.records, " of ", held.key, " are acknowledged");
    Course& course = courses_[tab.number()];
    bool mine = was_missing(course, journal, promise);
    bool gone = promise.excused || promise.said == promise.acknowledged || mine;
    const Bytes stored = device_.primary.read(held.key).bytes;
    // Another tab has stored behind these records, and its answer came first.
    if (starts_with(promise.acknowledged, held.bytes) &&
        (!gone || starts_with(stored, promise.acknowledged)))
      continue;
    bool theirs = !starts_with(held.bytes, promise.acknowledged);
    // They were lost between the end of the call and its answer, and others have their place: the note of
    // these says so, if there can be one.
    if (theirs && !gone && damaged_ && starts_with(stored, promise.acknowledged)) {
      if (device_.notes.read(held.key)) promise.owed = held.bytes;
      continue;
    }
    if (theirs && !gone)
      return broken(tab_of(tab) + "acknowledged records of " + held.key + " were replaced");
    // An account that is born again on the same day begins with the same bytes.
    bool same = starts_with(held.bytes, promise.acknowledged);
    if (!same || promise.said == promise.acknowledged) ++promise.ends;
    if (!same && journal == Kind::account) lose(promise.acknowledged, held.bytes);
    bool taken = promise.taken || (gone && !damaged_ && !starts_with(stored, held.bytes));
    promise = {held.bytes, std::nullopt, "", taken, false, promise.ends};
    // Before the end of a removal, what is stored may go with the rest.
    if (!damaged_ && removing_.empty() && !starts_with(stored, held.bytes) &&
        last_writer_ == tab.number())
      return broken(tab_of(tab) + "acknowledged records of " + held.key + " are not stored");
  }
  check_account(tab);
  check_forgotten(tab);
}

void Simulation::on_left(Tab& tab, Left left) {
  ++tally_.left_memory;
  note("tab ", tab.number(), left == Left::stored ? ": leaves memory" : ": its memory gives way");
  if (left != Left::stored) return;
  std::vector<Record> records;
  for (Kind journal : both)
    if (!tab.store().held(journal).bytes.empty()) records.push_back({journal, 0, {}});
  on_stored(tab, records);
}

// Runs the calls under way to their ends, in any order.
void Simulation::settle() {
  for (int i = 0; i < 20000 && broken_.empty(); ++i) {
    if (!messages_.empty()) {
      Message message = std::move(messages_.back());
      messages_.pop_back();
      for (auto& tab : tabs_)
        if (tab->number() == message.tab) tab->heard(message.keys);
      continue;
    }
    ++ticks_;
    std::vector<size_t> ready = scheduler_.ready();
    if (ready.empty()) return;
    scheduler_.step(ready[random_.below(uint32_t(ready.size()))]);
  }
  broken("it never comes to rest");
}

// All tabs end, some of them in the middle of something; then each guide is opened without faults.
void Simulation::end() {
  calm_ = true;
  hanging_ = 0;
  jumped_ = 0;
  device_.notes.refused = false;
  note("the faults end");
  if (random_.one_in(2)) {
    settle();
    if (broken_.empty()) check_traces();
  }
  tabs_.clear();
  locked_by_.clear();
  messages_.clear();
  for (const std::string& guide : guides_)
    if (broken_.empty()) end_with(guide);
}

void Simulation::end_with(const std::string& guide) {
  open_tab(guide);
  settle();
  if (!broken_.empty()) return;
  Tab& tab = *tabs_.back();
  if (!tab.quiet()) return broken(tab_of(tab) + "it is busy for ever");
  check_account(tab);
  if (tab.core().session().pending())
    return broken(tab_of(tab) + "a change is pending, and nobody asks about it");
  check_replay(tab);
  // The reader goes on: that is stored, and the next opening has nothing to say.
  uint64_t stored = tally_.acknowledged;
  for (int i = 0; i < 100 && broken_.empty() && tally_.acknowledged == stored; ++i) {
    act(tab);
    settle();
  }
  if (!broken_.empty()) return;
  if (tally_.acknowledged == stored) return broken(tab_of(tab) + "nothing more is stored");
  const std::string key = tab.store().held(Kind::session).key;
  if (device_.primary.read(key).bytes != promises_[key].acknowledged)
    return broken(key + ": the primary isn't what was acknowledged");
  if (!promises_[key].acknowledged.empty() &&
      device_.mirror.read(key).bytes != promises_[key].acknowledged)
    return broken(key + ": the mirror isn't what was acknowledged");
  tally_.committed += tab.core().session().committed().size();
  bool said = courses_[tab.number()].said.count(Kind::account);
  tabs_.clear();
  locked_by_.clear();
  open_tab(guide);
  settle();
  if (!broken_.empty()) return;
  const std::set<Kind>& again = courses_[tabs_.back()->number()].said;
  // A loss of the account's is said until there is another change.
  if (again.count(Kind::session) || (again.count(Kind::account) && !said))
    return broken(tab_of(*tabs_.back()) + "a loss is said once more");
  check_replay(*tabs_.back());
  tabs_.clear();
  locked_by_.clear();
}

// Nothing is done twice, and a replay of the journals comes to the same session and account.
void Simulation::check_replay(Tab& tab) {
  const Bytes& account = tab.store().held(Kind::account).bytes;
  const Bytes& session = tab.store().held(Kind::session).bytes;
  std::set<std::string> ids;
  for (std::string_view payload : scan_journal(account).payloads) {
    auto json = Json::parse(payload);
    if (!json || !json->has("operation")) continue;
    if (!ids.insert((*json)["id"].string()).second)
      return broken("the account's journal has an operation twice: " + (*json)["id"].string());
    if (weather_.host && !done_by_host_.count((*json)["id"].string()))
      return broken("the host never did " + (*json)["id"].string());
  }
  if (session.empty() || scan_journal(session).payloads.size() < 2) return;
  for (const std::string& id : committed_of(tab))
    if (!tab.core().domain().holds(id)) return;  // its loss was said
  auto steps = replay(domains(), tab.core().flow(), account + session);
  if (!steps)
    return broken("no replay: " + std::string(stegvis::name_of(steps.error().code)) + " " +
                  steps.error().where + " " + steps.error().detail);
  if (steps->back().session != hex16(tab.core().session().digest()))
    return broken("a replay comes to another session");
}

}  // namespace stegvis::simulation
