#include "compiler/playbook/operations.h"

#include <algorithm>
#include <set>

namespace stegvis {

std::vector<uint32_t> topological_order(const Flow& flow) {
  std::vector<uint32_t> edges_in(flow.nodes.size());
  for (const Node& node : flow.nodes)
    for (const Choice& edge : node.to) ++edges_in[edge.to];
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < flow.nodes.size(); ++i)
    if (edges_in[i] == 0) order.push_back(i);
  for (size_t i = 0; i < order.size(); ++i)
    for (const Choice& edge : flow.nodes[order[i]].to)
      if (--edges_in[edge.to] == 0) order.push_back(edge.to);
  return order;
}

std::vector<std::vector<std::string>> operations_before(const Flow& flow) {
  std::vector<std::set<std::string>> last(flow.nodes.size());
  last[flow.start].insert("");
  for (uint32_t i : topological_order(flow)) {
    const Node& node = flow.nodes[i];
    for (const Choice& edge : node.to) {
      bool confirmed = node.confirms() && edge.id == plain_choice(node);
      if (confirmed)
        last[edge.to].insert(node.operation);
      else
        last[edge.to].insert(last[i].begin(), last[i].end());
    }
  }
  std::vector<std::vector<std::string>> out;
  for (const auto& operations : last) out.emplace_back(operations.begin(), operations.end());
  return out;
}

std::vector<bool> reached_by_hand(const Flow& flow) {
  std::vector<bool> out(flow.nodes.size());
  out[flow.start] = true;
  for (uint32_t i : topological_order(flow)) {
    const Node& node = flow.nodes[i];
    for (const Choice& edge : node.to) {
      bool needs_account = node.kind == NodeKind::outcome && edge.id == plain_choice(node);
      if (out[i] && !needs_account) out[edge.to] = true;
    }
  }
  return out;
}

std::string describe_finding(const Finding& finding, const Node& node) {
  std::string id = "\"" + node.id + "\"";
  std::string detail = "\"" + finding.detail + "\"";
  switch (finding.code) {
    case Code::flow_unreachable: return "no answer leads to " + id;
    case Code::flow_dead_end: return id + " leads nowhere";
    case Code::flow_cycle: return id + " leads back to " + detail;
    case Code::flow_reference:
      return id + " refers to " + detail + ", which is not a node of the kind that is needed";
    case Code::flow_unanswered:
      return id + " needs the answer of " + detail + ", which some way here passes by";
    default: return id + ": " + finding.detail;
  }
}

}  // namespace stegvis
