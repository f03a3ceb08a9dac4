// The records of the journals of an account and of a session, read one after the other.
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "guide/domain.h"
#include "guide/session.h"

namespace stegvis {

// The domain that a flow names, without an account: of that list, or one without any words where the
// flow names none. Null for a name that is not in the list.
std::unique_ptr<Domain> make_domain(std::span<const DomainEntry> domains, std::string_view name);

// Returns whether an account of that name would be a practice account: "practice", "practice:few".
bool is_practice(std::string_view account);
// Puts the practice account of that name ("practice", "practice:few") into the domain, as it is born on
// that day. False, and nothing is changed, for a name that is none.
bool make_practice(Domain& domain, std::string_view account, Day day);

// The version of the journal of a host's account: its header says no more than whose it is, and its first
// further record is the account itself. A build that knows practice accounts alone refuses it.
inline constexpr int64_t host_journal_version = 2;

// Reads record 0 of an account's journal, puts that account into the domain if it is a practice account, and
// gives the day of its birth. Errors: journal-header, journal-version.
Result<Day> begin_account(Domain& domain, std::string_view payload, std::string_view account);
// Returns whether such a record begins the journal of a host's account.
bool is_hosted(std::string_view header);
// Returns whether a further record is an account that a host has sent.
bool is_account_record(std::string_view payload);
// The day on which it came; nothing for another record.
std::optional<Day> account_record_day(std::string_view payload);
// Applies one further record. Errors: journal-record.
Status step_account(Domain& domain, uint64_t sequence, std::string_view payload, bool hosted);

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

// The account that a journal's header names.
std::string account_of(std::string_view header);

}  // namespace stegvis
