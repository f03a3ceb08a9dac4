#include "base/error.h"

#include "base/later.h"

namespace stegvis {

// All names in the order of the codes, each with a zero behind it: one string weighs less in the
// wasm than a table of pointers.
STEGVIS_LATER_DATA constexpr char names[] = "\0"
#define STEGVIS_CODE(id, name, advice) name "\0"
#include "base/codes.inc"
#undef STEGVIS_CODE
    ;

std::string_view name_of(Code code) {
  const char* name = names;
  for (auto i = static_cast<uint16_t>(code); i > 0; --i) name += std::string_view(name).size() + 1;
  return name;
}

}  // namespace stegvis
