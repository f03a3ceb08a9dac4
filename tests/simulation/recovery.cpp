// web/src/storage/recovery.ts: which copy of a journal counts, and what follows from that.
#include <algorithm>

#include "journal_store.h"

namespace stegvis::simulation {
namespace {

bool starts_with(std::string_view bytes, std::string_view beginning) {
  return bytes.substr(0, beginning.size()) == beginning;
}

// Those that follow each other in one journal as one.
std::vector<Addition> joined(const std::vector<Addition>& additions) {
  std::vector<Addition> all;
  for (const Addition& next : additions) {
    auto last = std::find_if(all.rbegin(), all.rend(),
                             [&](const Addition& it) { return it.key == next.key; });
    if (last != all.rend() && last->at.records + last->records.size() == next.at.records) {
      last->records.insert(last->records.end(), next.records.begin(), next.records.end());
    } else {
      all.push_back(next);
    }
  }
  return all;
}

std::string aside_of(const std::string& key) { return "aside/" + key; }

}  // namespace

Verdict judge(const Copies& copies, const std::string& aside) {
  const auto& [primary, mirror, held, noted, unknown] = copies;
  // A tab has filled the primary, and ended before it knew that nothing was removed meanwhile.
  bool unconfirmed = primary && primary->unconfirmed && !noted;
  Sound first = primary && !unconfirmed ? sound(primary->bytes) : Sound{};
  Sound second = mirror ? sound(mirror->bytes) : Sound{};
  Sound own = sound(held);
  uint64_t remembered = std::max(primary ? primary->acknowledged : 0, count_of(noted));
  Verdict verdict;
  bool whole =
      primary && !unconfirmed && first.stopped.empty() && primary->end.records == first.at.records;
  auto has = [&](std::string_view bytes, const Sound& it) {
    return has_noted(bytes.substr(0, it.at.bytes), noted);
  };
  // A primary that has all that was acknowledged counts, though the mirror is longer: it was replaced.
  bool complete = whole && noted && first.at.records >= remembered && has(primary->bytes, first);
  // Held records count only if the primary has lost some of them: another tab may have replaced the
  // journal.
  bool lost = !primary || !whole || !first.at.records || primary->acknowledged > first.at.records;
  std::vector<std::pair<std::string_view, Sound>> candidates;
  if (primary) candidates.push_back({primary->bytes, first});
  if (!complete) {
    candidates.push_back({mirror ? std::string_view(mirror->bytes) : "", second});
    std::string_view good =
        primary ? std::string_view(primary->bytes).substr(0, first.at.bytes) : "";
    // A journal of fewer records that were acknowledged is another one.
    bool fewer = primary && primary->acknowledged && primary->acknowledged < own.at.records;
    if (lost && !fewer && starts_with(held, good)) candidates.push_back({held, own});
  }
  // A copy that has what is noted counts before one that lacks it, though that be longer.
  auto order = [&](size_t i) {
    const auto& [bytes, it] = candidates[i];
    return std::pair(has(bytes, it), it.at.records);
  };
  size_t best = 0;
  for (size_t i = 1; i < candidates.size(); ++i)
    if (order(i) > order(best)) best = i;
  const auto& [counts, at] = candidates[best];
  bool mine = primary && best == 0;
  verdict.bytes = counts.substr(0, at.at.bytes);
  verdict.records = at.at.records;

  // Two copies of as many records that are not the same: one of them is wrong, or of another journal. So it
  // is with any two that begin alike and go on apart, where nothing says which of them was acknowledged.
  if (primary && !unconfirmed && mirror && primary->bytes != mirror->bytes) {
    std::string_view good = std::string_view(primary->bytes).substr(0, first.at.bytes);
    std::string_view other = std::string_view(mirror->bytes).substr(0, second.at.bytes);
    bool as_many = first.at.records == second.at.records &&
                   (primary->bytes.size() == mirror->bytes.size() ||
                    (first.stopped.empty() && second.stopped.empty()));
    if (as_many || (!complete && !starts_with(good, other) && !starts_with(other, good)))
      verdict.problems.push_back("journal-copies");
  }
  // Without a note, nothing says that what is damaged there is the same journal.
  if (primary && !mine && !noted && !unconfirmed && primary->bytes.size() > first.at.bytes &&
      verdict.problems.empty())
    verdict.problems.push_back("journal-copies");
  bool is_short = at.at.records < remembered || !has(counts, at);
  // The mirror may lack some where neither the primary nor the notes can tell how many there were.
  bool blind = !primary && !noted;
  if (blind ? unknown || second.at.records : unknown && (is_short || !at.at.records)) {
    verdict.problems.push_back("journal-unreadable");
  } else if (!at.stopped.empty()) {
    verdict.problems.emplace_back(at.stopped);
  } else if (is_short) {
    verdict.problems.push_back("journal-lost");
  }

  if (primary && (!mine || !whole || primary->acknowledged > at.at.records)) {
    Replacement repair;
    if (mine) repair.keep = at.at;
    if (!mine) repair.records = split(verdict.bytes);
    repair.at = primary->end;
    repair.after = primary->bytes;
    bool more =
        primary->end.records > at.at.records || (mine && primary->bytes.size() > at.at.bytes);
    if (more && !unconfirmed) repair.aside = aside;
    verdict.repair = std::move(repair);
  }
  if (!mirror && unknown) {
    // It may be another journal's: nothing goes behind that.
    verdict.mirror = Behind{std::nullopt, is_short || unconfirmed};
  } else if (mirror && mirror->bytes != verdict.bytes) {
    bool more = second.at.records > at.at.records;
    verdict.mirror = Behind{more ? std::optional(aside) : std::nullopt, false};
  }
  return verdict;
}

Task<Found> Recovery::read(Held& held) {
  std::optional<Note> noted;
  Answer<StoredJournal> first, second;
  Verdict verdict;
  for (;;) {
    std::function<bool()> removed = since({held.key});
    // Before the places are read: another tab may store, and note it, meanwhile.
    noted = notes_.read(held.key);
    auto reading_first = primary_.read(held.key);
    auto reading_second = mirror_.read(held.key);
    first = co_await reading_first;
    second = co_await reading_second;
    // That is no loss, and what was read is gone.
    if (removed()) continue;
    std::optional<Note> now = notes_.read(held.key);
    auto unreadable = [](const Answer<StoredJournal>& answer) {
      return answer.problem != StorageCode::none && answer.problem != StorageCode::refused;
    };
    Copies copies;
    if (first.problem == StorageCode::none) copies.primary = first.value;
    if (second.problem == StorageCode::none) copies.mirror = std::move(second.value);
    copies.held = held.bytes;
    copies.noted = noted;
    copies.unknown = unreadable(first) || unreadable(second);
    verdict = judge(copies, aside_of(held.key));
    // Another tab has noted more meanwhile, or another journal.
    if (now != noted && !has_noted(verdict.bytes, now)) continue;
    if (verdict.problems.empty() || verdict.records) break;
    // Nothing is left: another tab may have had everything removed.
    Task<bool> hearing = dropped(drops_);
    (void)co_await hearing;
    if (!removed()) break;
  }
  held.bytes = verdict.bytes;
  held.end = {verdict.records, verdict.bytes.size()};
  held.noted = std::move(noted);
  held.unsure = first.problem != StorageCode::none;
  uint64_t seen =
      std::max({first.value.end.records, first.value.acknowledged, count_of(held.noted)});
  held.repair = std::move(verdict.repair);
  if (held.repair) held.repair->key = held.key;
  held.mirror = std::move(verdict.mirror);
  co_return Found{std::move(verdict.bytes), std::move(verdict.problems), held.unsure, seen};
}

Task<std::optional<Bytes>> Recovery::next(Held& held) {
  if (held.repair) co_return std::nullopt;
  uint64_t from = held.end.records ? held.end.records - 1 : 0, drops = drops_;
  // Before it is read, as in a whole reading.
  std::optional<Note> noted = notes_.read(held.key);
  auto reading = primary_.tail(held.key, from);
  Answer<StoredJournal> answer = co_await reading;
  if (answer.problem != StorageCode::none || drops != drops_) co_return std::nullopt;
  const Bytes& bytes = answer.value.bytes;
  if (!held.end.records) {
    bool other = answer.value.end.records || answer.value.acknowledged || answer.value.unconfirmed;
    co_return other || noted ? std::nullopt : std::optional(Bytes());
  }
  Sound found = sound(bytes, from);
  // The last record that is held tells that the journal is still the same.
  Bytes last = held.bytes.substr(frames(held.bytes).back());
  if (!found.stopped.empty() || answer.value.end.records != from + found.at.records ||
      !starts_with(bytes, last))
    co_return std::nullopt;
  Bytes added = bytes.substr(last.size());
  // A loss at the end is found by a whole reading, and is told.
  if (answer.value.unconfirmed || answer.value.acknowledged > answer.value.end.records ||
      !has_noted(held.bytes + added, noted))
    co_return std::nullopt;
  held.bytes += added;
  held.end = {answer.value.end.records, held.bytes.size()};
  co_return added;
}

// Another tab has stored since these were read, and has noted it; or what they go behind gave way.
bool Recovery::further(const std::vector<Held>& all, const std::vector<Addition>& additions) const {
  for (const Held& held : all) {
    bool written = held.repair.has_value();
    for (const Addition& addition : additions) {
      if (addition.key != held.key) continue;
      if (addition.at.records != held.end.records) return true;
      written = true;
    }
    std::optional<Note> note = notes_.read(held.key);
    if (written && note != held.noted && !has_noted(held.bytes, note)) return true;
  }
  return false;
}

Task<Void> Recovery::begin_turn() {
  if (writer_.begin) {
    auto waiting = writer_.begin("writer");
    co_await waiting;
  }
  has_turn_ = true;
  co_return Void{};
}

void Recovery::end_turn() {
  has_turn_ = false;
  if (writer_.end) writer_.end("writer");
}

Task<StorageCode> Recovery::write(std::vector<Held>& all, const std::vector<Addition>& additions) {
  if (writer_.begin && !has_turn_) {
    auto waiting = writer_.begin("writer");
    co_await waiting;
  }
  uint64_t drops = drops_;
  std::vector<std::string> keys;
  for (const Addition& addition : additions) keys.push_back(addition.key);
  std::function<bool()> removed = since(keys);
  StorageCode problem = StorageCode::none;
  if (further(all, additions)) problem = StorageCode::conflict;
  if (problem == StorageCode::none) {
    Task<StorageCode> repairing = repair(all);
    problem = co_await repairing;
    if (problem == StorageCode::none) {
      auto adding = primary_.append(additions);
      problem = co_await adding;
    }
    if (problem == StorageCode::conflict && drops == drops_) {
      Task<StorageCode> settling = settle(all, additions);
      problem = co_await settling;
    }
    // Once more: a tab that did not wait for the lock may have stored meanwhile, and lost that.
    if (problem == StorageCode::none && (removed() || further(all, additions)))
      problem = StorageCode::conflict;
  }
  // Noted before another tab can go on.
  if (problem == StorageCode::none) {
    acknowledge(notes_, additions);
    for (Held& held : all)
      for (const Addition& addition : additions)
        if (addition.key == held.key) held.noted = notes_.read(held.key);
  }
  if (writer_.end && !has_turn_) writer_.end("writer");
  co_return problem;
}

Task<StorageCode> Recovery::repair(std::vector<Held>& all) {
  std::vector<Replacement> repairs;
  for (const Held& held : all)
    if (held.repair) repairs.push_back(*held.repair);
  if (repairs.empty()) co_return StorageCode::none;
  Task<StorageCode> writing = fill(std::move(repairs));
  StorageCode problem = co_await writing;
  if (problem == StorageCode::none)
    for (Held& held : all) held.repair.reset();
  co_return problem;
}

Task<Answer<std::vector<Addition>>> Recovery::replace(std::vector<Held>& all,
                                                      const std::vector<Bytes>& bytes) {
  std::vector<Addition> whole;
  std::vector<Replacement> replacements;
  for (size_t i = 0; i < all.size(); ++i) {
    whole.push_back({all[i].key, {}, split(bytes[i])});
    replacements.push_back({all[i].key, {}, split(bytes[i]), std::nullopt, std::nullopt});
  }
  auto writing = primary_.replace(std::move(replacements));
  StorageCode problem = co_await writing;
  if (problem != StorageCode::none) co_return Answer<std::vector<Addition>>{{}, problem};
  acknowledge(notes_, whole);
  for (Held& held : all) {
    held.bytes.clear();
    held.end = {};
    held.noted.reset();
    held.repair.reset();
    held.mirror = Behind{};
  }
  co_return Answer<std::vector<Addition>>{std::move(whole), StorageCode::none};
}

Task<StorageCode> Recovery::settle(std::vector<Held>& all, const std::vector<Addition>& additions) {
  // A repair that met another tab's records is judged again, with all copies.
  for (const Held& held : all)
    if (held.repair) co_return StorageCode::conflict;
  if (further(all, additions)) co_return StorageCode::conflict;
  uint64_t drops = drops_;
  std::vector<Replacement> repairs;
  for (const Addition& addition : additions) {
    auto reading = primary_.read(addition.key);
    Answer<StoredJournal> answer = co_await reading;
    if (drops != drops_) co_return StorageCode::conflict;
    if (answer.problem != StorageCode::none) co_return answer.problem;
    const StoredJournal& value = answer.value;
    const Held& held = *std::find_if(all.begin(), all.end(),
                                     [&](const Held& it) { return it.key == addition.key; });
    Sound good = sound(value.bytes);
    bool whole = value.end.records == good.at.records && good.stopped.empty();
    // Sound or not, records behind the held ones are another tab's, and acknowledged; and where fewer were,
    // it is another journal.
    bool other = value.acknowledged && value.acknowledged != addition.at.records;
    if (other || value.end.records > addition.at.records ||
        !starts_with(held.bytes, std::string_view(value.bytes).substr(0, good.at.bytes)))
      co_return StorageCode::conflict;
    if (whole && good.at.records == addition.at.records) continue;
    std::vector<Bytes> own = split(held.bytes);
    Replacement repair{addition.key, good.at, {}, value.end, std::nullopt, value.bytes};
    for (size_t i = good.at.records; i < own.size(); ++i) repair.records.push_back(own[i]);
    if (!whole) repair.aside = aside_of(addition.key);
    repairs.push_back(std::move(repair));
  }
  if (!repairs.empty()) {
    Task<StorageCode> repairing = fill(std::move(repairs));
    StorageCode problem = co_await repairing;
    if (problem != StorageCode::none) co_return problem;
  }
  auto adding = primary_.append(additions);
  StorageCode problem = co_await adding;
  co_return problem;
}

// The mirror isn't what is held. It is written whole up to `end`, which is stored in the primary, unless
// another tab is further there. Gives whether it was written.
Task<bool> Recovery::rewrite(Held& held, uint64_t end) {
  const std::string key = held.key;
  uint64_t drops = drops_;
  auto reading_first = primary_.read(key);
  auto reading_second = mirror_.read(key);
  Answer<StoredJournal> first = co_await reading_first;
  Answer<StoredJournal> second = co_await reading_second;
  if (drops != drops_) co_return false;
  bool leave = held.mirror && held.mirror->leave;
  if (second.problem != StorageCode::none && leave) co_return false;
  Bytes own = held.bytes.substr(0, end);
  Bytes whole = own;
  if (first.problem == StorageCode::none) {
    Bytes stored = first.value.bytes.substr(0, sound(first.value.bytes).at.bytes);
    // The primary has another journal by now: what is held has no place behind it.
    if (!starts_with(stored, own) && !starts_with(own, stored)) {
      if (!held.mirror) held.mirror = Behind{};
      co_return false;
    }
    if (starts_with(stored, own)) whole = std::move(stored);
  }
  bool further = second.problem == StorageCode::none && starts_with(second.value.bytes, whole);
  if (!held.mirror && further) co_return false;
  Replacement replacement{key, {}, split(whole), std::nullopt, std::nullopt};
  if (leave) {
    replacement.aside = aside_of(key);
  } else if (held.mirror) {
    replacement.aside = held.mirror->aside;
  }
  auto writing = mirror_.replace({std::move(replacement)});
  StorageCode problem = co_await writing;
  if (drops != drops_) co_return true;
  if (problem != StorageCode::none) {
    // It has records of another journal still, which the next ones must not go behind.
    if (!held.mirror) held.mirror = Behind{};
    co_return true;
  }
  mirrored_[key] = whole.size();
  held.mirror.reset();
  co_return true;
}

Task<Void> Recovery::follow(std::vector<Held>& all, std::vector<Addition>& additions) {
  if (writer_.begin) {
    auto waiting = writer_.begin("mirror");
    co_await waiting;
  }
  std::vector<Addition> each = joined(std::exchange(additions, {}));
  Task<Void> following = follow_alone(all, each);
  co_await following;
  if (writer_.end) writer_.end("mirror");
  co_return Void{};
}

Task<Void> Recovery::follow_alone(std::vector<Held>& all, const std::vector<Addition>& additions) {
  for (const Addition& addition : additions) {
    Held& held = *std::find_if(all.begin(), all.end(),
                               [&](const Held& it) { return it.key == addition.key; });
    auto mirrored = mirrored_.find(held.key);
    if (!held.mirror && mirrored != mirrored_.end() && addition.at.bytes < mirrored->second)
      continue;
    uint64_t drops = drops_;
    // Dropped before its turn came.
    if (held.end.records < addition.at.records + addition.records.size()) continue;
    bool noted = notes_.read(held.key).has_value();
    Task<bool> reading = stands(held, addition);
    bool there = co_await reading;
    if (!there || drops != drops_) continue;
    bool again = held.mirror.has_value(), written = false;
    if (!again) {
      auto adding = mirror_.append({addition});
      StorageCode problem = co_await adding;
      again = problem == StorageCode::conflict;
      written = !again;
      // It may have records of another journal: it is written whole at the next append.
      if (!again && problem != StorageCode::none && drops == drops_) held.mirror = Behind{};
    }
    if (again && drops == drops_) {
      Task<bool> rewriting = rewrite(held, addition.at.bytes + join(addition.records).size());
      written = co_await rewriting;
    }
    // Everything was removed meanwhile, by a tab that did not wait for the lock.
    if (written && (drops != drops_ || (noted && !notes_.read(held.key)))) {
      auto taking_back = mirror_.remove({held.key});
      (void)co_await taking_back;
    }
  }
  co_return Void{};
}

}  // namespace stegvis::simulation
