// The promises on the removal of everything.
#include "base/utf8.h"
#include "simulation.h"

namespace stegvis::simulation {
namespace {

// The ids of the events, and operations, in these bytes, sound or not.
void add_ids(std::string_view bytes, std::set<std::string>& ids) {
  constexpr std::string_view member = "\"id\":\"";
  for (size_t at = 0; (at = bytes.find(member, at)) != std::string_view::npos;) {
    at += member.size();
    std::string_view id = bytes.substr(at, 32);
    if (id.find_first_not_of("0123456789") == std::string_view::npos) ids.emplace(id);
  }
}

}  // namespace

// All events that are stored. A bit that is off makes another id of one.
std::set<std::string> Simulation::ids_stored() const {
  std::set<std::string> ids;
  for (const auto& [key, journal] : device_.primary.journals)
    for (const auto& [sequence, row] : journal.rows)
      if (!damaged_ || sound(row, sequence).at.records) add_ids(row, ids);
  for (const auto& [key, bytes] : device_.mirror.journals)
    add_ids(damaged_ ? std::string_view(bytes).substr(0, sound(bytes).at.bytes) : bytes, ids);
  return ids;
}

// All events that are stored, or were acknowledged.
std::set<std::string> Simulation::ids_there() const {
  std::set<std::string> ids = ids_stored();
  for (const auto& [key, promise] : promises_) add_ids(promise.acknowledged, ids);
  return ids;
}

// The reader has everything removed: what was acknowledged needn't be there any more.
void Simulation::removed() {
  ++changes_;
  for (auto& [key, promise] : promises_) {
    if (key.starts_with("account")) lose(promise.acknowledged, "");
    promise.excused = true;
    ++promise.ends;
  }
}

void Simulation::on_forgotten(Tab& tab, StorageCode problem) {
  ++tally_.forgotten;
  note("tab ", tab.number(), ": has removed everything, ", name_of(problem));
  ++changes_;
  std::set<std::string> ids = std::move(removing_[tab.number()]);
  removing_.erase(tab.number());
  // Else the reader is told that something is left.
  nothing_ = problem == StorageCode::none && !stored_since_;
  if (problem == StorageCode::none) forgotten_.merge(ids);
  // Stored, and acknowledged, before the end of the removal, and gone with it.
  for (auto& [key, promise] : promises_) {
    if (device_.primary.read(key).bytes.starts_with(promise.acknowledged)) continue;
    if (key.starts_with("account")) lose(promise.acknowledged, "");
    promise.excused = true;
    ++promise.ends;
  }
}

// A tab that has heard of the removal holds nothing of what was removed.
void Simulation::check_forgotten(Tab& tab) {
  for (const Message& message : messages_)
    if (message.tab == tab.number() && message.keys[0] == everything) return;
  std::set<std::string> ids;
  for (Kind journal : both) add_ids(tab.store().held(journal).bytes, ids);
  for (const std::string& id : ids)
    if (forgotten_.count(id))
      return broken("tab " + decimal(tab.number()) + ": what was removed is there again: " + id);
}

// All has come to rest: nothing of what was removed is in any place.
void Simulation::check_traces() {
  for (const std::string& id : ids_stored())
    if (forgotten_.count(id)) return broken("what was removed is stored again: " + id);
  if (nothing_ && !device_.primary.empty()) return broken("the primary is not empty");
  if (nothing_ && !device_.mirror.empty()) return broken("the mirror is not empty");
  if (nothing_ && !device_.notes.noted.empty()) return broken("the notes are not empty");
}

}  // namespace stegvis::simulation
