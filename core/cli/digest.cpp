// stegvis digest: prints the digest of a guide's flow, computed from the flow.
#include "base/hash.h"
#include "cli/cli.h"

namespace stegvis {

int run_digest(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {}, {})) return 2;
  if (arguments.files().empty()) return bad_use("name a guide");
  for (const std::string& path : arguments.files()) {
    Json guide;
    Flow flow;
    if (!read_guide(path, guide, flow)) return 2;
    bool many = arguments.files().size() > 1;
    print(hex16(flow.digest()) + (many ? "  " + path : "") + "\n");
  }
  return 0;
}

}  // namespace stegvis
