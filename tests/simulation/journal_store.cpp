#include "journal_store.h"

#include <algorithm>

namespace stegvis::simulation {

std::string_view name_of(Kind kind) { return kind == Kind::account ? "account" : "session"; }

void acknowledge(Notes& notes, const std::vector<Addition>& additions) {
  for (const Addition& it : additions)
    if (!it.records.empty())
      notes.write(it.key, note_of(it.at.records + it.records.size(), it.records.back()));
}

JournalStore::JournalStore(Scheduler& scheduler, Faults& faults, int tab, Device& device,
                           const std::string& account, const std::string& guide, Announce announce,
                           Changed changed, Writer writer, Leaves leaves)
    : primary_(scheduler, faults, tab, "primary", device.primary),
      mirror_(scheduler, faults, tab, "mirror", device.mirror),
      notes_(device.notes),
      announce_(std::move(announce)),
      changed_(std::move(changed)),
      writer_(std::move(writer)),
      leaves_(std::move(leaves)) {
  held_.resize(2);
  held_[0].key = "account/" + account;
  held_[1].journal = Kind::session;
  held_[1].key = "session/" + account + "/" + guide;
  follower_ = follow();
  follower_.start();
  leaver_ = leave();
  leaver_.start();
}

void JournalStore::recover() {
  if (recovery_) return;
  recovery_.emplace(primary_, mirror_, notes_, writer_);
  if (dropping_) drop();
  follower_waits_.wake();
  leaver_waits_.wake();
}

std::function<bool()> JournalStore::since() const {
  if (!recovery_) return [] { return false; };
  return recovery_->since({held_[0].key, held_[1].key});
}

Task<Void> JournalStore::hear() {
  if (writer_.hear) {
    auto hearing = writer_.hear();
    co_await hearing;
  }
  co_return Void{};
}

void JournalStore::drop() {
  dropping_ = false;
  recovery_->drop(held_, memory_);
  in_memory_ = false;
  changed_();
}

void JournalStore::heard(const std::vector<std::string>& keys) {
  if (std::find(keys.begin(), keys.end(), everything) != keys.end()) {
    dropping_ = heard_removal_ = true;
    if (recovery_) drop();
    return;
  }
  if (stale_) return;
  for (const Held& held : held_) {
    if (std::find(keys.begin(), keys.end(), held.key) == keys.end()) continue;
    stale_ = true;
    return changed_();
  }
}

Task<Found> JournalStore::read(Kind journal, bool fresh) {
  if (journal == Kind::session) stale_ = false;
  Held& held = held_[size_t(journal)];
  StoredJournal found = memory_.read(held.key);
  in_memory_ = false;
  for (const Held& it : held_) in_memory_ |= memory_.journals.contains(it.key);
  if (!fresh && !in_memory_) {
    Task<Found> reading = recovery_->read(held);
    Found answer = co_await reading;
    co_return answer;
  }
  held.bytes = found.bytes;
  held.end = found.end;
  // In memory goes on what was read before.
  co_return Found{std::move(found.bytes), {}, held.unsure};
}

Task<std::optional<Bytes>> JournalStore::next(Kind journal) {
  if (journal == Kind::session) stale_ = false;
  if (in_memory_) co_return std::nullopt;
  Task<std::optional<Bytes>> reading = recovery_->next(held_[size_t(journal)]);
  std::optional<Bytes> added = co_await reading;
  co_return added;
}

Task<Void> JournalStore::begin_turn() {
  while (leaving_) co_await append_waits_;
  Task<Void> beginning = recovery_->begin_turn();
  co_await beginning;
  co_return Void{};
}

Task<bool> JournalStore::append(std::vector<Record> records) {
  while (leaving_) co_await append_waits_;
  std::vector<Addition> additions;
  for (const Held& held : held_) {
    Addition addition{held.key, {0, held.end.bytes}, {}, held.bytes};
    for (Record& record : records) {
      if (record.journal != held.journal) continue;
      if (addition.records.empty()) addition.at.records = record.sequence;
      addition.records.push_back(std::move(record.bytes));
    }
    if (!addition.records.empty()) additions.push_back(std::move(addition));
  }
  if (additions.empty()) co_return true;
  stale_ = false;
  if (!in_memory_) {
    Task<StorageCode> writing = write(additions);
    StorageCode problem = co_await writing;
    if (problem == StorageCode::conflict) co_return false;
    if (problem != StorageCode::none) go_on_in_memory();
  }
  if (in_memory_ && memory_.append(additions) != StorageCode::none) co_return false;
  stored(additions);
  co_return true;
}

Task<StorageCode> JournalStore::replace(std::vector<Bytes> journals) {
  Task<Answer<std::vector<Addition>>> replacing = recovery_->replace(held_, journals);
  Answer<std::vector<Addition>> answer = co_await replacing;
  if (answer.problem != StorageCode::none) co_return answer.problem;
  stored(answer.value);
  co_return StorageCode::none;
}

Task<StorageCode> JournalStore::forget() {
  while (leaving_) co_await append_waits_;
  while (mirroring_ || !following_.empty()) co_await followed_;
  Task<StorageCode> forgetting = recovery_->forget([this] { announce_({everything}); });
  StorageCode problem = co_await forgetting;
  recovery_->drop(held_, memory_);
  in_memory_ = false;
  co_return problem;
}

Task<StorageCode> JournalStore::write(std::vector<Addition> additions) {
  if (recovery_) {
    Task<StorageCode> writing = recovery_->write(held_, additions);
    StorageCode problem = co_await writing;
    co_return problem;
  }
  heard_removal_ = false;
  auto adding = primary_.append(additions);
  StorageCode problem = co_await adding;
  if (heard_removal_) co_return StorageCode::conflict;
  // A first answer comes before the later scripts: its sequence and the notes decide between tabs.
  for (const Addition& addition : additions)
    if (count_of(notes_.read(addition.key)) > addition.at.records) co_return StorageCode::conflict;
  if (problem == StorageCode::none) acknowledge(notes_, additions);
  co_return problem;
}

void JournalStore::go_on_in_memory() {
  in_memory_ = true;
  for (const Held& held : held_) (void)memory_.append({{held.key, {}, {held.bytes}}});
}

void JournalStore::stored(const std::vector<Addition>& additions) {
  std::vector<std::string> keys;
  for (const Addition& addition : additions) {
    Held& held = *std::find_if(held_.begin(), held_.end(),
                               [&](const Held& it) { return it.key == addition.key; });
    held.bytes += join(addition.records);
    held.end = {held.end.records + addition.records.size(), held.bytes.size()};
    keys.push_back(held.key);
  }
  if (in_memory_) {
    // Tried at the first answer after the one that was refused, the second, the fourth, up to a limit.
    uint64_t count = answers_++;
    leaving_ = count && !(count & (count - 1)) && count <= 64;
    if (leaving_ && recovery_) leaver_waits_.wake();
    return;
  }
  announce_(keys);
  following_.insert(following_.end(), additions.begin(), additions.end());
  if (recovery_) follower_waits_.wake();
}

Task<Void> JournalStore::follow() {
  for (;;) {
    while (following_.empty() || !recovery_) co_await follower_waits_;
    mirroring_ = true;
    Task<Void> following = recovery_->follow(held_, following_);
    co_await following;
    mirroring_ = false;
    if (following_.empty()) followed_.wake();
  }
}

Task<Void> JournalStore::leave() {
  for (;;) {
    while (!leaving_ || !recovery_) co_await leaver_waits_;
    Task<Left> trying = recovery_->leave(held_, memory_);
    Left left = co_await trying;
    leaving_ = false;
    if (left != Left::not_yet) {
      in_memory_ = false;
      answers_ = 0;
      if (leaves_) leaves_(left);
      announce_({held_[0].key, held_[1].key});
    }
    append_waits_.wake();
  }
}

}  // namespace stegvis::simulation
