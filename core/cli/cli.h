// The command stegvis. Each subcommand has a file, which has no logic of its own. Each `run_<name>`
// gets its arguments, with its name as the first one, and returns the exit code: 0 success; 1 an
// article has errors or a check found something; 2 bad use, or a file that can't be read or has the
// wrong format.
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
int run_test(int argc, char** argv);
int run_types(int argc, char** argv);

// compile --each: compiles every article below a folder, to the same paths below another folder.
int compile_each(const std::string& from, const std::string& to, const std::string& locale);

// The arguments of a subcommand: options with values, switches and files.
class Arguments {
 public:
  // Reads the arguments. `valued` and `switches` are the known options ("--locale", "-o"); one that
  // takes several values ends in "...". Returns false, after a message, if an option is unknown or
  // its value is missing.
  bool read(int argc, char** argv, const std::vector<std::string_view>& valued,
            const std::vector<std::string_view>& switches);
  // Returns the last value of an option; empty if there is none.
  std::string value(std::string_view option) const;
  // Returns all values of an option.
  std::vector<std::string> values(std::string_view option) const;
  bool has(std::string_view option) const;
  const std::vector<std::string>& files() const { return files_; }

 private:
  struct Option {
    std::string name;
    std::string value;
  };
  std::vector<Option> options_;
  std::vector<std::string> files_;
};

// Prints "stegvis: error: ... [usage]" on stderr, and returns 2.
int bad_use(std::string_view detail);

// Returns this machine's date.
Day this_day();

// Reads a whole file; "-" is the standard input. Returns false, after a diagnostic, if it can't be
// read.
bool read_file(const std::string& path, SourceFile& out);
// Writes a file; "-" is the standard output. `replace` writes a new file and then moves it to the
// path, so that nobody ever sees half a file; `in_place` is faster for many files. Returns false,
// after a diagnostic, if it can't be written.
enum class WriteMode : uint8_t { replace, in_place };
bool write_file(const std::string& path, std::string_view bytes,
                WriteMode mode = WriteMode::replace);
// Prints on the standard output. Returns false if it can't be written.
bool print(std::string_view text);
// Returns the absolute path with its links resolved; the same path if there is no such file.
std::string whole_path(const std::string& path);
// Returns the folder of a file, with a slash at its end; empty for the current one.
std::string folder_of(const std::string& path);
// Returns the folder of that name beside the file's own folder.
std::string folder_beside(const std::string& path, const std::string& name);

// Returns the exit code for diagnostics. A command that checks counts warnings too.
enum class Counted : uint8_t { errors, errors_and_warnings };
int exit_code(const Diagnostics& diagnostics, Counted counted);
// Prints all diagnostics on stderr, and returns the exit code, which counts errors.
int report(const Diagnostics& diagnostics);
// Prints an error of a file on stderr, and returns 2.
int report(const std::string& file, const Error& error);

// Reads the files of messages: those of --messages, and then those of the locale and of English in
// the folder of --playbook. `out` refers to `files`. Returns false, after a diagnostic, if one
// can't be read.
bool read_messages(const Arguments& arguments, const std::string& locale,
                   std::vector<SourceFile>& files, std::vector<MessageFile>& out);

// Reads a guide and checks its flow. Returns false, after a diagnostic, if either fails.
bool read_guide(const std::string& path, Json& guide, Flow& flow);

}  // namespace stegvis
