#include "guide/domain.h"

#include "base/later.h"

namespace stegvis {

STEGVIS_LATER std::optional<FieldVerdict> Domain::judge(std::string_view, std::string_view,
                                                        const Json&, Day) const {
  return std::nullopt;
}

STEGVIS_LATER Status Domain::restore(std::string_view) {
  return Error{Code::journal_snapshot, "", 0, 0, "this domain has none"};
}

STEGVIS_LATER Status Domain::load_account(const Json&, Differences*) {
  return Error{Code::account_unknown, "", 0, 0, "this domain takes none"};
}

STEGVIS_LATER Status Domain::load_table(std::string_view name, std::string_view) {
  return Error{Code::query_unknown, std::string(name), 0, 0, ""};
}

}  // namespace stegvis
