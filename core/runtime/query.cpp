// Questions of the page that change nothing: windows of lists, forms, single verdicts, the summary.
#include "base/hash.h"
#include "base/later.h"
#include "runtime/known.h"
#include "runtime/runtime.h"
#include "runtime/view.h"

namespace stegvis {
namespace {

uint32_t bounded(const Json& value, uint32_t otherwise, uint32_t most) {
  if (!value.is_integer() || value.integer() < 0) return otherwise;
  return value.integer() > int64_t(most) ? most : uint32_t(value.integer());
}

Window window_of(const Json& question) {
  return {bounded(question["from"], 0, UINT32_MAX), bounded(question["count"], 50, 50),
          question["search"].string(), &question["names"]};
}

Json impersonal_row(const Domain& domain, Json row) {
  row.drop("change");
  row.drop("fields");
  if (!row.has("item")) return row;
  Json item = Json::object();
  item.set("values", impersonal(domain, row["item"]["values"]));
  row.set("item", std::move(item));
  return row;
}

Json reason_codes(const std::vector<Reason>& reasons) {
  Json codes = Json::array();
  for (const Reason& reason : reasons) codes.push(reason.code);
  return codes;
}

}  // namespace

Json Runtime::query(const Json& question) {
  Json out = Json::object();
  auto fail = [&](Code code, const std::string& where) {
    out.set("problem", encode_problem({code, where, 0, 0, ""}));
    return out;
  };
  if (!open_) return fail(Code::runtime_closed, "");
  const std::string& name = question["query"].string();
  if (name == "effects") return effects();
  if (name == "version") return version();
  auto day = parse_day(question["day"].string());
  if (!day) return fail(Code::event_shape, "/day");
  practice_on(*day);
  const std::string& of = question["of"].string();
  if (name == "list") {
    Window window = window_of(question);
    ListName list{question["list"].string(), of, question["purpose"].string()};
    return encode_list(list, window, domain().list(list, window, *day));
  }
  if (name == "changes") {
    Window window = window_of(question);
    Prepared prepared = prepare_here(journal_flow(), session_, domain(), window, *day);
    return encode_list({name}, window, prepared.changes);
  }
  if (name == "form") {
    const std::string& form = question["form"].string();
    return out.set("fields",
                   encode_fields(domain().form(form, of, question["values"]), question["values"]));
  }
  if (name == "check")
    return encode_verdict(domain().check(question["form"].string(), of, question["field"].string(),
                                         question["value"].string(), question["values"], *day));
  if (name == "summary") return summary(*day);
  return fail(Code::query_unknown, "/query");
}

// {"version", "day", "tenant"} of the account, the day on which it came; {} where there is none.
STEGVIS_LATER Json Runtime::version() const {
  Json out = Json::object();
  if (!domain().digest()) return out;
  if (account_day_) out.set("day", format_day(*account_day_));
  return out.set("version", domain().version()).set("tenant", domain().tenant());
}

// The session for support: questions, answers and changes, with nothing that is personal.
STEGVIS_LATER Json Runtime::summary(Day day) {
  Json path = Json::array();
  for (const Visit& visit : session_.stack()) {
    const Node& node = journal_flow().nodes[size_t(journal_flow().find(visit.node))];
    const Answer* answer = session_.answer(node.id);
    if (answer && is_silent(node, *answer)) continue;
    Json row = Json::object();
    if (answer && !answer->choice.empty() && visit.node != session_.node())
      row = impersonal_row(domain(), encode_row(journal_flow(), session_, domain(), node, day));
    else
      row.set("node", node.id);
    path.push(std::move(row));
  }
  Json changes = Json::array();
  for (const Committed& change : session_.committed()) {
    Json row = Json::object();
    row.set("operation", change.operation.name).set("values", impersonal(domain(), change.values));
    row.set("undone", change.undone()).set("day", format_day(change.operation.day));
    row.set("id", change.operation.id);
    changes.push(std::move(row));
  }
  Json digests = Json::object();
  digests.set("flow", hex16(journal_flow().digest())).set("session", hex16(session_.digest()));
  digests.set("account", hex16(domain().digest()));
  Json out = Json::object();
  out.set("guide", journal_flow().name).set("node", session_.node()).set("day", format_day(day));
  out.set("path", std::move(path)).set("changes", std::move(changes));
  out.set("reasons", reason_codes(session_.reasons()));
  out.set("digests", std::move(digests));
  return out;
}

}  // namespace stegvis
