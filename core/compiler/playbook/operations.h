// The operations on the paths of a flow.
#pragma once
#include <string>
#include <vector>

#include "guide/flow.h"
#include "guide/proof.h"

namespace stegvis {

// Returns for each node the operations that can be the last confirmed one on a path to it, sorted.
// An empty name means that a path has none. The flow must pass the proof.
std::vector<std::vector<std::string>> operations_before(const Flow& flow);
// Returns for each node whether a reader without an account can come there. What an outcome offers is not
// done elsewhere.
std::vector<bool> reached_by_hand(const Flow& flow);

// Returns the nodes in an order in which every edge leads forward. The flow must have no cycle.
std::vector<uint32_t> topological_order(const Flow& flow);

// Describes a finding of the proof, for a diagnostic.
std::string describe_finding(const Finding& finding, const Node& node);

}  // namespace stegvis
