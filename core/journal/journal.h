// The journal: a sequence of records, each with a checksum. A record's payload is any bytes; the
// journal does not know their meaning. FORMAT.md says what the payloads are, and has an example.
//
// A record on disk, integers little-endian:
//   bytes 0-3    length of the payload
//   bytes 4-11   sequence, from 0, one more for each record
//   bytes 12-19  SipHash-2-4 (key of zeros) of bytes 0-11 and the payload
//   then         the payload
//
// Record 0 is the journal's header: its payload is a JSON object with "journal": 1 (the version of
// this layout) and the members that its owner needs to read the other records. A file can contain
// several journals, one after the other: a record with sequence 0 begins the next journal.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace stegvis {

inline constexpr int64_t journal_version = 1;
inline constexpr size_t record_head = 20;  // bytes before the payload

// Returns the bytes of one record.
std::string encode_record(uint64_t sequence, std::string_view payload);
// Returns the 8 bytes of a record that are its checksum.
std::string_view checksum_of(std::string_view record);

// The readable records of one journal.
struct Scan {
  std::vector<std::string_view> payloads;  // in sequence, from record 0; views of the bytes
  size_t bytes = 0;                        // size of these records with their heads
  std::string checksums;                   // of these records: 8 bytes of each
  // The reason why reading stopped before the end: journal-truncated, journal-checksum or
  // journal-sequence. No error at the end of the bytes and at the beginning of the next journal.
  Status stopped;
};
// Reads the journal that the bytes begin with, or its records from a sequence on.
Scan scan_journal(std::string_view bytes, uint64_t first = 0);
// Returns the sequence of the record that the bytes begin with; 0 where they are no whole record's head.
uint64_t sequence_of(std::string_view bytes);

}  // namespace stegvis
