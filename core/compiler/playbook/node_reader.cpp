#include "compiler/playbook/node_reader.h"

#include <algorithm>

#include "base/utf8.h"
#include "base/word_list.h"
#include "compiler/messages/required.h"

namespace stegvis {
namespace {

constexpr size_t max_choices = 50;

struct Kind {
  std::string_view member;
  NodeKind kind;
  std::string_view members;  // other members of this kind of node
};
constexpr Kind kinds[] = {
    {"read", NodeKind::read, "show dates to"},
    {"ask", NodeKind::ask, "show dates to known else unless"},
    {"pick", NodeKind::pick, "show dates to of detail known"},
    {"fill", NodeKind::fill, "show dates to of confirm binds"},
    {"review", NodeKind::review, "show dates to with"},
    {"outcome", NodeKind::outcome, "show dates to undo confirm with next"},
};

// "read, ask, pick", for a diagnostic.
std::string all_kinds() {
  std::string out;
  for (const Kind& kind : kinds) out.append(out.empty() ? "" : ", ").append(kind.member);
  return out;
}

}  // namespace

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

// Returns the indices of an object's members in the order of the file.
std::vector<size_t> file_order(const Json& object) {
  std::vector<size_t> order(object.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return object.items()[a].offset() < object.items()[b].offset();
  });
  return order;
}

void PlaybookFile::fail(Code code, const Json& at, std::string detail) {
  diagnostics_.error_at(code, file_.name, file_.text, at.offset(), std::move(detail));
}

void PlaybookFile::only(const Json& object, std::string_view members, std::string_view what) {
  for (size_t i = 0; i < object.size(); ++i)
    if (!lists(members, object.keys()[i]))
      fail(Code::shape_unknown, object.items()[i],
           std::string(what) + " has no member " + quoted(object.keys()[i]));
}

// Returns a member that must be an id. Reports a mistake and returns "" if it is none.
std::string PlaybookFile::id(const Json& object, std::string_view member, std::string_view what) {
  const Json& value = object[member];
  if (value.is_null() && !object.has(member)) {
    fail(Code::shape_missing, object, std::string(what) + " needs " + quoted(member));
  } else if (!value.is_string()) {
    fail(Code::shape_type, value, quoted(member) + " is a text");
  } else if (!is_flow_id(value.string())) {
    bad_id(value, value.string());
  } else {
    return value.string();
  }
  return {};
}
void PlaybookFile::bad_id(const Json& at, std::string_view text) {
  fail(Code::playbook_id, at,
       quoted(text) + " is no name: a lower-case letter, then letters, digits and \"-\"");
}

int64_t PlaybookFile::count(const Json& value, std::string_view what) {
  if (!value.is_integer()) {
    fail(Code::shape_type, value, quoted(what) + " is a whole number");
  } else if (value.integer() < 1 || value.integer() > max_playbook_places) {
    fail(Code::shape_value, value, quoted(what) + " counts from 1 to 1000");
  } else {
    return value.integer();
  }
  return max_playbook_places;  // so that its steps are not reported as mistakes too
}

void NodeReader::node(Node& node, const Json& json) {
  const Kind* kind = nullptr;
  uint32_t found = 0;
  for (const Kind& candidate : kinds)
    if (json.has(candidate.member)) kind = &candidate, ++found;
  if (found != 1)
    return fail(
        Code::playbook_kind, json,
        quoted(node.id) + " has " + (found ? "more than one" : "none") + " of " + all_kinds());
  node.kind = kind->kind;
  only(json, std::string(kind->members) + " " + std::string(kind->member),
       "a node that is to " + std::string(kind->member));
  what(node, json, json[kind->member], kind->member);
  show(node, json);
  if (json.has("dates")) node.dates = id(json, "dates", "");
  if (json.has("of")) node.of = id(json, "of", "");
  if (json.has("detail")) node.detail = id(json, "detail", "");
  if (json.has("binds")) node.binds = id(json, "binds", "");
  if (json.has("confirm")) node.operation = id(json, "confirm", "");
  if (!node.binds.empty() && node.operation.empty())
    fail(Code::playbook_binds, json["binds"], "\"binds\" goes with \"confirm\"");
  if (node.kind == NodeKind::outcome && json.has("with") && node.operation.empty())
    fail(Code::playbook_with, json["with"], "\"with\" goes with \"confirm\"");
  if (json.has("undo")) {
    if (!json["undo"].is_boolean())
      fail(Code::shape_type, json["undo"], "\"undo\" is true or false");
    node.undo = json["undo"].boolean();
  }
  if (json.has("next")) node.next = id(json, "next", "");
  to(node, json);
  next(node, json);
  with(node, json);
  known(node, json);
  unless(node, json);
}

