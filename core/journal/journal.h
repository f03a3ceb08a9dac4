// The journal: records of opaque bytes, in sequence, each with a checksum. It knows no meaning.
//
// A record on disk, integers little-endian:
//   bytes 0-3    length of the payload
//   bytes 4-11   sequence, from 0, one more for each record
//   bytes 12-19  SipHash-2-4 (key of zeros) of bytes 0-11 and the payload
//   then         the payload
//
// Record 0 is the journal's header: its payload is a JSON object with "journal": 1 (the version of this
// layout) and whatever its owner needs to read the rest. A file may hold several journals, one after
// the other: a record with sequence 0 begins the next one.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace stegvis {

inline constexpr int64_t journal_version = 1;
inline constexpr size_t record_head = 20;

// The bytes of one record.
std::string encode_record(uint64_t sequence, std::string_view payload);

// What can be read of one journal.
struct Scan {
  std::vector<std::string_view> payloads;  // in sequence, from record 0; views on the bytes
  size_t bytes = 0;                        // how many of the bytes they take
  // Why reading stopped before the end: journal-truncated, journal-checksum, journal-sequence. Not
  // set at the end of the bytes, or where the next journal begins.
  Status stopped;
};
Scan scan_journal(std::string_view bytes);

}  // namespace stegvis
