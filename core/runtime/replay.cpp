#include "runtime/replay.h"

#include <algorithm>

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

// The operations of an account's journal, applied as the session comes to them.
class AccountRecords {
 public:
  explicit AccountRecords(const std::vector<std::string_view>& payloads)
      : payloads_(payloads), hosted_(!payloads.empty() && is_hosted(payloads[0])) {
    for (size_t i = 1; i < payloads.size(); ++i) {
      auto json = Json::parse(payloads[i]);
      ids_.push_back(json ? (*json)["id"].string() : "");
    }
  }
  // Applies all up to the operation of that id; nothing where the account has none.
  Status apply_through(Domain& domain, const std::string& id) {
    size_t end = size_t(std::find(ids_.begin(), ids_.end(), id) - ids_.begin());
    if (id.empty() || end == ids_.size()) return {};
    return apply(domain, [&] { return next_ <= end; });
  }
  // Applies those of other sessions up to a version.
  Status apply_to(Domain& domain, int64_t version) {
    return apply(domain, [&] { return domain.version() < version; });
  }
  // Applies what is left: a host may send an account after the last event.
  Status apply_rest(Domain& domain) {
    return hosted_ ? apply(domain, [] { return true; }) : Status();
  }
  bool hosted() const { return hosted_; }

 private:
  template <typename Wanted>
  Status apply(Domain& domain, Wanted wanted) {
    for (; next_ < ids_.size() && wanted(); ++next_) {
      Status step = step_account(domain, next_ + 1, payloads_[next_ + 1], hosted_);
      if (!step) return step;
    }
    return {};
  }
  const std::vector<std::string_view>& payloads_;
  bool hosted_;
  std::vector<std::string> ids_;  // of the operations, in order
  size_t next_ = 0;
};

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
  AccountRecords records(account);
  std::vector<ReplayStep> steps;
  std::vector<std::pair<size_t, std::string>> committed;  // records and what they are about
  for (size_t i = 1; i < session.size(); ++i) {
    auto event = step_session(*stored, i, session[i]);
    if (!event) return event.error();
    // The account is at the version that the event read, or that it brought about.
    bool commits = event->kind == EventKind::committed;
    const std::string& of = event->value["of"].string();
    Status step = commits ? records.apply_through(*domain, of)
                          : records.apply_to(*domain, event->read["version"].integer());
    if (step && i + 1 == session.size()) step = records.apply_rest(*domain);
    if (!step) return step.error();
    if (commits) committed.emplace_back(i, of);
    if (event->kind == EventKind::account_changed)
      std::erase_if(committed, [&](const auto& it) { return !domain->holds(it.second); });
    steps.push_back({i, std::string(name_of(event->kind)), stored->session.node(),
                     hex16(stored->flow.digest()), hex16(stored->session.digest()),
                     hex16(domain->digest())});
  }
  for (const auto& [sequence, of] : committed)
    if (!account.empty() && !records.hosted() && !domain->holds(of))
      return Error{Code::journal_account, "session " + decimal(int64_t(sequence)), 0, 0, of};
  if (stored->flow.digest() != flow.digest())
    return Error{Code::journal_header, "session 0", 0, 0, "the journal belongs to another guide"};
  return steps;
}

}  // namespace stegvis
