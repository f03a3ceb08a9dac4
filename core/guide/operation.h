// An operation in the form in which it is stored and sent.
//
// As JSON, the payload of a record in the account's journal:
//   {"operation": "replace-all", "args": [...], "id": "...", "day": "2026-11-23"}
// and, of an account that a host keeps, "version" and "made" as the host's answer gave them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/error.h"
#include "base/json.h"

namespace stegvis {

struct Operation {
  std::string name;
  std::vector<Json> args;  // by position: the id of an item, or the fields of a form (an object)
  std::string id;          // of the event that requested the operation
  Day day;                 // of that event
  // The host's own: the account's version after the operation, and the id of what was made.
  std::optional<int64_t> version;
  std::string made;
};

// Reads an operation. Error: operation-shape with a JSON pointer.
Result<Operation> decode_operation(const Json& json);
Json encode_operation(const Operation& operation);

}  // namespace stegvis
