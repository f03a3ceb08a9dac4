// A mailbox: a second domain, for tests alone. It has folders with messages in them, and one operation:
// to empty a folder.
//
// Values of items (typed, see guide/domain.h):
//   a folder (list folders): name; kind "own" or "system"; messages; megabytes
//   storage (for `dates`): one item with used and limit, in megabytes
// Reasons: folder-empty, unknown-folder, name-other, unknown-change, already-undone, filled-since.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "guide/domain.h"

namespace stegvis {

class Mailbox final : public Domain {
 public:
  // Practice accounts: "" is nearly full, "roomy" is not.
  bool practice(std::string_view name, Day day) override;
  bool holds(std::string_view event_id) const override;
  int64_t version() const override { return int64_t(changes_.size()); }
  uint64_t digest() const override;

  Truth condition(std::string_view name, const Json& args, Day day) const override;
  List list(const ListName& list, const Window& window, Day day) const override;
  Item item(const ListName& list, std::string_view id, Day day) const override;
  std::vector<Field> form(std::string_view name, std::string_view of,
                          const Json& values) const override;
  Verdict check(std::string_view form, std::string_view of, std::string_view field,
                std::string_view value, const Json& values, Day day) const override;

  Prepared prepare(const Operation& operation, const Window& window) const override;
  bool undoable(std::string_view operation) const override { return operation == "empty"; }
  Result<std::string> apply(const Operation& operation) override;

  // The kinds of folders; their names are the reader's.
  bool impersonal(std::string_view name) const override { return name == "kind"; }

 private:
  struct Folder {
    std::string id, name, kind;
    int64_t messages = 0;
    int64_t megabytes = 0;
  };
  // The mails that an operation took out of a folder; an undo takes out nothing.
  struct Change {
    std::string id;
    size_t folder = 0;
    int64_t messages = 0;
    int64_t megabytes = 0;
    bool undone = false;
  };
  // The folder that an operation touches, the change that it takes back, and what speaks against it.
  struct Plan {
    std::optional<size_t> folder;
    std::optional<size_t> change;
    std::vector<Reason> refusals;
  };
  Plan plan(const Operation& operation) const;
  std::optional<size_t> find_folder(std::string_view id) const;
  Item item_of(const Folder& folder) const;
  int64_t used() const;

  std::vector<Folder> folders_;
  std::vector<Change> changes_;
};

}  // namespace stegvis
