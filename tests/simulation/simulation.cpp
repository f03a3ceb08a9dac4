#include "simulation.h"

#include <algorithm>

#include "journal/journal.h"

namespace stegvis::simulation {
namespace {

constexpr const char* flow_text = R"({
  "name": "g", "domain": "billing", "lists": [1], "start": "scope",
  "nodes": [
    {"id": "scope", "kind": "ask", "to": [["all", "old"], ["one", "paying"]]},
    {"id": "old", "kind": "pick", "list": "methods", "to": [["picked", "new"]]},
    {"id": "new", "kind": "pick", "list": "replacements", "of": "old", "to": [["picked", "review"]]},
    {"id": "review", "kind": "review", "operation": "replace-all", "with": ["old", "new"],
     "to": [["done", "replaced"]]},
    {"id": "replaced", "kind": "outcome", "outcome": "fixed", "undo": true},
    {"id": "paying", "kind": "pick", "list": "methods", "to": [["picked", "item"]]},
    {"id": "item", "kind": "pick", "list": "uses", "of": "paying", "to": [["picked", "new-one"]]},
    {"id": "new-one", "kind": "pick", "list": "replacements-one", "of": "item",
     "to": [["picked", "review-one"]]},
    {"id": "review-one", "kind": "review", "operation": "replace-one", "with": ["item", "new-one"],
     "to": [["done", "moved"]]},
    {"id": "moved", "kind": "outcome", "outcome": "fixed", "undo": true}]})";

Json guide_of(const char* name) {
  Json flow = *Json::parse(flow_text);
  flow.set("name", name);
  return Json::object().set("flow", flow).set("account", "practice");
}

constexpr int64_t day_length = 86400000, year_length = 365 * day_length;

}  // namespace

void Simulation::broken(const std::string& promise) {
  if (!broken_.empty()) return;
  broken_ = promise;
  note("BROKEN: ", promise);
}

Simulation::Simulation(uint64_t seed, bool traced) : random_(seed), traced_(traced) {
  weather_.tabs = 1 + random_.below(4);
  weather_.steps = 60 + random_.below(140);
  // A quarter of the schedules has tabs alone: there, nothing may be said to be lost.
  if (!random_.one_in(4)) {
    constexpr uint32_t rates[] = {0, 4, 12, 40};
    weather_.call_faults = rates[random_.below(4)];
    weather_.damages = random_.below(4);
    weather_.crashes = random_.below(4);
    weather_.refused_notes = random_.one_in(10);
  }
  weather_.clock = random_.one_in(4);
  weather_.host = random_.one_in(4);
  weather_.two_guides = !weather_.host && random_.one_in(4);
  weather_.forgets = random_.one_in(3) ? 1 + random_.below(2) : 0;
  weather_.patience = random_.one_in(3) ? 1 + random_.below(20) : 0;
  clock_ = 1795478400000;  // 2026-11-24
  note("tabs ", weather_.tabs, ", a call fails in ", weather_.call_faults, ", damages ",
       weather_.damages, ", crashes ", weather_.crashes, weather_.host ? ", a host" : "",
       weather_.two_guides ? ", two guides" : "");
}

std::string Simulation::run() {
  open_tab("g");
  if (planned_) {
    for (const Plan::Step& it : plan_.steps) {
      if (it.dropped || !broken_.empty()) continue;
      random_ = Random(it.random);
      calm_ = it.calm;
      step();
    }
    random_ = Random(plan_.end.random);
  } else {
    for (uint32_t i = 0; i < weather_.steps && broken_.empty(); ++i) {
      plan_.steps.push_back({random_.state()});
      step();
    }
    plan_.end = {random_.state()};
  }
  if (broken_.empty()) end();
  tabs_.clear();
  ++tally_.schedules;
  return broken_;
}

void Simulation::step() {
  ++tally_.steps;
  ++ticks_;
  clock_ += 1000 + random_.below(60000);
  uint32_t choice = random_.below(100);
  if (choice < 3 && tabs_.size() < weather_.tabs) {
    bool other = weather_.two_guides && random_.one_in(2);
    return open_tab(other ? "h" : "g");
  }
  if (choice < 5 && weather_.crashes > 0 && !tabs_.empty()) {
    --weather_.crashes;
    ++tally_.crashes;
    return close_tab(random_.below(uint32_t(tabs_.size())), "crashes");
  }
  if (choice < 8 && weather_.damages > 0) {
    --weather_.damages;
    return damage();
  }
  if (choice < 10 && weather_.clock) return jump();
  if (choice < 25 && !messages_.empty()) {
    size_t at = random_.below(uint32_t(messages_.size()));
    Message message = std::move(messages_[at]);
    messages_.erase(messages_.begin() + std::ptrdiff_t(at));
    for (auto& tab : tabs_)
      if (tab->number() == message.tab) tab->heard(message.keys);
    return;
  }
  std::vector<size_t> ready = scheduler_.ready();
  std::vector<Tab*> idle;
  for (auto& tab : tabs_)
    if (tab->idle()) idle.push_back(tab.get());
  uint32_t sum = uint32_t(ready.size() + idle.size());
  if (!sum) {
    if (tabs_.empty()) open_tab("g");
    return;
  }
  uint32_t at = random_.below(sum);
  if (at < ready.size()) return scheduler_.step(ready[at]);
  Tab& tab = *idle[at - ready.size()];
  // One call that fails has a tab go on in memory until its page is left. Its reader is told, and leaves it
  // soon: else most acts of a schedule with faults would be in memory, where nothing can break.
  if (tab.store().in_memory() && random_.one_in(3)) return reload(tab);
  if (weather_.forgets && random_.one_in(12)) {
    --weather_.forgets;
    note("tab ", tab.number(), ": everything is to be removed");
    return tab.forget();
  }
  act(tab);
}

