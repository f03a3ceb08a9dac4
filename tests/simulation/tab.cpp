#include "tab.h"

#include <algorithm>
#include <set>

#include "domains/domains.h"

namespace stegvis::simulation {

Tab::Tab(Outside& outside, int number, std::string guide)
    : outside_(outside),
      number_(number),
      guide_(std::move(guide)),
      store_(
          outside.scheduler(), outside, number, outside.device(), "practice", guide_,
          [this](const std::vector<std::string>& keys) { outside_.announce(number_, keys); },
          [this] { reload(); }, outside.writer(number),
          [this](Left left) { leaves_memory(left); }) {
  run_ = run();
  run_.start();
}

void Tab::begin(bool returning) { enqueue({Job::Kind::begin, {}, returning}); }
void Tab::dispatch(Happened happened) { enqueue({Job::Kind::dispatch, std::move(happened)}); }

void Tab::enqueue(Job job) {
  jobs_.push_back(std::move(job));
  idle_.wake();
}

void Tab::load() {
  whole_ = true;
  store_.recover();
}

// Memory is left: all of it is stored, or gave way to what is stored by now (after-faults.ts).
void Tab::leaves_memory(Left left) {
  outside_.on_left(*this, left);
  if (left != Left::stored) reload();
}

void Tab::reload() {
  others_ = heard_ = true;
  enqueue({Job::Kind::reload});
}

// One job after another.
Task<Void> Tab::run() {
  for (;;) {
    while (jobs_.empty()) co_await idle_;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    if (job.kind == Job::Kind::begin && job.returning) load();
    if (job.kind == Job::Kind::reload) {
      load();
      if (!heard_) continue;
      heard_ = false;
    }
    if (job.kind == Job::Kind::dispatch) {
      Task<Void> taking = take(std::move(job.happened));
      co_await taking;
    } else if (job.kind == Job::Kind::carry_out) {
      load();
      Task<Void> carrying = carry_out(std::move(job.key));
      co_await carrying;
    } else if (job.kind == Job::Kind::forget) {
      load();
      Task<StorageCode> forgetting = store_.forget();
      StorageCode problem = co_await forgetting;
      outside_.on_forgotten(*this, problem);
      Task<Void> opening = open();
      co_await opening;
    } else {
      Task<Void> opening = open(job.kind == Job::Kind::reload);
      co_await opening;
    }
  }
}

// Another tab has stored something: the guide that is open goes on from there (follow.ts). False where it has
// to be opened over what is stored.
Task<bool> Tab::follow() {
  std::optional<Bytes> added[2];
  // The account comes second: what a session did, its account has.
  for (Kind journal : {Kind::session, Kind::account}) {
    outside_.on_reading(*this, journal);
    Task<std::optional<Bytes>> reading = store_.next(journal);
    added[size_t(journal)] = co_await reading;
    if (!added[size_t(journal)]) co_return false;
  }
  if (!core_) co_return false;
  for (Kind journal : both) {
    const Bytes& bytes = *added[size_t(journal)];
    outside_.on_read(*this, journal, Found{store_.held(journal).bytes, {}}, true);
    if (bytes.empty()) continue;
    Json loaded = core_->load(name_of(journal), bytes);
    if (loaded.has("problem") || loaded["changed"].boolean() || loaded["lost"].integer() > 0)
      co_return false;
  }
  if (!is_up_to_held()) co_return false;
  lost_ = false;
  co_return true;
}

// The core has as many records as are held: none of a journal that was removed.
bool Tab::is_up_to_held() {
  return std::all_of(std::begin(both), std::end(both), [&](Kind journal) {
    return core_->load(name_of(journal), "")["records"].integer() ==
           int64_t(store_.held(journal).end.records);
  });
}

// An event means the same over what other tabs have stored since (turns.ts).
bool Tab::stands(const Happened& happened, bool moved) {
  static const std::set<std::string> acts = {"answer", "draft",  "back",    "restart",
                                             "go-to",  "change", "confirm", "undo"};
  if (!acts.contains(happened.kind)) return false;
  bool changes = happened.kind == "confirm" || happened.kind == "undo";
  if (!moved && !changes) return true;
  auto shown = [](Json view) { return view.drop("digests"), view.dump(); };
  return shown(core_->view(outside_.now().shown)) == shown(view_);
}

// Opens everything and shows where the reader is.
Task<Void> Tab::open(bool follows) {
  bool followed = false;
  if (follows) {
    Task<bool> following = follow();
    followed = co_await following;
  }
  if (!followed) {
    Task<Void> opening = open_whole();
    co_await opening;
  }
  view_ = core_->view(outside_.now().shown);
  shown_ = true;
  if (lost_) {
    Task<Void> taking = take({"account-changed", "", "", Json()});
    co_await taking;
  }
  outside_.on_opened(*this);
  if (!store_.held(Kind::session).bytes.empty())
    carry_out_all(core_->query(Json::object().set("query", "effects")));
  co_return Void{};
}

Task<Void> Tab::open_whole() {
  bool fresh = !whole_;
  // The account comes second: what a session did, its account has, though a tab stores meanwhile.
  Found session, account;
  bool lost = false;
  for (;;) {
    std::function<bool()> removed = store_.since();
    outside_.on_reading(*this, Kind::session);
    Task<Found> reading = store_.read(Kind::session, fresh);
    session = co_await reading;
    outside_.on_reading(*this, Kind::account);
    reading = store_.read(Kind::account, fresh);
    account = co_await reading;
    lost = false;
    auto core = std::make_unique<Runtime>(domains());
    core->open(outside_.guide(guide_));
    std::optional<std::pair<Kind, Json>> problem;
    for (Kind journal : both) {
      const Found& found = journal == Kind::account ? account : session;
      if (found.bytes.empty()) continue;
      Json loaded = core->load(name_of(journal), found.bytes);
      if (loaded.has("problem")) problem = {journal, loaded["problem"]};
      lost = loaded["lost"].integer() > 0;
    }
    // Another tab may have had everything removed after the session was read.
    if (lost) {
      Task<Void> hearing = store_.hear();
      co_await hearing;
    }
    if (removed()) continue;
    if (problem) outside_.on_core_problem(*this, problem->first, problem->second);
    core_ = std::move(core);
    break;
  }
  if (!fresh)
    for (Kind journal : both)
      outside_.on_read(*this, journal, journal == Kind::account ? account : session, false);
  // Only the host knows what its own account has, and only the primary what this one has.
  lost_ = lost && !outside_.host() && !account.unsure;
  co_return Void{};
}

// Begins a turn, over all that is stored by now. False, and none is begun: that is not what the event was
// meant for, and what is stored is shown.
Task<bool> Tab::take_turn(const Happened& happened) {
  Task<Void> beginning = store_.begin_turn();
  co_await beginning;
  heard_ = false;
  uint64_t before[2];
  for (Kind journal : both) before[size_t(journal)] = store_.held(journal).end.records;
  bool followed = store_.in_memory();
  if (!followed) {
    Task<bool> following = follow();
    followed = co_await following;
  }
  bool added[2];
  for (Kind journal : both)
    added[size_t(journal)] = store_.held(journal).end.records != before[size_t(journal)];
  bool any = added[0] || added[1];
  // A change that can't be read now is found when this is stored.
  bool opens_whole = !followed && (any || !is_up_to_held());
  if (!opens_whole && !(any && !stands(happened, added[1]))) {
    if (any) outside_.on_turn(*this);
    co_return true;
  }
  store_.end_turn();
  outside_.on_late(*this);
  Task<Void> opening = open(!opens_whole && !happened.node.empty());
  co_await opening;
  co_return false;
}

Task<Void> Tab::take(Happened happened) {
  // The first event of a visit finds all that it needs in the core's first half.
  if (dispatched_) load();
  Now now = outside_.now();
  Json event = Json::object();
  event.set("v", 1).set("id", outside_.id()).set("at", now.at).set("day", now.day);
  event.set("kind", happened.kind).set("node", happened.node);
  if (!happened.choice.empty()) event.set("choice", happened.choice);
  if (!happened.value.is_null()) event.set("value", happened.value);
  bool turn = others_ && whole_ && !outside_.host();
  if (turn) {
    Task<bool> looking = take_turn(happened);
    if (!co_await looking) co_return Void{};
  }
  bool asks = happened.kind == "confirm" || happened.kind == "undo";
  Json answer;
  if (asks && !outside_.host()) answer = Json::object().set("id", outside_.id()).set("at", now.at);
  Json outcome = core_->dispatch(event, answer);
  dispatched_ = true;
  if (outcome.has("problem")) {
    if (turn) store_.end_turn();
    outside_.on_refused(*this, outcome["problem"]);
    co_return Void{};
  }
  std::vector<Record> records;
  size_t at = 0;
  for (const Json& record : outcome["append"].items()) {
    size_t size = size_t(record["bytes"].integer());
    records.push_back({record["journal"].string() == "account" ? Kind::account : Kind::session,
                       uint64_t(record["sequence"].integer()), core_->outgoing().substr(at, size)});
    at += size;
  }
  Task<bool> appending = store_.append(records);
  bool stored = co_await appending;
  if (turn) store_.end_turn();
  if (!stored) {
    outside_.on_conflict(*this);
    load();
    Task<Void> opening = open();
    co_await opening;
    co_return Void{};
  }
  view_ = outcome["view"];
  outside_.on_stored(*this, records);
  load();
  if (asks) carry_out_all(outcome["effects"]);
  co_return Void{};
}

void Tab::carry_out_all(const Json& effects) {
  for (const Json& effect : effects.items()) {
    Job job{Job::Kind::carry_out};
    job.key = effect["key"].string();
    enqueue(std::move(job));
  }
}

// Asked again after a pause as long as nobody can say what came of it, under the same key.
Task<Void> Tab::carry_out(std::string key) {
  for (bool first = true;; first = false) {
    HostAnswer answer{"committed"};
    if (outside_.host()) {
      auto asking = outside_.commit(number_, key);
      answer = co_await asking;
    }
    if (answer.kind != "unknown" || first) {
      Happened happened{answer.kind, view_["node"].string(), "", Json()};
      happened.value = Json::object().set("of", key);
      Task<Void> taking = take(std::move(happened));
      co_await taking;
    }
    if (answer.kind != "unknown") co_return Void{};
  }
}

}  // namespace stegvis::simulation
