#include "cli/walk.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "cli/books.h"

namespace stegvis {
namespace {

constexpr size_t max_steps = 1000;

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

Json event_of(std::string_view kind, const std::string& choice = "") {
  Json event = Json::object().set("kind", kind);
  if (!choice.empty()) event.set("choice", choice);
  return event;
}

std::string codes_of(const Json& reasons) {
  std::string out;
  for (const Json& reason : reasons.items())
    (out += out.empty() ? "" : ", ") += reason["code"].string();
  return out;
}

std::string listed(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  std::string out;
  for (const std::string& id : ids) (out += out.empty() ? "" : ", ") += id;
  return out.empty() ? "nothing" : out;
}

}  // namespace

std::string Walk::run(const std::string& account) {
  Json opened = runtime_.open(Json::object().set("flow", flow_).set("account", account));
  if (opened.has("problem")) return opened["problem"]["detail"].string();
  for (const Json& table : opened["tables"].items())
    runtime_.tables(table.string(), table_bytes(table.string()));
  view_ = runtime_.view(day_);
  std::string reason;
  for (size_t count = 0; reason.empty() && count < max_steps; ++count)
    if (!step(reason)) break;
  note_steps();
  if (!reason.empty()) return quoted(node()) + ": " + reason;
  for (const std::string& answered : answers_.keys())
    if (std::find(used_.begin(), used_.end(), answered) == used_.end())
      return "the answer to " + quoted(answered) + " was never asked for; the walk ended at " +
             quoted(node());
  return {};
}

// Goes on from a node. Returns false at the end, and where there is no way on, which `reason` says.
bool Walk::step(std::string& reason) {
  const std::string id = node(), kind = view_["kind"].string(), state = view_["state"].string();
  bool fresh = std::find(used_.begin(), used_.end(), id) == used_.end();
  const Json answer = fresh ? answers_[id] : Json();
  if (!answer.is_null()) used_.push_back(id);
  if (answer.is_string() && answer.string() == "confirm" && view_["offers"].has("confirm"))
    return send(event_of("confirm"), reason);
  if (answer.is_string()) return choose(answer.string(), Json(), reason);
  if (kind == "fill" && answer.is_object()) return fill(answer, reason);
  if (answer.is_object()) return choose("picked", answer, reason);
  if (!answer.is_null()) return reason = "an answer is a text or an object", false;
  if (kind == "outcome") return false;
  if (kind == "review" && state == "open") {
    if (view_["offers"].has("confirm")) return send(event_of("confirm"), reason);
    return reason = "it can't be confirmed: " + codes_of(view_["reasons"]), false;
  }
  std::string choice = continued();
  if (choice.empty()) return reason = "there is no answer", false;
  Json value;
  if (kind == "pick" && choice == "picked") value = Json().set("item", view_["chosen"]);
  return choose(choice, value, reason);
}

// Returns the answer of a reader who presses Continue; empty where there is none.
std::string Walk::continued() const {
  const std::string& kind = view_["kind"].string();
  bool open = view_["state"].string() == "open";
  if (kind == "by-hand") return view_["choice"].string();
  if (kind == "read") return "next";
  if (kind == "review") return "done";
  if (kind == "fill") return open ? "" : "filled";
  if (kind == "pick" && view_.has("chosen")) return "picked";
  for (const Json& choice : view_["choices"].items())
    if (choice["chosen"].boolean()) return choice["id"].string();
  return {};
}

bool Walk::choose(const std::string& choice, const Json& value, std::string& reason) {
  Json event = event_of("answer", choice);
  if (!value.is_null()) event.set("value", value);
  return send(std::move(event), reason);
}

// Fills in a form: a secret field takes its text as the page's buffer does.
bool Walk::fill(const Json& answer, std::string& reason) {
  Json values = Json::object();
  for (const Json& field : view_["form"]["fields"].items())
    if (field.has("value")) values.set(field["id"].string(), field["value"]);
  for (size_t i = 0; i < answer.size(); ++i) {
    const std::string& field = answer.keys()[i];
    if (runtime_.secrets().number_of(field) >= 0)
      type(field, answer.items()[i].string());
    else
      values.set(field, answer.items()[i]);
  }
  Json event = view_["offers"].has("confirm") ? event_of("confirm") : event_of("answer", "filled");
  return send(event.set("value", std::move(values)), reason);
}

void Walk::type(const std::string& field, const std::string& text) {
  Secrets& secrets = runtime_.secrets();
  size_t length = text.size() <= Secrets::capacity ? text.size() : 0;
  std::memcpy(secrets.buffer(), text.data(), length);
  secrets.type(secrets.number_of(field), int32_t(length), int32_t(length));
  secrets.wipe();
}

// Sends an event, and answers its effect as the practice account's bank does.
bool Walk::send(Json event, std::string& reason) {
  const std::string before = node(), state = view_["state"].string();
  Json outcome = dispatch(std::move(event));
  if (outcome.has("problem")) {
    reason = outcome["problem"]["code"].string();
    for (const Json& row : outcome["verdicts"].items())
      reason += ", " + row["field"].string() + " " + row["verdict"]["code"].string();
    return false;
  }
  for (const Json& effect : outcome["effects"].items()) {
    const Json& refused = effect["bank"]["reasons"];
    Json value = Json::object().set("of", effect["key"]);
    if (refused.size()) value.set("reasons", refused);
    dispatch(event_of(refused.size() ? "refused" : "committed").set("value", value));
  }
  view_ = runtime_.view(day_);
  if (view_["reasons"].size() && view_["kind"].string() != "outcome")
    return reason = "refused: " + codes_of(view_["reasons"]), false;
  if (node() == before && view_["state"].string() == state)
    return reason = "nothing came of the answer", false;
  return true;
}

Json Walk::dispatch(Json event) {
  std::string id = decimal(++events_);
  event.set("v", 1).set("id", std::string(32 - id.size(), '0') + id).set("at", events_);
  event.set("day", format_day(day_)).set("node", node());
  return runtime_.dispatch(event);
}

void Walk::note_steps() {
  for (const Visit& visit : runtime_.session().stack()) {
    const Answer* answer = runtime_.session().answer(visit.node);
    Json step = Json::object().set("node", visit.node);
    if (answer && visit.node != node()) step.set("choice", answer->choice);
    steps_.push_back(std::move(step));
  }
}

std::string Walk::against(const Json& account) {
  for (size_t i = 0; i < account.size(); ++i) {
    const std::string& list = account.keys()[i];
    const Json& lists = account.items()[i];
    std::string found;
    if (lists.is_array()) found = against_list(list, "", lists);
    for (size_t at = 0; lists.is_object() && found.empty() && at < lists.size(); ++at)
      found = against_list(list, lists.keys()[at], lists.items()[at]);
    if (!found.empty()) return found;
  }
  return {};
}

std::string Walk::against_list(const std::string& list, const std::string& of, const Json& ids) {
  std::vector<std::string> there, wanted;
  for (int64_t total = 1; int64_t(there.size()) < total;) {
    Json question = Json::object().set("query", "list").set("day", format_day(day_));
    question.set("list", list).set("of", of).set("from", int64_t(there.size())).set("count", 50);
    Json found = runtime_.query(question);
    if (found["items"].size() == 0) break;
    for (const Json& item : found["items"].items()) there.push_back(item["id"].string());
    total = found["total"].integer();
  }
  for (const Json& id : ids.items()) wanted.push_back(id.string());
  if (listed(there) == listed(wanted)) return {};
  return list + (of.empty() ? "" : " of " + of) + " has " + listed(there) + ", not " +
         listed(wanted);
}

}  // namespace stegvis
