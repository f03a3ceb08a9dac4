// A page adds each record of an outcome to its journal; so do tests.
#pragma once
#include <string>

#include "runtime/runtime.h"

namespace stegvis {

// Adds the records that an outcome of that runtime names to the bytes of these journals.
inline void store(const Json& outcome, const Runtime& runtime, std::string& account,
                  std::string& session) {
  size_t at = 0;
  for (const Json& record : outcome["append"].items()) {
    size_t bytes = size_t(record["bytes"].integer());
    bool owned = record["journal"].string() == "account";
    (owned ? account : session) += runtime.outgoing().substr(at, bytes);
    at += bytes;
  }
}

}  // namespace stegvis
