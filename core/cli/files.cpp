// The functions that subcommands share: arguments, files, diagnostics.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/utf8.h"
#include "cli/cli.h"
#include "guide/text.h"

namespace stegvis {
namespace {

constexpr size_t max_file_bytes = size_t(256) << 20;

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

int file_error(Code code, const std::string& path, const char* why) {
  std::fputs((format_diagnostic({true, code, path, 0, 0, why}) + "\n").c_str(), stderr);
  return 2;
}

// Returns whether an error means that the input has the wrong format, and not that it has a
// mistake.
bool is_hostile(Code code) {
  switch (code) {
    case Code::json_syntax:
    case Code::json_depth:
    case Code::json_number:
    case Code::json_duplicate:
    case Code::json_size:
    case Code::guide_version:
    case Code::guide_shape:
    case Code::playbook_version:
    case Code::message_size:
    case Code::locale_unknown:
    case Code::file_unreadable:
    case Code::file_unwritable:
    case Code::usage: return true;
    default: return false;
  }
}

}  // namespace

bool Arguments::read(int argc, char** argv, const std::vector<std::string_view>& valued,
                     const std::vector<std::string_view>& switches) {
  std::string open;  // the last option, if it takes several values
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    bool option = word.size() > 1 && word[0] == '-';
    if (!option) {
      if (open.empty())
        files_.push_back(word);
      else
        options_.push_back({open, word});
      continue;
    }
    open.clear();
    if (contains(switches, word)) {
      options_.push_back({word, ""});
      continue;
    }
    bool many = contains(valued, word + "...");
    if (!many && !contains(valued, word))
      return bad_use("there is no option \"" + word + "\""), false;
    if (i + 1 == argc) return bad_use("\"" + word + "\" needs a value"), false;
    options_.push_back({word, argv[++i]});
    if (many) open = word;
  }
  return true;
}

std::string Arguments::value(std::string_view option) const {
  std::string out;
  for (const Option& entry : options_)
    if (entry.name == option) out = entry.value;
  return out;
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  std::vector<std::string> out;
  for (const Option& entry : options_)
    if (entry.name == option) out.push_back(entry.value);
  return out;
}

bool Arguments::has(std::string_view option) const {
  return std::any_of(options_.begin(), options_.end(),
                     [&](const Option& entry) { return entry.name == option; });
}

int bad_use(std::string_view detail) {
  return file_error(Code::usage, "stegvis", std::string(detail).c_str());
}

bool read_file(const std::string& path, SourceFile& out) {
  out.name = path;
  out.text.clear();
  int file = path == "-" ? 0 : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return file_error(Code::file_unreadable, path, std::strerror(errno)), false;
  // The buffer has a byte more than a regular file, so that one read also finds the end.
  struct stat status;
  bool regular = fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
  size_t step = regular ? std::min(size_t(status.st_size), max_file_bytes) + 1 : 65536;
  int mistake = 0;
  size_t size = 0;
  while (true) {
    if (out.text.size() < size + step) out.text.resize(size + step);
    size_t free_bytes = out.text.size() - size;
    ssize_t count = ::read(file, out.text.data() + size, free_bytes);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) mistake = errno;
    if (count <= 0) break;
    size += size_t(count);
    if (regular && size_t(count) < free_bytes) break;
    step = 65536;
    if (size > max_file_bytes) {
      mistake = EFBIG;
      break;
    }
  }
  out.text.resize(size);
  if (file) close(file);
  if (mistake) return file_error(Code::file_unreadable, path, std::strerror(mistake)), false;
  return true;
}

std::string whole_path(const std::string& path) {
  char* whole = realpath(path.c_str(), nullptr);
  std::string out = whole ? whole : path;
  std::free(whole);
  return out;
}

bool print(std::string_view text) {
  bool good = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  return std::fflush(stdout) == 0 && good;
}

bool write_file(const std::string& path, std::string_view bytes, WriteMode mode) {
  if (path == "-") return print(bytes);
  struct stat status;
  bool special = stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
  bool in_place = mode == WriteMode::in_place || special;
  std::string target = in_place ? path : path + ".part";
  int file = open(target.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  bool good = file >= 0;
  while (good && !bytes.empty()) {
    ssize_t count = write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    good = count > 0;
    if (good) bytes.remove_prefix(size_t(count));
  }
  int mistake = errno;
  if (file >= 0 && close(file) != 0 && good) good = false, mistake = errno;
  if (good && !in_place && rename(target.c_str(), path.c_str()) != 0) good = false, mistake = errno;
  if (good) return true;
  if (file >= 0 && !in_place) unlink(target.c_str());
  return file_error(Code::file_unwritable, path, std::strerror(mistake)), false;
}

int exit_code(const Diagnostics& diagnostics, Counted counted) {
  int code = counted == Counted::errors_and_warnings && diagnostics.warnings() ? 1 : 0;
  for (const Diagnostic& diagnostic : diagnostics.all())
    if (diagnostic.is_error) code = std::max(code, is_hostile(diagnostic.code) ? 2 : 1);
  return code;
}

int report(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.all())
    std::fputs((format_diagnostic(diagnostic) + "\n").c_str(), stderr);
  return exit_code(diagnostics, Counted::errors);
}

int report(const std::string& file, const Error& error) {
  std::string detail = error.detail;
  if (!error.where.empty()) detail = error.where + (detail.empty() ? "" : ": " + detail);
  std::fputs((format_diagnostic({true, error.code, file, error.line, error.column, detail}) + "\n")
                 .c_str(),
             stderr);
  return 2;
}

bool read_guide(const std::string& path, Json& guide, Flow& flow) {
  SourceFile file;
  if (!read_file(path, file)) return false;
  Result<Json> parsed = Json::parse(file.text);
  if (!parsed) return report(path, parsed.error()), false;
  guide = std::move(*parsed);
  const Json& version = guide["guide"];
  if (!guide.is_object() || !version.is_integer())
    return report(path, {Code::guide_shape, "/guide", 0, 0, "a version was expected"}), false;
  if (version.integer() != guide_version)
    return report(path, {Code::guide_version, "/guide", 0, 0, decimal(version.integer())}), false;
  Result<Flow> decoded = decode_flow(guide["flow"]);
  if (!decoded) return report(path, decoded.error()), false;
  flow = std::move(*decoded);
  return true;
}

}  // namespace stegvis
