// What the journals of an account and of a session hold, read one record after the other.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "billing/billing.h"
#include "guide/session.h"

namespace stegvis {

// An account made as its journal's header says; operations are applied one by one.
struct StoredAccount {
  Day day;
  std::unique_ptr<Billing> billing;
};

// The practice account by its name ("practice", "practice:few"), as it is born on that day; null for a
// name that is none.
std::unique_ptr<Billing> practice_billing(std::string_view account, Day day);

// Reads record 0. Errors: journal-header, journal-version.
Result<StoredAccount> begin_account(std::string_view payload, std::string_view account);
// Applies one further record. Errors: journal-record.
Status step_account(Billing& billing, uint64_t sequence, std::string_view payload);

// A session with the flow that its events belong to: that of the journal's header, until a
// guide-changed event brings another.
struct StoredSession {
  Flow flow;
  Json fingerprints;
  Session session;
};
// Errors: journal-header, journal-version, and those of decode_flow.
Result<StoredSession> begin_session(std::string_view payload, std::string_view account);
// Folds one further record and gives its event. Errors: journal-record.
Result<Event> step_session(StoredSession& stored, uint64_t sequence, std::string_view payload);

// The members "account" of a journal's header: whose it is.
std::string account_of(std::string_view header);

}  // namespace stegvis
