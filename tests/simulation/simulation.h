// One schedule: what a seed makes of one to four tabs over one browser's storage, and whether the promises
// hold at each step and at the end.
//
// The promises:
// - What was acknowledged is there at every later opening, or its loss is said.
// - Acknowledged records are replaced by others only after their loss was said.
// - A change that a session calls committed is in the account, or the account's loss is said.
// - Nothing is done twice, and the account is what its journal makes of it.
// - A conflict ends: a tab that reads again and acts again meets no other while nothing has changed.
// - Nothing is said to be lost where nothing failed, and no removal took what was acknowledged at its end.
// - What was there when the reader had everything removed is never there again, and nothing else is either
//   before something new is stored. What is stored afterwards stays.
#pragma once
#include <array>
#include <set>
#include <type_traits>

#include "base/utf8.h"
#include "random.h"
#include "tab.h"

namespace stegvis::simulation {

// Counts of what a schedule did, for the line that a test prints.
struct Tally {
  uint64_t schedules = 0, steps = 0, tabs = 0, crashes = 0, acknowledged = 0, committed = 0;
  uint64_t conflicts = 0, late = 0, turns = 0, faults = 0, damages = 0, losses_said = 0,
           in_memory = 0, clocks = 0, followed = 0, left_memory = 0, forgotten = 0;
};

// The faults that a schedule may have.
struct Weather {
  uint32_t tabs = 1;  // at most at a time
  uint32_t steps = 100;
  uint32_t call_faults = 0;  // one call in so many; 0: none
  uint32_t damages = 0;      // at most
  uint32_t crashes = 0;      // at most
  bool clock = false;
  bool host = false;        // the account is a host's
  bool two_guides = false;  // over one account
  uint32_t forgets = 0;     // at most
  bool refused_notes = false;
  uint32_t patience = 0;  // of the lock, in steps; 0: it is given back before
};

// A schedule, step by step: what each step's choices depend on, and which steps are left out.
struct Plan {
  struct Step {
    uint64_t random = 0;
    bool dropped = false;
    bool calm = false;  // without faults of calls
  };
  std::vector<Step> steps;
  Step end;
};

class Simulation final : public Outside {
 public:
  explicit Simulation(uint64_t seed, bool traced = false);
  // Runs these steps in the place of those that the seed makes.
  Simulation(uint64_t seed, bool traced, Plan plan) : Simulation(seed, traced) {
    plan_ = std::move(plan);
    planned_ = true;
  }
  // The steps of the run, if it was not planned.
  const Plan& plan() const { return plan_; }

  // Empty, or the promise that was broken.
  std::string run();
  const std::string& trace() const { return trace_; }
  const Tally& tally() const { return tally_; }

  // --- Outside
  Fault fault(int tab, std::string_view place, std::string_view call) override;
  void written(int tab, std::string_view place, std::string_view call, StorageCode code) override;
  Scheduler& scheduler() override { return scheduler_; }
  Device& device() override { return device_; }
  Now now() override;
  std::string id() override;
  const Json& guide(const std::string& name) override;
  bool host() override { return weather_.host; }
  Writer writer(int tab) override;
  Call<HostAnswer> commit(int tab, const std::string& key) override;
  void announce(int tab, const std::vector<std::string>& keys) override;
  void on_reading(Tab& tab, Kind journal) override;
  void on_read(Tab& tab, Kind journal, const Found& found, bool follows) override;
  void on_opened(Tab& tab) override;
  void on_core_problem(Tab& tab, Kind journal, const Json& problem) override;
  void on_refused(Tab& tab, const Json& problem) override;
  void on_conflict(Tab& tab) override;
  void on_late(Tab& tab) override;
  void on_turn(Tab& tab) override;
  void check_conflict(Tab& tab);
  void on_stored(Tab& tab, const std::vector<Record>& records) override;
  void on_left(Tab& tab, Left left) override;
  void on_forgotten(Tab& tab, StorageCode problem) override;

