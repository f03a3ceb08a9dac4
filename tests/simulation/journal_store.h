// The journal store of a simulated tab: web/src/storage/journal-store.ts and recovery.ts in C++, function by
// function and under the same names, so that a rule is tried here in the number of schedules that a browser
// has no time for. tests/vectors/schedules.json is run by both.
#pragma once
#include <functional>

#include "backend.h"

namespace stegvis::simulation {

// In the place of keys: another tab has removed everything.
inline constexpr const char* everything = "everything";

enum class Kind : uint8_t { account, session };
inline constexpr Kind both[] = {Kind::account, Kind::session};
std::string_view name_of(Kind kind);

struct Record {
  Kind journal;
  uint64_t sequence;
  Bytes bytes;
};

// The mirror isn't what is held.
struct Behind {
  std::optional<std::string> aside;
  bool leave = false;
};

// The records that this tab has read or has had acknowledged.
struct Held {
  Kind journal = Kind::account;
  std::string key;
  Bytes bytes;
  Position end;
  std::optional<Note> noted;  // as it was read
  bool unsure = false;        // the primary couldn't be read then
  std::optional<Replacement> repair;
  std::optional<Behind> mirror;
};

struct Found {
  Bytes bytes;
  std::vector<std::string> problems;  // their codes
  bool unsure = false;                // the primary can't be read
  uint64_t seen = 0;                  // the records that are there, or remembered
};

// The journal as found in each place.
struct Copies {
  std::optional<StoredJournal> primary, mirror;  // none where it can't be read
  Bytes held;
  std::optional<Note> noted;
  bool unknown = false;
};

struct Verdict {
  Bytes bytes;
  uint64_t records = 0;
  std::optional<Replacement> repair;  // without its key
  std::optional<Behind> mirror;
  std::vector<std::string> problems;
};

// Notes that these records are stored.
void acknowledge(Notes& notes, const std::vector<Addition>& additions);

Verdict judge(const Copies& copies, const std::string& aside);

// The locks as a tab knows them (lock.ts), "writer" and "mirror"; no begin: a browser without locks.
struct Writer {
  std::function<Call<Void>(const char* lock)> begin;
  std::function<void(const char* lock)> end;
  // Waits until all that other tabs have announced is heard; none: it is heard at once.
  std::function<Call<Void>()> hear{};
};

// An attempt to leave memory: storage still refuses it; it is stored; or it gave way to what is
// stored by now, and the account with it.
enum class Left : uint8_t { not_yet, stored, replaced, gone };

// The recovery of a store (recovery.ts). It comes with later scripts.
class Recovery {
 public:
  Recovery(Backend& primary, Backend& mirror, Notes& notes, Writer writer)
      : primary_(primary), mirror_(mirror), notes_(notes), writer_(std::move(writer)) {}

  // Between these, no other tab of the account stores anything.
  Task<Void> begin_turn();
  void end_turn();
  Task<Found> read(Held& held);
  Task<std::optional<Bytes>> next(Held& held);
  Task<StorageCode> write(std::vector<Held>& all, const std::vector<Addition>& additions);
  Task<Answer<std::vector<Addition>>> replace(std::vector<Held>& all,
                                              const std::vector<Bytes>& bytes);
  // The mirror follows by these, which are none then.
  Task<Void> follow(std::vector<Held>& all, std::vector<Addition>& additions);
  // Removes everything; `announce` tells the other tabs.
  Task<StorageCode> forget(std::function<void()> announce);
  // Drops what this tab holds: everything was removed.
  void drop(std::vector<Held>& all, Files& memory);
  std::function<bool()> since(const std::vector<std::string>& keys) const;
  // leave-memory.ts
  Task<Left> leave(std::vector<Held>& all, Files& memory);

 private:
  Task<StorageCode> repair(std::vector<Held>& all);
  Task<bool> dropped(uint64_t drops);
  Task<StorageCode> fill(std::vector<Replacement> replacements);
  Task<bool> stands(const Held& held, Addition addition);
  Task<Void> follow_alone(std::vector<Held>& all, const std::vector<Addition>& additions);
  Task<Left> leave_alone(std::vector<Held>& all, Files& memory);
  Task<StorageCode> settle(std::vector<Held>& all, const std::vector<Addition>& additions);
  bool further(const std::vector<Held>& all, const std::vector<Addition>& additions) const;
  Task<bool> rewrite(Held& held, uint64_t end);

  Backend& primary_;
  Backend& mirror_;
  Notes& notes_;
  Writer writer_;
  bool has_turn_ = false;
  std::map<std::string, uint64_t> mirrored_;
  uint64_t drops_ = 0;  // times that everything was removed
};

class JournalStore {
 public:
  using Announce = std::function<void(const std::vector<std::string>& keys)>;
  using Changed = std::function<void()>;
  using Leaves = std::function<void(Left)>;

  JournalStore(Scheduler& scheduler, Faults& faults, int tab, Device& device,
               const std::string& account, const std::string& guide, Announce announce,
               Changed changed, Writer writer = {}, Leaves leaves = {});

  // Brings in what comes with later scripts.
  void recover();
  bool recovers() const { return bool(recovery_); }
  // Another tab has stored these.
  void heard(const std::vector<std::string>& keys);

  Task<Found> read(Kind journal, bool fresh);
  // The records that another tab has stored since; none where the journal has to be read whole.
  Task<std::optional<Bytes>> next(Kind journal);
  // The work between these is done while no other tab of the account stores anything (takeTurn).
  Task<Void> begin_turn();
  void end_turn() { recovery_->end_turn(); }
  // True: stored; false: a conflict.
  Task<bool> append(std::vector<Record> records);
  // From here on these journals count.
  Task<StorageCode> replace(std::vector<Bytes> journals);
  // Gives what says if everything was removed since, as this tab has heard, or as it finds by the notes.
  std::function<bool()> since() const;
  // Waits until what other tabs have announced by now is heard.
  Task<Void> hear();
  // Removes everything on this device. Gives the problem of what is left.
  Task<StorageCode> forget();

  bool in_memory() const { return in_memory_; }
  const Held& held(Kind journal) const { return held_[size_t(journal)]; }
  // The mirror has nothing to follow.
  bool followed() const { return following_.empty() && follower_waits_.waiting(); }

 private:
  Task<StorageCode> write(std::vector<Addition> additions);
  void go_on_in_memory();
  void stored(const std::vector<Addition>& additions);
  Task<Void> follow();
  Task<Void> leave();
  void drop();

  Backend primary_, mirror_;
  Files memory_;
  Notes& notes_;
  std::vector<Held> held_;
  Announce announce_;
  Changed changed_;
  Writer writer_;
  bool in_memory_ = false;
  bool stale_ = false;
  std::optional<Recovery> recovery_;
  std::vector<Addition> following_;
  Signal follower_waits_, followed_;
  bool mirroring_ = false;
  bool dropping_ = false;  // as soon as the later scripts are there
  bool heard_removal_ = false;
  Task<Void> follower_;
  // Answers since storage refused one, and whether it is to be tried again.
  uint64_t answers_ = 0;
  bool leaving_ = false;
  Leaves leaves_;
  Signal leaver_waits_, append_waits_;
  Task<Void> leaver_;
};

}  // namespace stegvis::simulation
