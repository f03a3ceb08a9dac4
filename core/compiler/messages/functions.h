// The functions that messages can call, NUMBER and DATETIME, with the options that they take.
//
// The options and their values are those of Intl.NumberFormat and Intl.DateTimeFormat (ECMA-402,
// 11th edition, 2024), without those that the page sets itself: currency, unit, calendar and time
// zone.
#pragma once
#include <optional>
#include <string>

#include "compiler/messages/fluent.h"

namespace stegvis {

// The mistake of a call, and its place. Its code is message-function or message-option.
struct Misuse {
  Code code;
  uint32_t offset = 0;
  std::string detail;
};

// Returns the first mistake of a call, if it has one. The use is of the kind UseKind::function.
std::optional<Misuse> misuse_of(const FluentUse& call);

}  // namespace stegvis
