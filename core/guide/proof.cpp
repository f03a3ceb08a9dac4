#include "guide/proof.h"

#include <algorithm>

namespace stegvis {
namespace {

enum class Mark : uint8_t { fresh, open, closed };

class Proof {
 public:
  explicit Proof(const Flow& flow) : flow_(flow), marks_(flow.nodes.size(), Mark::fresh) {}

  std::vector<Finding> run() {
    visit_all();
    for (uint32_t i = 0; i < flow_.nodes.size(); ++i) {
      const Node& node = flow_.nodes[i];
      if (marks_[i] == Mark::fresh) find(Code::flow_unreachable, i, node.id);
      if (node.to.empty() && node.kind != NodeKind::outcome) find(Code::flow_dead_end, i, node.id);
      check_choices(i);
      check_references(i);
    }
    if (findings_.empty()) check_answers();
    return std::move(findings_);
  }

 private:
  // Kept in the order of the nodes.
  void find(Code code, uint32_t node, const std::string& detail) {
    size_t at = findings_.size();
    while (at > 0 && findings_[at - 1].node > node) --at;
    findings_.insert(findings_.begin() + std::ptrdiff_t(at), Finding{code, node, detail});
  }

  // Depth first without recursion: a node is closed after all that it leads to, so the reverse
  // order is one in which every edge leads on. An edge to an open node closes a circle.
  void visit_all() {
    struct Frame {
      uint32_t node;
      size_t edge;
    };
    std::vector<Frame> frames{{flow_.start, 0}};
    marks_[flow_.start] = Mark::open;
    while (!frames.empty()) {
      Frame& frame = frames.back();
      const auto& edges = flow_.nodes[frame.node].to;
      if (frame.edge == edges.size()) {
        marks_[frame.node] = Mark::closed;
        order_.push_back(frame.node);
        frames.pop_back();
        continue;
      }
      uint32_t from = frame.node;
      uint32_t to = edges[frame.edge++].to;
      if (marks_[to] == Mark::open) {
        find(Code::flow_cycle, from, flow_.nodes[to].id);
      } else if (marks_[to] == Mark::fresh) {
        marks_[to] = Mark::open;
        frames.push_back({to, 0});
      }
    }
  }

  void check_choices(uint32_t index) {
    const Node& node = flow_.nodes[index];
    std::string_view plain = plain_choice(node.kind);
    if (!plain.empty() && !node.to.empty() && flow_.next(index, plain) < 0)
      find(Code::flow_dead_end, index, std::string(plain));
    for (size_t i = 0; i < node.to.size(); ++i)
      for (size_t j = 0; j < i; ++j)
        if (node.to[i].id == node.to[j].id) find(Code::guide_shape, index, node.to[i].id);
    for (const Known& known : node.known)
      if (flow_.next(index, known.choice) < 0) find(Code::flow_reference, index, known.choice);
  }

  void reference(uint32_t index, const std::string& id, bool fill_too) {
    if (id.empty()) return;
    int32_t other = flow_.find(id);
    bool fits = other >= 0 && (flow_.nodes[size_t(other)].kind == NodeKind::pick ||
                               (fill_too && flow_.nodes[size_t(other)].kind == NodeKind::fill));
    if (!fits) find(Code::flow_reference, index, id);
  }

  void check_references(uint32_t index) {
    const Node& node = flow_.nodes[index];
    reference(index, node.of, false);
    reference(index, node.binds, false);
    for (const std::string& with : node.with) reference(index, with, true);
  }

  // What is answered for certain at each node: what all edges into it agree on.
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
        std::vector<uint8_t> given = answered[*at];
        std::string_view plain = plain_choice(node.kind);
        if (plain.empty() || edge.id == plain) {
          given[*at] = true;
          if (!node.binds.empty()) given[size_t(flow_.find(node.binds))] = true;
        }
        auto& into = answered[edge.to];
        if (into.empty()) {
          into = std::move(given);
        } else {
          for (size_t i = 0; i < count; ++i) into[i] &= given[i];
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
  std::vector<Mark> marks_;
  std::vector<uint32_t> order_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> prove(const Flow& flow) { return Proof(flow).run(); }

}  // namespace stegvis
