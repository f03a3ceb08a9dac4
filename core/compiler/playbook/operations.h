// What a flow says about the operations on its paths.
#pragma once
#include <string>
#include <vector>

#include "guide/flow.h"
#include "guide/proof.h"

namespace stegvis {

// The operations that the reader may have confirmed last on the way to each node, sorted; one that
// is empty stands for a way without any. The flow has passed the proof.
std::vector<std::vector<std::string>> operations_before(const Flow& flow);

// The nodes of the flow, each before all that it leads to. The flow has no circles.
std::vector<uint32_t> topological_order(const Flow& flow);

// What the proof found, in words.
std::string describe_finding(const Finding& finding, const Node& node);

}  // namespace stegvis
