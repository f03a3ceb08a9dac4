#include "runtime/runtime.h"

#include <algorithm>

#include "base/hash.h"
#include "base/later.h"
#include "base/utf8.h"
#include "base/word_list.h"
#include "journal/journal.h"
#include "runtime/known.h"
#include "runtime/nowhere.h"
#include "runtime/stored.h"
#include "runtime/view.h"

namespace stegvis {
namespace {

// The part of an operation's changes that is wanted where its refusals and values are.
const Window nothing{0, 0, ""};

Json problem(const Error& error) {
  Json out = Json::object();
  out.set("problem", encode_problem(error));
  return out;
}

Json verdict_row(const std::string& field, const Verdict& verdict) {
  Json row = Json::object();
  row.set("field", field).set("verdict", encode_verdict(verdict));
  return row;
}

// Maps old nodes to new ones. An old node is the new one of the same id where a playbook names nodes, or
// where the text is the same; else the only new node with the same text.
STEGVIS_LATER Json node_table(const Flow& old_flow, const Json& old_prints, const Flow& new_flow,
                              const Json& new_prints) {
  Json table = Json::object();
  for (const Node& node : old_flow.nodes) {
    const Json& print = old_prints[node.id];
    int32_t same = new_flow.find(node.id);
    bool named = !new_flow.domain.empty();
    if (same >= 0 && new_flow.nodes[size_t(same)].kind == node.kind &&
        (named || print == new_prints[node.id])) {
      table.set(node.id, node.id);
      continue;
    }
    if (print.is_null()) continue;
    const Node* found = nullptr;
    size_t count = 0;
    for (const Node& other : new_flow.nodes)
      if (other.kind == node.kind && new_prints[other.id] == print) found = &other, ++count;
    if (count == 1) table.set(node.id, found->id);
  }
  return table;
}

}  // namespace

Json encode_problem(const Error& error) {
  Json json = Json::object();
  json.set("code", name_of(error.code));
  if (!error.where.empty()) json.set("where", error.where);
  if (error.line) json.set("line", error.line).set("column", error.column);
  if (!error.detail.empty()) json.set("detail", error.detail);
  return json;
}

Json first_view(const Flow& flow) { return encode_view(flow, Session(flow), Nowhere(), Day{}); }

Json Runtime::open(const Json& guide) {
  auto flow = decode_flow(guide["flow"]);
  if (!flow) return problem(flow.error());
  std::string account = guide["account"].string();
  std::unique_ptr<Domain> domain = make_domain(domains_, flow->domain);
  by_hand_ = domain && !flow->domain.empty() && !make_practice(*domain, account, Day{});
  if (!domain || (by_hand_ && is_practice(account)))
    return problem({Code::account_unknown, "/account", 0, 0, account});
  hosted_ = false;
  flow_ = std::move(*flow);
  flow_json_ = guide["flow"];
  older_flow_.reset();
  fingerprints_ = journal_prints_ = guide["fingerprints"];
  account_name_ = account;
  account_day_.reset();
  secrets_.domain(domain.get());
  domain_ = std::move(domain);
  session_ = Session(flow_);
  account_sequence_ = session_sequence_ = 0;
  account_checksums_.clear();
  snapshot_.clear();
  outgoing_.clear();
  open_ = true;
  Json tables = Json::array();
  for (std::string_view table : domain_->tables()) tables.push(table);
  return Json::object().set("tables", std::move(tables));
}

// The practice account is made at the first event; before it, the view shows what it will be.
void Runtime::practice_on(Day day) {
  if (practices() && !account_day_) make_practice(*domain_, account_name_, day);
}

Json Runtime::view(Day day) {
  if (!open_) return problem({Code::runtime_closed, "", 0, 0, ""});
  practice_on(day);
  return encode_view(journal_flow(), session_, domain(), day);
}

STEGVIS_LATER Json Runtime::tables(std::string_view name, std::string_view bytes) {
  if (!open_) return problem({Code::runtime_closed, "", 0, 0, ""});
  Status loaded = domain_->load_table(name, bytes);
  return loaded ? Json::object() : problem(loaded.error());
}

void Runtime::append(std::string_view journal, uint64_t& sequence, std::string_view payload,
                     Json& out) {
  std::string record = encode_record(sequence, payload);
  Json entry = Json::object();
  entry.set("journal", journal).set("sequence", int64_t(sequence));
  entry.set("bytes", int64_t(record.size()));
  out.push(std::move(entry));
  outgoing_ += record;
  if (&sequence == &account_sequence_) account_checksums_ += checksum_of(record);
  ++sequence;
}

void Runtime::begin_journals(Day day, Json& out) {
  if (practices() && !account_day_) {
    account_day_ = day;
    Json header = Json::object();
    header.set("journal", journal_version).set("kind", "account").set("account", account_name_);
    header.set("day", format_day(day));
    append("account", account_sequence_, header.dump(), out);
  }
  if (session_sequence_ == 0) {
    Json header = Json::object();
    header.set("journal", journal_version).set("kind", "session").set("account", account_name_);
    header.set("flow", flow_json_).set("fingerprints", fingerprints_);
    append("session", session_sequence_, header.dump(), out);
  }
}

Json Runtime::dispatch(const Json& json, const Json& answer) {
  outgoing_.clear();
  if (!open_) return problem({Code::runtime_closed, "", 0, 0, ""});
  auto event = decode_event(json);
  if (!event) return problem(event.error());
  practice_on(event->day);
  Json out = Json::object();
  if (!session_.seen(event->id)) {
    bool asks = event->kind == EventKind::confirm || event->kind == EventKind::undo;
    bool answered = asks && !answer.is_null() && practices();
    answered ? take_both(*event, json, answer, out) : take(*event, Rules::ask, out);
    if (out.has("problem")) return out;
    if (session_.pending()) out.set("effects", effects());
    if (behind()) out.set("behind", true);
  }
  return out.set("view", view(event->day));
}

// Admits an event, folds it and puts its records into `out`, or the problem.
void Runtime::take(Event& event, Rules rules, Json& out) {
  event.read = Json();
  if (auto refused = admit(event, out)) return void(out.set("problem", encode_problem(*refused)));
  bool changes_guide = event.kind == EventKind::guide_changed;
  std::string operation_record;
  if (event.kind == EventKind::committed && !by_hand_ && session_.pending() &&
      event.value["of"].string() == session_.pending()->operation.id)
    operation_record = practices() ? settle_here(event, rules) : settle_hosted(event);
  Status folded = session_.fold(changes_guide ? flow_ : journal_flow(), event);
  if (!folded) return void(out.set("problem", encode_problem(folded.error())));
  if (changes_guide) {
    older_flow_.reset();
    journal_prints_ = fingerprints_;
  }
  Json records = out["append"];
  begin_journals(event.day, records);
  if (!operation_record.empty()) append("account", account_sequence_, operation_record, records);
  append("session", session_sequence_, encode_event(event).dump(), records);
  out.set("append", std::move(records));
}

// A confirm or undo (`json` as it came) with its answer, which has the same day and node under an id and
// time of its own.
STEGVIS_LATER void Runtime::take_both(Event& event, const Json& json, const Json& answer,
                                      Json& out) {
  auto bad = [&](std::string_view where, std::string_view detail) {
    Error error{Code::event_shape, "/answer" + std::string(where), 0, 0, std::string(detail)};
    out.set("problem", encode_problem(error));
  };
  if (!answer.is_object()) return bad("", "an object");
  for (const std::string& member : answer.keys())
    if (!lists("id at", member)) return bad("", "no such member");
  Json written = json;
  written.drop("choice");
  written.set("kind", name_of(EventKind::committed));
  auto second = decode_event(written.set("id", answer["id"]).set("at", answer["at"]));
  if (!second) return bad(second.error().where, second.error().detail);
  if (second->id == event.id || session_.seen(second->id)) return bad("/id", "an id of its own");
  take(event, Rules::ask, out);
  if (out.has("problem") || !session_.pending()) return;
  // Its bank has the word: the answer is an event of its own.
  if (!domain_->bank(session_.pending()->operation).is_null()) return;
  second->value = Json::object().set("of", event.id);
  take(*second, Rules::asked, out);
  // An answer that the session can't take leaves the operation pending, as it would in a call of its own.
  out.drop("problem");
}

// The answer of this browser's own account to what is pending: `answer` becomes committed, or refused
// with the reasons why. Gives the operation's record; empty where it is refused, or where the account
// has the operation already and only the answer was lost: then it is committed, and done no second time.
STEGVIS_LATER std::string Runtime::settle_here(Event& answer, Rules rules) {
  const Operation& operation = session_.pending()->operation;
  bool held = domain_->holds(operation.id);
  std::vector<Reason> refusals;
  if (rules == Rules::ask && !held) refusals = domain_->prepare(operation, nothing).refusals;
  Json value = Json::object();
  value.set("of", operation.id);
  auto made = refusals.empty() ? domain_->apply(operation) : Result<std::string>(Error{});
  std::string record;
  if (made) {
    value.set("version", domain_->version());
    if (!made->empty()) value.set("made", *made);
    if (!held) record = encode_operation(operation).dump();
  } else {
    answer.kind = EventKind::refused;
    value.set("reasons", encode_reasons(refusals));
  }
  answer.value = std::move(value);
  return record;
}

STEGVIS_LATER Json Runtime::effects() const {
  Json out = Json::array();
  if (!session_.pending()) return out;
  const Operation& operation = session_.pending()->operation;
  Json args = Json::array();
  for (const Json& arg : operation.args) args.push(arg);
  Json effect = Json::object();
  effect.set("kind", "commit").set("key", operation.id).set("operation", operation.name);
  effect.set("args", std::move(args)).set("day", format_day(operation.day));
  effect.set("version", domain().version());
  if (session_.pending()->action_needed) effect.set("actionNeeded", true);
  Json bank = practices() && !domain().holds(operation.id) ? domain().bank(operation) : Json();
  if (!bank.is_null()) effect.set("bank", std::move(bank));
  return out.push(std::move(effect));
}

// --- what the account says of an event before it is taken

std::optional<Error> Runtime::admit(Event& event, Json& out) {
  int32_t index = journal_flow().find(session_.node());
  const Node& node = journal_flow().nodes[size_t(std::max(index, 0))];
  bool current = event.node == node.id && !session_.done();
  bool anyway = event.choice == "anyway";
  // Of an event, only what its kind uses is stored.
  if (event.kind != EventKind::answer) event.choice.clear();
  bool has_value = event.kind == EventKind::answer || event.kind == EventKind::draft ||
                   event.kind >= EventKind::committed ||
                   (event.kind == EventKind::confirm && node.kind == NodeKind::fill);
  if (!has_value) event.value = Json();
  switch (event.kind) {
    case EventKind::answer: {
      if (!current) return std::nullopt;
      auto refused = admit_answer(event, node, out);
      if (refused) return refused;
      std::string_view known = known_choice(journal_flow(), session_, domain(), node, event.day);
      bool asks = !known.empty() && known != event.choice;
      Json silent = silent_answers(journal_flow(), node, event.choice, asks);
      if (asks && domain().digest())
        read_known(event);
      else if (silent.size())
        event.read = (event.read.is_null() ? Json::object() : event.read).set("known", silent);
      return std::nullopt;
    }
    case EventKind::draft: admit_draft(event, node, current); return std::nullopt;
    case EventKind::confirm:
    case EventKind::undo: return admit_change(event, node, current, anyway, out);
    case EventKind::guide_changed: admit_guide_change(event); return std::nullopt;
    case EventKind::account_changed: return admit_account_change(event);
    default: return std::nullopt;
  }
}

std::optional<Error> Runtime::admit_answer(Event& event, const Node& node, Json& out) {
  bool carries_on = event.choice == plain_choice(node);
  if (carries_on && by_hand(node)) {
    admit_by_hand(event);
    return std::nullopt;
  }
  if (node.kind == NodeKind::fill && carries_on && !node.confirms())
    return admit_form(event, node, false, out);
  if (node.kind == NodeKind::pick && carries_on) return admit_pick(event, node);
  event.value = Json();
  return std::nullopt;
}

// Only fields of the form, and never a secret one.
STEGVIS_LATER void Runtime::admit_draft(Event& event, const Node& node, bool current) const {
  Json fields = Json::object();
  if (current && node.kind == NodeKind::fill)
    for (const Field& field : domain().form(node.form, picked(session_, node.of), event.value))
      if (field.kind != "secret" && event.value[field.id].is_string() &&
          event.value[field.id].string().size() <= 500)
        fields.set(field.id, event.value[field.id]);
  event.value = std::move(fields);
}

// A confirm or undo: what the rules say of its operation.
STEGVIS_LATER std::optional<Error> Runtime::admit_change(Event& event, const Node& node,
                                                         bool current, bool anyway, Json& out) {
  bool confirms = event.kind == EventKind::confirm;
  if (by_hand_ || (confirms && by_hand(node)))
    return Error{Code::event_place, "/kind", 0, 0, "no account"};
  if (confirms && current && node.kind == NodeKind::fill)
    if (auto refused = admit_form(event, node, anyway, out)) return refused;
  if (confirms ? !current || !node.confirms() : !session_.can_undo(journal_flow()))
    return std::nullopt;
  Operation operation = session_.operation(journal_flow(), event);
  Prepared prepared = domain_->prepare(operation, nothing);
  event.read = Json::object();
  event.read.set("version", domain().version()).set("values", prepared.values);
  if (!prepared.ok()) event.read.set("refusals", encode_reasons(prepared.refusals));
  return std::nullopt;
}

STEGVIS_LATER void Runtime::admit_by_hand(Event& event) {
  event.value = Json();
  event.read = Json::object().set("unverified", true);
}

// The answers that the account knows: to this question, where the reader's is against it, and to the nodes
// after it, as far as they follow from each other.
STEGVIS_LATER void Runtime::read_known(Event& event) const {
  const Flow& flow = journal_flow();
  Json known = Json::object();
  std::string_view better = known_against(flow, session_, domain(), event);
  if (!better.empty())
    known.set(event.node, Json().set("choice", better).set("said", event.choice));
  while (true) {
    if (known.size()) event.read.set("known", known);
    Session ahead = session_;
    if (!ahead.fold(flow, event)) return;
    Json answer = known_answer(flow, ahead, domain(), event.day);
    if (answer.is_null() || known.has(ahead.node())) return;
    known.set(ahead.node(), std::move(answer));
  }
}

STEGVIS_LATER std::optional<Error> Runtime::admit_pick(Event& event, const Node& node) {
  auto choosable = [&](const Node& pick, const std::string& of, const std::string& id) {
    ListName list{pick.list, of, journal_flow().purpose(pick.id)};
    Item item = domain().item(list, id, event.day);
    return !item.id.empty() && item.enabled;
  };
  std::string chosen = event.value["item"].string();
  if (!choosable(node, picked(session_, node.of), chosen))
    return Error{Code::event_item, "/value/item", 0, 0, node.id};
  event.value = Json::object();
  event.value.set("item", chosen);
  event.read = Json::object();
  event.read.set("version", domain().version());
  // Answers about the item that was chosen before may not be possible with this one.
  if (chosen == picked(session_, node.id)) return std::nullopt;
  Json drop = Json::array();
  for (const Node& other : journal_flow().nodes) {
    if (other.of != node.id || !session_.answer(other.id)) continue;
    std::string before = picked(session_, other.id);
    if (before.empty() || !choosable(other, chosen, before)) drop.push(other.id);
  }
  if (drop.size()) event.read.set("drop", std::move(drop));
  return std::nullopt;
}

// Every field is judged again, secret ones by what was typed in the buffer; nothing else is stored.
// `anyway`: the reader was warned.
STEGVIS_LATER std::optional<Error> Runtime::admit_form(Event& event, const Node& node, bool anyway,
                                                       Json& out) {
  Json values = Json::object(), verdicts = Json::array();
  std::string of = picked(session_, node.of);
  for (const Field& field : domain().form(node.form, of, event.value)) {
    const Json& value = event.value[field.id];
    Verdict verdict;
    if (field.kind == "secret") {
      verdict = secrets_.take(field.id, values);
    } else if (field.kind == "provider") {
      verdict = domain().check(node.form, of, field.id, "", event.value, event.day);
      for (const std::string& name : field.options) values.set(name, event.value[name].string());
    } else if (field.required || !value.string().empty()) {
      verdict = domain().check(node.form, of, field.id, value.string(), event.value, event.day);
      values.set(field.id, value.string());
    }
    if (verdict.standing != Standing::valid) verdicts.push(verdict_row(field.id, verdict));
  }
  auto against = verdicts.size() ? std::nullopt : domain().judge(node.form, of, values, event.day);
  if (against && !(anyway && against->verdict.standing == Standing::possible))
    verdicts.push(verdict_row(against->field, against->verdict));
  if (verdicts.size()) {
    out.set("verdicts", std::move(verdicts));
    return Error{Code::event_field, "/value", 0, 0, node.id};
  }
  event.value = std::move(values);
  secrets_.forget();
  return std::nullopt;
}

STEGVIS_LATER void Runtime::admit_guide_change(Event& event) const {
  event.value = Json::object();
  event.value.set("flow", flow_json_).set("fingerprints", fingerprints_);
  event.value.set("nodes", node_table(journal_flow(), journal_prints_, flow_, fingerprints_));
}

}  // namespace stegvis
