// Reads events from JSON and writes them. The members of each kind are in session.h.
#include "base/word_list.h"
#include "guide/session.h"

namespace stegvis {
namespace {

constexpr std::string_view kinds[] = {
    "answer",  "back",          "change",    "confirm",         "undo",
    "restart", "go-to",         "committed", "refused",         "conflict",
    "unknown", "guide-changed", "draft",     "account-changed", "action-needed"};

// The version that such an event has. An earlier build doesn't know 2, the account's answers and those
// without an account; nor 3, that an action is needed.
int64_t version_of(const Event& event) {
  if (event.kind == EventKind::action_needed) return 3;
  return event.read.has("known") || event.read.has("unverified") ? 2 : 1;
}

bool is_event_id(std::string_view id) {
  if (id.size() != 32) return false;
  for (char c : id)
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  return true;
}

Error bad(std::string_view member, std::string_view detail) {
  return {Code::event_shape, "/" + std::string(member), 0, 0, std::string(detail)};
}

}  // namespace

std::string_view name_of(EventKind kind) { return kinds[size_t(kind)]; }

Result<Event> decode_event(const Json& json) {
  if (!json.is_object()) return bad("", "an object");
  int64_t version = json["v"].integer();
  if (!json["v"].is_integer() || version < 1 || version > newest_event_version)
    return Error{Code::event_version, "/v", 0, 0, json["v"].dump()};
  for (const std::string& member : json.keys())
    if (!lists("v id at day node kind choice value read", member))
      return bad(member.size() < 40 ? member : "", "no such member");
  Event event;
  event.id = json["id"].string();
  if (!is_event_id(event.id)) return bad("id", "32 hex digits");
  if (!json["at"].is_integer() || json["at"].integer() < 0) return bad("at", "milliseconds");
  event.at = json["at"].integer();
  auto day = parse_day(json["day"].string());
  if (!day) return bad("day", "a day");
  event.day = *day;
  if (!json["node"].is_string()) return bad("node", "a text");
  event.node = json["node"].string();
  size_t kind = 0;
  while (kind < std::size(kinds) && json["kind"].string() != kinds[kind]) ++kind;
  if (kind == std::size(kinds)) return bad("kind", "a kind of event");
  event.kind = EventKind(kind);
  if (json.has("choice") && !json["choice"].is_string()) return bad("choice", "a text");
  event.choice = json["choice"].string();
  event.value = json["value"];
  event.read = json["read"];
  if (!event.read.is_null() && !event.read.is_object()) return bad("read", "an object");
  if (version != version_of(event)) return bad("v", "the version of such an event");
  return event;
}

Json encode_event(const Event& event) {
  Json json = Json::object();
  json.set("v", version_of(event)).set("id", event.id).set("at", event.at);
  json.set("day", format_day(event.day)).set("node", event.node).set("kind", name_of(event.kind));
  if (!event.choice.empty()) json.set("choice", event.choice);
  if (!event.value.is_null()) json.set("value", event.value);
  if (!event.read.is_null()) json.set("read", event.read);
  return json;
}

}  // namespace stegvis
