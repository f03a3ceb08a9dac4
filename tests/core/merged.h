// Vectors that are changes of a base.
#pragma once
#include <string>

#include "base/json.h"

namespace stegvis {

// Applies a change as in RFC 7396: a member that is null is removed.
inline Json merged(Json target, const Json& change) {
  if (!change.is_object()) return change;
  if (!target.is_object()) target = Json::object();
  for (size_t i = 0; i < change.size(); ++i) {
    const std::string& key = change.keys()[i];
    if (change.items()[i].is_null()) {
      target.drop(key);
    } else {
      target.set(key, merged(target[key], change.items()[i]));
    }
  }
  return target;
}

}  // namespace stegvis
