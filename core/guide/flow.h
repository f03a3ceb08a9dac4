// The flow of a guide: nodes, and where each answer leads. The same in every locale, node for node.
//
// As JSON, the member "flow" of a guide:
//   { "name": "payment-declined", "domain": "billing" or "", "lists": [7, 3], "start": "notices",
//     "nodes": [ { "id", "kind", "show": [part...], "to": [[choice, node]...],
//                  "known": [[choice, condition, args]...], "list", "of", "detail", "dates",
//                  "form", "operation", "with": [node...], "binds", "outcome", "undo" } ] }
// Members that are empty are left out. Choices that the reader does not see by name: "picked" of a
// pick, "filled" of a fill, "done" of a review, "next" of a read.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json.h"

namespace stegvis {

enum class NodeKind : uint8_t { read, ask, pick, fill, review, outcome };
std::string_view name_of(NodeKind kind);

// The choice that carries on without being named to the reader; empty for ask and outcome.
std::string_view plain_choice(NodeKind kind);

// An edge: this answer leads to that node (an index into Flow::nodes).
struct Choice {
  std::string id;
  uint32_t to = 0;
};

// An answer that the account may know: the choice holds where the condition does.
struct Known {
  std::string choice;
  std::string condition;
  Json args = Json::object();
};

struct Node {
  std::string id;
  NodeKind kind = NodeKind::read;
  std::vector<std::string> show;  // parts of the article, in order
  std::vector<Choice> to;
  std::vector<Known> known;
  std::string list;               // pick: what is picked from
  std::string of;                 // pick, fill: the node whose pick the list or form depends on
  std::string detail;             // pick: a list that tells more of an item (its uses)
  std::string dates;              // any: a list whose values the messages need
  std::string form;               // fill
  std::string operation;          // review, and a fill that confirms
  std::vector<std::string> with;  // review: the nodes whose answers are the operation's arguments
  std::string binds;    // fill that confirms: the pick that takes what was made as its answer
  std::string outcome;  // outcome: its name, for the host ("fixed", "wait")
  bool undo = false;    // outcome: the latest change can be undone here
  bool confirms() const { return !operation.empty(); }
};

struct Flow {
  std::string name;
  std::string domain;
  std::vector<uint32_t> lists;  // steps of each list of the article, in order
  std::vector<Node> nodes;
  uint32_t start = 0;

  // The node's index, or -1.
  int32_t find(std::string_view id) const;
  // Where that choice of that node leads, or -1.
  int32_t next(uint32_t node, std::string_view choice) const;
  // Lists, steps, nodes and edges; no text, no blocks inside a step.
  uint64_t digest() const;
};

// Reads and checks: names exist, sizes are bounded (1,000 nodes, 50 choices each), and the flow
// passes the proof of proof.h. Errors: guide-version, guide-shape, flow-* with the place as a JSON
// pointer.
Result<Flow> decode_flow(const Json& json);
// Appends the member as canonical JSON.
void append_flow(std::string& out, const Flow& flow);

}  // namespace stegvis