void Simulation::reload(Tab& tab) {
  const std::string guide = tab.guide();
  for (size_t i = 0; i < tabs_.size(); ++i)
    if (tabs_[i].get() == &tab) close_tab(i, "is left");
  open_tab(guide);
}

// The reader does something that the view offers.
void Simulation::act(Tab& tab) {
  const Json& view = tab.view();
  const Json& offers = view["offers"];
  const std::string node = view["node"].string();
  Happened happened{"", node, "", Json()};
  uint32_t mood = random_.below(16);
  if (offers.has("confirm") && mood > 1) {
    happened.kind = "confirm";
  } else if (offers.has("undo") && mood > 9) {
    happened.kind = "undo";
  } else if (offers.has("back") && mood == 0) {
    happened.kind = "back";
  } else if (offers.has("answer") && mood > 0 &&
             (view["kind"].string() == "pick" || view["choices"].size())) {
    happened.kind = "answer";
    if (view["kind"].string() == "pick") {
      std::vector<std::string> enabled;
      for (const Json& item : view["list"]["items"].items())
        if (item["enabled"].boolean()) enabled.push_back(item["id"].string());
      if (enabled.empty()) {
        happened.kind = offers.has("restart") ? "restart" : "back";
      } else {
        happened.choice = "picked";
        happened.value =
            Json::object().set("item", enabled[random_.below(uint32_t(enabled.size()))]);
      }
    } else {
      // Replacing all is what readers mostly come for.
      size_t last = view["choices"].size() - 1;
      happened.choice = view["choices"].items()[random_.one_in(4) ? last : 0]["id"].string();
    }
  } else if (offers.has("restart")) {
    happened.kind = "restart";
  } else if (offers.has("back")) {
    happened.kind = "back";
  } else {
    return;
  }
  note("tab ", tab.number(), ": ", happened.kind, " at ", node, " ", happened.choice,
       happened.value.dump());
  bool twice = random_.one_in(40);
  if (twice) tab.dispatch(happened);
  tab.dispatch(std::move(happened));
}

void Simulation::open_tab(const std::string& guide) {
  int number = next_tab_++;
  ++tally_.tabs;
  guides_.insert(guide);
  // A first visit looks at no place (presence.ts).
  bool returning =
      !device_.primary.empty() || !device_.mirror.empty() || !device_.notes.noted.empty();
  note("tab ", number, ": opens ", guide, returning ? "" : ", for the first time");
  tabs_.push_back(std::make_unique<Tab>(*this, number, guide));
  tabs_.back()->begin(returning);
}

void Simulation::close_tab(size_t index, const char* why) {
  note("tab ", tabs_[index]->number(), ": ", why);
  ++changes_;
  // A call that it has under way may be done.
  nothing_ = false;
  stored_since_ = true;
  // A removal that ends halfway may leave the note of a first answer that came between.
  if (removing_.erase(tabs_[index]->number())) failed_ = true;
  std::erase_if(locked_by_, [&](const auto& it) { return it.second == tabs_[index]->number(); });
  tabs_.erase(tabs_.begin() + std::ptrdiff_t(index));
}

void Simulation::jump() {
  ++tally_.clocks;
  int64_t jumps[] = {10 * year_length, -10 * year_length, 3600000,
                     -3600000,         30 * day_length,   8000 * year_length};
  jumped_ = jumped_ ? 0 : jumps[random_.below(uint32_t(std::size(jumps)))];
  note("the clock is ", jumped_ / day_length, " days off");
}

Now Simulation::now() {
  Now now;
  now.at = clock_ + jumped_;
  Day day{int32_t(now.at / day_length)};
  Date date = date_of(day);
  now.day = date.year > 9999 ? decimal(date.year) + "-01-01" : format_day(day);
  now.shown = parse_day(now.day).value_or(Day{});
  return now;
}

std::string Simulation::id() {
  std::string number = decimal(int64_t(++next_id_));
  return std::string(32 - number.size(), '0') + number;
}

