#include "base/advice.h"

namespace stegvis {

std::string_view advice_for(Code code) {
  static constexpr std::string_view advice[] = {
      "",
#define STEGVIS_CODE(id, name, text) text,
#include "base/codes.inc"
#undef STEGVIS_CODE
  };
  return advice[static_cast<uint16_t>(code)];
}

}  // namespace stegvis
