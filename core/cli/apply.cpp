// stegvis apply ACCOUNT.json OPERATION.json: prints the changes of an operation, or every reason
// against it.
//
// The operation is {"operation", "args": [...], "id"?, "day"?}; the default day is today. Addresses
// are checked by the tables.
//
// Prints one line of JSON: {"change": {"changes": [{"id", "values"}...] (all of them), "total",
// "undoable", "values", "made"?, "version", "digest"}} or {"refusals": [{"code", "args"}...]}.
// Exit code: 0 the operation is possible, 1 it is refused, 2 bad input.
#include <type_traits>

#include "base/hash.h"
#include "billing/billing.h"
#include "cli/books.h"
#include "cli/cli.h"

namespace stegvis {
namespace {

// Adds an id and a day to an operation without them: only those of a session must have both.
Json complete(Json operation) {
  if (!operation.is_object()) return operation;
  if (!operation.has("id")) operation.set("id", "apply");
  if (!operation.has("day")) operation.set("day", format_day(this_day()));
  return operation;
}

// Reads a file and decodes it. Returns false, after a diagnostic, if either fails.
template <class T>
bool read(const std::string& path, Result<T> (*decode)(const Json&), std::optional<T>& out) {
  SourceFile file;
  if (!read_file(path, file)) return false;
  Result<Json> json = Json::parse(file.text);
  if (!json) return report(path, json.error()), false;
  if constexpr (std::is_same_v<T, Operation>) *json = complete(std::move(*json));
  Result<T> value = decode(*json);
  if (!value) return report(path, value.error()), false;
  out = std::move(*value);
  return true;
}

int print_line(const Json& json, int code) { return print(json.dump() + "\n") ? code : 2; }

}  // namespace

int run_apply(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {}, {})) return 2;
  if (arguments.files().size() != 2)
    return bad_use("apply takes an account and an operation, both JSON");
  std::optional<Account> account;
  std::optional<Operation> operation;
  if (!read(arguments.files()[0], decode_account, account)) return 2;
  if (!read(arguments.files()[1], decode_operation, operation)) return 2;
  Books books;
  if (!load_books(books)) return 2;
  Billing billing(std::move(*account));
  billing.addresses(&books.addresses);
  Prepared prepared = billing.prepare(*operation);
  if (!prepared.ok()) {
    Json reasons = Json::array();
    for (const Reason& reason : prepared.refusals)
      reasons.push(Json().set("code", reason.code).set("args", reason.args));
    return print_line(Json().set("refusals", std::move(reasons)), 1);
  }
  Json changes = Json::array();
  for (Window window; window.from < prepared.changes.total; window.from += 50)
    for (Item& item : billing.prepare(*operation, window).changes.items)
      changes.push(Json().set("id", item.id).set("values", std::move(item.values)));
  Result<std::string> made = billing.apply(*operation);
  if (!made) return report(arguments.files()[1], made.error());
  Json change = Json::object();
  change.set("changes", std::move(changes)).set("total", prepared.changes.total);
  change.set("undoable", prepared.undoable).set("values", prepared.values);
  if (!made->empty()) change.set("made", *made);
  change.set("version", billing.version()).set("digest", hex16(billing.digest()));
  return print_line(Json().set("change", std::move(change)), 0);
}

}  // namespace stegvis
