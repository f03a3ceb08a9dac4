// stegvis compile: makes a guide of an article, with or without a playbook.
#include <unistd.h>

#include "cli/cli.h"
#include "compiler/compiler.h"
#include "compiler/locale.h"
#include "domains/domains.h"
#include "runtime/runtime.h"

namespace stegvis {
std::string folder_of(const std::string& path) {
  size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

std::string folder_beside(const std::string& path, const std::string& name) {
  std::string own = folder_of(path);
  if (own.empty() || own.size() < 2) return own + "../" + name + "/";
  std::string last = own.substr(own.rfind('/', own.size() - 2) + 1);
  if (last == "./" || last == "../") return own + "../" + name + "/";
  return own.substr(0, own.size() - last.size()) + name + "/";
}

bool read_messages(const Arguments& arguments, const std::string& locale,
                   std::vector<SourceFile>& files, std::vector<MessageFile>& out) {
  struct Wanted {
    std::string path;
    bool stands_in;
  };
  std::vector<Wanted> wanted;
  for (const std::string& path : arguments.values("--messages")) wanted.push_back({path, false});
  size_t named = wanted.size();
  std::string folder = folder_of(arguments.value("--playbook"));
  wanted.push_back({folder + locale + ".ftl", false});
  if (locale != "en-US") wanted.push_back({folder + "en-US.ftl", locale.substr(0, 2) != "en"});
  std::vector<bool> stands_in;
  for (size_t i = 0; i < wanted.size(); ++i) {
    if (i >= named && access(wanted[i].path.c_str(), F_OK) != 0) continue;
    SourceFile file;
    if (!read_file(wanted[i].path, file)) return false;
    files.push_back(std::move(file));
    stands_in.push_back(wanted[i].stands_in);
  }
  for (size_t i = 0; i < files.size(); ++i) out.push_back({&files[i], stands_in[i]});
  return true;
}

int run_compile(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv,
                      {"--playbook", "--messages...", "--locale", "--html", "-o", "--each"}, {}))
    return 2;
  if (arguments.has("--each")) {
    bool alone = arguments.files().empty() && !arguments.has("--playbook") &&
                 !arguments.has("--messages") && !arguments.has("--html");
    std::string locale = arguments.value("--locale");
    if (!alone || arguments.value("--each").empty() || arguments.value("-o").empty())
      return bad_use("with --each there are -o OUT and --locale, nothing else");
    if (!locale.empty() && !is_locale(locale)) return bad_use("\"" + locale + "\" is no locale");
    return compile_each(arguments.value("--each"), arguments.value("-o"), locale);
  }
  if (arguments.files().size() != 1) return bad_use("name one article");
  if (!arguments.has("-o")) return bad_use("name the guide to write: -o GUIDE.json");
  SourceFile article, playbook;
  if (!read_file(arguments.files()[0], article)) return 2;
  Diagnostics diagnostics;
  CompileInput input;
  input.article = &article;
  input.locale = arguments.value("--locale");
  input.path = whole_path(input.article->name);
  input.html = arguments.has("--html");
  input.find_vocabulary = find_vocabulary;
  input.first_view = first_view;
  std::vector<SourceFile> files;
  if (arguments.has("--playbook")) {
    if (!read_file(arguments.value("--playbook"), playbook)) return 2;
    input.playbook = &playbook;
    std::string locale = find_locale(input, diagnostics);
    if (locale.empty()) return report(diagnostics);
    if (!read_messages(arguments, locale, files, input.messages)) return 2;
    input.is_there = [&](const std::string& guide, const std::string& locale) {
      std::string folder = folder_beside(playbook.name, guide);
      return access((folder + "playbook.json").c_str(), R_OK) == 0 &&
             access((folder + locale + ".md").c_str(), R_OK) == 0;
    };
  }
  Arena arena;
  Compiled compiled;
  bool good = compile(arena, input, diagnostics, compiled);
  int code = report(diagnostics);
  if (!good) return code;
  if (!write_file(arguments.value("-o"), compiled.guide + "\n")) return 2;
  if (input.html && !write_file(arguments.value("--html"), compiled.html)) return 2;
  return 0;
}

}  // namespace stegvis
