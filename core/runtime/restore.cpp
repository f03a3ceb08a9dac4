// Reads stored journals: the account's operations and the session's events.
#include "base/hash.h"
#include "base/later.h"
#include "base/utf8.h"
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
  if (journal == "snapshot") {
    snapshot_ = bytes;
    return out;
  }
  uint64_t first = sequence_of(bytes);
  if (first != (account ? account_sequence_ : session_sequence_)) first = 0;
  Scan scan = scan_journal(bytes, first);
  Status status;
  if (first)
    status = account ? apply_records(scan, first) : fold_records(scan.payloads, first, out);
  else if (!scan.payloads.empty())
    status = account ? load_account(scan, out) : load_session(scan.payloads, out);
  out.set("records", int64_t(account ? account_sequence_ : session_sequence_));
  if (!account && older_flow_) out.set("changed", true);
  if (!account && session_sequence_ > 1) out.set("day", format_day(last_day_));
  if (!status) {
    fail(status.error());
  } else if (!scan.stopped) {
    fail(scan.stopped.error());
  } else if (scan.bytes < bytes.size()) {
    // A second journal behind the first, as where a header is there twice.
    fail({Code::journal_sequence, "byte " + decimal(int64_t(scan.bytes)), 0, 0, ""});
  }
  return out;
}

STEGVIS_LATER Status Runtime::load_account(const Scan& scan, Json& out) {
  auto day = begin_account(*domain_, scan.payloads[0], account_name_);
  if (!day) return day.error();
  account_day_ = *day;
  account_sequence_ = 1;
  if (is_hosted(scan.payloads[0])) return load_hosted(scan);
  if (uint64_t restored = restore_account(scan)) {
    account_sequence_ = restored;
    out.set("restored", int64_t(restored));
  }
  snapshot_ = std::string();
  account_checksums_ = scan.checksums.substr(0, 8 * size_t(account_sequence_));
  return apply_records(scan, 0);
}

// The latest account that the host sent, and what follows it.
STEGVIS_LATER Status Runtime::load_hosted(const Scan& scan) {
  hosted_ = true;
  for (size_t i = scan.payloads.size(); i-- > 1 && account_sequence_ == 1;)
    if (is_account_record(scan.payloads[i])) account_sequence_ = i;
  account_checksums_ = scan.checksums.substr(0, 8 * size_t(account_sequence_));
  snapshot_ = std::string();
  domain_->numbers(Numbers::none);
  Status applied = apply_records(scan, 0);
  by_hand_ = !domain_->digest();
  return applied;
}

// Applies the records of a scan, the first of which has that sequence, from where the account is.
STEGVIS_LATER Status Runtime::apply_records(const Scan& scan, uint64_t first) {
  Status step;
  for (size_t at; (at = size_t(account_sequence_ - first)) < scan.payloads.size();
       ++account_sequence_) {
    step = step_account(*domain_, account_sequence_, scan.payloads[at], hosted_);
    if (!step) break;
    if (auto day = account_record_day(scan.payloads[at])) account_day_ = day;
    account_checksums_ += scan.checksums.substr(8 * at, 8);
  }
  return step;
}

// Puts the snapshot's account in place if it stands for the first records of this journal, and gives their
// number; else 0, and the account is as it was born.
STEGVIS_LATER uint64_t Runtime::restore_account(const Scan& scan) {
  Scan own = scan_journal(snapshot_);
  auto header = own.payloads.size() == 2 ? Json::parse(own.payloads[0]) : Result<Json>(Error{});
  if (!header || (*header)["kind"].string() != "snapshot") return 0;
  if ((*header)["journal"].integer() != journal_version) return 0;
  uint64_t records = uint64_t((*header)["records"].integer());
  if (records <= 1 || records > scan.payloads.size()) return 0;
  uint64_t checksum = siphash(std::string_view(scan.checksums).substr(0, 8 * size_t(records)));
  if ((*header)["checksum"].string() != hex16(checksum)) return 0;
  if (!domain_->restore(own.payloads[1])) return 0;
  return records;
}

STEGVIS_LATER Json Runtime::snapshot() {
  outgoing_.clear();
  Json out = Json::object();
  if (!open_ || hosted_ || account_sequence_ <= 1) return out;
  std::string body = domain_->snapshot();
  if (body.empty()) return out;
  Json header = Json::object();
  header.set("journal", journal_version).set("kind", "snapshot").set("account", account_name_);
  header.set("records", int64_t(account_sequence_))
      .set("checksum", hex16(siphash(account_checksums_)));
  outgoing_ = encode_record(0, header.dump()) + encode_record(1, body);
  return out.set("records", int64_t(account_sequence_));
}

STEGVIS_LATER Status Runtime::load_session(const std::vector<std::string_view>& payloads,
                                           Json& out) {
  auto stored = begin_session(payloads[0], account_name_);
  if (!stored) return stored.error();
  session_sequence_ = 1;
  return fold_into(*stored, payloads, 0, out);
}

STEGVIS_LATER Status Runtime::fold_records(const std::vector<std::string_view>& payloads,
                                           uint64_t first, Json& out) {
  StoredSession stored{journal_flow(), journal_prints_, session_};
  return fold_into(stored, payloads, first, out);
}

// Folds the payloads, the first of which has that sequence, and goes on with that session.
STEGVIS_LATER Status Runtime::fold_into(StoredSession& stored,
                                        const std::vector<std::string_view>& payloads,
                                        uint64_t first, Json& out) {
  Status status;
  std::vector<std::pair<uint64_t, std::string>> answers;  // records that an operation was committed
  for (size_t at; (at = size_t(session_sequence_ - first)) < payloads.size(); ++session_sequence_) {
    auto event = step_session(stored, session_sequence_, payloads[at]);
    if (!event) {
      status = event.error();
      break;
    }
    last_day_ = event->day;
    if (event->kind == EventKind::committed)
      answers.emplace_back(session_sequence_, event->value["of"].string());
  }
  if (stored.flow.digest() == flow_.digest()) {
    older_flow_.reset();
  } else {
    older_flow_ = std::make_unique<Flow>(std::move(stored.flow));
  }
  journal_prints_ = std::move(stored.fingerprints);
  session_ = std::move(stored.session);
  // Of these records alone: what was there before was looked up when it came.
  for (const auto& [sequence, id] : answers) {
    if (!practices() || domain_->holds(id) || !session_.made(id)) continue;
    out.set("lost", int64_t(sequence));
    break;
  }
  if (behind()) out.set("behind", true);
  return status;
}

}  // namespace stegvis
