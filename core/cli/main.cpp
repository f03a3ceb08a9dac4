// The command: a table of subcommands.
#include <cstdio>
#include <ctime>

#include "cli/cli.h"

namespace stegvis {
namespace {

struct Subcommand {
  std::string_view name;
  int (*run)(int argc, char** argv);
  std::string_view help;
};

constexpr Subcommand subcommands[] = {
    {"compile", run_compile,
     "ARTICLE.md [--playbook P.json] [--messages M.ftl ...] [--locale L] [--html OUT.html] -o "
     "GUIDE.json\n                   --each FOLDER -o FOLDER: every article below it"},
    {"digest", run_digest, "GUIDE.json ...: the digest of each flow"},
    {"text", run_text,
     "GUIDE.json: all that a reader sees of the article, in order\n                   --parts: the "
     "same with the numbers that a playbook counts by"},
    {"diff", run_diff, "A.json B.json: what differs, in words"},
    {"check", run_check,
     "ARTICLE.md|PLAYBOOK.json|FOLDER ... [--playbook P.json] [--code FOLDER] [--format "
     "text|json|github]\n                   a FOLDER has a playbook, or messages of every locale "
     "(<locale>.ftl)"},
    {"graph", run_graph, "GUIDE.json [--format mermaid|dot|xstate|scxml]"},
    {"codes", run_codes, "every mistake that is named, as a page"},
    {"account", run_account, "--subscriptions N --seed S [--scenario X] [--day D]"},
    {"apply", run_apply, "ACCOUNT.json OPERATION.json: what the operation changes"},
    {"play", run_play, "GUIDE.json [--account practice:few] [--day D] [--json]: runs it here"},
    {"replay", run_replay, "GUIDE.json JOURNAL: node and digests after each event"},
    {"types", run_types, "the TypeScript types of what crosses the boundary"},
    {"verdict", run_verdict, "< LINES: a verdict for each typed value"},
};

int help(std::FILE* out) {
  std::fputs("stegvis makes a guide of a support article.\n\n", out);
  for (const Subcommand& entry : subcommands)
    std::fprintf(out, "  stegvis %-8s %s\n", std::string(entry.name).c_str(),
                 std::string(entry.help).c_str());
  return out == stdout ? 0 : 2;
}

int run(int argc, char** argv) {
  if (argc < 2) return help(stderr);
  std::string_view name = argv[1];
  if (name == "help" || name == "--help") return help(stdout);
  for (const Subcommand& entry : subcommands)
    if (entry.name == name) return entry.run(argc - 1, argv + 1);
  return bad_use("there is no subcommand \"" + std::string(name) + "\"");
}

}  // namespace

Day this_day() {
  std::time_t seconds = std::time(nullptr);
  std::tm local{};
  localtime_r(&seconds, &local);
  return day_of(Date{local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

}  // namespace stegvis

int main(int argc, char** argv) { return stegvis::run(argc, argv); }
