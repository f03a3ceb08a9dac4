// The command stegvis: the table of its subcommands.
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
    {"test", run_test, "FOLDER ... [--paths]: walks through a guide as its tests.json says"},
    {"types", run_types, "the TypeScript types of what crosses the boundary"},
    {"verdict", run_verdict, "< LINES: a verdict for each typed value"},
};

const Subcommand* find_subcommand(std::string_view name) {
  for (const Subcommand& entry : subcommands)
    if (entry.name == name) return &entry;
  return nullptr;
}

void print_usage(std::FILE* out, const Subcommand& entry) {
  std::fprintf(out, "  stegvis %-8s %s\n", std::string(entry.name).c_str(),
               std::string(entry.help).c_str());
}

int help(std::FILE* out) {
  std::fputs("stegvis makes a guide of a support article.\n\n", out);
  for (const Subcommand& entry : subcommands) print_usage(out, entry);
  std::fputs("  stegvis help [COMMAND], stegvis COMMAND --help, stegvis --version\n", out);
  return out == stdout ? 0 : 2;
}

int help_of(std::string_view name) {
  const Subcommand* entry = find_subcommand(name);
  if (!entry) return bad_use("there is no subcommand \"" + std::string(name) + "\"");
  print_usage(stdout, *entry);
  return 0;
}

bool asks_for_help(std::string_view word) { return word == "--help" || word == "-h"; }

int run(int argc, char** argv) {
  if (argc < 2) return help(stderr);
  std::string_view name = argv[1];
  if (name == "help" && argc > 3) return bad_use("help takes one subcommand");
  if (name == "help" && argc == 3) return help_of(argv[2]);
  if (name == "help" || asks_for_help(name)) return help(stdout);
  if (name == "--version") return print("stegvis " STEGVIS_VERSION "\n") ? 0 : 2;
  const Subcommand* entry = find_subcommand(name);
  // --help comes before the subcommand's own arguments, because it must work without a file.
  for (int i = 2; entry && i < argc; ++i)
    if (asks_for_help(argv[i])) return help_of(name);
  return entry ? entry->run(argc - 1, argv + 1) : help_of(name);
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
