// The static proof of a flow. The compiler and decode_flow() run it, so no session ever gets a flow
// that fails it. It shows that
// - every node can be reached from the start;
// - every choice of a node leads to a node;
// - no path comes back to a node, so every path ends, and it ends at an outcome;
// - on every path to a node, the nodes that it refers to (of, with) have an answer.
// In a flow without cycles no edge leads from a change back to its own confirm. Undo and restart
// are events, not edges.
#pragma once
#include <string>
#include <vector>

#include "base/error.h"
#include "guide/flow.h"

namespace stegvis {

// A mistake at a node.
struct Finding {
  Code code;           // flow-unreachable, -dead-end, -cycle, -reference, -unanswered; guide-shape
  uint32_t node;       // index into Flow::nodes
  std::string detail;  // the id of the node or choice
};

// Returns every mistake, in the order of the nodes; none if the proof succeeds. Every Choice::to
// must be the index of a node.
std::vector<Finding> prove(const Flow& flow);

}  // namespace stegvis
