#include "guide/proof.h"

#include <algorithm>

namespace stegvis {
namespace {

// The state of a node in the depth-first search. An open node is on the current path.
enum class State : uint8_t { unvisited, open, closed };

class Proof {
 public:
  explicit Proof(const Flow& flow) : flow_(flow), states_(flow.nodes.size(), State::unvisited) {}

  std::vector<Finding> run() {
    visit_all();
    for (uint32_t i = 0; i < flow_.nodes.size(); ++i) {
      const Node& node = flow_.nodes[i];
      if (states_[i] == State::unvisited) find(Code::flow_unreachable, i, node.id);
      bool ends = node.kind == NodeKind::outcome && !node.confirms();
      if (node.to.empty() && !ends) find(Code::flow_dead_end, i, node.id);
      check_choices(i);
      check_references(i);
    }
    if (findings_.empty()) check_answers();
    return std::move(findings_);
  }

 private:
  // Adds a finding in the order of the nodes.
  void find(Code code, uint32_t node, const std::string& detail) {
    size_t at = findings_.size();
    while (at > 0 && findings_[at - 1].node > node) --at;
    findings_.insert(findings_.begin() + std::ptrdiff_t(at), Finding{code, node, detail});
  }

  // Searches depth first, without recursion because a flow can be deep. A node closes after every
  // node that it leads to, so in the reverse of order_ every edge leads forward. An edge to an open
  // node closes a cycle.
  void visit_all() {
    struct Visit {
      uint32_t node;
      size_t edge;  // the next one to follow
    };
    std::vector<Visit> path{{flow_.start, 0}};
    states_[flow_.start] = State::open;
    while (!path.empty()) {
      Visit& visit = path.back();
      const auto& edges = flow_.nodes[visit.node].to;
      if (visit.edge == edges.size()) {
        states_[visit.node] = State::closed;
        order_.push_back(visit.node);
        path.pop_back();
        continue;
      }
      uint32_t from = visit.node;
      uint32_t to = edges[visit.edge++].to;
      if (states_[to] == State::open) {
        find(Code::flow_cycle, from, flow_.nodes[to].id);
      } else if (states_[to] == State::unvisited) {
        states_[to] = State::open;
        path.push_back({to, 0});
      }
    }
  }

  void check_choices(uint32_t index) {
    const Node& node = flow_.nodes[index];
    std::string_view plain = plain_choice(node);
    if (!plain.empty() && !node.to.empty() && flow_.next(index, plain) < 0)
      find(Code::flow_dead_end, index, std::string(plain));
    for (size_t i = 0; i < node.to.size(); ++i)
      for (size_t j = 0; j < i; ++j)
        if (node.to[i].id == node.to[j].id) find(Code::guide_shape, index, node.to[i].id);
    for (const Known& known : node.known)
      if (flow_.next(index, known.choice) < 0) find(Code::flow_reference, index, known.choice);
    if (!node.otherwise.empty() && flow_.next(index, node.otherwise) < 0)
      find(Code::flow_reference, index, node.otherwise);
  }

  enum class Target : uint8_t { pick, pick_or_fill };
  void reference(uint32_t index, const std::string& id, Target target) {
    if (id.empty()) return;
    int32_t other = flow_.find(id);
    bool fits =
        other >= 0 &&
        (flow_.nodes[size_t(other)].kind == NodeKind::pick ||
         (target == Target::pick_or_fill && flow_.nodes[size_t(other)].kind == NodeKind::fill));
    if (!fits) find(Code::flow_reference, index, id);
  }

  void check_references(uint32_t index) {
    const Node& node = flow_.nodes[index];
    reference(index, node.of, Target::pick);
    reference(index, node.binds, Target::pick);
    for (const std::string& with : node.with) reference(index, with, Target::pick_or_fill);
  }

  // Computes which nodes have an answer at each node on every path: those that have one on all
  // edges into it. Then checks the references.
  void check_answers() {
    bool refers = std::any_of(flow_.nodes.begin(), flow_.nodes.end(), [](const Node& node) {
      return !node.of.empty() || !node.binds.empty() || !node.with.empty();
    });
    if (!refers) return;
    size_t count = flow_.nodes.size();
    std::vector<std::vector<uint8_t>> answered(count);
    answered[flow_.start].assign(count, 0);
    for (auto at = order_.rbegin(); at != order_.rend(); ++at) {
      const Node& node = flow_.nodes[*at];
      for (const Choice& edge : node.to) {
        std::vector<uint8_t> along = answered[*at];
        std::string_view plain = plain_choice(node);
        if (plain.empty() || edge.id == plain) {
          along[*at] = true;
          if (!node.binds.empty()) along[size_t(flow_.find(node.binds))] = true;
        }
        auto& target = answered[edge.to];
        if (target.empty()) {
          target = std::move(along);
        } else {
          for (size_t i = 0; i < count; ++i) target[i] &= along[i];
        }
      }
    }
    for (uint32_t i = 0; i < count; ++i) {
      const Node& node = flow_.nodes[i];
      auto need = [&](const std::string& id) {
        if (!id.empty() && !answered[i][size_t(flow_.find(id))]) find(Code::flow_unanswered, i, id);
      };
      need(node.of);
      for (const std::string& with : node.with) need(with);
    }
  }

  const Flow& flow_;
  std::vector<State> states_;
  std::vector<uint32_t> order_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> prove(const Flow& flow) { return Proof(flow).run(); }

}  // namespace stegvis
