#include "guide/flow.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "guide/proof.h"

namespace stegvis {
namespace {

constexpr std::string_view kinds[] = {"read", "ask", "pick", "fill", "review", "outcome"};
constexpr size_t most_nodes = 1000;
constexpr size_t most_choices = 50;

// Reads members of one object and remembers the first mistake with its place.
class Reader {
 public:
  explicit Reader(std::string at) : at_(std::move(at)) {}

  std::string text(const Json& object, std::string_view member, bool required = false) {
    const Json& value = object[member];
    if (!value.is_string() && (required || !value.is_null())) fail(member, "a text was expected");
    return value.string();
  }
  std::vector<std::string> texts(const Json& object, std::string_view member) {
    std::vector<std::string> out;
    for (const Json& value : list(object, member)) {
      if (!value.is_string()) fail(member, "texts were expected");
      out.push_back(value.string());
    }
    return out;
  }
  const std::vector<Json>& list(const Json& object, std::string_view member) {
    const Json& value = object[member];
    if (!value.is_array() && !value.is_null()) fail(member, "a list was expected");
    return value.items();
  }
  void fail(std::string_view member, std::string_view detail, Code code = Code::guide_shape) {
    if (error_.code != Code::none) return;
    error_ = {code, at_ + "/" + std::string(member), 0, 0, std::string(detail)};
  }
  void enter(std::string at) { at_ = std::move(at); }
  const Error& error() const { return error_; }
  bool ok() const { return error_.code == Code::none; }

 private:
  std::string at_;
  Error error_;
};

// A choice or condition: a list of `size` members that begins with two texts.
bool tuple(const Json& json, size_t size) {
  return json.is_array() && json.size() == size && json.items()[0].is_string() &&
         json.items()[1].is_string();
}

Node decode_node(Reader& read, const Json& json, std::vector<std::string>& targets) {
  Node node;
  node.id = read.text(json, "id", true);
  std::string kind = read.text(json, "kind", true);
  auto known = std::find(std::begin(kinds), std::end(kinds), kind);
  if (known == std::end(kinds)) read.fail("kind", kind);
  node.kind = NodeKind(std::min<size_t>(size_t(known - std::begin(kinds)), std::size(kinds) - 1));
  node.show = read.texts(json, "show");
  for (const Json& edge : read.list(json, "to")) {
    if (!tuple(edge, 2)) {
      read.fail("to", "[choice, node] was expected");
      break;
    }
    node.to.push_back({edge.items()[0].string(), 0});
    targets.push_back(edge.items()[1].string());
  }
  if (node.to.size() > most_choices) read.fail("to", "too many choices", Code::flow_size);
  for (const Json& entry : read.list(json, "known")) {
    if (!tuple(entry, 3) || !entry.items()[2].is_object()) {
      read.fail("known", "[choice, condition, args] was expected");
      break;
    }
    node.known.push_back({entry.items()[0].string(), entry.items()[1].string(), entry.items()[2]});
  }
  node.list = read.text(json, "list", node.kind == NodeKind::pick);
  node.of = read.text(json, "of");
  node.detail = read.text(json, "detail");
  node.dates = read.text(json, "dates");
  node.form = read.text(json, "form", node.kind == NodeKind::fill);
  node.operation = read.text(json, "operation", node.kind == NodeKind::review);
  node.with = read.texts(json, "with");
  node.binds = read.text(json, "binds");
  node.outcome = read.text(json, "outcome", node.kind == NodeKind::outcome);
  node.undo = json["undo"].boolean();
  return node;
}

void set_text(Json& json, std::string_view member, const std::string& value) {
  if (!value.empty()) json.set(member, value);
}

Json texts(const std::vector<std::string>& values) {
  Json out = Json::array();
  for (const std::string& value : values) out.push(value);
  return out;
}

}  // namespace

std::string_view name_of(NodeKind kind) { return kinds[size_t(kind)]; }

std::string_view plain_choice(NodeKind kind) {
  constexpr std::string_view names[] = {"next", "", "picked", "filled", "done", ""};
  return names[size_t(kind)];
}

int32_t Flow::find(std::string_view id) const {
  for (size_t i = 0; i < nodes.size(); ++i)
    if (nodes[i].id == id) return int32_t(i);
  return -1;
}

int32_t Flow::next(uint32_t node, std::string_view choice) const {
  for (const Choice& edge : nodes[node].to)
    if (edge.id == choice) return int32_t(edge.to);
  return -1;
}

uint64_t Flow::digest() const {
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
      digest.text(known.choice).text(known.condition).text(known.args.dump());
    digest.text(node.list).text(node.of).text(node.detail).text(node.dates).text(node.form);
    digest.text(node.operation).integer(int64_t(node.with.size()));
    for (const std::string& with : node.with) digest.text(with);
    digest.text(node.binds).text(node.outcome).integer(node.undo);
  }
  return digest.value();
}

