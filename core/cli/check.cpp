// stegvis check: finds mistakes in articles, playbooks and the interface's messages.
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "base/advice.h"
#include "base/utf8.h"
#include "cli/check_next.h"
#include "cli/cli.h"
#include "compiler/compiler.h"
#include "compiler/locale.h"
#include "compiler/messages/own_words.h"
#include "compiler/tools/lint.h"
#include "domains/domains.h"

namespace stegvis {
namespace {

// Checks a playbook, with the messages of every locale in its folder.
bool check_playbook(const std::string& path, Diagnostics& diagnostics) {
  SourceFile file;
  if (!read_file(path, file)) return false;
  Playbook playbook;
  if (!read_playbook(file, find_vocabulary, diagnostics, playbook)) return true;
  lint_playbook(file, playbook, diagnostics);
  check_next(file, playbook, diagnostics);
  std::string folder = folder_of(path);
  std::vector<std::string> locales = locales_in(folder, ".ftl");
  SourceFile english;
  bool has_english = std::find(locales.begin(), locales.end(), "en-US") != locales.end();
  if (has_english && !read_file(folder + "en-US.ftl", english)) return false;
  if (locales.empty()) locales.push_back("en-US");
  for (const std::string& locale : locales) {
    SourceFile own;
    MessageInput input;
    if (locale != "en-US") {
      if (!read_file(folder + locale + ".ftl", own)) return false;
      input.files.push_back({&own, false});
    }
    if (has_english) input.files.push_back({&english, locale != "en-US"});
    input.flow = &playbook.flow;
    input.vocabulary = find_vocabulary(playbook.flow.domain);
    input.playbook = &file;
    input.offsets = &playbook.offsets;
    input.locale = locale;
    input.report_unused = true;
    Diagnostics found;
    std::string source;
    std::vector<std::string> of_node;
    gather_messages(input, found, source, of_node);
    // English is checked by itself, so its diagnostics are not repeated for each locale.
    for (const Diagnostic& diagnostic : found.all())
      if (locale == "en-US" || diagnostic.file != english.name) diagnostics.add(diagnostic);
  }
  return true;
}

bool check_article(const std::string& path, const Arguments& arguments, Diagnostics& diagnostics) {
  SourceFile file, playbook;
  if (!read_file(path, file)) return false;
  CompileInput input;
  input.article = &file;
  input.locale = arguments.value("--locale");
  input.path = whole_path(input.article->name);
  std::vector<SourceFile> messages;
  if (arguments.has("--playbook")) {
    if (!read_file(arguments.value("--playbook"), playbook)) return false;
    input.playbook = &playbook;
    input.find_vocabulary = find_vocabulary;
    std::string locale = find_locale(input, diagnostics);
    if (locale.empty()) return true;
    if (!read_messages(arguments, locale, messages, input.messages)) return false;
  }
  Arena arena;
  Compiled compiled;
  compile(arena, input, diagnostics, compiled);
  lint_article(file, diagnostics);
  return true;
}

bool is_folder(const std::string& path) {
  struct stat status;
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

// Reads every file of code below a folder, in the order of their names.
bool read_code(const std::string& path, std::vector<SourceFile>& out) {
  if (!is_folder(path)) {
    SourceFile file;
    if (!read_file(path, file)) return false;
    out.push_back(std::move(file));
    return true;
  }
  std::vector<std::string> names;
  DIR* open = opendir(path.c_str());
  if (!open)
    return report(path, {Code::file_unreadable, "", 0, 0, "the folder can't be read"}), false;
  while (dirent* entry = readdir(open)) {
    std::string name = entry->d_name;
    bool code = ends_with(name, ".ts") || ends_with(name, ".js") || ends_with(name, ".mjs");
    bool folder = entry->d_type == DT_DIR && name[0] != '.' && name != "node_modules";
    if (code || folder) names.push_back(name);
  }
  closedir(open);
  std::sort(names.begin(), names.end());
  for (const std::string& name : names)
    if (!read_code(path + "/" + name, out)) return false;
  return true;
}

// Checks the interface's messages in a folder: each locale is compared with English.
bool check_words(std::string folder, const Arguments& arguments, Diagnostics& diagnostics) {
  if (folder.back() != '/') folder += '/';
  SourceFile english;
  if (!read_file(folder + "en-US.ftl", english)) return false;
  std::vector<SourceFile> others, code;
  for (const std::string& locale : locales_in(folder, ".ftl")) {
    if (locale == "en-US") continue;
    others.emplace_back();
    if (!read_file(folder + locale + ".ftl", others.back())) return false;
  }
  for (const std::string& path : arguments.values("--code"))
    if (!read_code(path, code)) return false;
  OwnWords words;
  words.english = &english;
  for (const SourceFile& file : others) words.others.push_back(&file);
  for (const SourceFile& file : code) words.code.push_back(&file);
  check_own_words(words, diagnostics);
  return true;
}

// Checks a file or a folder. A folder with a playbook is a guide's; another one has built guides, or
// messages.
bool check_path(const std::string& path, const Arguments& arguments, Diagnostics& diagnostics) {
  if (ends_with(path, ".json")) return check_playbook(path, diagnostics);
  if (!is_folder(path)) return check_article(path, arguments, diagnostics);
  std::string playbook = path + "/playbook.json";
  if (access(playbook.c_str(), F_OK) == 0) return check_playbook(playbook, diagnostics);
  if (check_built_guides(path, diagnostics)) return true;
  return check_words(path, arguments, diagnostics);
}

std::string as_json(const Diagnostics& diagnostics) {
  Json out = Json::array();
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    Json json = Json::object();
    json.set("file", diagnostic.file).set("line", diagnostic.line).set("column", diagnostic.column);
    json.set("severity", diagnostic.is_error ? "error" : "warning");
    json.set("code", name_of(diagnostic.code)).set("message", diagnostic.detail);
    json.set("advice", advice_for(diagnostic.code));
    json.set("docs", "i18n/codes.md#" + std::string(name_of(diagnostic.code)));
    out.push(std::move(json));
  }
  return out.dump() + "\n";
}

// Returns commands of a GitHub workflow, which shows an annotation at the line in the change.
std::string as_github(const Diagnostics& diagnostics) {
  enum class Place : uint8_t { property, message };
  auto escaped = [](std::string_view text, Place place) {
    std::string out;
    for (char c : text) {
      bool separates = place == Place::property && (c == ':' || c == ',');
      if (c == '%' || c == '\r' || c == '\n' || separates) {
        out += '%';
        out += "0123456789ABCDEF"[uint8_t(c) >> 4];
        out += "0123456789ABCDEF"[uint8_t(c) & 15];
      } else {
        out += c;
      }
    }
    return out;
  };
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    out += d.is_error ? "::error file=" : "::warning file=";
    out += escaped(d.file, Place::property);
    if (d.line) out += ",line=" + decimal(d.line) + ",col=" + decimal(d.column);
    out += ",title=" + std::string(name_of(d.code)) +
           "::" + escaped(d.detail + ". " + std::string(advice_for(d.code)), Place::message) + "\n";
  }
  return out;
}

}  // namespace

int run_check(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv,
                      {"--playbook", "--messages...", "--locale", "--code...", "--format"}, {}))
    return 2;
  if (arguments.files().empty())
    return bad_use("name an article, a playbook or a folder of messages");
  std::string format = arguments.value("--format");
  if (!format.empty() && format != "text" && format != "json" && format != "github")
    return bad_use("--format is text, json or github");
  Diagnostics diagnostics;
  bool all_read = true;
  for (const std::string& path : arguments.files()) {
    Diagnostics found;
    all_read = check_path(path, arguments, found) && all_read;
    diagnostics.add(found);
  }
  std::string out;
  if (format == "json")
    out = as_json(diagnostics);
  else if (format == "github")
    out = as_github(diagnostics);
  else
    for (const Diagnostic& diagnostic : diagnostics.all())
      out += format_diagnostic(diagnostic) + "\n";
  if (!print(out) || !all_read) return 2;
  return exit_code(diagnostics, Counted::errors_and_warnings);
}

}  // namespace stegvis
