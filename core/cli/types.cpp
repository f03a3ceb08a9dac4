// stegvis types: prints the TypeScript types of everything that crosses the wasm boundary.
#include "runtime/types.h"

#include "cli/cli.h"
#include "domains/domains.h"

namespace stegvis {

int run_types(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {}, {})) return 2;
  return print(print_types(domains())) ? 0 : 2;
}

}  // namespace stegvis
