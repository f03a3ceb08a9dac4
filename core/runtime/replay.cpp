#include "runtime/replay.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "journal/journal.h"
#include "runtime/stored.h"

namespace stegvis {
namespace {

std::string kind_of(std::string_view header) {
  auto json = Json::parse(header);
  return json ? (*json)["kind"].string() : "";
}

}  // namespace

Result<std::vector<ReplayStep>> replay(std::span<const DomainEntry> domains, const Flow& flow,
                                       std::string_view bytes) {
  std::vector<std::string_view> account, session;
  while (!bytes.empty()) {
    Scan scan = scan_journal(bytes);
    if (!scan.stopped) return scan.stopped.error();
    std::string kind = kind_of(scan.payloads[0]);
    if (kind == "account") {
      account = std::move(scan.payloads);
    } else if (kind == "session") {
      session = std::move(scan.payloads);
    } else {
      return Error{Code::journal_header, "", 0, 0, "kind"};
    }
    bytes.remove_prefix(scan.bytes);
  }
  if (session.empty()) return Error{Code::journal_header, "", 0, 0, "no session"};
  std::string owner = account_of(session[0]);
  auto stored = begin_session(session[0], owner);
  if (!stored) return stored.error();
  std::unique_ptr<Domain> domain = make_domain(domains, stored->flow.domain);
  if (!domain) return Error{Code::journal_header, "session 0", 0, 0, stored->flow.domain};
  if (!account.empty()) {
    auto begun = begin_account(*domain, account[0], owner);
    if (!begun) return begun.error();
  }
  size_t applied = 1;
  std::vector<ReplayStep> steps;
  for (size_t i = 1; i < session.size(); ++i) {
    auto event = step_session(*stored, i, session[i]);
    if (!event) return event.error();
    // The account is at the version that the event read, or that it brought about.
    int64_t version = std::max(event->read["version"].integer(), event->value["version"].integer());
    while (applied < account.size() && domain->version() < version) {
      Status step = step_account(*domain, applied, account[applied]);
      if (!step) return step.error();
      ++applied;
    }
    if (!account.empty() && event->kind == EventKind::committed &&
        !domain->holds(event->value["of"].string()))
      return Error{Code::journal_record, "session " + decimal(int64_t(i)), 0, 0,
                   "the account has no such change"};
    steps.push_back({i, std::string(name_of(event->kind)), stored->session.node(),
                     hex16(stored->flow.digest()), hex16(stored->session.digest()),
                     hex16(domain->digest())});
  }
  if (stored->flow.digest() != flow.digest())
    return Error{Code::journal_header, "session 0", 0, 0, "the journal belongs to another guide"};
  return steps;
}

}  // namespace stegvis
