// The static proof: what must hold of every flow before it runs.
//
// Every node is reached from the start; every choice of a node leads to a node; no path comes back
// to a node, so every path ends, and it ends at an outcome; what a node refers to (of, with, binds)
// was answered on every path that reaches it. A flow without cycles leads from a sealed node back
// to no confirm; undo and restart are events, not edges.
#pragma once
#include <string>
#include <vector>

#include "base/error.h"
#include "guide/flow.h"

namespace stegvis {

// One thing that fails, at one node.
struct Finding {
  Code code;
  uint32_t node;
  std::string detail;
};

// Empty where the flow holds. In the order of the nodes.
std::vector<Finding> prove(const Flow& flow);

}  // namespace stegvis
