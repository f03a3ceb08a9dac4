// What to do about a mistake, in English: for the command and the docs, not for the wasm.
#pragma once
#include <string_view>

#include "base/error.h"

namespace stegvis {

// One or two sentences for the person who can mend it. Empty for Code::none.
std::string_view advice_for(Code code);

}  // namespace stegvis
