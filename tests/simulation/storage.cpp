#include "storage.h"

#include <cstdlib>

#include "base/error.h"
#include "base/utf8.h"
#include "journal/journal.h"

namespace stegvis::simulation {
namespace {

uint32_t number32(std::string_view bytes, size_t at) {
  uint32_t value = 0;
  for (size_t i = 4; i-- > 0;) value = value << 8 | uint8_t(bytes[at + i]);
  return value;
}

}  // namespace

std::string_view name_of(StorageCode code) {
  constexpr std::string_view names[] = {"none",       "refused", "full", "conflict",
                                        "unreadable", "closed",  "late", "failed"};
  return names[size_t(code)];
}

std::vector<size_t> frames(std::string_view bytes) {
  std::vector<size_t> starts;
  for (size_t at = 0; at + record_head <= bytes.size();) {
    size_t end = at + record_head + number32(bytes, at);
    if (end > bytes.size() || number32(bytes, at + 4) != starts.size()) break;
    starts.push_back(at);
    at = end;
  }
  return starts;
}

std::vector<Bytes> split(std::string_view bytes) {
  std::vector<Bytes> records;
  for (size_t at : frames(bytes))
    records.emplace_back(bytes.substr(at, record_head + number32(bytes, at)));
  return records;
}

Note note_of(uint64_t records, std::string_view last) {
  Note note = decimal(int64_t(records));
  for (size_t i = record_head - 8; i < record_head; ++i) note += "," + decimal(uint8_t(last[i]));
  return note;
}

uint64_t count_of(const std::optional<Note>& note) {
  return note ? std::strtoull(note->c_str(), nullptr, 10) : 0;
}

bool has_noted(std::string_view bytes, const std::optional<Note>& note) {
  uint64_t count = count_of(note);
  if (!count) return true;
  std::vector<size_t> starts = frames(bytes);
  return starts.size() >= count && note_of(count, bytes.substr(starts[count - 1])) == *note;
}

Bytes join(const std::vector<Bytes>& records) {
  Bytes out;
  for (const Bytes& record : records) out += record;
  return out;
}

Sound sound(std::string_view bytes, uint64_t from) {
  Scan scan = scan_journal(bytes, from);
  Sound found{{scan.payloads.size(), scan.bytes}, ""};
  if (!scan.stopped) {
    found.stopped = stegvis::name_of(scan.stopped.error().code);
  } else if (scan.bytes < bytes.size()) {
    // A file may go on with another journal; the bytes of a key may not.
    found.stopped = stegvis::name_of(Code::journal_sequence);
  }
  return found;
}

StoredJournal Rows::read(const std::string& key, uint64_t from) const {
  StoredJournal stored;
  auto found = journals.find(key);
  if (found == journals.end()) return stored;
  for (const auto& [sequence, row] : found->second.rows)
    if (sequence >= from) stored.bytes += row;
  stored.end = {found->second.end(), stored.bytes.size()};
  stored.acknowledged = found->second.acknowledged;
  stored.unconfirmed = found->second.unconfirmed;
  return stored;
}

StorageCode Rows::append(const std::vector<Addition>& additions) {
  for (const Addition& addition : additions) {
    auto found = journals.find(addition.key);
    uint64_t end = found == journals.end() ? 0 : found->second.end();
    if (end != addition.at.records) return StorageCode::conflict;
    // Acknowledged records are missing behind these.
    if (found != journals.end() && found->second.acknowledged > end) return StorageCode::conflict;
    // Another journal of as many records is another's.
    if (end && !addition.after.ends_with(found->second.rows.rbegin()->second))
      return StorageCode::conflict;
  }
  for (const Addition& addition : additions) {
    Journal& journal = journals[addition.key];
    for (const Bytes& record : addition.records) journal.rows[journal.end()] = record;
    journal.acknowledged = addition.at.records + addition.records.size();
    journal.unconfirmed = false;
  }
  return StorageCode::none;
}

StorageCode Rows::replace(const std::vector<Replacement>& replacements) {
  for (const Replacement& it : replacements) {
    auto found = journals.find(it.key);
    uint64_t end = found == journals.end() ? 0 : found->second.end();
    if (it.at && end != it.at->records) return StorageCode::conflict;
    if (end && it.after && !it.after->ends_with(found->second.rows.rbegin()->second))
      return StorageCode::conflict;
  }
  for (const Replacement& it : replacements) {
    uint64_t from = it.keep.records;
    if (it.aside) {
      const Journal whole = journals[it.key];
      for (const auto& [sequence, row] : whole.rows)
        if (sequence >= from) journals[*it.aside].rows[sequence] = row;
    }
    Journal& journal = journals[it.key];
    for (size_t i = 0; i < it.records.size(); ++i) journal.rows[from + i] = it.records[i];
    uint64_t end = from + it.records.size();
    journal.rows.erase(journal.rows.lower_bound(end), journal.rows.end());
    journal.unconfirmed = it.unconfirmed && !journal.acknowledged;
    journal.acknowledged = journal.unconfirmed ? 0 : end;
  }
  return StorageCode::none;
}

StoredJournal Files::read(const std::string& key, uint64_t) const {
  auto found = journals.find(key);
  if (found == journals.end()) return {};
  return {found->second, {frames(found->second).size(), found->second.size()}};
}

StorageCode Files::append(const std::vector<Addition>& additions) {
  std::vector<Replacement> replacements;
  for (const Addition& addition : additions)
    replacements.push_back(
        {addition.key, addition.at, addition.records, addition.at, std::nullopt});
  return replace(replacements);
}

StorageCode Files::replace(const std::vector<Replacement>& replacements) {
  for (const Replacement& it : replacements) {
    auto found = journals.find(it.key);
    size_t size = found == journals.end() ? 0 : found->second.size();
    if (it.at && it.at->bytes != size) return StorageCode::conflict;
  }
  for (const Replacement& it : replacements) {
    Bytes old = journals[it.key];
    size_t keep = std::min(size_t(it.keep.bytes), old.size());
    if (it.aside) journals[*it.aside] = old.substr(keep);
    journals[it.key] = old.substr(0, keep) + join(it.records);
  }
  return StorageCode::none;
}

}  // namespace stegvis::simulation
