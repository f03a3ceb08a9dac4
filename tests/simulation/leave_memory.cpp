// web/src/storage/leave-memory.ts: what went on in memory is stored, or gives way to what is stored by now.
#include <algorithm>

#include "journal_store.h"

namespace stegvis::simulation {

Task<Left> Recovery::leave(std::vector<Held>& all, Files& memory) {
  if (writer_.begin) {
    auto waiting = writer_.begin("writer");
    co_await waiting;
  }
  Task<Left> leaving = leave_alone(all, memory);
  Left left = co_await leaving;
  if (writer_.end) writer_.end("writer");
  co_return left;
}

Task<Left> Recovery::leave_alone(std::vector<Held>& all, Files& memory) {
  std::vector<Replacement> replacements;
  std::vector<Addition> whole;
  std::map<std::string, std::optional<Behind>> mirrors;
  bool behind = true, gone = false;
  uint64_t drops = drops_;
  std::vector<std::pair<std::string, std::optional<Note>>> noted;
  // A tab that did not wait for the lock has stored since the places were read.
  auto overtaken = [&] {
    return std::any_of(noted.begin(), noted.end(),
                       [&](const auto& it) { return notes_.read(it.first) != it.second; });
  };
  for (const Held& held : all) {
    auto in_memory = memory.journals.find(held.key);
    if (in_memory == memory.journals.end()) continue;
    const Bytes bytes = in_memory->second;
    Copies copies;
    copies.noted = notes_.read(held.key);
    noted.emplace_back(held.key, copies.noted);
    auto reading_first = primary_.read(held.key);
    auto reading_second = mirror_.read(held.key);
    Answer<StoredJournal> first = co_await reading_first;
    Answer<StoredJournal> second = co_await reading_second;
    if (first.problem != StorageCode::none || drops != drops_) co_return Left::not_yet;
    copies.primary = first.value;
    if (second.problem == StorageCode::none) copies.mirror = std::move(second.value);
    copies.unknown = second.problem != StorageCode::none && second.problem != StorageCode::refused;
    Verdict verdict = judge(copies, "aside/" + held.key);
    for (const std::string& problem : verdict.problems)
      if (problem == "journal-unreadable") co_return Left::not_yet;
    // Without a note, nothing says that memory has what is lost there: the next opening says the loss.
    if (!verdict.problems.empty() && !copies.noted) co_return Left::not_yet;
    // Memory goes on from all that is stored, and has all that was acknowledged.
    behind = behind && bytes.starts_with(verdict.bytes) && has_noted(bytes, copies.noted);
    gone = gone || (held.journal == Kind::account && !verdict.bytes.starts_with(bytes));
    Replacement replacement = verdict.repair.value_or(
        Replacement{{}, {verdict.records, verdict.bytes.size()}, {}, first.value.end});
    if (!verdict.repair) replacement.after = first.value.bytes;
    replacement.key = held.key;
    std::vector<Bytes> records = split(bytes);
    bool more = records.size() > verdict.records;
    for (size_t i = verdict.records; i < records.size(); ++i)
      replacement.records.push_back(records[i]);
    if (verdict.repair || more) replacements.push_back(std::move(replacement));
    whole.push_back({held.key, {}, std::move(records)});
    mirrors[held.key] = std::move(verdict.mirror);
  }
  // Everything was removed before its turn came.
  if (noted.empty()) co_return Left::not_yet;
  if (overtaken() || drops != drops_) co_return Left::not_yet;
  if (behind && !replacements.empty()) {
    Task<StorageCode> writing = fill(std::move(replacements));
    StorageCode problem = co_await writing;
    if (problem != StorageCode::none || drops != drops_) co_return Left::not_yet;
    behind = !overtaken();
  }
  if (behind) acknowledge(notes_, whole);
  for (Held& held : all) {
    memory.journals.erase(held.key);
    held.repair.reset();
    held.unsure = false;
    if (behind) {
      held.noted = notes_.read(held.key);
      if (mirrors.contains(held.key)) held.mirror = mirrors[held.key].value_or(Behind{});
      continue;
    }
    // Nothing goes behind what gave way.
    held.bytes.clear();
    held.end = {};
    held.noted.reset();
    held.mirror.reset();
  }
  co_return behind ? Left::stored : gone ? Left::gone : Left::replaced;
}

}  // namespace stegvis::simulation
