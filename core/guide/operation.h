// An operation as it is stored and sent.
//
// As JSON, the payload of a record in the account's journal:
//   {"operation": "replace-all", "args": [...], "id": "...", "day": "2026-11-23"}
#pragma once
#include <string>
#include <vector>

#include "base/day.h"
#include "base/error.h"
#include "base/json.h"

namespace stegvis {

// Its name, its arguments by position (ids of items, or the object of a filled form), the id of the
// event that asked for it and that event's day.
struct Operation {
  std::string name;
  std::vector<Json> args;
  std::string id;
  Day day;
};

// Errors: operation-shape with a JSON pointer.
Result<Operation> decode_operation(const Json& json);
Json encode_operation(const Operation& operation);

}  // namespace stegvis
