// A place as a tab knows it: each call may fail, be done and answered too late, or never be done
// (storage-backend.ts, deadline-backend.ts).
#pragma once
#include "storage.h"
#include "task.h"

namespace stegvis::simulation {

// The problem that a call has, and whether a write was done all the same.
struct Fault {
  StorageCode code = StorageCode::none;
  bool done = false;
};

// Decides the fault of a call when it is done.
class Faults {
 public:
  virtual ~Faults() = default;
  virtual Fault fault(int tab, std::string_view place, std::string_view call) = 0;
  // A write that was done, or found its place taken; for the trace and for what is counted.
  virtual void written(int, std::string_view, std::string_view, StorageCode) {}
};

class Backend {
 public:
  Backend(Scheduler& scheduler, Faults& faults, int tab, const char* name, Place& place)
      : scheduler_(scheduler), faults_(faults), tab_(tab), name_(name), place_(place) {}

  Call<Answer<StoredJournal>> read(const std::string& key) {
    return scheduler_.call<Answer<StoredJournal>>(tab_, name_, "read", [this, key] {
      Fault fault = faults_.fault(tab_, name_, "read");
      if (fault.code != StorageCode::none) return Answer<StoredJournal>{{}, fault.code};
      return Answer<StoredJournal>{place_.read(key)};
    });
  }
  Call<Answer<bool>> exists() {
    return scheduler_.call<Answer<bool>>(tab_, name_, "exists", [this] {
      Fault fault = faults_.fault(tab_, name_, "exists");
      if (fault.code != StorageCode::none) return Answer<bool>{false, fault.code};
      return Answer<bool>{!place_.empty()};
    });
  }
  // The records from a sequence on.
  Call<Answer<StoredJournal>> tail(const std::string& key, uint64_t from) {
    return scheduler_.call<Answer<StoredJournal>>(tab_, name_, "read", [this, key, from] {
      Fault fault = faults_.fault(tab_, name_, "read");
      if (fault.code != StorageCode::none) return Answer<StoredJournal>{{}, fault.code};
      return Answer<StoredJournal>{place_.read(key, from)};
    });
  }
  Call<StorageCode> append(std::vector<Addition> additions) {
    return scheduler_.call<StorageCode>(
        tab_, name_, "append", [this, additions = std::move(additions)] {
          return write("append", [&] { return place_.append(additions); });
        });
  }
  Call<StorageCode> replace(std::vector<Replacement> replacements) {
    return scheduler_.call<StorageCode>(
        tab_, name_, "replace", [this, replacements = std::move(replacements)] {
          return write("replace", [&] { return place_.replace(replacements); });
        });
  }
  // These journals; without any: everything of the place.
  Call<StorageCode> remove(std::vector<std::string> keys = {}) {
    return scheduler_.call<StorageCode>(tab_, name_, "remove", [this, keys = std::move(keys)] {
      return write("remove", [&] {
        if (keys.empty()) place_.clear();
        for (const std::string& key : keys) place_.remove(key);
        return StorageCode::none;
      });
    });
  }

 private:
  template <class Write>
  StorageCode write(const char* call, Write work) {
    Fault fault = faults_.fault(tab_, name_, call);
    StorageCode code = fault.code;
    if (code == StorageCode::none || fault.done) {
      StorageCode own = work();
      if (code == StorageCode::none) code = own;
    }
    faults_.written(tab_, name_, call, code);
    return code;
  }

  Scheduler& scheduler_;
  Faults& faults_;
  int tab_;
  const char* name_;
  Place& place_;
};

}  // namespace stegvis::simulation
