#include "base/error.h"

namespace stegvis {

std::string_view name_of(Code code) {
  static constexpr std::string_view names[] = {
      "",
#define STEGVIS_CODE(id, name, advice) name,
#include "base/codes.inc"
#undef STEGVIS_CODE
  };
  return names[static_cast<uint16_t>(code)];
}

}  // namespace stegvis
