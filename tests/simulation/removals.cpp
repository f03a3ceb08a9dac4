// web/src/storage/removals.ts, and the removal of everything: nothing of it comes back by what other
// tabs have under way.
#include <algorithm>

#include "journal_store.h"

namespace stegvis::simulation {

std::function<bool()> Recovery::since(const std::vector<std::string>& keys) const {
  std::vector<std::string> noted;
  for (const std::string& key : keys)
    if (notes_.read(key)) noted.push_back(key);
  return [this, drops = drops_, noted = std::move(noted)] {
    return drops != drops_ || std::any_of(noted.begin(), noted.end(), [&](const std::string& key) {
             return !notes_.read(key);
           });
  };
}

// Everything was removed by another tab, which is heard of in time.
Task<bool> Recovery::dropped(uint64_t drops) {
  if (writer_.hear) {
    auto hearing = writer_.hear();
    co_await hearing;
  }
  co_return drops != drops_;
}

// Replaces in the primary. A journal that is written whole where nothing is doesn't come back that way once
// it was removed: another tab may be removing everything, before and behind this. Nobody reads it before that
// is known, also where this tab ends meanwhile.
Task<StorageCode> Recovery::fill(std::vector<Replacement> replacements) {
  std::vector<std::string> keys;
  std::vector<Replacement> confirmations;
  for (Replacement& it : replacements) {
    if (!it.at || it.at->records || it.records.empty()) continue;
    keys.push_back(it.key);
    Position end{it.records.size(), join(it.records).size()};
    confirmations.push_back({it.key, end, {}, end, std::nullopt, it.records.back()});
    it.unconfirmed = true;
  }
  uint64_t drops = drops_;
  if (!keys.empty()) {
    Task<bool> hearing = dropped(drops);
    if (co_await hearing) co_return StorageCode::conflict;
  }
  auto writing = primary_.replace(std::move(replacements));
  StorageCode problem = co_await writing;
  if (!keys.empty() && problem == StorageCode::none) {
    Task<bool> hearing = dropped(drops);
    if (co_await hearing) {
      auto removing = primary_.remove(keys);
      (void)co_await removing;
      co_return StorageCode::conflict;
    }
    auto confirming = primary_.replace(std::move(confirmations));
    problem = co_await confirming;
  }
  co_return problem;
}

Task<StorageCode> Recovery::forget(std::function<void()> announce) {
  if (writer_.begin) {
    auto waiting = writer_.begin("writer");
    co_await waiting;
  }
  // Other tabs drop what they hold, to store nothing of it; then what they have read meanwhile.
  announce();
  // The notes go first: another tab finds by them that all is removed. They go again, with those of a write
  // that was under way.
  notes_.forget();
  auto removing_first = primary_.remove();
  StorageCode first = co_await removing_first;
  // Another tab that mirrors now ends first, and finds nothing to mirror later.
  if (writer_.begin) {
    auto waiting = writer_.begin("mirror");
    co_await waiting;
  }
  auto removing_second = mirror_.remove();
  StorageCode second = co_await removing_second;
  if (writer_.end) writer_.end("mirror");
  notes_.forget();
  announce();
  // Another tab may have read the mirror, and filled the primary, before it could hear of this.
  auto looking = primary_.exists();
  Answer<bool> filled = co_await looking;
  if (filled.problem != StorageCode::none || filled.value) {
    auto removing_again = primary_.remove();
    StorageCode again = co_await removing_again;
    if (first == StorageCode::none) first = again;
    notes_.forget();
    announce();
  }
  if (writer_.end) writer_.end("writer");
  co_return first != StorageCode::none ? first : second;
}

void Recovery::drop(std::vector<Held>& all, Files& memory) {
  ++drops_;
  memory.clear();
  mirrored_.clear();
  for (Held& held : all) {
    held.bytes.clear();
    held.end = {};
    held.noted.reset();
    held.repair.reset();
    held.mirror.reset();
  }
}

// The primary has the last of these records, which were acknowledged; or it can't be read; or it has damaged
// them, and by the notes they are the newest still. Else another journal has their place, or none.
Task<bool> Recovery::stands(const Held& held, Addition addition) {
  auto reading = primary_.tail(addition.key, addition.at.records + addition.records.size() - 1);
  Answer<StoredJournal> answer = co_await reading;
  if (answer.problem != StorageCode::none) co_return true;
  if (answer.value.bytes.starts_with(addition.records.back())) co_return true;
  std::optional<Note> noted = notes_.read(addition.key);
  if (!noted || !has_noted(held.bytes, noted)) co_return false;
  co_return answer.value.end.records > 0;
}

}  // namespace stegvis::simulation