Result<Flow> decode_flow(const Json& json) {
  Reader read("/flow");
  Flow flow;
  if (!json.is_object()) read.fail("", "an object was expected");
  flow.name = read.text(json, "name", true);
  flow.domain = read.text(json, "domain");
  for (const Json& steps : read.list(json, "lists")) {
    if (!steps.is_integer() || steps.integer() < 0 || steps.integer() > 100000)
      read.fail("lists", "numbers of steps were expected");
    flow.lists.push_back(uint32_t(steps.integer()));
  }
  const auto& nodes = read.list(json, "nodes");
  if (nodes.empty()) read.fail("nodes", "a node was expected");
  if (nodes.size() > most_nodes)
    read.fail("nodes", decimal(int64_t(nodes.size())), Code::flow_size);
  std::string start = read.text(json, "start", true);
  std::vector<std::vector<std::string>> targets(nodes.size());
  for (size_t i = 0; i < nodes.size() && read.ok(); ++i) {
    read.enter("/flow/nodes/" + decimal(int64_t(i)));
    flow.nodes.push_back(decode_node(read, nodes[i], targets[i]));
    if (read.ok() && flow.find(flow.nodes[i].id) != int32_t(i))
      read.fail("id", flow.nodes[i].id + " stands twice");
  }
  for (size_t i = 0; i < flow.nodes.size() && read.ok(); ++i) {
    read.enter("/flow/nodes/" + decimal(int64_t(i)));
    for (size_t j = 0; j < targets[i].size(); ++j) {
      int32_t to = flow.find(targets[i][j]);
      if (to < 0) read.fail("to", targets[i][j], Code::flow_reference);
      flow.nodes[i].to[j].to = uint32_t(std::max(to, 0));
    }
  }
  if (!read.ok()) return read.error();
  int32_t first = flow.find(start);
  if (first < 0) return Error{Code::flow_reference, "/flow/start", 0, 0, start};
  flow.start = uint32_t(first);
  auto findings = prove(flow);
  if (!findings.empty())
    return Error{findings[0].code, "/flow/nodes/" + decimal(findings[0].node), 0, 0,
                 findings[0].detail};
  return flow;
}

Json encode_flow(const Flow& flow) {
  Json nodes = Json::array();
  for (const Node& node : flow.nodes) {
    Json out = Json::object();
    out.set("id", node.id).set("kind", name_of(node.kind));
    if (!node.show.empty()) out.set("show", texts(node.show));
    Json to = Json::array();
    for (const Choice& edge : node.to) to.push(Json().push(edge.id).push(flow.nodes[edge.to].id));
    if (to.size()) out.set("to", std::move(to));
    Json known = Json::array();
    for (const Known& entry : node.known)
      known.push(Json().push(entry.choice).push(entry.condition).push(entry.args));
    if (known.size()) out.set("known", std::move(known));
    set_text(out, "list", node.list);
    set_text(out, "of", node.of);
    set_text(out, "detail", node.detail);
    set_text(out, "dates", node.dates);
    set_text(out, "form", node.form);
    set_text(out, "operation", node.operation);
    if (!node.with.empty()) out.set("with", texts(node.with));
    set_text(out, "binds", node.binds);
    set_text(out, "outcome", node.outcome);
    if (node.undo) out.set("undo", true);
    nodes.push(std::move(out));
  }
  Json lists = Json::array();
  for (uint32_t steps : flow.lists) lists.push(steps);
  Json json = Json::object();
  json.set("name", flow.name).set("start", flow.nodes[flow.start].id);
  set_text(json, "domain", flow.domain);
  json.set("lists", std::move(lists)).set("nodes", std::move(nodes));
  return json;
}

}  // namespace stegvis
