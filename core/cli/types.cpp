// stegvis types: the TypeScript types of all that crosses the boundary.
#include "runtime/types.h"

#include "billing/secret_fields.h"
#include "cli/cli.h"

namespace stegvis {

int run_types(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {}, {})) return 2;
  return print(print_types(BillingSecrets())) ? 0 : 2;
}

}  // namespace stegvis
