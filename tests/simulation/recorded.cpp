#include "recorded.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "journal/journal.h"

namespace stegvis::simulation {
namespace {

constexpr const char* keys[] = {"account/a", "session/a/g"};

std::string key_of(const Json& step) { return keys[step["key"].string() == "session"]; }

StorageCode code_of(const std::string& name) {
  for (int i = 0; i < 8; ++i)
    if (name_of(StorageCode(i)) == name) return StorageCode(i);
  std::abort();
}

// Sound records by their texts, and the hash of the bytes behind them.
Json texts(std::string_view bytes) {
  Json list = Json::array();
  Scan scan = scan_journal(bytes);
  for (std::string_view payload : scan.payloads) list.push(payload);
  if (scan.bytes < bytes.size()) list.push("#" + hex16(siphash(bytes.substr(scan.bytes))));
  return list;
}

// A row by its text; by its hash where it isn't the sound record of its sequence.
std::string text_of_row(uint64_t sequence, const Bytes& row) {
  if (row.size() >= record_head) {
    Bytes payload = row.substr(record_head);
    if (encode_record(sequence, payload) == row) return payload;
  }
  return "#" + hex16(siphash(row));
}

bool matches(const Json& wanted, std::string_view place, std::string_view call) {
  return wanted["place"].string() == place && wanted["call"].string() == call;
}

}  // namespace

Json Recorded::run(const Json& steps) {
  Json results = Json::array();
  int64_t number = 0;
  for (const Json& it : steps.items()) results.push(step(it, number++));
  Json out = outcome();
  return out.set("steps", std::move(results));
}

Fault Recorded::fault(int tab, std::string_view place, std::string_view call) {
  std::vector<Json>& fails = tabs_[tab]->fails;
  auto fail = std::find_if(fails.begin(), fails.end(),
                           [&](const Json& it) { return matches(it, place, call); });
  if (fail == fails.end()) return {};
  Fault fault{code_of((*fail)["code"].string()), (*fail)["done"].boolean()};
  fails.erase(fail);
  return fault;
}

Json Recorded::step(const Json& step, int64_t number) {
  for (const char* act :
       {"open", "later", "add", "replace", "forget", "hear", "fail", "hold", "go", "crash"}) {
    if (!step.has(act)) continue;
    std::string_view name = act;
    int64_t id = step[act].integer();
    if (name == "crash") {
      scheduler_.forget(int(id));
      tabs_.erase(id);
      return Json("crashed");
    }
    if (!tabs_[id]) {
      tabs_[id] = std::make_unique<Tab>();
      tabs_[id]->store = std::make_unique<JournalStore>(
          scheduler_, *this, int(id), device_, "a", "g", [](const std::vector<std::string>&) {},
          [] {});
    }
    Tab& tab = *tabs_[id];
    bool fresh = step["fresh"].boolean();
    if (name == "fail") {
      tab.fails.push_back(step);
      return Json("set");
    }
    if (name == "hold") {
      tab.hold = step;
      return Json("set");
    }
    if (name == "go") {
      tab.hold = Json();
      for (Pending& call : scheduler_.calls())
        if (call.owner == int(id)) call.held = false;
      return proceed(tab);
    }
    if (name == "hear") {
      tab.store->heard({everything});
      run_calls();
      return Json("heard");
    }
    if (name == "later" || (name == "open" && !fresh)) {
      tab.later = true;
      tab.store->recover();
      if (name == "later") {
        run_calls();
        return Json("there");
      }
    }
    tab.task = name == "open"     ? open(tab, fresh)
               : name == "add"    ? add(tab, step["journals"], number)
               : name == "forget" ? forget(tab)
                                  : replace(tab, number);
    tab.busy = true;
    tab.task.start();
    return proceed(tab);
  }
  damage(step);
  return Json("damaged");
}

Json Recorded::proceed(Tab& tab) {
  run_calls();
  if (!tab.busy) return Json("quiet");
  if (!tab.task.done()) return Json("held");
  tab.busy = false;
  return tab.task.result();
}

// Every call that nobody holds, in the order in which they were made.
void Recorded::run_calls() {
  for (;;) {
    auto& calls = scheduler_.calls();
    size_t at = 0;
    for (; at < calls.size(); ++at) {
      Pending& call = calls[at];
      Json& hold = tabs_[call.owner]->hold;
      if (!call.done && matches(hold, call.place, call.name)) {
        call.held = true;
        hold = Json();
      }
      if (!call.held) break;
    }
    if (at == calls.size()) return;
    scheduler_.step(at);
  }
}

Task<Json> Recorded::open(Tab& tab, bool fresh) {
  Json out = Json::object();
  Json problems = Json::array();
  for (Kind journal : both) {
    Task<Found> reading = tab.store->read(journal, fresh);
    Found found = co_await reading;
    tab.next[size_t(journal)] = frames(found.bytes).size();
    out.set(name_of(journal), texts(found.bytes));
    for (const std::string& problem : found.problems) problems.push(problem);
  }
  out.set("problems", std::move(problems));
  co_return out;
}

Task<Json> Recorded::add(Tab& tab, Json journals, int64_t number) {
  std::vector<Record> records;
  for (Kind journal : both) {
    for (const Json& name : journals.items()) {
      if (name.string() != name_of(journal)) continue;
      uint64_t sequence = tab.next[size_t(journal)]++;
      std::string text = std::string(name_of(journal)) + " " + decimal(number);
      records.push_back({journal, sequence, encode_record(sequence, text)});
    }
  }
  Task<bool> appending = tab.store->append(records);
  bool stored = co_await appending;
  if (!stored) {
    for (const Record& record : records) --tab.next[size_t(record.journal)];
    co_return Json("conflict");
  }
  co_return Json(tab.store->in_memory() ? "stored in memory" : "stored");
}

Task<Json> Recorded::replace(Tab& tab, int64_t number) {
  std::vector<Bytes> journals;
  for (Kind journal : both) {
    std::string text = std::string(name_of(journal)) + " of a file " + decimal(number);
    journals.push_back(encode_record(0, text) + encode_record(1, text));
    tab.next[size_t(journal)] = 2;
  }
  Task<StorageCode> replacing = tab.store->replace(std::move(journals));
  StorageCode problem = co_await replacing;
  co_return Json(problem == StorageCode::none ? "replaced" : name_of(problem));
}

Task<Json> Recorded::forget(Tab& tab) {
  Task<StorageCode> forgetting = tab.store->forget();
  StorageCode problem = co_await forgetting;
  co_return Json(problem == StorageCode::none ? "removed" : name_of(problem));
}

void Recorded::damage(const Json& step) {
  if (step.has("clear")) {
    const std::string& place = step["clear"].string();
    if (place == "primary" || place == "all") device_.primary.clear();
    if (place == "mirror" || place == "all") device_.mirror.clear();
    if (place == "notes" || place == "all") device_.notes.noted.clear();
    return;
  }
  const char* act = step.has("flip") ? "flip" : step.has("drop") ? "drop" : "cut";
  bool primary = step[act].string() == "primary";
  const std::string key = key_of(step);
  uint64_t record = uint64_t(step["record"].integer());
  uint64_t bit = uint64_t(step["bit"].integer());
  if (primary) {
    auto journal = device_.primary.journals.find(key);
    if (journal == device_.primary.journals.end()) return;
    auto& rows = journal->second.rows;
    if (std::string_view(act) == "cut") {
      if (!rows.empty()) {
        Bytes& last = rows.rbegin()->second;
        last.resize(last.size() - std::min(last.size(), size_t(step["bytes"].integer())));
      }
      return;
    }
    auto row = rows.find(record);
    if (row == rows.end()) return;
    if (std::string_view(act) == "drop") {
      rows.erase(row);
    } else if (bit / 8 < row->second.size()) {
      row->second[bit / 8] = char(row->second[bit / 8] ^ 1 << bit % 8);
    }
    return;
  }
  auto journal = device_.mirror.journals.find(key);
  if (journal == device_.mirror.journals.end()) return;
  Bytes& bytes = journal->second;
  if (std::string_view(act) == "cut") {
    bytes.resize(bytes.size() - std::min(bytes.size(), size_t(step["bytes"].integer())));
    return;
  }
  std::vector<size_t> starts = frames(bytes);
  if (record >= starts.size()) return;
  size_t from = starts[record];
  size_t to = record + 1 < starts.size() ? starts[record + 1] : bytes.size();
  if (std::string_view(act) == "drop") {
    bytes.erase(from, to - from);
  } else if (from + bit / 8 < to) {
    bytes[from + bit / 8] = char(bytes[from + bit / 8] ^ 1 << bit % 8);
  }
}

Json Recorded::outcome() const {
  Json primary = Json::object(), mirror = Json::object(), notes = Json::object();
  for (const auto& [key, journal] : device_.primary.journals) {
    Json rows = Json::object();
    for (const auto& [sequence, row] : journal.rows)
      rows.set(decimal(int64_t(sequence)), text_of_row(sequence, row));
    int64_t acknowledged = journal.unconfirmed ? -1 : int64_t(journal.acknowledged);
    if (rows.size() || acknowledged)
      primary.set(
          key, Json::object().set("rows", std::move(rows)).set("acknowledged", Json(acknowledged)));
  }
  for (const auto& [key, bytes] : device_.mirror.journals)
    if (!bytes.empty()) mirror.set(key, texts(bytes));
  for (const auto& [key, note] : device_.notes.noted) notes.set(key, note);
  Json out = Json::object();
  out.set("primary", std::move(primary)).set("mirror", std::move(mirror));
  return out.set("notes", std::move(notes));
}

}  // namespace stegvis::simulation