void NodeReader::what(Node& node, const Json& json, const Json& value, std::string_view member) {
  switch (node.kind) {
    case NodeKind::read:
      if (!value.is_boolean())
        fail(Code::shape_type, value, "\"read\" is true");
      else if (!value.boolean())
        fail(Code::shape_value, value, "\"read\" is true");
      return;
    case NodeKind::ask: return ask(node, value);
    case NodeKind::pick: node.list = id(json, member, ""); return;
    case NodeKind::fill: node.form = id(json, member, ""); return;
    case NodeKind::review: node.operation = id(json, member, ""); return;
    case NodeKind::outcome: node.outcome = id(json, member, "");
  }
}

void NodeReader::ask(Node& node, const Json& value) {
  if (!value.is_array()) return fail(Code::shape_type, value, "\"ask\" is a list of choices");
  if (value.size() == 0) return fail(Code::shape_value, value, "there is no choice to ask for");
  for (const Json& choice : value.items()) {
    if (!choice.is_string()) {
      fail(Code::shape_type, choice, "a choice is a text");
      continue;
    }
    for (const Choice& edge : node.to)
      if (edge.id == choice.string())
        fail(Code::playbook_choice, choice, quoted(choice.string()) + " is there twice");
    add_choice(node, choice.string(), choice);
  }
}

void NodeReader::add_choice(Node& node, const std::string& choice, const Json& at) {
  if (!is_flow_id(choice)) bad_id(at, choice);
  if (is_reserved_attribute(choice))
    fail(Code::playbook_reserved, at, quoted(choice) + " is a message's own attribute");
  if (node.to.size() == max_choices)
    fail(Code::flow_size, at, quoted(node.id) + " has more than 50 choices");
  if (node.to.size() <= max_choices) node.to.push_back({choice, 0});
}

void NodeReader::lead(Choice& edge, const Json& target) {
  if (!target.is_string()) return fail(Code::shape_type, target, "\"to\" names nodes");
  int32_t to = out_.flow.find(target.string());
  if (to < 0) fail(Code::flow_reference, target, "no node is called " + quoted(target.string()));
  edge.to = uint32_t(std::max(to, 0));
}

void NodeReader::to(Node& node, const Json& json) {
  std::string plain(plain_choice(node));
  const Json& to = json["to"];
  if (!json.has("to")) {
    if (node.kind != NodeKind::outcome)
      fail(Code::shape_missing, json, quoted(node.id) + " needs \"to\"");
    return;
  }
  if (to.is_string()) {
    if (node.kind == NodeKind::outcome)
      return fail(Code::shape_type, to, "an outcome leads on by choices: {choice: node}");
    if (!plain.empty()) node.to.push_back({plain, 0});
    for (Choice& edge : node.to) lead(edge, to);
    return;
  }
  if (!to.is_object()) return fail(Code::shape_type, to, "\"to\" is a node or {choice: node}");
  if (node.kind == NodeKind::ask) {
    if (node.to.empty()) return;  // that mistake is reported already
    for (Choice& edge : node.to) {
      if (to.has(edge.id))
        lead(edge, to[edge.id]);
      else
        fail(Code::playbook_choice, to, quoted(edge.id) + " leads nowhere");
    }
    for (size_t i = 0; i < to.size(); ++i) {
      auto same = [&](const Choice& edge) { return edge.id == to.keys()[i]; };
      if (std::none_of(node.to.begin(), node.to.end(), same))
        fail(Code::playbook_choice, to.items()[i], quoted(to.keys()[i]) + " is not asked for");
    }
    return;
  }
  if (node.kind == NodeKind::read && !(to.size() == 1 && to.has(plain)))
    return fail(Code::playbook_choice, to, "what is read leads to one node");
  if (!plain.empty() && !to.has(plain))
    fail(Code::playbook_choice, to, quoted(plain) + " leads nowhere");
  for (size_t i : file_order(to)) {
    if (to.keys()[i] == plain)
      node.to.push_back({plain, 0});
    else
      add_choice(node, to.keys()[i], to.items()[i]);
    lead(node.to.back(), to.items()[i]);
  }
}

