// The flow of a guide: its nodes, and the node that each answer leads to. It is the same in every
// locale.
//
// As JSON, the member "flow" of a guide:
//   { "name": "payment-declined", "domain": "billing" or "", "lists": [7, 3], "start": "notices",
//     "nodes": [ { "id", "kind", "show": [part...], "to": [[choice, node]...],
//                  "known": [[choice, condition, args]...], "else", "unless": [condition, args],
//                  "list", "of", "detail", "dates", "form", "operation", "with": [node...], "binds",
//                  "outcome", "undo", "next" } ] }
// Empty members are left out. The reader sees no name of these choices: "picked" of a pick,
// "filled" of a fill, "done" of a review and of an outcome that confirms, "next" of a read.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json.h"

namespace stegvis {

enum class NodeKind : uint8_t { read, ask, pick, fill, review, outcome };
// Returns the name in JSON: "read".
std::string_view name_of(NodeKind kind);

// An edge of the flow.
struct Choice {
  std::string id;
  uint32_t to = 0;  // index into Flow::nodes
};

// A statement that an account can say to be true; no name where nothing is asked.
struct Condition {
  std::string name;
  Json args = Json::object();
};

// An answer that the account may know: if the condition is true, the choice is the answer.
struct Known {
  std::string choice;
  Condition when;
};

struct Node {
  std::string id;
  NodeKind kind = NodeKind::read;
  std::vector<std::string> show;  // parts of the article, in order
  std::vector<Choice> to;
  std::vector<Known> known;
  std::string otherwise;  // ask, "else": the answer where the account knows none; never asked
  Condition unless;       // ask: where it is true, the article's parts here don't hold
  std::string list;       // pick: the domain's list of items
  std::string of;         // pick, fill: the pick that the list or form depends on
  std::string detail;     // pick: the domain's list with details of an item (its uses)
  std::string dates;      // any: a list whose values the messages need
  std::string form;       // fill: the domain's form
  std::string operation;  // review, and a fill or an outcome that confirms
  std::vector<std::string>
      with;             // review, outcome: nodes whose answers are the operation's arguments
  std::string binds;    // fill that confirms: the new item becomes this pick's answer
  std::string outcome;  // outcome: its name, for the host ("fixed", "wait")
  bool undo = false;    // outcome: offers to undo the latest change
  std::string next;     // outcome: the name of the guide that it leads into
  bool confirms() const { return !operation.empty(); }
  // Picks, fills and reviews ask for an account, or change it.
  bool needs_account() const {
    return kind == NodeKind::pick || kind == NodeKind::fill || kind == NodeKind::review;
  }
};

// Returns whether a text can name a guide or a node in a playbook: a lower-case letter, and then lower-case
// letters, digits and "-", at most 64 in all.
bool is_flow_id(std::string_view text);

// Returns the choice of a node that has no name for the reader: "next", "picked", "filled" or "done"; empty
// for an ask, and for an outcome that confirms nothing.
std::string_view plain_choice(const Node& node);

struct Flow {
  std::string name;
  std::string domain;
  std::vector<uint32_t> lists;  // steps of each list of the article, in order
  std::vector<Node> nodes;
  uint32_t start = 0;

  // Returns the index of a node, or -1.
  int32_t find(std::string_view id) const;
  // Returns the node itself, or null.
  const Node* node(std::string_view id) const;
  // Returns the operation that the answer of this pick is for: of the reviews that take it, or take the
  // answer of a pick that depends on it. Empty where there is none, or several.
  std::string_view purpose(std::string_view pick) const;
  // Returns the index of the node that a choice leads to, or -1.
  int32_t next(uint32_t node, std::string_view choice) const;
  // The digest of lists, steps, nodes and edges. It leaves out all text and the blocks in a step.
  uint64_t digest() const { return decoded_digest ? decoded_digest : compute_digest(); }
  uint64_t compute_digest() const;
  // decode_flow computes it once, because every view has it; nothing may change such a flow. Else 0.
  uint64_t decoded_digest = 0;
};

// Reads the member "flow" and checks it: every name exists, there are at most 1,000 nodes and 50
// choices each, and the flow passes the proof of proof.h. Errors: guide-shape and flow-*, with the
// place as a JSON pointer.
Result<Flow> decode_flow(const Json& json);
// Appends the value of the member "flow" as canonical JSON.
void append_flow(std::string& out, const Flow& flow);

}  // namespace stegvis