const Json& Simulation::guide(const std::string& name) {
  static const Json g = guide_of("g"), h = guide_of("h");
  return name == "g" ? g : h;
}

void Simulation::announce(int tab, const std::vector<std::string>& keys) {
  // A removal begins; at its end it is announced once more.
  if (keys[0] == everything && removing_.try_emplace(tab, ids_there()).second) {
    stored_since_ = false;
    removed();
  }
  for (auto& other : tabs_)
    if (other->number() != tab) messages_.push_back({other->number(), keys});
}

Writer Simulation::writer(int tab) {
  Writer writer;
  writer.begin = [this, tab](const char* lock) {
    auto call = scheduler_.call<Void>(tab, "lock", "request", [this, tab, lock] {
      locked_by_.try_emplace(lock, tab);
      return Void{};
    });
    // Patience (lock.ts) ends before a tab that is slow, or frozen, gives the writers' lock back. One that is
    // frozen while it mirrors isn't here.
    uint32_t patience = lock == std::string_view("writer") ? weather_.patience : 0;
    scheduler_.calls().back().may = [this, lock, patience, since = ticks_] {
      return !locked_by_.contains(lock) || (patience && ticks_ > since + patience);
    };
    return call;
  };
  writer.hear = [this, tab] {
    auto call = scheduler_.call<Void>(tab, "channel", "hear", [] { return Void{}; });
    scheduler_.calls().back().may = [this, tab] {
      return std::none_of(messages_.begin(), messages_.end(), [&](const Message& it) {
        return it.tab == tab && it.keys[0] == everything;
      });
    };
    return call;
  };
  writer.end = [this, tab](const char* lock) {
    auto locked = locked_by_.find(lock);
    if (locked != locked_by_.end() && locked->second == tab) locked_by_.erase(locked);
  };
  return writer;
}

Call<HostAnswer> Simulation::commit(int tab, const std::string& key) {
  return scheduler_.call<HostAnswer>(tab, "host", "commit", [this, tab, key] {
    uint32_t choice = calm_ || !weather_.call_faults ? 7 : random_.below(8);
    // Asked twice under a key, the host gives its first answer again.
    if (done_by_host_.count(key) && choice > 1) return HostAnswer{"committed"};
    if (choice == 0) return HostAnswer{"unknown"};
    if (choice > 2 || done_by_host_.count(key)) done_by_host_.insert(key);
    note("tab ", tab, ": the host ", choice <= 1 ? "can't say about " : "has done ", key);
    if (choice <= 1) return HostAnswer{"unknown"};
    if (choice == 2) return HostAnswer{"refused"};
    return HostAnswer{"committed"};
  });
}

Fault Simulation::fault(int tab, std::string_view place, std::string_view call) {
  Fault fault;
  if (hanging_ > 0 && hanging_tab_ == tab) {
    --hanging_;
    fault.code = StorageCode::late;
  } else if (!calm_ && weather_.call_faults && random_.one_in(weather_.call_faults)) {
    // A place that refuses all has nothing to remove.
    bool refused = call != "remove" && call != "exists";
    constexpr StorageCode reads[] = {StorageCode::unreadable, StorageCode::late,
                                     StorageCode::closed, StorageCode::refused};
    constexpr StorageCode writes[] = {StorageCode::full, StorageCode::late, StorageCode::failed,
                                      StorageCode::closed, StorageCode::refused};
    fault.code = call == "read" || call == "exists" ? reads[random_.below(4)]
                                                    : writes[random_.below(4 + refused)];
    if (fault.code == StorageCode::late) {
      fault.done = random_.one_in(2);
      hanging_ = int(random_.below(3));
      hanging_tab_ = tab;
    }
  }
  if (fault.code != StorageCode::none) {
    if (call == "read" && place == "primary") courses_[tab].unread[courses_[tab].reading] = true;
    ++tally_.faults;
    ++changes_;
    failed_ = true;
    note("tab ", tab, ": ", place, ".", call, " is ", name_of(fault.code),
         fault.done ? ", and done" : "");
  }
  return fault;
}

void Simulation::written(int tab, std::string_view place, std::string_view call, StorageCode code) {
  if (code != StorageCode::conflict) {
    ++writes_;
    ++courses_[tab].writes;
    if (place == "primary") last_writer_ = tab;
    bool removes = call == "remove";
    if (removes) removed();
    // It may be done, though the tab is not told so.
    if (!removes && code == StorageCode::late) {
      nothing_ = false;
      stored_since_ = true;
    }
    if (!removes && place == "primary" && (code == StorageCode::none || code == StorageCode::late))
      go_on(tab);
  }
  if (traced_)
    note("tab ", tab, ": ", place, ".", call, " ",
         code == StorageCode::none ? "is done" : name_of(code));
}

}  // namespace stegvis::simulation
