// A recorded schedule: steps of tabs over one browser's storage, in tests/vectors/schedules.json. This model
// and the page's own journal store (tests/unit/storage/schedules.test.mjs) run it, and come to the same.
//
// A step is an object with one of these members; a tab is a number, a place "primary", "mirror" or "notes",
// a key "account" or "session".
//   open: tab        reads both journals; "fresh": true where nothing was ever stored and the later
//                    scripts aren't there
//   later: tab       the later scripts come
//   add: tab         stores the next record of each of "journals"
//   replace: tab     puts two records of each journal in the place of what is stored, as a file does
//   forget: tab      has everything removed; the others hear of it where the schedule says so
//   hear: tab        hears that everything was removed
//   fail: tab        its next call "call" of "place" answers "code"; with "done": true it is done all the
//                    same. Two such steps: the next two calls
//   hold: tab        its next call "call" of "place" is left waiting
//   go: tab          what is left waiting goes on
//   crash: tab
//   flip: place      a bit ("bit") of record "record" of "key"
//   drop: place      record "record" of "key" is missing
//   cut: place       the last "bytes" bytes of "key" are missing
//   clear: place     or "all"
#pragma once
#include "base/json.h"
#include "journal_store.h"
#include "random.h"

namespace stegvis::simulation {

class Recorded final : public Faults {
 public:
  // Runs all steps. Gives {"steps": [what each came to], "primary", "mirror", "notes"}.
  Json run(const Json& steps);

  Fault fault(int tab, std::string_view place, std::string_view call) override;

 private:
  struct Tab {
    std::unique_ptr<JournalStore> store;
    uint64_t next[2] = {0, 0};
    bool later = false;
    Task<Json> task;
    std::vector<Json> fails;
    Json hold;  // null: none
    bool busy = false;
  };
  Json step(const Json& step, int64_t number);
  Json proceed(Tab& tab);
  Task<Json> open(Tab& tab, bool fresh);
  Task<Json> add(Tab& tab, Json journals, int64_t number);
  Task<Json> replace(Tab& tab, int64_t number);
  Task<Json> forget(Tab& tab);
  void damage(const Json& step);
  void run_calls();
  Json outcome() const;

  Scheduler scheduler_;
  Device device_;
  std::map<int64_t, std::unique_ptr<Tab>> tabs_;
};

// The steps of a schedule that a seed makes.
Json recorded_steps(uint64_t seed);

}  // namespace stegvis::simulation
