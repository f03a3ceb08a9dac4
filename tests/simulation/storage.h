// The storage of a simulated browser, as web/src/storage has it: what a place is asked and answers
// (storage-backend.ts), IndexedDB, files and memory, and the notes of acknowledged lengths (notes.ts).
//
// Places never fail by themselves: a tab asks them through a Backend (backend.h), which has the faults.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stegvis::simulation {

using Bytes = std::string;

enum class StorageCode : uint8_t {
  none,
  refused,
  full,
  conflict,
  unreadable,
  closed,
  late,
  failed
};
std::string_view name_of(StorageCode code);

struct Position {
  uint64_t records = 0, bytes = 0;
  bool operator==(const Position&) const = default;
};

struct StoredJournal {
  Bytes bytes;
  Position end;
  uint64_t acknowledged = 0;
  bool unconfirmed = false;  // as a replacement made it
};

struct Addition {
  std::string key;
  Position at;
  std::vector<Bytes> records;
  Bytes after{};  // the bytes that the journal must end with, of a record at least
};

struct Replacement {
  std::string key;
  Position keep;
  std::vector<Bytes> records;
  std::optional<Position> at;
  std::optional<std::string> aside;
  std::optional<Bytes> after{};  // the bytes that the journal must end with, of a record at least
  // The records count only with a note until the next write, unless a count of acknowledged ones is left.
  bool unconfirmed = false;
};

template <class T>
struct Answer {
  T value{};
  StorageCode problem = StorageCode::none;
};

// The offset of each whole record at the start of the bytes (record-format.ts: no look at checksums).
std::vector<size_t> frames(std::string_view bytes);
// The records at the start of the bytes, each by itself.
std::vector<Bytes> split(std::string_view bytes);
Bytes join(const std::vector<Bytes>& records);

// The sound records at the start of the bytes (record-checksum.ts), by the core's own reading.
struct Sound {
  Position at;
  std::string_view stopped;  // the core's code for the rest; empty: there is none
};
Sound sound(std::string_view bytes, uint64_t from = 0);

// A place that holds journals. A write gives none or conflict, and changes everything it names or nothing.
class Place {
 public:
  virtual ~Place() = default;
  // The records from a sequence on.
  virtual StoredJournal read(const std::string& key, uint64_t from = 0) const = 0;
  virtual StorageCode append(const std::vector<Addition>& additions) = 0;
  virtual StorageCode replace(const std::vector<Replacement>& replacements) = 0;
  virtual bool empty() const = 0;
  virtual void clear() = 0;
  virtual void remove(const std::string& key) = 0;
};

// IndexedDB: a row a record, and how many were acknowledged (indexeddb-backend.ts).
class Rows final : public Place {
 public:
  struct Journal {
    std::map<uint64_t, Bytes> rows;
    uint64_t acknowledged = 0;
    bool unconfirmed = false;
    uint64_t end() const { return rows.empty() ? 0 : rows.rbegin()->first + 1; }
  };

  StoredJournal read(const std::string& key, uint64_t from = 0) const override;
  StorageCode append(const std::vector<Addition>& additions) override;
  StorageCode replace(const std::vector<Replacement>& replacements) override;
  bool empty() const override { return journals.empty(); }
  void clear() override { journals.clear(); }
  void remove(const std::string& key) override { journals.erase(key); }

  std::map<std::string, Journal> journals;
};

// Files, or memory: a journal's bytes in a row (memory-backend.ts, opfs-backend.ts).
class Files final : public Place {
 public:
  StoredJournal read(const std::string& key, uint64_t from = 0) const override;
  StorageCode append(const std::vector<Addition>& additions) override;
  StorageCode replace(const std::vector<Replacement>& replacements) override;
  bool empty() const override { return journals.empty(); }
  void clear() override { journals.clear(); }
  void remove(const std::string& key) override { journals.erase(key); }

  std::map<std::string, Bytes> journals;
};

// A note: the number of acknowledged records, and the checksum of the last of them (record-format.ts).
using Note = std::string;
Note note_of(uint64_t records, std::string_view last);
uint64_t count_of(const std::optional<Note>& note);
// The records at the start of the bytes have all that is noted.
bool has_noted(std::string_view bytes, const std::optional<Note>& note);

// The notes of acknowledged records, made at once (notes.ts).
class Notes {
 public:
  std::optional<Note> read(const std::string& key) const {
    auto found = noted.find(key);
    return found == noted.end() ? std::nullopt : std::optional(found->second);
  }
  void write(const std::string& key, Note note) {
    if (!refused) noted[key] = std::move(note);
  }
  void forget() { noted.clear(); }

  std::map<std::string, Note> noted;
  bool refused = false;  // a note that can't be written is left
};

// All that one browser keeps.
struct Device {
  Rows primary;
  Files mirror;
  Notes notes;
};

}  // namespace stegvis::simulation
