#include "billing/differences.h"

#include <algorithm>

#include "base/later.h"
#include "billing/values.h"

namespace stegvis {
namespace {

// So many are said; the others are counted.
constexpr size_t most = 8;

// Ids in their order, with their places; each is found once, and those that are not are left.
class Places {
 public:
  void add(std::string_view id, uint32_t at) { rows_.push_back({id, at, false}); }
  void sort() {
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
  }
  // The place of that id, which is taken then; no_index where there is none.
  uint32_t take(std::string_view id) {
    auto row = find(id);
    if (row == rows_.end() || row->id != id) return no_index;
    row->taken = true;
    return row->at;
  }
  bool has_left(std::string_view id) {
    auto row = find(id);
    return row != rows_.end() && row->id == id && !row->taken;
  }

 private:
  struct Row {
    std::string_view id;
    uint32_t at;
    bool taken;
  };
  std::vector<Row>::iterator find(std::string_view id) {
    return std::lower_bound(
        rows_.begin(), rows_.end(), id,
        [](const Row& row, std::string_view wanted) { return row.id < wanted; });
  }
  std::vector<Row> rows_;
};

class Comparison {
 public:
  Comparison(const Account& before, const Account& after) : before_(before), after_(after) {}

  Differences run() {
    methods();
    uses();
    return std::move(out_);
  }

 private:
  void say(std::string_view what, Json values) {
    if (out_.first.size() < most) out_.first.push_back({what, std::move(values)});
    ++out_.total;
  }
  static Json named(Json name) { return Json().set("name", std::move(name)); }

  void methods() {
    Places places;
    for (uint32_t i = 0; i < before_.methods.size(); ++i)
      if (!before_.methods[i].deleted) places.add(before_.methods[i].id, i);
    places.sort();
    for (const Method& method : after_.methods) {
      if (method.deleted) continue;
      uint32_t at = places.take(method.id);
      if (at == no_index) {
        say("new", named(method_value(after_, method)));
        continue;
      }
      const Method& was = before_.methods[at];
      bool same = was.details == method.details && was.status == method.status &&
                  was.last4 == method.last4 && was.name == method.name;
      if (!same) say("details", named(method_value(after_, method)));
    }
    for (const Method& method : before_.methods)
      if (places.has_left(method.id)) say("gone", named(method_value(before_, method)));
  }

  void uses() {
    Places places;
    for (uint32_t i = 0; i < before_.uses.size(); ++i) places.add(before_.id_of(i), i);
    places.sort();
    for (uint32_t i = 0; i < after_.uses.size(); ++i) {
      uint32_t at = places.take(after_.id_of(i));
      if (at == no_index) {
        say("new", named(name_value(after_.name_of(i))));
        continue;
      }
      uint32_t was = payer_of(before_, at), is = payer_of(after_, i);
      if (was == no_index || is == no_index || before_.methods[was].id == after_.methods[is].id)
        continue;
      Json values = named(name_value(after_.name_of(i)));
      values.set("before", method_value(before_, before_.methods[was]));
      values.set("after", method_value(after_, after_.methods[is]));
      say("paid", std::move(values));
    }
    for (uint32_t i = 0; i < before_.uses.size(); ++i)
      if (places.has_left(before_.id_of(i))) say("gone", named(name_value(before_.name_of(i))));
  }

  const Account& before_;
  const Account& after_;
  Differences out_;
};

}  // namespace

STEGVIS_LATER Differences differences_between(const Account& before, const Account& after) {
  return Comparison(before, after).run();
}

}  // namespace stegvis
