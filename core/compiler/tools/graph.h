// Writes a flow as a drawing, or in the format of another tool.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "guide/flow.h"

namespace stegvis {

enum class GraphFormat : uint8_t { mermaid, dot, xstate, scxml };

// Returns the format of a name, if there is one.
std::optional<GraphFormat> graph_format(std::string_view name);

//   mermaid   a flowchart, for Markdown pages
//   dot       a digraph, for Graphviz
//   xstate    the configuration of a machine of XState 5, as JSON: nodes are states and choices are
//             events
//   scxml     W3C State Chart XML, the same states and events
std::string write_graph(const Flow& flow, GraphFormat format);

}  // namespace stegvis
