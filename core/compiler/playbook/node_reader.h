// Reads the nodes of a playbook. PlaybookFile is the base of all its readers.
#pragma once
#include <string>
#include <vector>

#include "compiler/playbook/playbook.h"

namespace stegvis {

inline constexpr int64_t max_playbook_places = 1000;  // lists, steps and blocks of an article

// Puts a text in quotes, for a diagnostic.
std::string quoted(std::string_view text);
// Returns the indices of an object's members in the order of the file.
std::vector<size_t> file_order(const Json& object);

// Reports mistakes at their place in the file.
class PlaybookFile {
 protected:
  PlaybookFile(const SourceFile& file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  void fail(Code code, const Json& at, std::string detail);
  void only(const Json& object, std::string_view members, std::string_view what);
  std::string id(const Json& object, std::string_view member, std::string_view what);
  void bad_id(const Json& at, std::string_view text);
  int64_t count(const Json& value, std::string_view what);

  const SourceFile& file_;
  Diagnostics& diagnostics_;
};

class NodeReader : protected PlaybookFile {
 protected:
  NodeReader(const SourceFile& file, Diagnostics& diagnostics, Playbook& out)
      : PlaybookFile(file, diagnostics), out_(out) {}

  // Reads a node's members. Before it, the parts must be read and all nodes of the flow have ids.
  void node(Node& node, const Json& json);

  Playbook& out_;

 private:
  void what(Node& node, const Json& json, const Json& value, std::string_view member);
  void ask(Node& node, const Json& value);
  void add_choice(Node& node, const std::string& choice, const Json& at);
  void lead(Choice& edge, const Json& target);
  void to(Node& node, const Json& json);
  void next(const Node& node, const Json& json);
  void show(Node& node, const Json& json);
  bool check_part(const Json& value);
  void with(Node& node, const Json& json);
  void known(Node& node, const Json& json);
  void unless(Node& node, const Json& json);
  bool condition(Condition& condition, const Json& value);
};

}  // namespace stegvis
