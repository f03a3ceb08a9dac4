#include "runtime/view.h"

#include <algorithm>

#include "base/hash.h"
#include "base/later.h"
#include "runtime/known.h"

namespace stegvis {
namespace {

Json offer(EventKind kind, const std::string& node) {
  Json json = Json::object();
  json.set("kind", name_of(kind)).set("node", node);
  return json;
}

// Variables of the node's messages: the dates it names, and the change it is about to make or made.
Json message_values(const Node& node, const Session& session, const Domain& domain,
                    const Prepared& prepared, Day day) {
  Json values = Json::object();
  auto take = [&](const Json& from) {
    for (size_t i = 0; i < from.keys().size(); ++i) values.set(from.keys()[i], from.items()[i]);
  };
  if (!node.dates.empty()) {
    List dates = domain.list({node.dates}, {0, 1, ""}, day);
    if (!dates.items.empty()) take(dates.items[0].values);
  }
  if (session.pending()) {
    take(session.pending()->values);
  } else if (session.latest() && (node.kind == NodeKind::outcome || session.done())) {
    take(session.latest()->values);
  } else {
    take(prepared.values);
  }
  return values;
}

Json encode_choices(const Flow& flow, const Node& node, const Session& session,
                    const Domain& domain, Day day) {
  const Answer* answer = session.answer(node.id);
  std::string_view known = known_choice(flow, session, domain, node, day);
  bool answered = answer && !answer->choice.empty();
  Json choices = Json::array();
  for (const Choice& edge : node.to) {
    if (edge.id == plain_choice(node)) continue;
    Json choice = Json::object();
    choice.set("id", edge.id);
    if (edge.id == known) choice.set("known", true);
    if (edge.id == (answered ? answer->choice : known)) choice.set("chosen", true);
    choices.push(std::move(choice));
  }
  return choices;
}

std::string_view state_of(const Node& node, const Session& session) {
  if (session.pending()) return "pending";
  const Committed* latest = session.latest();
  bool made_here = latest && node.kind == NodeKind::fill && latest->node == node.id;
  bool shows_change = session.done() || node.undo || made_here;
  if (shows_change && latest && latest->undone()) return "undone";
  return session.done() ? "done" : "open";
}

// A step to do elsewhere, and what the heading is if not the message itself: an attribute of it.
STEGVIS_LATER void view_by_hand(Json& view, const Node& node, bool account) {
  view.set("kind", "by-hand").set("choice", plain_choice(node));
  // The account has to be loaded again, and the reader goes back to choose what was done elsewhere.
  if (account) view.set("again", true);
  if (node.confirms()) view.set("heading", "action");
}

STEGVIS_LATER void view_pending(Json& view, const Pending& pending) {
  if (pending.action_needed) view.set("kind", "action-needed").set("state", "action-needed");
}

// Says `undoable` where the outcome's own operation is possible: not once it comes too late.
STEGVIS_LATER void view_outcome(Json& view, const Flow& flow, const Node& node,
                                const Session& session, const Domain& domain, Day day) {
  view.set("outcome", node.outcome);
  if (!node.next.empty() && !session.pending()) view.set("next", node.next);
  bool undone = node.undo && session.latest() && session.latest()->undone();
  bool unverified = !undone && session.unverified(flow);
  if (undone || unverified) view.set("heading", undone ? "undone" : "unverified");
  if (!node.confirms() || undone || unverified) return;
  Prepared prepared = prepare_here(flow, session, domain, {0, 0, ""}, day);
  if (prepared.ok()) view.set("undoable", prepared.undoable);
}

}  // namespace

bool is_elsewhere(const Flow& flow, const Node& node, const Domain& domain) {
  if (flow.domain.empty() || !node.needs_account()) return false;
  return !domain.digest() || (node.kind == NodeKind::fill && !domain.fillable(node.form));
}

std::string picked(const Session& session, std::string_view node) {
  const Answer* answer = session.answer(node);
  return answer && answer->choice == "picked" ? answer->value["item"].string() : "";
}

Json resolve(const Flow& flow, const Session& session, const Json& args) {
  Json out = args;
  for (Json& value : out.items())
    if (value.is_string() && flow.find(value.string()) >= 0)
      value = Json(picked(session, value.string()));
  return out;
}

STEGVIS_LATER Prepared prepare_here(const Flow& flow, const Session& session, const Domain& domain,
                                    const Window& window, Day day) {
  Event confirm;
  confirm.kind = EventKind::confirm;
  confirm.day = day;
  return domain.prepare(session.operation(flow, confirm), window);
}

Json encode_reasons(const std::vector<Reason>& reasons) {
  Json out = Json::array();
  for (const Reason& reason : reasons) {
    Json json = Json::object();
    json.set("code", reason.code).set("args", reason.args);
    for (const std::string& member : reason.added.keys()) json.set(member, reason.added[member]);
    out.push(std::move(json));
  }
  return out;
}

Json encode_verdict(const Verdict& verdict) {
  constexpr std::string_view standings[] = {"valid", "possible", "invalid"};
  Json json = Json::object();
  json.set("standing", standings[size_t(verdict.standing)]);
  if (!verdict.code.empty()) json.set("code", verdict.code).set("args", verdict.args);
  return json;
}

Json encode_item(const Item& item) {
  Json json = Json::object();
  json.set("id", item.id).set("enabled", item.enabled).set("values", item.values);
  if (item.suggested) json.set("suggested", true);
  if (!item.reasons.empty()) json.set("reasons", encode_reasons(item.reasons));
  return json;
}

Json encode_list(const ListName& name, const Window& window, const List& list) {
  Json items = Json::array();
  for (const Item& item : list.items) items.push(encode_item(item));
  Json json = Json::object();
  json.set("list", name.name).set("total", list.total).set("from", window.from);
  if (!name.of.empty()) json.set("of", name.of);
  if (!name.purpose.empty()) json.set("purpose", name.purpose);
  if (!window.search.empty()) json.set("search", window.search);
  json.set("items", std::move(items));
  return json;
}

namespace {

// A draft may hold what can't be chosen any more.
bool can_be(const Field& field, const Json& value) {
  if (value.is_null()) return false;
  bool any = field.options.empty();
  for (const std::string& option : field.options) any |= option == value.string();
  return any;
}

}  // namespace

Json encode_fields(const std::vector<Field>& fields, const Json& values) {
  Json out = Json::array();
  for (const Field& field : fields) {
    Json json = Json::object();
    json.set("id", field.id).set("kind", field.kind).set("required", field.required);
    if (!field.label.empty()) json.set("label", field.label);
    if (!field.autofill.empty()) json.set("autofill", field.autofill);
    const Json& value = can_be(field, values[field.id]) ? values[field.id] : field.value;
    if (field.kind != "secret" && !value.is_null()) json.set("value", value);
    Json options = Json::array();
    for (const std::string& option : field.options) options.push(option);
    if (options.size()) json.set("options", std::move(options));
    out.push(std::move(json));
  }
  return out;
}

STEGVIS_LATER Json encode_row(const Flow& flow, const Session& session, const Domain& domain,
                              const Node& node, Day day) {
  const Answer& answer = *session.answer(node.id);
  Json row = Json::object();
  row.set("node", node.id).set("choice", answer.choice);
  if (answer.known) row.set("known", true);
  if (is_by_hand(node, answer)) {
    row.set("byHand", true);
    return node.confirms() ? row.set("heading", "action") : row;
  }
  if (!answer.said.empty()) row.set("said", answer.said);
  if (node.kind == NodeKind::pick && answer.choice == plain_choice(node)) {
    std::string of = picked(session, node.of);
    Item item = domain.item({node.list, of}, answer.value["item"].string(), day);
    row.set("item", encode_item(item));
  }
  if (node.kind == NodeKind::fill && answer.choice == plain_choice(node)) {
    Json fields = Json::array();
    for (const Field& field : domain.form(node.form, picked(session, node.of), answer.value)) {
      if (field.kind == "secret" || !answer.value.has(field.id)) continue;
      Json entry = Json::object();
      entry.set("field", field.id).set("value", answer.value[field.id]);
      fields.push(std::move(entry));
    }
    row.set("fields", std::move(fields));
  }
  if (session.can_change(flow, node.id)) row.set("change", offer(EventKind::change, node.id));
  return row;
}

namespace {

STEGVIS_LATER void view_pick(Json& view, const Flow& flow, const Node& node, const Session& session,
                             const Domain& domain, const std::string& of, Day day) {
  Window window{0, view_items, ""};
  ListName name{node.list, of, flow.purpose(node.id)};
  List list = domain.list(name, window, day);
  view.set("list", encode_list(name, window, list));
  std::string chosen = picked(session, node.id);
  Item item;
  if (!chosen.empty()) item = domain.item(name, chosen, day);
  // The account may have changed since: what can't be chosen any more is not chosen beforehand.
  if (item.enabled && !item.id.empty()) {
    view.set("chosen", chosen);
    bool there = false;
    for (const Item& listed : list.items) there |= listed.id == chosen;
    if (!there) view.set("picked", encode_item(item));
  }
  if (!node.detail.empty()) view.set("detail", node.detail);
}

STEGVIS_LATER void view_fill(Json& view, const Node& node, const Session& session,
                             const Domain& domain, const std::string& of) {
  const Answer* answer = session.answer(node.id);
  Json values = answer ? answer->value : Json();
  Json form = Json::object();
  form.set("form", node.form);
  if (!of.empty()) form.set("of", of);
  form.set("fields", encode_fields(domain.form(node.form, of, values), values));
  if (node.confirms()) form.set("undoable", domain.undoable(node.operation));
  view.set("form", std::move(form));
}

STEGVIS_LATER void view_facts(Json& view, const Domain& domain, Day day) {
  Json facts = domain.facts(day);
  if (!facts.is_null()) view.set("facts", std::move(facts));
}

// The account's answers that the reader was not asked for, and may change.
STEGVIS_LATER void view_known(Json& view, const Flow& flow, const Session& session,
                              const Domain& domain, Day day) {
  Json rows = Json::array();
  for (const Visit& visit : session.stack()) {
    const Node& node = flow.nodes[size_t(flow.find(visit.node))];
    const Answer* answer = session.answer(node.id);
    if (visit.node == session.node() || !answer || !answer->known) continue;
    if (is_silent(node, *answer)) continue;
    Json row = encode_row(flow, session, domain, node, day);
    if (!session.pending()) row.set("change", offer(EventKind::go_to, node.id));
    rows.push(std::move(row));
  }
  view.set("known", std::move(rows));
  view_facts(view, domain, day);
}

// Returns whether the account has answered all between the first question and here: the reader has not read
// yet why they are here.
STEGVIS_LATER bool unasked(const Session& session) {
  for (size_t i = 1; i + 1 < session.stack().size(); ++i) {
    const Answer* answer = session.answer(session.stack()[i].node);
    if (!answer || !answer->known) return false;
  }
  return session.stack().size() > 2;
}

// Gives what the operation would do, so that the rest of the view can tell it.
STEGVIS_LATER Prepared view_review(Json& view, const Flow& flow, const Node& node,
                                   const Session& session, const Domain& domain, Day day) {
  Json rows = Json::array();
  bool begun = false;
  for (const Visit& visit : session.stack()) {
    const Node& visited = flow.nodes[size_t(flow.find(visit.node))];
    const Answer* answer = session.answer(visit.node);
    if (&visited != &node) begun |= !visit.done.empty();
    if (visited.kind == NodeKind::read || visited.kind == NodeKind::outcome) continue;
    if (answer && is_silent(visited, *answer)) continue;
    if (answer && &visited != &node && !visited.confirms())
      rows.push(encode_row(flow, session, domain, visited, day));
  }
  Json review = Json::object();
  review.set("operation", node.operation).set("rows", std::move(rows));
  if (begun) review.set("begun", true);
  if (!session.latest() && unasked(session)) view_facts(view, domain, day);
  Prepared prepared;
  if (!session.done()) {
    Window window{0, view_items, ""};
    prepared = prepare_here(flow, session, domain, window, day);
    review.set("changes", encode_list({"changes"}, window, prepared.changes));
    review.set("undoable", prepared.undoable);
    if (!prepared.warnings.empty()) review.set("warnings", encode_reasons(prepared.warnings));
    // A pending operation is still shown. Only the adapter can say now that it is refused.
    if (session.pending()) prepared.refusals.clear();
  }
  view.set("review", std::move(review));
  return prepared;
}

// After an undo: the change of a form on the way here.
STEGVIS_LATER void view_left(Json& view, const Flow& flow, const Session& session) {
  const Committed* left = session.left(flow);
  if (!left) return;
  Json rest = Json().set("operation", left->operation.name).set("values", left->values);
  if (left->undone()) rest.set("undone", true);
  view.set("left", std::move(rest));
}

}  // namespace

Json encode_view(const Flow& flow, const Session& session, const Domain& domain, Day day) {
  const Node& node = flow.nodes[size_t(flow.find(session.node()))];
  Prepared prepared;
  Json view = Json::object();
  uint64_t account = domain.digest();
  bool by_hand = is_elsewhere(flow, node, domain);
  view.set("guide", flow.name).set("node", node.id).set("kind", name_of(node.kind));
  view.set("state", state_of(node, session));
  if (by_hand) view_by_hand(view, node, account != 0);
  if (session.pending()) view_pending(view, *session.pending());
  Json show = Json::array();
  for (const std::string& part : node.show) show.push(part);
  view.set("show", std::move(show));
  if (article_fails(flow, session, domain, node, day)) view.set("unless", true);
  view.set("choices", encode_choices(flow, node, session, domain, day));
  NodeKind kind = by_hand ? NodeKind::read : node.kind;
  std::string of = picked(session, node.of);
  if (kind == NodeKind::pick) view_pick(view, flow, node, session, domain, of, day);
  if (kind == NodeKind::fill && !session.done()) view_fill(view, node, session, domain, of);
  if (kind == NodeKind::review) prepared = view_review(view, flow, node, session, domain, day);
  bool outcome = node.kind == NodeKind::outcome;
  if (outcome) view_outcome(view, flow, node, session, domain, day);
  bool before_change = node.kind != NodeKind::review && !session.latest();
  if (before_change && account && session.has_known(flow))
    view_known(view, flow, session, domain, day);
  if (node.undo) view_left(view, flow, session);
  view.set("values", message_values(node, session, domain, prepared, day));
  bool asked = !session.reasons().empty();
  view.set("reasons", encode_reasons(asked ? session.reasons() : prepared.refusals));
  if (session.moved()) view.set("moved", true);
  Json offers = Json::object();
  if (!session.pending()) {
    bool answerable = outcome ? view["choices"].size() > 0 : !node.to.empty();
    if (answerable) offers.set("answer", offer(EventKind::answer, node.id));
    bool possible = outcome ? view.has("undoable") : prepared.ok();
    if (!by_hand && node.confirms() && !session.done() && possible)
      offers.set("confirm", offer(EventKind::confirm, node.id));
    if (session.can_back(flow)) offers.set("back", offer(EventKind::back, node.id));
    // A host's account that was loaded since may know nothing of the change.
    if (session.can_undo(flow) && domain.recalls(session.latest()->operation.id) &&
        (node.undo || domain.undoable(node.operation)))
      offers.set("undo", offer(EventKind::undo, node.id));
    if (session.stack().size() > 1) offers.set("restart", offer(EventKind::restart, node.id));
  }
  view.set("offers", std::move(offers));
  Json digests = Json::object();
  digests.set("flow", hex16(flow.digest())).set("session", hex16(session.digest()));
  digests.set("account", hex16(account));
  view.set("digests", std::move(digests));
  return view;
}

STEGVIS_LATER Json impersonal(const Domain& domain, const Json& value) {
  if (value.is_integer() || value.is_boolean()) return value;
  if (value.is_array()) {
    Json out = Json::array();
    for (const Json& item : value.items()) out.push(impersonal(domain, item));
    return out;
  }
  Json out = Json::object();
  for (size_t i = 0; i < value.keys().size(); ++i) {
    const std::string& key = value.keys()[i];
    const Json& member = value.items()[i];
    bool whole = key == "day" || key == "country" || key == "money" || domain.impersonal(key);
    if (!whole && member.is_string()) continue;
    Json rest = whole ? member : impersonal(domain, member);
    bool empty = rest.is_null() || (rest.is_object() && rest.size() == 0);
    if (!empty) out.set(key, std::move(rest));
  }
  return out;
}

}  // namespace stegvis
