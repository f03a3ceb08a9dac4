// The verdict of a typed value.
#pragma once
#include <cstdint>
#include <string>

#include "base/json.h"

namespace stegvis {

// A value is `possible` if it is not valid yet and further typing can make it valid.
enum class Standing : uint8_t { valid, possible, invalid };

//   code  names the message "verdict-<code>"; empty for a valid value
//   args  an object with the variables of that message; never a secret
struct Verdict {
  Standing standing = Standing::valid;
  std::string code;
  Json args = Json::object();
};

}  // namespace stegvis
