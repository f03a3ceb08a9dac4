// stegvis compile --each DIR -o OUT: compiles every article below a folder, on two threads.
//
// The largest article bounds the memory, because the walk through the folders and the compilation
// happen at the same time.
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
constexpr size_t max_folders = 64;  // that a worker has open at a time

// Finds the articles below a folder for the workers. Each worker walks through folders of its own
// while there are any, because two workers that write files to one folder block each other. Then it
// helps another worker.
class Walk {
 public:
  explicit Walk(std::string root) : root_(std::move(root)) { enter(ways_[0], ""); }
  // Returns whether every folder so far could be read.
  bool good() const { return good_; }

  // Sets the path of the worker's next article, from the root on. Returns false at the end.
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
    // A link to a folder is not followed, because links can form a cycle.
    return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) ? DT_REG : DT_UNKNOWN;
  }

  void enter(Way& way, const std::string& path) {
    if (way.size() == max_folders) errno = EMFILE;
    DIR* handle = way.size() < max_folders ? opendir((root_ + path).c_str()) : nullptr;
    if (handle) {
      way.push_back(std::make_shared<Folder>(handle, path));
    } else {
      good_ = false;
      report(root_ + path, {Code::file_unreadable, "", 0, 0, std::strerror(errno)});
    }
  }

  // Adds the uppermost folder of another worker that has entries left. Returns false if there is
  // none.
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
    auto line = [](uint64_t count, const char* name) { return decimal(int64_t(count)) + name; };
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
      Totals counts;
      counts.articles = 1;
      if (read_file(from_ + path, article)) {
        compile_article(arena, article, path, compiled, counts);
      } else {
        counts.refused = 1;
      }
      arena.clear();
      add(counts);
    }
  }

  void compile_article(Arena& arena, const SourceFile& article, const std::string& path,
                       Compiled& compiled, Totals& counts) {
    Diagnostics diagnostics;
    CompileInput input;
    input.article = &article;
    input.locale = locale_;
    input.first_view = first_view;
    bool good = compile(arena, input, diagnostics, compiled);
    counts.warnings = diagnostics.warnings();
    if (!good) {
      counts.refused = 1;
      std::lock_guard<std::mutex> lock(mutex_);
      report(diagnostics);
      return;
    }
    compiled.guide += '\n';
    std::string out = to_ + path.substr(0, path.size() - 3) + ".json";
    if (!write_below(out, compiled.guide)) {
      counts.unwritten = 1;
      return;
    }
    counts.guides = 1;
    counts.steps = compiled.steps;
  }

  // Writes a file, and makes the missing folders on its path.
  bool write_below(const std::string& path, std::string_view bytes) {
    std::string folder = path.substr(0, path.rfind('/'));
    if (folder != made_) {
      std::lock_guard<std::mutex> lock(mutex_);
      for (size_t at = folder.find('/', 1); at != std::string::npos; at = folder.find('/', at + 1))
        mkdir(folder.substr(0, at).c_str(), 0777);
      mkdir(folder.c_str(), 0777);
      made_ = folder;
    }
    return write_file(path, bytes, WriteMode::in_place);
  }

  void add(const Totals& counts) {
    std::lock_guard<std::mutex> lock(mutex_);
    totals_.articles += counts.articles;
    totals_.guides += counts.guides;
    totals_.steps += counts.steps;
    totals_.warnings += counts.warnings;
    totals_.refused += counts.refused;
    totals_.unwritten += counts.unwritten;
    // The carriage return lets the next message overwrite this one.
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
