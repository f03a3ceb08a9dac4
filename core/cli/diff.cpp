// stegvis diff: prints the differences between two guides, at most a screen. The exit code is 1 if
// the flows differ.
#include "compiler/tools/diff.h"

#include "cli/cli.h"

namespace stegvis {

int run_diff(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {}, {})) return 2;
  if (arguments.files().size() != 2) return bad_use("name two guides");
  Json guides[2];
  Flow flows[2];
  std::string names[2];
  for (int i = 0; i < 2; ++i) {
    if (!read_guide(arguments.files()[size_t(i)], guides[i], flows[i])) return 2;
    names[i] = guides[i]["locale"].string();
  }
  // The names are the locales; two guides of one locale have the names of their files.
  if (names[0] == names[1] || names[0].empty() || names[1].empty())
    for (int i = 0; i < 2; ++i) names[i] = arguments.files()[size_t(i)];
  GuideDifference found =
      compare_guides(guides[0], flows[0], names[0], guides[1], flows[1], names[1]);
  std::string out = found.same_flow ? "The flow is the same.\n" : "The flows differ.\n";
  for (const std::string& line : found.lines) out += line + "\n";
  if (!print(out)) return 2;
  return found.same_flow ? 0 : 1;
}

}  // namespace stegvis
