// A journal that was saved is run again, event by event: what a reader saw, without a browser.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "guide/domain.h"
#include "guide/flow.h"

namespace stegvis {

// After one event: where the session stands, and the digests of flow, session and account.
struct ReplayStep {
  uint64_t sequence = 0;
  std::string kind;
  std::string node;
  std::string flow, session, account;
};

// `bytes` hold the journal of a session and, for a guide with a domain, the account's: in any order, as
// the page saves them. The events run over the flows that the journal itself names; the last of them
// must be `flow`. `domains` are those of this build. Errors: journal-*; journal-header where it
// belongs to another guide or account, and journal-account where the session says that a change was
// committed which the account does not have, unless a later account-changed says that it was lost.
Result<std::vector<ReplayStep>> replay(std::span<const DomainEntry> domains, const Flow& flow,
                                       std::string_view bytes);

}  // namespace stegvis
