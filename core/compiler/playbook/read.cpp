#include <algorithm>

#include "base/utf8.h"
#include "compiler/playbook/node_reader.h"
#include "compiler/playbook/operations.h"
#include "compiler/playbook/words.h"
#include "guide/proof.h"

namespace stegvis {
namespace {

constexpr size_t max_bytes = size_t(1) << 20;
constexpr size_t max_nodes = 1000;

class PlaybookReader : NodeReader {
 public:
  PlaybookReader(const SourceFile& file, FindVocabulary find_vocabulary, Diagnostics& diagnostics,
                 Playbook& out)
      : NodeReader(file, diagnostics, out), find_vocabulary_(find_vocabulary) {}

  bool run() {
    uint32_t before = diagnostics_.errors();
    auto good = [&] { return diagnostics_.errors() == before; };
    Result<Json> parsed = Json::parse(file_.text, max_bytes);
    if (!parsed) {
      const Error& error = parsed.error();
      diagnostics_.error(error.code, file_.name, error.line, error.column, error.detail);
      return false;
    }
    root_ = std::move(*parsed);
    if (!head()) return false;
    parts();
    nodes();
    if (!good()) return false;
    WordCheck words(file_, vocabulary_, out_.flow, diagnostics_);
    for (size_t i = 0; i < out_.flow.nodes.size(); ++i) words.node(out_.flow.nodes[i], *json_[i]);
    for (const Finding& finding : prove(out_.flow)) {
      const Node& node = out_.flow.nodes[finding.node];
      fail(finding.code, *json_[finding.node], describe_finding(finding, node));
    }
    if (good()) undos();
    return good();
  }

 private:
  bool head() {
    if (!root_.is_object()) return fail(Code::shape_type, root_, "a playbook is an object"), false;
    const Json& version = root_["playbook"];
    if (!version.is_integer() || version.integer() != playbook_version) {
      fail(Code::playbook_version, version.is_null() ? root_ : version,
           "\"playbook\": 1 was expected");
      return false;
    }
    only(root_, "playbook name domain article start nodes", "a playbook");
    out_.name = out_.flow.name = id(root_, "name", "a playbook");
    if (root_.has("domain")) {
      out_.flow.domain = id(root_, "domain", "a playbook");
      if (find_vocabulary_) vocabulary_ = find_vocabulary_(out_.flow.domain);
      if (!out_.flow.domain.empty() && !vocabulary_) {
        fail(Code::playbook_domain, root_["domain"],
             "no domain is called " + quoted(out_.flow.domain));
        return false;
      }
    }
    for (std::string_view member : {"article", "nodes"}) {
      const Json& value = root_[member];
      if (!root_.has(member)) {
        fail(Code::shape_missing, root_, "a playbook needs " + quoted(member));
      } else if (!value.is_object()) {
        fail(Code::shape_type, value, quoted(member) + " is an object");
      }
    }
    return true;
  }

  void parts() {
    const Json& article = root_["article"];
    if (!article.is_object()) return;
    for (size_t i : file_order(article)) {
      const Json& json = article.items()[i];
      PlaybookPart part;
      part.name = article.keys()[i];
      part.offset = json.offset();
      if (!is_flow_id(part.name)) bad_id(json, part.name);
      if (!json.is_object()) {
        fail(Code::shape_type, json, "a part is {\"list\", \"steps\"} or {\"block\"}");
        continue;
      }
      bool list = json.has("list");
      only(json, list ? "list steps" : "block", list ? "a list" : "a part");
      if (list) {
        part.list = uint32_t(count(json["list"], "list"));
        if (!json.has("steps"))
          fail(Code::shape_missing, json, "a list needs \"steps\"");
        else
          part.steps = uint32_t(count(json["steps"], "steps"));
        for (const PlaybookPart& other : out_.parts)
          if (other.list == part.list)
            fail(Code::playbook_part, json["list"],
                 "list " + decimal(part.list) + " is placed as " + quoted(other.name) + " already");
      } else if (!json.has("block")) {
        fail(Code::shape_missing, json, "a part needs \"list\" or \"block\"");
      } else if (!(json["block"].is_string() && json["block"].string() == "last")) {
        part.block = uint32_t(count(json["block"], "block"));
      }
      out_.parts.push_back(std::move(part));
    }
  }

  void nodes() {
    const Json& nodes = root_["nodes"];
    if (!nodes.is_object()) return;
    if (nodes.size() > max_nodes)
      return fail(Code::flow_size, nodes, decimal(int64_t(nodes.size())) + " nodes");
    if (nodes.size() == 0) return fail(Code::shape_value, nodes, "a playbook has a node");
    std::vector<size_t> order = file_order(nodes);
    for (size_t i : order) {
      Node node;
      node.id = nodes.keys()[i];
      out_.flow.nodes.push_back(std::move(node));
      out_.offsets.push_back(nodes.items()[i].offset());
      json_.push_back(&nodes.items()[i]);
    }
    for (size_t i = 0; i < json_.size(); ++i) {
      if (!is_flow_id(out_.flow.nodes[i].id)) bad_id(*json_[i], out_.flow.nodes[i].id);
      if (json_[i]->is_object())
        node(out_.flow.nodes[i], *json_[i]);
      else
        fail(Code::shape_type, *json_[i], "a node is an object");
    }
    std::string start = id(root_, "start", "a playbook");
    int32_t first = out_.flow.find(start);
    if (!start.empty() && first < 0)
      fail(Code::flow_reference, root_["start"], "no node is called " + quoted(start));
    out_.flow.start = uint32_t(std::max(first, 0));
  }

  // Undo is for the latest change, so every path to the node must have a change that can be undone.
  void undos() {
    auto before = operations_before(out_.flow);
    for (size_t i = 0; i < out_.flow.nodes.size(); ++i) {
      if (!out_.flow.nodes[i].undo) continue;
      for (const std::string& name : before[i]) {
        if (name.empty()) {
          fail(Code::playbook_undo, (*json_[i])["undo"],
               "a way leads here on which nothing is done");
          continue;
        }
        for (const OperationWord& word : vocabulary_->operations)
          if (word.name == name && !word.undoable)
            fail(Code::playbook_undo, (*json_[i])["undo"], quoted(name) + " can't be undone");
      }
    }
  }

  FindVocabulary find_vocabulary_;
  const Vocabulary* vocabulary_ = nullptr;
  Json root_;
  std::vector<const Json*> json_;
};

}  // namespace

bool read_playbook(const SourceFile& file, FindVocabulary find_vocabulary, Diagnostics& diagnostics,
                   Playbook& out) {
  return PlaybookReader(file, find_vocabulary, diagnostics, out).run();
}

}  // namespace stegvis
