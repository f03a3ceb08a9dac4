// stegvis graph: prints a guide's flow in the format of another tool.
#include "compiler/tools/graph.h"

#include "cli/cli.h"

namespace stegvis {

int run_graph(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {"--format"}, {})) return 2;
  if (arguments.files().size() != 1) return bad_use("name one guide");
  std::string name = arguments.has("--format") ? arguments.value("--format") : "mermaid";
  std::optional<GraphFormat> format = graph_format(name);
  if (!format) return bad_use("--format is mermaid, dot, xstate or scxml");
  Json guide;
  Flow flow;
  if (!read_guide(arguments.files()[0], guide, flow)) return 2;
  return print(write_graph(flow, *format)) ? 0 : 2;
}

}  // namespace stegvis
