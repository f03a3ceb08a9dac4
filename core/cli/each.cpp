// stegvis compile --each DIR -o OUT: every article below a folder, on two threads.
//
// Memory is bounded by the largest article: the folder is walked while its articles are compiled.
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <mutex>
#include <thread>

#include "base/utf8.h"
#include "cli/cli.h"
#include "compiler/compiler.h"
#include "runtime/runtime.h"

namespace stegvis {
namespace {

constexpr size_t workers = 2;
constexpr size_t most_folders = 64;  // open at once by one worker

// Hands out the articles below a folder. Each worker goes down folders of its own while there are
// any, since two that make files in one folder wait for each other; then it helps another.
class Walk {
 public:
  explicit Walk(std::string root) : root_(std::move(root)) { enter(ways_[0], ""); }
  // Whether every folder so far could be read.
  bool good() const { return good_; }

  // The path of an article below the root, for that worker; false at the end.
  bool next(size_t worker, std::string& path) {
    std::lock_guard<std::mutex> lock(mutex_);
    Way& way = ways_[worker];
    while (!way.empty() || help(way)) {
      Folder& folder = *way.back();
      dirent* entry = folder.ended ? nullptr : readdir(folder.handle);
      if (!entry) {
        folder.ended = true;
        way.pop_back();
        continue;
      }
      std::string_view name = entry->d_name;
      if (name[0] == '.') continue;
      path.assign(folder.path).append(name);
      unsigned char type = entry->d_type;
      if (type == DT_UNKNOWN || type == DT_LNK) type = type_of(root_ + path);
      if (type == DT_DIR) enter(way, path + "/");
      if (type == DT_REG && name.size() > 3 && name.substr(name.size() - 3) == ".md") return true;
    }
    return false;
  }

 private:
  struct Folder {
    Folder(DIR* opened, std::string below) : handle(opened), path(std::move(below)) {}
    ~Folder() { closedir(handle); }
    DIR* handle;
    std::string path;  // below the root, with a slash at its end
    bool ended = false;
  };
  using Way = std::vector<std::shared_ptr<Folder>>;

  static unsigned char type_of(const std::string& path) {
    struct stat status;
    if (lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return DT_DIR;
    // A link to a folder is not followed: it may lead in a circle.
    return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) ? DT_REG : DT_UNKNOWN;
  }

  void enter(Way& way, const std::string& path) {
    if (way.size() == most_folders) errno = EMFILE;
    DIR* handle = way.size() < most_folders ? opendir((root_ + path).c_str()) : nullptr;
    if (handle) {
      way.push_back(std::make_shared<Folder>(handle, path));
    } else {
      good_ = false;
      report(root_ + path, {Code::file_unreadable, "", 0, 0, std::strerror(errno)});
    }
  }

  // The uppermost folder of another worker in which something is left.
  bool help(Way& way) {
    for (const Way& other : ways_)
      for (const auto& folder : other)
        if (!folder->ended) return way.push_back(folder), true;
    return false;
  }

  std::string root_;
  std::mutex mutex_;
  Way ways_[workers];
  bool good_ = true;
};

struct Totals {
  uint64_t articles = 0, guides = 0, steps = 0, warnings = 0, refused = 0, unwritten = 0;
};

class Each {
 public:
  Each(std::string from, std::string to, std::string locale)
      : from_(std::move(from)), to_(std::move(to)), locale_(std::move(locale)), walk_(from_) {}

  int run() {
    if (!walk_.good()) return 2;
    std::vector<std::thread> others;
    for (size_t worker = 1; worker < workers; ++worker)
      others.emplace_back([this, worker] { work(worker); });
    work(0);
    for (std::thread& other : others) other.join();
    if (terminal_) std::fputs("                          \r", stderr);
    auto line = [](uint64_t count, const char* what) { return decimal(int64_t(count)) + what; };
    print(line(totals_.articles, " articles, ") + line(totals_.guides, " guides, ") +
          line(totals_.steps, " steps, ") + line(totals_.warnings, " warnings, ") +
          line(totals_.refused, " refused\n"));
    return totals_.unwritten || !walk_.good() ? 2 : totals_.refused ? 1 : 0;
  }

 private:
  void work(size_t worker) {
    Arena arena;
    SourceFile article;
    Compiled compiled;
    std::string path;
    while (walk_.next(worker, path)) {
      Totals one;
      one.articles = 1;
      if (read_file(from_ + path, article)) {
        compile_one(arena, article, path, compiled, one);
      } else {
        one.refused = 1;
      }
      arena.clear();
      add(one);
    }
  }

  void compile_one(Arena& arena, const SourceFile& article, const std::string& path,
                   Compiled& compiled, Totals& one) {
    Diagnostics diagnostics;
    CompileInput input;
    input.article = &article;
    input.locale = locale_;
    input.first_view = first_view;
    bool good = compile(arena, input, diagnostics, compiled);
    one.warnings = diagnostics.warnings();
    if (!good) {
      one.refused = 1;
      std::lock_guard<std::mutex> lock(mutex_);
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
    // The next message begins at the start of the line again.
    if (terminal_ && totals_.articles % 256 == 0)
      std::fputs((decimal(int64_t(totals_.articles)) + " articles\r").c_str(), stderr);
  }

  std::string from_, to_, locale_;
  Walk walk_;
  std::mutex mutex_;
  Totals totals_;
  bool terminal_ = isatty(2) == 1;
  static thread_local std::string made_;
};

thread_local std::string Each::made_;

}  // namespace

int compile_each(const std::string& from, const std::string& to, const std::string& locale) {
  auto with_slash = [](std::string path) { return path.back() == '/' ? path : path + "/"; };
  return Each(with_slash(from), with_slash(to), locale).run();
}

}  // namespace stegvis