 private:
  // A journal as the reader knows it.
  struct Promise {
    Bytes acknowledged;
    // The acknowledged records whose loss was said.
    std::optional<Bytes> said;
    // Others that were acknowledged and are lost since before that: the next opening says so.
    Bytes owed{};
    // A removal took what was acknowledged at its end, and the note of that says a loss.
    bool taken = false;
    // No place remembers them: storage was cleared, which can't be noticed.
    bool excused = false;
    // Counts the times that acknowledged records came to an end that was said or is excused.
    uint64_t ends = 0;
  };
  // The course of a tab.
  struct Course {
    std::set<Kind> said;
    // The acknowledged records of which its latest opening said that they are lost, or can't be read.
    std::map<Kind, Bytes> missing;
    // The records, sound or not, that were there then, or remembered.
    std::map<Kind, uint64_t> seen;
    // The promise as its latest reading began.
    std::map<Kind, Promise> before;
    // It read what was in memory, which may be left before the end of the opening.
    std::map<Kind, bool> memory;
    Kind reading = Kind::account;
    // Of its latest reading: the primary failed, and the records that it held before.
    std::map<Kind, bool> unread;
    std::map<Kind, Bytes> held;
    uint64_t conflict_at = 0, writes = 0;
    // Its latest opening began while another tab had everything removed.
    bool removing = false;
    uint32_t conflicts = 0;
  };
  struct Message {
    int tab;
    std::vector<std::string> keys;
  };

  void step();
  void act(Tab& tab);
  void open_tab(const std::string& guide);
  void close_tab(size_t index, const char* why);
  void reload(Tab& tab);
  static bool was_missing(const Course& course, Kind journal, const Promise& promise);
  void go_on(int tab);
  void lose(std::string_view records, std::string_view others);
  void damage();
  void damage_primary(const std::string& key);
  void damage_mirror(const std::string& key);
  void forget_if_nothing_remembers();
  void jump();
  std::set<std::string> ids_stored() const;
  std::set<std::string> ids_there() const;
  void removed();
  void check_forgotten(Tab& tab);
  void check_traces();
  void settle();  // until nothing is under way
  void end();
  void end_with(const std::string& guide);
  void check_account(Tab& tab);
  void check_lost(Tab& tab);
  void check_replay(Tab& tab);
  void broken(const std::string& promise);
  template <class... Parts>
  void note(const Parts&... parts);

  Random random_;
  Plan plan_;
  bool planned_ = false;
  Weather weather_;
  bool traced_;
  std::string trace_, broken_;
  Tally tally_;
  Scheduler scheduler_;
  Device device_;
  std::vector<std::unique_ptr<Tab>> tabs_;
  std::map<int, Course> courses_;
  std::vector<Message> messages_;
  std::map<std::string, Promise> promises_;
  std::set<std::string> done_by_host_;
  // Changes whose loss from the account was said.
  std::set<std::string> lost_changes_;
  std::set<std::string> guides_;
  // Rises with all that can be the cause of a conflict.
  uint64_t changes_ = 0, writes_ = 0;
  int last_writer_ = 0;
  uint64_t ticks_ = 0;
  // The tab that has a lock.
  std::map<std::string, int, std::less<>> locked_by_;
  int next_tab_ = 1;
  uint64_t next_id_ = 0;
  int64_t clock_ = 0;
  int64_t jumped_ = 0;
  bool damaged_ = false, failed_ = false;
  bool calm_ = false;  // no more faults
  int hanging_ = 0, hanging_tab_ = 0;
  // The events that were there when a tab began to remove everything, by that tab; and those that are never
  // to be seen again.
  std::map<int, std::set<std::string>> removing_;
  std::set<std::string> forgotten_;
  // Everything was removed, and nothing was stored since.
  bool nothing_ = false, stored_since_ = false;
};

template <class... Parts>
void Simulation::note(const Parts&... parts) {
  if (!traced_) return;
  auto text = [](const auto& part) {
    if constexpr (std::is_integral_v<std::decay_t<decltype(part)>>) {
      return decimal(int64_t(part));
    } else {
      return std::string(part);
    }
  };
  (trace_.append(text(parts)), ...);
  trace_ += '\n';
}

// The fewest steps of a seed's schedule that break the same promise.
Plan shrink(uint64_t seed);

}  // namespace stegvis::simulation
