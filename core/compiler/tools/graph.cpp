#include "compiler/tools/graph.h"

#include <algorithm>
#include <iterator>

#include "base/json.h"
#include "base/utf8.h"

namespace stegvis {
namespace {

constexpr std::string_view formats[] = {"mermaid", "dot", "xstate", "scxml"};

bool is_end(const Node& node) { return node.to.empty(); }

// Replaces each character of `special` by the entry of `by` with the same index.
std::string escaped(std::string_view text, std::string_view special,
                    const std::vector<std::string_view>& by) {
  std::string out;
  for (char c : text) {
    size_t at = special.find(c);
    if (at == std::string_view::npos)
      out += c;
    else
      out.append(by[at]);
  }
  return out;
}

std::string mermaid(const Flow& flow) {
  auto label = [](std::string_view text) {
    return escaped(text, "\"|<>&", {"#quot;", "#124;", "#lt;", "#gt;", "#amp;"});
  };
  std::string out = "flowchart TD\n";
  for (size_t i = 0; i < flow.nodes.size(); ++i) {
    const Node& node = flow.nodes[i];
    bool end = is_end(node);
    bool ask = node.kind == NodeKind::ask;
    out += "  n" + decimal(int64_t(i)) + (end ? "([\"" : ask ? "{\"" : "[\"") + label(node.id);
    out += "<br/>" + std::string(name_of(node.kind)) + (end ? "\"])\n" : ask ? "\"}\n" : "\"]\n");
  }
  for (size_t i = 0; i < flow.nodes.size(); ++i)
    for (const Choice& edge : flow.nodes[i].to)
      out += "  n" + decimal(int64_t(i)) + " -->|\"" + label(edge.id) + "\"| n" +
             decimal(int64_t(edge.to)) + "\n";
  return out;
}

std::string dot(const Flow& flow) {
  auto quoted = [](std::string_view text) {
    return "\"" + escaped(text, "\"\\\n", {"\\\"", "\\\\", " "}) + "\"";
  };
  std::string out = "digraph " + quoted(flow.name) + " {\n";
  for (const Node& node : flow.nodes) {
    std::string_view shape = is_end(node) ? "oval" : node.kind == NodeKind::ask ? "diamond" : "box";
    out += "  " + quoted(node.id) + " [shape=" + std::string(shape) +
           ", tooltip=" + quoted(name_of(node.kind)) + "];\n";
  }
  for (const Node& node : flow.nodes)
    for (const Choice& edge : node.to)
      out += "  " + quoted(node.id) + " -> " + quoted(flow.nodes[edge.to].id) +
             " [label=" + quoted(edge.id) + "];\n";
  return out + "}\n";
}

// A full stop in a target of XState would name a child state, so it is escaped.
std::string xstate(const Flow& flow) {
  Json states = Json::object();
  for (const Node& node : flow.nodes) {
    Json state = Json::object();
    state.set("meta", Json().set("kind", name_of(node.kind)));
    Json on = Json::object();
    for (const Choice& edge : node.to)
      on.set(edge.id,
             Json().set("target", escaped(flow.nodes[edge.to].id, ".\\", {"\\.", "\\\\"})));
    if (on.size()) state.set("on", std::move(on));
    if (is_end(node)) state.set("type", "final");
    states.set(node.id, std::move(state));
  }
  Json machine = Json::object();
  machine.set("id", flow.name).set("initial", flow.nodes[flow.start].id);
  machine.set("states", std::move(states));
  return machine.dump() + "\n";
}

std::string scxml(const Flow& flow) {
  auto attribute = [](std::string_view text) {
    return "\"" + escaped(text, "\"&<>", {"&quot;", "&amp;", "&lt;", "&gt;"}) + "\"";
  };
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" name=" +
      attribute(flow.name) + " initial=" + attribute(flow.nodes[flow.start].id) + ">\n";
  for (const Node& node : flow.nodes) {
    if (is_end(node)) {
      out += "  <final id=" + attribute(node.id) + "/>\n";
      continue;
    }
    out += "  <state id=" + attribute(node.id) + ">\n";
    for (const Choice& edge : node.to)
      out += "    <transition event=" + attribute(edge.id) +
             " target=" + attribute(flow.nodes[edge.to].id) + "/>\n";
    out += "  </state>\n";
  }
  return out + "</scxml>\n";
}

}  // namespace

std::optional<GraphFormat> graph_format(std::string_view name) {
  auto at = std::find(std::begin(formats), std::end(formats), name);
  if (at == std::end(formats)) return std::nullopt;
  return GraphFormat(at - std::begin(formats));
}

std::string write_graph(const Flow& flow, GraphFormat format) {
  switch (format) {
    case GraphFormat::mermaid: return mermaid(flow);
    case GraphFormat::dot: return dot(flow);
    case GraphFormat::xstate: return xstate(flow);
    case GraphFormat::scxml: return scxml(flow);
  }
  return {};
}

}  // namespace stegvis
