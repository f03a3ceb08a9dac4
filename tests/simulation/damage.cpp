// Damage to storage without a call: bits, rows and files that change, copies and notes that are emptied.
#include "base/utf8.h"
#include "simulation.h"

namespace stegvis::simulation {

void Simulation::damage() {
  std::vector<std::string> keys;
  for (const auto& [key, promise] : promises_) keys.push_back(key);
  if (keys.empty()) return;
  const std::string key = keys[random_.below(uint32_t(keys.size()))];
  damaged_ = true;
  ++tally_.damages;
  ++changes_;
  uint32_t choice = random_.below(16);
  if (choice < 6) {
    damage_primary(key);
  } else if (choice < 10) {
    damage_mirror(key);
  } else if (choice == 10) {
    damage_primary(key);
    damage_mirror(key);
  } else if (choice == 11) {
    device_.primary.clear();
    if (traced_) trace_ += "the primary is emptied\n";
  } else if (choice == 12) {
    device_.mirror.clear();
    if (traced_) trace_ += "the mirror is emptied\n";
  } else if (choice == 13) {
    device_.notes.noted.clear();
    if (traced_) trace_ += "the notes are emptied\n";
  } else if (choice == 14) {
    device_.primary.clear();
    device_.mirror.clear();
    if (traced_) trace_ += "both copies are emptied\n";
  } else {
    device_.primary.clear();
    device_.mirror.clear();
    device_.notes.noted.clear();
    if (traced_) trace_ += "storage is cleared\n";
  }
  forget_if_nothing_remembers();
}

void Simulation::damage_primary(const std::string& key) {
  auto found = device_.primary.journals.find(key);
  if (found == device_.primary.journals.end() || found->second.rows.empty()) return;
  auto& rows = found->second.rows;
  auto row = rows.begin();
  std::advance(row, random_.below(uint32_t(rows.size())));
  std::string what;
  switch (random_.below(4)) {
    case 0:
    case 1: {
      uint32_t bit = random_.below(uint32_t(row->second.size() * 8));
      row->second[bit / 8] = char(row->second[bit / 8] ^ 1 << bit % 8);
      what = "has a bit off in row ";
      break;
    }
    case 2: what = "has no bytes in row "; break;
    default: what = "lacks row ";
  }
  if (traced_) trace_ += "primary " + key + " " + what + decimal(int64_t(row->first)) + "\n";
  if (what[0] == 'l') {
    rows.erase(row);
  } else if (what == "has no bytes in row ") {
    row->second = std::string(1, '\0');
  }
}

void Simulation::damage_mirror(const std::string& key) {
  auto found = device_.mirror.journals.find(key);
  if (found == device_.mirror.journals.end() || found->second.empty()) return;
  Bytes& bytes = found->second;
  uint32_t bit = random_.below(uint32_t(bytes.size() * 8));
  if (random_.one_in(2)) {
    bytes[bit / 8] = char(bytes[bit / 8] ^ 1 << bit % 8);
  } else {
    bytes.resize(bit / 8);
  }
  if (traced_) trace_ += "mirror " + key + " is damaged at byte " + decimal(bit / 8) + "\n";
}

// The limit: where no place remembers how many records there were, their loss can't be noticed.
void Simulation::forget_if_nothing_remembers() {
  for (auto& [key, promise] : promises_) {
    if (!has_noted(promise.owed, device_.notes.read(key)) || !device_.notes.read(key))
      promise.owed.clear();
    StoredJournal primary = device_.primary.read(key);
    std::string_view good =
        std::string_view(primary.bytes).substr(0, sound(primary.bytes).at.bytes);
    // Another journal that was begun there remembers its own.
    bool same = promise.acknowledged.starts_with(good);
    uint64_t remembered = same ? primary.acknowledged : 0;
    remembered = std::max(remembered, count_of(device_.notes.read(key)));
    if (remembered >= sound(promise.acknowledged).at.records) continue;
    promise.excused = true;
    ++promise.ends;
  }
}

}  // namespace stegvis::simulation
