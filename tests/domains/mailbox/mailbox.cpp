#include "mailbox/mailbox.h"

#include "base/hash.h"

namespace stegvis {
namespace {

constexpr int64_t limit = 2000;  // megabytes

Truth truth(bool yes) { return yes ? Truth::yes : Truth::no; }

}  // namespace

std::unique_ptr<Domain> make_mailbox() { return std::make_unique<Mailbox>(); }

bool Mailbox::practice(std::string_view name, Day) {
  if (!name.empty() && name != "roomy") return false;
  int64_t share = name.empty() ? 1 : 4;
  folders_ = {{"f-inbox", "Inbox", "system", 4210 / share, 1240 / share},
              {"f-offers", "Offers from the sawmill", "own", 310 / share, 480 / share},
              {"f-bin", "Bin", "system", 96 / share, 210 / share},
              {"f-drafts", "Drafts", "system", 0, 0}};
  changes_.clear();
  return true;
}

uint64_t Mailbox::digest() const {
  if (folders_.empty()) return 0;
  Digest digest;
  for (const Folder& folder : folders_)
    digest.text(folder.id).text(folder.name).integer(folder.messages).integer(folder.megabytes);
  return digest.value();
}

int64_t Mailbox::used() const {
  int64_t sum = 0;
  for (const Folder& folder : folders_) sum += folder.megabytes;
  return sum;
}

std::optional<size_t> Mailbox::find_folder(std::string_view id) const {
  for (size_t i = 0; i < folders_.size(); ++i)
    if (folders_[i].id == id) return i;
  return std::nullopt;
}

Truth Mailbox::condition(std::string_view name, const Json& args, Day) const {
  const Json& percent = args["at-least"];
  if (folders_.empty() || name != "used" || !percent.is_integer()) return Truth::unknown;
  return truth(used() * 100 >= limit * percent.integer());
}

Item Mailbox::item_of(const Folder& folder) const {
  Item item;
  item.id = folder.id;
  item.values.set("name", folder.name).set("kind", folder.kind);
  item.values.set("messages", folder.messages).set("megabytes", folder.megabytes);
  if (folder.messages) return item;
  item.enabled = false;
  item.reasons.push_back({"folder-empty", Json::object().set("folder", folder.name)});
  return item;
}

List Mailbox::list(const ListName& list, const Window& window, Day) const {
  List out;
  if (list.name == "storage") {
    Item item;
    item.id = "storage";
    item.values.set("used", used()).set("limit", limit);
    out.items.push_back(std::move(item));
    out.total = 1;
  }
  if (list.name != "folders") return out;
  for (const Folder& folder : folders_) {
    if (folder.name.find(window.search) == std::string::npos) continue;
    uint32_t place = out.total++;
    if (place >= window.from && place - window.from < window.count)
      out.items.push_back(item_of(folder));
  }
  return out;
}

Item Mailbox::item(const ListName& list, std::string_view id, Day) const {
  auto folder = find_folder(id);
  return list.name == "folders" && folder ? item_of(folders_[*folder]) : Item();
}

std::vector<Field> Mailbox::form(std::string_view name, std::string_view of, const Json&) const {
  if (name != "folder-name" || !find_folder(of)) return {};
  Field field;
  field.id = "folder";
  return {field};
}

Verdict Mailbox::check(std::string_view form, std::string_view of, std::string_view field,
                       std::string_view value, const Json&, Day) const {
  auto folder = find_folder(of);
  if (form != "folder-name" || field != "folder" || !folder)
    return {Standing::invalid, "field-unknown"};
  const std::string& name = folders_[*folder].name;
  if (value == name) return {};
  // Typing on can make it the name.
  bool begins = std::string_view(name).substr(0, value.size()) == value;
  return {begins ? Standing::possible : Standing::invalid, "folder-other"};
}

Mailbox::Plan Mailbox::plan(const Operation& operation) const {
  Plan out;
  auto refuse = [&](const char* code, Json args = Json::object()) {
    out.refusals.push_back({code, std::move(args)});
  };
  if (operation.name == "empty" && operation.args.size() == 2) {
    out.folder = find_folder(operation.args[0].string());
    if (!out.folder) {
      refuse("unknown-folder");
      return out;
    }
    const Folder& folder = folders_[*out.folder];
    Json named = Json::object().set("folder", folder.name);
    if (!folder.messages) refuse("folder-empty", named);
    if (operation.args[1]["folder"].string() != folder.name) refuse("name-other", named);
  } else if (operation.name == "undo" && operation.args.size() == 1) {
    for (size_t i = 0; i < changes_.size(); ++i)
      if (changes_[i].id == operation.args[0].string() && changes_[i].messages) out.change = i;
    if (!out.change) {
      refuse("unknown-change");
      return out;
    }
    const Change& change = changes_[*out.change];
    out.folder = change.folder;
    if (change.undone) refuse("already-undone");
    if (folders_[change.folder].messages)
      refuse("filled-since", Json::object().set("folder", folders_[change.folder].name));
  } else {
    refuse("operation-unknown");
  }
  return out;
}

Prepared Mailbox::prepare(const Operation& operation, const Window& window) const {
  Prepared out;
  Plan planned = plan(operation);
  out.refusals = std::move(planned.refusals);
  if (!out.ok()) return out;
  const Folder& folder = folders_[*planned.folder];
  out.changes.total = 1;
  if (window.from == 0 && window.count) out.changes.items.push_back(item_of(folder));
  int64_t count = planned.change ? changes_[*planned.change].messages : folder.messages;
  out.values.set("folder", folder.name).set("count", count);
  out.undoable = undoable(operation.name);
  return out;
}

bool Mailbox::holds(std::string_view event_id) const {
  for (const Change& change : changes_)
    if (change.id == event_id) return true;
  return false;
}

Result<std::string> Mailbox::apply(const Operation& operation) {
  if (holds(operation.id)) return std::string();
  Plan planned = plan(operation);
  if (!planned.refusals.empty())
    return Error{Code::operation_refused, "", 0, 0, planned.refusals[0].code};
  Folder& folder = folders_[*planned.folder];
  if (planned.change) {
    Change& change = changes_[*planned.change];
    change.undone = true;
    folder.messages = change.messages;
    folder.megabytes = change.megabytes;
    changes_.push_back({operation.id, *planned.folder, 0, 0, false});
  } else {
    changes_.push_back({operation.id, *planned.folder, folder.messages, folder.megabytes, false});
    folder.messages = folder.megabytes = 0;
  }
  return std::string();
}

}  // namespace stegvis
