#include "journal/journal.h"

#include "base/bytes.h"
#include "base/hash.h"
#include "base/utf8.h"

namespace stegvis {
namespace {

uint64_t checksum(std::string_view head, std::string_view payload) {
  std::string bytes(head.substr(0, 12));
  bytes.append(payload);
  return siphash(bytes);
}

Error stop(Code code, size_t at) { return {code, "byte " + decimal(int64_t(at)), 0, 0, ""}; }

}  // namespace

std::string encode_record(uint64_t sequence, std::string_view payload) {
  std::string out;
  out.reserve(record_head + payload.size());
  put_number(out, payload.size(), 4);
  put_number(out, sequence, 8);
  put_number(out, checksum(out, payload), 8);
  out.append(payload);
  return out;
}

std::string_view checksum_of(std::string_view record) { return record.substr(12, 8); }

uint64_t sequence_of(std::string_view bytes) {
  return bytes.size() < record_head ? 0 : number_at(bytes, 4, 8);
}

Scan scan_journal(std::string_view bytes, uint64_t first) {
  Scan scan;
  while (scan.bytes < bytes.size()) {
    std::string_view rest = bytes.substr(scan.bytes);
    uint64_t length = rest.size() < record_head ? 0 : number_at(rest, 0, 4);
    if (rest.size() < record_head || rest.size() - record_head < length) {
      scan.stopped = stop(Code::journal_truncated, scan.bytes);
      break;
    }
    std::string_view payload = rest.substr(record_head, size_t(length));
    if (number_at(rest, 12, 8) != checksum(rest, payload)) {
      scan.stopped = stop(Code::journal_checksum, scan.bytes);
      break;
    }
    uint64_t sequence = sequence_of(rest);
    if (sequence != first + scan.payloads.size()) {
      if (sequence != 0) scan.stopped = stop(Code::journal_sequence, scan.bytes);
      break;
    }
    scan.payloads.push_back(payload);
    scan.checksums += checksum_of(rest);
    scan.bytes += record_head + size_t(length);
  }
  return scan;
}

}  // namespace stegvis
