// The table of all that crosses the boundary: the one place that says which members there are and of
// what type. `stegvis types` prints it as TypeScript, with the constants that the page needs; a test
// holds the views of whole runs to it.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "base/json.h"
#include "guide/domain.h"

namespace stegvis {

// A member: its TypeScript type ends with '?' where it may be absent. Types: string, number, boolean,
// unknown, a quoted text, a record's name, "A | B", "X[]", "[X, Y]", "Record<string, X>".
struct MemberType {
  std::string_view name;
  std::string_view type;
  std::string_view note;  // for the docs; may be empty
};

struct RecordType {
  std::string_view name;
  std::string_view note;
  std::span<const MemberType> members;
};

std::span<const RecordType> boundary_types();

// The whole TypeScript file: the types, and the constants of these domains.
std::string print_types(std::span<const DomainEntry> domains);

// Compares a value with the record of that name. Returns a JSON pointer to the first member that does not
// fit and the expected type; empty if all fits. Members that the record does not name do not fit.
std::string misfit(std::string_view record, const Json& value);

}  // namespace stegvis
