// Reads stored journals: the account's operations and the session's events.
#include "base/later.h"
#include "journal/journal.h"
#include "runtime/runtime.h"
#include "runtime/stored.h"

namespace stegvis {

Json Runtime::load(std::string_view journal, std::string_view bytes) {
  Json out = Json::object();
  auto fail = [&](const Error& error) { out.set("problem", encode_problem(error)); };
  bool account = journal == "account";
  if (!open_) {
    fail({Code::runtime_closed, "", 0, 0, ""});
    return out;
  }
  Scan scan = scan_journal(bytes);
  Status status;
  if (!scan.payloads.empty())
    status = account ? load_account(scan.payloads) : load_session(scan.payloads);
  out.set("records", int64_t(account ? account_sequence_ : session_sequence_));
  if (!account && older_flow_) out.set("changed", true);
  if (!account && session_sequence_ > 1) out.set("day", format_day(last_day_));
  if (!status) {
    fail(status.error());
  } else if (!scan.stopped) {
    fail(scan.stopped.error());
  }
  return out;
}

STEGVIS_LATER Status Runtime::load_account(const std::vector<std::string_view>& payloads) {
  auto day = begin_account(*domain_, payloads[0], account_name_);
  if (!day) return day.error();
  account_day_ = *day;
  account_sequence_ = 1;
  for (; account_sequence_ < payloads.size(); ++account_sequence_) {
    Status step = step_account(*domain_, account_sequence_, payloads[size_t(account_sequence_)]);
    if (!step) return step;
  }
  return {};
}

STEGVIS_LATER Status Runtime::load_session(const std::vector<std::string_view>& payloads) {
  auto stored = begin_session(payloads[0], account_name_);
  if (!stored) return stored.error();
  Status status;
  for (session_sequence_ = 1; session_sequence_ < payloads.size(); ++session_sequence_) {
    auto event = step_session(*stored, session_sequence_, payloads[size_t(session_sequence_)]);
    if (!event) {
      status = event.error();
      break;
    }
    last_day_ = event->day;
  }
  if (stored->flow.digest() == flow_.digest()) {
    older_flow_.reset();
  } else {
    older_flow_ = std::make_unique<Flow>(std::move(stored->flow));
  }
  journal_prints_ = std::move(stored->fingerprints);
  session_ = std::move(stored->session);
  return status;
}

}  // namespace stegvis
