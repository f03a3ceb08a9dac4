// stegvis replay: runs a saved journal again, and prints the node and the digests after each event.
#include "runtime/replay.h"

#include "cli/cli.h"
#include "domains/domains.h"

namespace stegvis {

int run_replay(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {}, {})) return 2;
  if (arguments.files().size() != 2) return bad_use("replay GUIDE.json JOURNAL");
  Json guide;
  Flow flow;
  SourceFile journal;
  if (!read_guide(arguments.files()[0], guide, flow) || !read_file(arguments.files()[1], journal))
    return 2;
  auto steps = replay(domains(), flow, journal.text);
  if (!steps) return report(arguments.files()[1], steps.error());
  for (const ReplayStep& step : *steps)
    print(std::to_string(step.sequence) + " " + step.kind + " " + step.node + " flow " + step.flow +
          " session " + step.session + " account " + step.account + "\n");
  return 0;
}

}  // namespace stegvis
