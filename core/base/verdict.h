// What a typed value is: valid; possible (typing on can make it valid); or invalid.
#pragma once
#include <cstdint>
#include <string>

#include "base/json.h"

namespace stegvis {

enum class Standing : uint8_t { valid, possible, invalid };

// The code names the message "verdict-<code>" and is empty for a valid value; the arguments are
// what that message needs, never a secret.
struct Verdict {
  Standing standing = Standing::valid;
  std::string code;
  Json args = Json::object();
};

}  // namespace stegvis