void NodeReader::next(const Node& node, const Json& json) {
  if (node.next.empty()) return;
  if (node.next == out_.name)
    fail(Code::playbook_next, json["next"], "a guide doesn't lead into itself");
  if (json["to"].is_object() && json["to"].has("next"))
    fail(Code::playbook_reserved, json["to"]["next"],
         "\"next\" is the message's attribute for the guide that " + quoted(node.id) +
             " leads into");
}

void NodeReader::show(Node& node, const Json& json) {
  const Json& show = json["show"];
  if (!json.has("show")) return;
  if (!show.is_array()) return fail(Code::shape_type, show, "\"show\" is a list of parts");
  for (const Json& value : show.items()) {
    if (!value.is_string()) {
      fail(Code::shape_type, value, "a part is named by a text");
      continue;
    }
    if (check_part(value)) node.show.push_back(value.string());
  }
}

bool NodeReader::check_part(const Json& value) {
  std::string_view name = value.string();
  size_t dot = name.find('.');
  std::string_view step = dot == std::string_view::npos ? "" : name.substr(dot + 1);
  for (const PlaybookPart& part : out_.parts) {
    if (part.name != name.substr(0, dot)) continue;
    if (dot == std::string_view::npos) return true;
    uint32_t number = 0;
    for (char c : step)
      number = c >= '0' && c <= '9' && number < 10000 ? number * 10 + uint32_t(c - '0') : 99999;
    if (part.list && number >= 1 && number <= part.steps && step[0] != '0') return true;
    fail(Code::playbook_part, value,
         part.list ? quoted(part.name) + " has steps 1 to " + decimal(part.steps) + ", not " +
                         quoted(step)
                   : quoted(part.name) + " is a block; it has no steps");
    return false;
  }
  fail(Code::playbook_part, value,
       "no part of the article is called " + quoted(name.substr(0, dot)));
  return false;
}

void NodeReader::with(Node& node, const Json& json) {
  const Json& with = json["with"];
  if (!json.has("with")) return;
  if (!with.is_array()) return fail(Code::shape_type, with, "\"with\" is a list of nodes");
  for (const Json& value : with.items()) {
    if (value.is_string())
      node.with.push_back(value.string());
    else
      fail(Code::shape_type, value, "\"with\" names nodes");
  }
}

void NodeReader::known(Node& node, const Json& json) {
  const Json& known = json["known"];
  if (json.has("else")) node.otherwise = id(json, "else", "");
  auto has = [&](std::string_view id) {
    return std::any_of(node.to.begin(), node.to.end(),
                       [&](const Choice& edge) { return edge.id == id; });
  };
  if (!node.otherwise.empty() && !node.to.empty() && !has(node.otherwise))
    fail(Code::playbook_choice, json["else"], quoted(node.otherwise) + " is not asked for");
  if (!json.has("known")) return;
  if (!known.is_object())
    return fail(Code::shape_type, known, "\"known\" is {choice: [condition, {arguments}]}");
  for (size_t i : file_order(known)) {
    const Json& value = known.items()[i];
    Condition when;
    if (!condition(when, value)) continue;
    if (!node.to.empty() && !has(known.keys()[i]))
      fail(Code::playbook_choice, value, quoted(known.keys()[i]) + " is not asked for");
    node.known.push_back({known.keys()[i], std::move(when)});
  }
}

void NodeReader::unless(Node& node, const Json& json) {
  if (!json.has("unless")) return;
  if (node.show.empty()) fail(Code::shape_missing, json["unless"], "\"unless\" goes with \"show\"");
  condition(node.unless, json["unless"]);
}

// Reads [condition, {arguments}]. Reports a mistake and returns false if the value is none.
bool NodeReader::condition(Condition& condition, const Json& value) {
  bool pair = value.is_array() && value.size() == 2 && value.items()[0].is_string() &&
              value.items()[1].is_object();
  if (pair)
    condition = {value.items()[0].string(), value.items()[1]};
  else
    fail(Code::shape_type, value, "[condition, {arguments}] was expected");
  return pair;
}

}  // namespace stegvis
