#include "compiler/tools/codes.h"

#include <iterator>

#include "base/advice.h"
#include "base/error.h"

namespace stegvis {

std::string write_codes() {
  static constexpr Code codes[] = {
#define STEGVIS_CODE(id, name, advice) Code::id,
#include "base/codes.inc"
#undef STEGVIS_CODE
  };
  std::string out =
      "# Codes\n\n"
      "Every mistake that Stegvis names, and what to do about it. Made by `stegvis codes`.\n";
  for (Code code : codes) {
    out.append("\n## ").append(name_of(code)).append("\n\n");
    out.append(advice_for(code)).append("\n");
  }
  return out;
}

}  // namespace stegvis
