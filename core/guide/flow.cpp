#include "guide/flow.h"

#include <algorithm>

#include "base/hash.h"
#include "base/later.h"
#include "base/utf8.h"
#include "guide/proof.h"

namespace stegvis {
namespace {

constexpr std::string_view kinds[] = {"read", "ask", "pick", "fill", "review", "outcome"};
constexpr size_t max_nodes = 1000;
constexpr size_t max_choices = 50;

enum class Need : uint8_t { optional, required };

// Reads members of objects, and stores the first mistake with its place.
class Reader {
 public:
  void text(const Json& object, std::string_view member, std::string& out,
            Need need = Need::optional) {
    const Json& value = object[member];
    bool absent = value.is_null() && need == Need::optional;
    if (!value.is_string() && !absent) fail(member, "a text");
    out = value.string();
  }
  void texts(const Json& object, std::string_view member, std::vector<std::string>& out) {
    for (const Json& value : list(object, member)) {
      if (!value.is_string()) fail(member, "a text");
      out.push_back(value.string());
    }
  }
  const std::vector<Json>& list(const Json& object, std::string_view member) {
    const Json& value = object[member];
    if (!value.is_array() && !value.is_null()) fail(member, "a list");
    return value.items();
  }
  void fail(std::string_view member, std::string_view detail, Code code = Code::guide_shape) {
    if (!ok()) return;
    error_.code = code;
    error_.where = "/flow";
    if (node_ >= 0) error_.where.append("/nodes/").append(decimal(node_));
    error_.where.append("/").append(member);
    error_.detail = detail;
  }
  // Adds a node to the place of the mistakes that follow, until leave().
  void enter(size_t node) { node_ = int64_t(node); }
  void leave() { node_ = -1; }
  const Error& error() const { return error_; }
  bool ok() const { return error_.code == Code::none; }

