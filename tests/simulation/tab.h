// A simulated tab: a reader's session over the real Runtime and the simulated journal store, by the rules of
// web/src/session (session.ts, journals.ts, effects.ts).
#pragma once
#include <deque>
#include <memory>

#include "journal_store.h"
#include "runtime/runtime.h"

namespace stegvis::simulation {

// An act of the reader, or an answer of the account adapter.
struct Happened {
  std::string kind, node, choice;
  Json value;
};

// The answer of a host's account adapter: "committed", "refused" or "unknown".
struct HostAnswer {
  std::string kind;
};

// A clock that may be wrong.
struct Now {
  int64_t at = 0;   // UTC milliseconds
  std::string day;  // as the page writes it
  Day shown;        // the nearest day that a view can be of
};

class Tab;

// All that is outside a tab. The calls that begin with `on` tell what it came to.
class Outside : public Faults {
 public:
  virtual Scheduler& scheduler() = 0;
  virtual Device& device() = 0;
  virtual Now now() = 0;
  virtual std::string id() = 0;
  virtual const Json& guide(const std::string& name) = 0;
  virtual bool host() = 0;
  // Waits until no other tab of the account writes.
  virtual Writer writer(int tab) = 0;
  virtual Call<HostAnswer> commit(int tab, const std::string& key) = 0;
  virtual void announce(int tab, const std::vector<std::string>& keys) = 0;

  virtual void on_reading(Tab& tab, Kind journal) = 0;
  // `follows`: what is new was read, behind what the tab held.
  virtual void on_read(Tab& tab, Kind journal, const Found& found, bool follows) = 0;
  virtual void on_opened(Tab& tab) = 0;
  virtual void on_core_problem(Tab& tab, Kind journal, const Json& problem) = 0;
  virtual void on_refused(Tab& tab, const Json& problem) = 0;
  virtual void on_conflict(Tab& tab) = 0;
  // An event was meant for what is stored no more: it came to nothing.
  virtual void on_late(Tab& tab) = 0;
  // An event is decided over what another tab has stored, without being shown that before.
  virtual void on_turn(Tab& tab) = 0;
  virtual void on_stored(Tab& tab, const std::vector<Record>& records) = 0;
  virtual void on_left(Tab& tab, Left left) = 0;
  // Everything was removed, or the reader was told that something is left.
  virtual void on_forgotten(Tab& tab, StorageCode problem) = 0;
};

class Tab {
 public:
  Tab(Outside& outside, int number, std::string guide);
  Tab(const Tab&) = delete;
  // It ends in the middle of what it does, as in a crash.
  ~Tab() { outside_.scheduler().forget(number_); }

  void begin(bool returning);
  void dispatch(Happened happened);
  // The reader has everything removed (transfer.ts).
  void forget() { enqueue({Job::Kind::forget}); }
  // Another tab has stored these.
  void heard(const std::vector<std::string>& keys) { store_.heard(keys); }
  void wake() { idle_.wake(); }

  int number() const { return number_; }
  const std::string& guide() const { return guide_; }
  // Nothing is under way, and the reader can act.
  bool idle() const { return shown_ && jobs_.empty() && idle_.waiting(); }
  bool quiet() const { return idle() && store_.followed(); }
  const Json& view() const { return view_; }
  Runtime& core() { return *core_; }
  JournalStore& store() { return store_; }

 private:
  struct Job {
    enum class Kind : uint8_t { begin, dispatch, reload, carry_out, forget } kind;
    Happened happened;  // of dispatch
    bool returning = false;
    std::string key;  // of the effect
  };
  void enqueue(Job job);
  Task<Void> run();
  void leaves_memory(Left left);
  Task<Void> open(bool follows = false);
  Task<bool> follow();
  bool is_up_to_held();
  bool stands(const Happened& happened, bool moved);
  Task<Void> open_whole();
  void reload();
  Task<bool> take_turn(const Happened& happened);
  Task<Void> take(Happened happened);
  Task<Void> carry_out(std::string key);
  void carry_out_all(const Json& effects);
  void load();

  Outside& outside_;
  int number_;
  std::string guide_;
  std::unique_ptr<Runtime> core_;
  JournalStore store_;
  Json view_;
  bool shown_ = false;
  bool lost_ = false;   // the session has a change that the account lacks
  bool whole_ = false;  // the later scripts are there
  bool dispatched_ = false;
  // Other tabs act too, and the look at what they have stored that is to come.
  bool others_ = false, heard_ = false;
  std::deque<Job> jobs_;
  Signal idle_;
  Task<Void> run_;
};

}  // namespace stegvis::simulation
