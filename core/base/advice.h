// Advice for each error code, in English. The command and i18n/codes.md show it; the wasm leaves it
// out.
#pragma once
#include <string_view>

#include "base/error.h"

namespace stegvis {

// Returns one or two sentences for the person who can correct the mistake; empty for Code::none.
std::string_view advice_for(Code code);

}  // namespace stegvis
