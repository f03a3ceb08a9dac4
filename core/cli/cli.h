// The command stegvis: one file a subcommand, no logic. Each `run_<name>` gets its arguments, its
// own name as the first, and returns the exit code: 0 good, 1 an article is refused or something
// was found, 2 bad use or a file that can't be read or is not what it should be.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/json.h"
#include "compiler/compiler.h"
#include "compiler/diagnostics.h"
#include "guide/flow.h"

namespace stegvis {

int run_compile(int argc, char** argv);
int run_digest(int argc, char** argv);
int run_text(int argc, char** argv);
int run_diff(int argc, char** argv);
int run_check(int argc, char** argv);
int run_graph(int argc, char** argv);
int run_codes(int argc, char** argv);
int run_account(int argc, char** argv);
int run_apply(int argc, char** argv);
int run_verdict(int argc, char** argv);
int run_replay(int argc, char** argv);
int run_play(int argc, char** argv);
int run_types(int argc, char** argv);

// compile --each: every article below one folder, to the same places below another.
int compile_each(const std::string& from, const std::string& to, const std::string& locale);

// The words after a subcommand's name, sorted into options with a value, switches and files.
class Arguments {
 public:
  // `valued` and `switches` list the options that there are ("--locale", "-o"). False, after a
  // message, where another stands there or a value is missing.
  bool read(int argc, char** argv, const std::vector<std::string_view>& valued,
            const std::vector<std::string_view>& switches);
  // The last value of an option; empty where it was not given.
  std::string value(std::string_view option) const;
  // All its values: those that follow it up to the next option, where it may have several.
  std::vector<std::string> values(std::string_view option) const;
  bool has(std::string_view option) const;
  const std::vector<std::string>& files() const { return files_; }

 private:
  struct Given {
    std::string option;
    std::string value;
  };
  std::vector<Given> given_;
  std::vector<std::string> files_;
};

// "stegvis: error: ... [usage]" on stderr; returns 2.
int bad_use(std::string_view detail);

// This machine's date.
Day this_day();

// A whole file. False, after a named error, where it can't be read. "-" is the standard input.
bool read_file(const std::string& path, SourceFile& out);
// Written beside its place and then moved there, so that no half file is ever seen; or in place,
// which is faster for many.
bool write_file(const std::string& path, std::string_view bytes, bool in_place = false);
bool print(std::string_view text);
// The path from the root on, links followed; as it was given where there is none.
std::string whole_path(const std::string& path);

// The exit code that they ask for; warnings count where findings are what was asked for.
int exit_code(const Diagnostics& diagnostics, bool warnings_count);
// All of them on stderr; returns the exit code.
int report(const Diagnostics& diagnostics);
// One error of a file on stderr; returns 2.
int report(const std::string& file, const Error& error);

// Files of messages: those named by --messages, then the locale's and the English one beside the
// --playbook. `out` points into `files`. False, after a named error.
bool read_messages(const Arguments& arguments, const std::string& locale,
                   std::vector<SourceFile>& files, std::vector<MessageFile>& out);

// A guide as it is on disk, its flow checked. False, after a named error.
bool read_guide(const std::string& path, Json& guide, Flow& flow);

}  // namespace stegvis
