// stegvis codes: prints the closed list of error codes as the page i18n/codes.md.
#include "compiler/tools/codes.h"

#include "cli/cli.h"

namespace stegvis {

int run_codes(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {}, {})) return 2;
  if (!arguments.files().empty()) return bad_use("codes takes nothing");
  return print(write_codes()) ? 0 : 2;
}

}  // namespace stegvis
