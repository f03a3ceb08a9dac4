// The domain of a guide without one, and of the first view, where no account is known yet: every
// condition is unknown, every list empty, and nothing can be done.
#pragma once
#include "guide/domain.h"

namespace stegvis {

class Nowhere final : public Domain {
 public:
  bool practice(std::string_view, Day) override { return false; }
  Truth condition(std::string_view, const Json&, Day) const override { return Truth::unknown; }
  List list(const ListName&, const Window&, Day) const override { return {}; }
  Item item(const ListName&, std::string_view, Day) const override { return {}; }
  std::vector<Field> form(std::string_view, std::string_view, const Json&) const override {
    return {};
  }
  Verdict check(std::string_view, std::string_view, std::string_view, std::string_view, const Json&,
                Day) const override {
    return {};
  }
  Prepared prepare(const Operation&, const Window&) const override {
    Prepared prepared;
    prepared.refusals.push_back({"no-account"});
    return prepared;
  }
  bool undoable(std::string_view) const override { return false; }
  Result<std::string> apply(const Operation&) override {
    return Error{Code::account_unknown, "", 0, 0, ""};
  }
  bool holds(std::string_view) const override { return false; }
  int64_t version() const override { return 0; }
  uint64_t digest() const override { return 0; }
  bool impersonal(std::string_view) const override { return false; }
};

}  // namespace stegvis
