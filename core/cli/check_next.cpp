#include "cli/check_next.h"

#include <dirent.h>
#include <unistd.h>

#include <algorithm>

#include "cli/cli.h"
#include "compiler/locale.h"
#include "domains/domains.h"

namespace stegvis {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

bool readable(const std::string& path) { return access(path.c_str(), R_OK) == 0; }

// Returns the reason against a guide that an outcome leads into; empty if there is none.
std::string against_next(const std::string& name, const SourceFile& from, const Playbook& leads) {
  std::string folder = folder_beside(from.name, name), path = folder + "playbook.json";
  SourceFile file;
  if (!readable(path) || !read_file(path, file)) return path + " isn't there";
  Diagnostics found;
  Playbook playbook;
  if (!read_playbook(file, find_vocabulary, found, playbook))
    return path + " has a mistake: " + found.all()[0].detail;
  if (playbook.name != name) return path + " is called " + quoted(playbook.name);
  if (playbook.flow.domain != leads.flow.domain)
    return path + " has the domain " + quoted(playbook.flow.domain) + ", not " +
           quoted(leads.flow.domain);
  for (const std::string& locale : locales_in(folder_of(from.name), ".md"))
    if (readable(folder + locale + ".md")) return {};
  return quoted(name) + " has no language of " + quoted(leads.name);
}

// Returns the reason against a built guide that another one says to be there.
std::string against_built(const std::string& path, const std::string& name) {
  SourceFile file;
  if (!is_flow_id(name)) return quoted(name) + " is no name";
  if (!readable(path) || !read_file(path, file)) return path + " isn't there";
  Result<Json> guide = Json::parse(file.text, size_t(1) << 24);
  if (!guide) return path + " is no guide: " + guide.error().detail;
  Result<Flow> flow = decode_flow((*guide)["flow"]);
  if (!flow) return path + " has no flow: " + std::string(name_of(flow.error().code));
  return flow->name == name ? "" : path + " is called " + quoted(flow->name);
}

}  // namespace

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::vector<std::string> names_in(const std::string& folder, std::string_view end) {
  std::vector<std::string> out;
  if (DIR* open = opendir(folder.empty() ? "." : folder.c_str())) {
    while (dirent* entry = readdir(open)) {
      std::string name = entry->d_name;
      if (!ends_with(name, end)) continue;
      name.resize(name.size() - end.size());
      out.push_back(std::move(name));
    }
    closedir(open);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> locales_in(const std::string& folder, std::string_view end) {
  std::vector<std::string> out = names_in(folder, end);
  std::erase_if(out, [](const std::string& name) { return !is_locale(name); });
  return out;
}

void check_next(const SourceFile& file, const Playbook& playbook, Diagnostics& diagnostics) {
  Result<Json> root = Json::parse(file.text, size_t(1) << 24);
  if (!root) return;
  for (const Node& node : playbook.flow.nodes) {
    if (node.next.empty()) continue;
    std::string against = against_next(node.next, file, playbook);
    if (against.empty()) continue;
    diagnostics.error_at(Code::playbook_next, file.name, file.text,
                         (*root)["nodes"][node.id]["next"].offset(),
                         quoted(node.id) + " leads into " + quoted(node.next) + ", and " + against);
  }
}

bool check_built_guides(std::string folder, Diagnostics& diagnostics) {
  if (folder.back() != '/') folder += '/';
  bool any = false;
  for (const std::string& name : names_in(folder, ".json")) {
    SourceFile file;
    if (!read_file(folder + name + ".json", file)) continue;
    Result<Json> guide = Json::parse(file.text, size_t(1) << 24);
    if (!guide || !(*guide)["guide"].is_integer()) continue;
    any = true;
    const std::string& locale = (*guide)["locale"].string();
    for (const Json& next : (*guide)["text"]["next"].items()) {
      std::string against =
          against_built(folder + next.string() + "." + locale + ".json", next.string());
      if (!against.empty())
        diagnostics.error_at(Code::playbook_next, file.name, file.text, next.offset(), against);
    }
  }
  return any;
}

}  // namespace stegvis
