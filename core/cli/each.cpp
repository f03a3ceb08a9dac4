// stegvis compile --each DIR -o OUT: every article below a folder, on two threads.
//
// Memory is bounded by the largest article: the folder is walked while its articles are compiled.
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <mutex>
#include <thread>

#include "base/utf8.h"
#include "cli/cli.h"
#include "compiler/compiler.h"
#include "compiler/markdown/read.h"
#include "runtime/runtime.h"

namespace stegvis {
namespace {

constexpr uint32_t most_folders = 64;  // nested in each other

// Hands out the articles below a folder, one at a time, to several threads.
class Walk {
 public:
  explicit Walk(std::string root) : root_(std::move(root)) { good_ = enter(""); }
  ~Walk() {
    for (Open& open : open_) closedir(open.folder);
  }
  bool good() const { return good_; }

  // The path below the root; false at the end.
  bool next(std::string& path) {
    std::lock_guard<std::mutex> lock(mutex_);
    while (!open_.empty()) {
      dirent* entry = readdir(open_.back().folder);
      if (!entry) {
        closedir(open_.back().folder);
        open_.pop_back();
        continue;
      }
      std::string_view name = entry->d_name;
      if (name[0] == '.') continue;
      path = open_.back().path + std::string(name);
      unsigned char type = entry->d_type;
      if (type == DT_UNKNOWN || type == DT_LNK) type = type_of(root_ + path);
      if (type == DT_DIR) enter(path + "/");
      if (type == DT_REG && name.size() > 3 && name.substr(name.size() - 3) == ".md") return true;
    }
    return false;
  }

 private:
  struct Open {
    DIR* folder;
    std::string path;  // below the root, with a slash at its end
  };
  static unsigned char type_of(const std::string& path) {
    struct stat status;
    // A link to a folder is not followed: it may lead in a circle.
    if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return DT_UNKNOWN;
    return DT_REG;
  }
  bool enter(const std::string& path) {
    DIR* folder = open_.size() < most_folders ? opendir((root_ + path).c_str()) : nullptr;
    if (folder) open_.push_back({folder, path});
    return folder != nullptr;
  }

  std::string root_;
  std::mutex mutex_;
  std::vector<Open> open_;
  bool good_ = false;
};

struct Totals {
  uint64_t articles = 0, guides = 0, steps = 0, warnings = 0, refused = 0, unwritten = 0;
};

class Each {
 public:
  Each(std::string from, std::string to, std::string locale)
      : from_(std::move(from)), to_(std::move(to)), locale_(std::move(locale)), walk_(from_) {}

  int run() {
    if (!walk_.good())
      return report(from_, {Code::file_unreadable, "", 0, 0, "the folder can't be read"});
    terminal_ = isatty(2);
    std::thread other([this] { work(); });
    work();
    other.join();
    if (terminal_) std::fputs("\r\033[K", stderr);
    auto line = [](uint64_t count, const char* what) { return decimal(int64_t(count)) + what; };
    print(line(totals_.articles, " articles, ") + line(totals_.guides, " guides, ") +
          line(totals_.steps, " steps, ") + line(totals_.warnings, " warnings, ") +
          line(totals_.refused, " refused\n"));
    return totals_.unwritten ? 2 : totals_.refused ? 1 : 0;
  }

 private:
  void work() {
    Arena arena;
    SourceFile article;
    std::string path;
    while (walk_.next(path)) {
      Totals one;
      one.articles = 1;
      if (read_file(from_ + path, article)) {
        compile_one(arena, article, path, one);
      } else {
        one.refused = 1;
      }
      arena.clear();
      add(one);
    }
  }

  void compile_one(Arena& arena, const SourceFile& article, const std::string& path, Totals& one) {
    Diagnostics diagnostics;
    Compiled compiled;
    CompileInput input;
    input.article = &article;
    input.locale = locale_;
    input.first_view = first_view;
    bool good = compile(arena, input, diagnostics, compiled);
    one.warnings = diagnostics.warnings();
    if (!good) {
      one.refused = 1;
      std::lock_guard<std::mutex> lock(mutex_);
      if (terminal_) std::fputs("\r\033[K", stderr);
      report(diagnostics);
      return;
    }
    compiled.guide += '\n';
    std::string out = to_ + path.substr(0, path.size() - 3) + ".json";
    if (!write_below(out, compiled.guide)) {
      one.unwritten = 1;
      return;
    }
    one.guides = 1;
    one.steps = compiled.steps;
  }

  // Makes the folders on the way where they are missing.
  bool write_below(const std::string& path, std::string_view bytes) {
    std::string folder = path.substr(0, path.rfind('/'));
    if (folder != made_) {
      std::lock_guard<std::mutex> lock(mutex_);
      for (size_t at = folder.find('/', 1); at != std::string::npos; at = folder.find('/', at + 1))
        mkdir(folder.substr(0, at).c_str(), 0777);
      mkdir(folder.c_str(), 0777);
      made_ = folder;
    }
    return write_file(path, bytes, true);
  }

  void add(const Totals& one) {
    std::lock_guard<std::mutex> lock(mutex_);
    totals_.articles += one.articles;
    totals_.guides += one.guides;
    totals_.steps += one.steps;
    totals_.warnings += one.warnings;
    totals_.refused += one.refused;
    totals_.unwritten += one.unwritten;
    if (terminal_ && totals_.articles % 256 == 0)
      std::fputs(("\r" + decimal(int64_t(totals_.articles)) + " articles").c_str(), stderr);
  }

  std::string from_, to_, locale_;
  Walk walk_;
  std::mutex mutex_;
  Totals totals_;
  bool terminal_ = false;
  static thread_local std::string made_;
};

thread_local std::string Each::made_;

}  // namespace

int compile_each(const std::string& from, const std::string& to, const std::string& locale) {
  auto with_slash = [](std::string path) { return path.back() == '/' ? path : path + "/"; };
  prepare_markdown();
  return Each(with_slash(from), with_slash(to), locale).run();
}

}  // namespace stegvis