 private:
  int64_t node_ = -1;
  Error error_;
};

// Returns whether a value is a list of `texts` texts, and of an object after them if `args` is set: an edge,
// an answer that the account may know, or a condition.
bool tuple(const Json& json, size_t texts, bool args = false) {
  if (!json.is_array() || json.size() != texts + args) return false;
  for (size_t i = 0; i < texts; ++i)
    if (!json.items()[i].is_string()) return false;
  return !args || json.items()[texts].is_object();
}

void decode_node(Reader& read, const Json& json, Node& node) {
  read.text(json, "id", node.id, Need::required);
  const std::string& kind = json["kind"].string();
  size_t known = 0;
  while (known < std::size(kinds) && kinds[known] != kind) ++known;
  if (known == std::size(kinds)) return read.fail("kind", kind);
  node.kind = NodeKind(known);
  read.texts(json, "show", node.show);
  for (const Json& edge : read.list(json, "to")) {
    if (!tuple(edge, 2)) return read.fail("to", "[choice, node]");
    node.to.push_back({edge.items()[0].string(), 0});
  }
  if (node.to.size() > max_choices) read.fail("to", "too many", Code::flow_size);
  for (const Json& entry : read.list(json, "known")) {
    if (!tuple(entry, 2, true)) return read.fail("known", "[choice, condition, args]");
    node.known.push_back(
        {entry.items()[0].string(), {entry.items()[1].string(), entry.items()[2]}});
  }
  if (const Json& unless = json["unless"]; !unless.is_null()) {
    if (node.kind != NodeKind::ask || !tuple(unless, 1, true))
      return read.fail("unless", "[condition, args], of an ask");
    node.unless = {unless.items()[0].string(), unless.items()[1]};
  }
  struct Text {
    std::string_view member;
    std::string Node::*text;
    NodeKind of;  // the kind that requires the member; `read` if none does
  };
  constexpr Text members[] = {
      {"list", &Node::list, NodeKind::pick},      {"of", &Node::of, NodeKind::read},
      {"detail", &Node::detail, NodeKind::read},  {"dates", &Node::dates, NodeKind::read},
      {"form", &Node::form, NodeKind::fill},      {"operation", &Node::operation, NodeKind::review},
      {"binds", &Node::binds, NodeKind::read},    {"outcome", &Node::outcome, NodeKind::outcome},
      {"else", &Node::otherwise, NodeKind::read}, {"next", &Node::next, NodeKind::read}};
  for (const Text& text : members) {
    bool required = text.of != NodeKind::read && text.of == node.kind;
    read.text(json, text.member, node.*text.text, required ? Need::required : Need::optional);
  }
  read.texts(json, "with", node.with);
  node.undo = json["undo"].boolean();
}

// These functions write canonical JSON member by member. The caller writes the members in the order
// of their names.
void comma(std::string& out) {
  if (out.back() != '{' && out.back() != '[') out += ',';
}
void append_name(std::string& out, std::string_view member) {
  comma(out);
  out.append("\"").append(member).append("\":");
}
void append_text(std::string& out, std::string_view member, const std::string& value) {
  if (value.empty()) return;
  append_name(out, member);
  append_json(out, value);
}
void append_item(std::string& out, std::string_view value) {
  comma(out);
  append_json(out, value);
}
void append_texts(std::string& out, std::string_view member,
                  const std::vector<std::string>& values) {
  if (values.empty()) return;
  append_name(out, member);
  out += '[';
  for (const std::string& value : values) append_item(out, value);
  out += ']';
}

// Appends a condition's two elements to a list.
void append_condition(std::string& out, const Condition& condition) {
  append_item(out, condition.name);
  out += ',' + condition.args.dump();
}

void append_node(std::string& out, const Flow& flow, const Node& node) {
  comma(out);
  out += '{';
  append_text(out, "binds", node.binds);
  append_text(out, "dates", node.dates);
  append_text(out, "detail", node.detail);
  append_text(out, "else", node.otherwise);
  append_text(out, "form", node.form);
  append_name(out, "id");
  append_json(out, node.id);
  append_name(out, "kind");
  append_json(out, name_of(node.kind));
  if (!node.known.empty()) append_name(out, "known"), out += '[';
  for (const Known& entry : node.known) {
    comma(out);
    out += '[';
    append_item(out, entry.choice);
    append_condition(out, entry.when);
    out += ']';
  }
  if (!node.known.empty()) out += ']';
  append_text(out, "list", node.list);
  append_text(out, "next", node.next);
  append_text(out, "of", node.of);
  append_text(out, "operation", node.operation);
  append_text(out, "outcome", node.outcome);
  append_texts(out, "show", node.show);
  if (!node.to.empty()) append_name(out, "to"), out += '[';
  for (const Choice& edge : node.to) {
    comma(out);
    out += '[';
    append_item(out, edge.id);
    append_item(out, flow.nodes[edge.to].id);
    out += ']';
  }
  if (!node.to.empty()) out += ']';
  if (node.undo) append_name(out, "undo"), out += "true";
  if (!node.unless.name.empty()) {
    append_name(out, "unless");
    out += '[';
    append_condition(out, node.unless);
    out += ']';
  }
  append_texts(out, "with", node.with);
  out += '}';
}

}  // namespace

std::string_view name_of(NodeKind kind) { return kinds[size_t(kind)]; }

bool is_flow_id(std::string_view text) {
  if (text.empty() || text.size() > 64 || text[0] < 'a' || text[0] > 'z') return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string_view plain_choice(const Node& node) {
  constexpr std::string_view names[] = {"next", "", "picked", "filled", "done", ""};
  return node.kind == NodeKind::outcome && node.confirms() ? "done" : names[size_t(node.kind)];
}

int32_t Flow::find(std::string_view id) const {
  for (size_t i = 0; i < nodes.size(); ++i)
    if (nodes[i].id == id) return int32_t(i);
  return -1;
}

const Node* Flow::node(std::string_view id) const {
  int32_t index = find(id);
  return index < 0 ? nullptr : &nodes[size_t(index)];
}

STEGVIS_LATER std::string_view Flow::purpose(std::string_view pick) const {
  std::string_view found;
  auto several = [&](std::string_view operation) {
    if (operation.empty() || operation == found) return false;
    bool another = !found.empty();
    found = operation;
    return another;
  };
  for (const Node& node : nodes) {
    for (const std::string& with : node.with)
      if (with == pick && several(node.operation)) return {};
    // A node depends on an earlier one alone: there is no circle.
    if (node.kind == NodeKind::pick && node.of == pick && several(purpose(node.id))) return {};
  }
  return found;
}

int32_t Flow::next(uint32_t node, std::string_view choice) const {
  for (const Choice& edge : nodes[node].to)
    if (edge.id == choice) return int32_t(edge.to);
  return -1;
}

uint64_t Flow::compute_digest() const {
  Digest digest;
  digest.text(name).text(domain).integer(int64_t(lists.size()));
  for (uint32_t steps : lists) digest.integer(steps);
  digest.integer(int64_t(nodes.size())).integer(start);
  for (const Node& node : nodes) {
    digest.text(node.id).integer(int64_t(node.kind)).integer(int64_t(node.show.size()));
    for (const std::string& part : node.show) digest.text(part);
    digest.integer(int64_t(node.to.size()));
    for (const Choice& edge : node.to) digest.text(edge.id).integer(edge.to);
    digest.integer(int64_t(node.known.size()));
    for (const Known& known : node.known)
      digest.text(known.choice).text(known.when.name).text(known.when.args.dump());
    digest.text(node.list).text(node.of).text(node.detail).text(node.dates).text(node.form);
    digest.text(node.operation).integer(int64_t(node.with.size()));
    for (const std::string& with : node.with) digest.text(with);
    digest.text(node.binds).text(node.outcome).integer(node.undo);
    if (!node.otherwise.empty()) digest.text("else").text(node.otherwise);
    if (!node.next.empty()) digest.text("next").text(node.next);
    if (!node.unless.name.empty())
      digest.text("unless").text(node.unless.name).text(node.unless.args.dump());
  }
  return digest.value();
}

Result<Flow> decode_flow(const Json& json) {
  Reader read;
  Flow flow;
  std::string start;
  if (!json.is_object()) read.fail("", "an object");
  read.text(json, "name", flow.name, Need::required);
  read.text(json, "domain", flow.domain);
  read.text(json, "start", start, Need::required);
  for (const Json& steps : read.list(json, "lists")) {
    if (!steps.is_integer() || steps.integer() < 0 || steps.integer() > 100000)
      read.fail("lists", "a list");
    flow.lists.push_back(uint32_t(steps.integer()));
  }
  const auto& nodes = read.list(json, "nodes");
  if (nodes.empty()) read.fail("nodes", "a node was expected");
  if (nodes.size() > max_nodes) read.fail("nodes", "too many", Code::flow_size);
  if (!read.ok()) return read.error();
  flow.nodes.resize(nodes.size());
  for (size_t i = 0; i < nodes.size() && read.ok(); ++i) {
    read.enter(i);
    decode_node(read, nodes[i], flow.nodes[i]);
    if (flow.find(flow.nodes[i].id) != int32_t(i)) read.fail("id", "twice");
  }
  for (size_t i = 0; i < nodes.size() && read.ok(); ++i) {
    read.enter(i);
    const auto& edges = nodes[i]["to"].items();
    for (size_t j = 0; j < edges.size(); ++j) {
      const std::string& target = edges[j].items()[1].string();
      int32_t to = flow.find(target);
      if (to < 0) read.fail("to", target, Code::flow_reference);
      flow.nodes[i].to[j].to = uint32_t(std::max(to, 0));
    }
  }
  read.leave();
  int32_t first = flow.find(start);
  if (first < 0) read.fail("start", start, Code::flow_reference);
  if (!read.ok()) return read.error();
  flow.start = uint32_t(first);
  auto findings = prove(flow);
  flow.decoded_digest = flow.compute_digest();
  if (findings.empty()) return flow;
  read.enter(findings[0].node);
  read.fail("", findings[0].detail, findings[0].code);
  Error error = read.error();
  error.where.pop_back();  // the "/" of a member: the place is the node itself
  return error;
}

void append_flow(std::string& out, const Flow& flow) {
  out += '{';
  append_text(out, "domain", flow.domain);
  append_name(out, "lists");
  out += '[';
  for (uint32_t steps : flow.lists) comma(out), out += decimal(steps);
  out += ']';
  append_name(out, "name");
  append_json(out, flow.name);
  append_name(out, "nodes");
  out += '[';
  for (const Node& node : flow.nodes) append_node(out, flow, node);
  out += ']';
  append_name(out, "start");
  append_json(out, flow.nodes[flow.start].id);
  out += '}';
}

}  // namespace stegvis
