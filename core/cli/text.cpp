// stegvis text: prints the text that a reader sees of the article, a line for each block; with
// --parts, also the numbers by which a playbook counts it.
#include "compiler/tools/text.h"

#include "cli/cli.h"

namespace stegvis {

int run_text(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {}, {"--parts"})) return 2;
  if (arguments.files().size() != 1) return bad_use("name one guide");
  Json guide;
  Flow flow;
  if (!read_guide(arguments.files()[0], guide, flow)) return 2;
  bool parts = arguments.has("--parts");
  return print(parts ? guide_parts(guide["text"]) : guide_text(guide["text"])) ? 0 : 2;
}

}  // namespace stegvis
