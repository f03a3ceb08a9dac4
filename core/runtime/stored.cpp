#include "runtime/stored.h"

#include "base/later.h"
#include "base/utf8.h"
#include "journal/journal.h"
#include "runtime/nowhere.h"

namespace stegvis {
namespace {

Result<Json> header_of(std::string_view payload, std::string_view kind, std::string_view account,
                       int64_t version = journal_version) {
  auto json = Json::parse(payload);
  std::string where = std::string(kind) + " 0";
  if (!json || (*json)["kind"].string() != kind || (*json)["account"].string() != account)
    return Error{Code::journal_header, where, 0, 0, ""};
  if (!(*json)["journal"].is_integer() || (*json)["journal"].integer() != version)
    return Error{Code::journal_version, where, 0, 0, (*json)["journal"].dump()};
  return json;
}

Error bad_record(std::string_view kind, uint64_t sequence, std::string_view why) {
  return {Code::journal_record, std::string(kind) + " " + decimal(int64_t(sequence)), 0, 0,
          std::string(why)};
}

std::string why(const Error& error) {
  return std::string(name_of(error.code)) + (error.where.empty() ? "" : " " + error.where);
}

}  // namespace

std::string account_of(std::string_view header) {
  auto json = Json::parse(header);
  return json ? (*json)["account"].string() : "";
}

std::unique_ptr<Domain> make_domain(std::span<const DomainEntry> domains, std::string_view name) {
  if (name.empty()) return std::make_unique<Nowhere>();
  for (const DomainEntry& entry : domains)
    if (entry.name == name) return entry.make();
  return nullptr;
}

bool is_practice(std::string_view account) {
  return account.substr(0, 8) == "practice" && (account.size() == 8 || account[8] == ':');
}

bool make_practice(Domain& domain, std::string_view account, Day day) {
  return is_practice(account) && domain.practice(account.substr(account.size() == 8 ? 8 : 9), day);
}

Result<Day> begin_account(Domain& domain, std::string_view payload, std::string_view account) {
  bool hosted = is_hosted(payload);
  auto header =
      header_of(payload, "account", account, hosted ? host_journal_version : journal_version);
  if (!header) return header.error();
  auto day = parse_day((*header)["day"].string());
  if (!day || hosted == is_practice(account) || (!hosted && !make_practice(domain, account, *day)))
    return Error{Code::journal_header, "account 0", 0, 0, "day"};
  return *day;
}

bool is_hosted(std::string_view header) {
  auto json = Json::parse(header);
  return json && (*json)["journal"].integer() == host_journal_version;
}

// Members are in the order of their names: an operation's first is `args`.
bool is_account_record(std::string_view payload) {
  constexpr std::string_view begins = "{\"account\":";
  return payload.substr(0, begins.size()) == begins;
}

// {"account":{...},"day":"2026-11-23"}
STEGVIS_LATER std::optional<Day> account_record_day(std::string_view payload) {
  if (!is_account_record(payload) || payload.size() < 12) return std::nullopt;
  return parse_day(payload.substr(payload.size() - 12, 10));
}

STEGVIS_LATER Status step_account(Domain& domain, uint64_t sequence, std::string_view payload,
                                  bool hosted) {
  auto json = Json::parse(payload);
  if (!json) return bad_record("account", sequence, why(json.error()));
  if (hosted && json->has("account")) {
    Status loaded = domain.load_account((*json)["account"]);
    return loaded ? Status() : bad_record("account", sequence, why(loaded.error()));
  }
  auto operation = decode_operation(*json);
  if (!operation) return bad_record("account", sequence, why(operation.error()));
  auto applied = domain.apply(*operation);
  if (!applied) return bad_record("account", sequence, why(applied.error()));
  return {};
}

Result<StoredSession> begin_session(std::string_view payload, std::string_view account) {
  auto header = header_of(payload, "session", account);
  if (!header) return header.error();
  auto flow = decode_flow((*header)["flow"]);
  if (!flow) return flow.error();
  StoredSession stored{std::move(*flow), (*header)["fingerprints"], {}};
  stored.session = Session(stored.flow);
  return stored;
}

Result<Event> step_session(StoredSession& stored, uint64_t sequence, std::string_view payload) {
  auto json = Json::parse(payload);
  if (!json) return bad_record("session", sequence, why(json.error()));
  auto event = decode_event(*json);
  if (!event) return bad_record("session", sequence, why(event.error()));
  bool changes_guide = event->kind == EventKind::guide_changed;
  auto next = changes_guide ? decode_flow(event->value["flow"]) : Result<Flow>(Error{});
  if (changes_guide && !next) return bad_record("session", sequence, why(next.error()));
  Status folded = stored.session.fold(changes_guide ? *next : stored.flow, *event);
  if (!folded) return bad_record("session", sequence, why(folded.error()));
  if (changes_guide) {
    stored.flow = std::move(*next);
    stored.fingerprints = event->value["fingerprints"];
  }
  return event;
}

}  // namespace stegvis
