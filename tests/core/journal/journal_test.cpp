// The journal: records are read as they were written, and damage is found at its place.
#include "journal/journal.h"

#include <gtest/gtest.h>

namespace stegvis {
namespace {

std::string three_records() {
  return encode_record(0, "{\"journal\":1}") + encode_record(1, "a") +
         encode_record(2, std::string("\0b", 2));
}

TEST(Journal, ReadsTheRecordsThatWereWritten) {
  std::string bytes = three_records();
  Scan scan = scan_journal(bytes);
  EXPECT_TRUE(scan.stopped);
  ASSERT_EQ(scan.payloads.size(), 3u);
  EXPECT_EQ(scan.payloads[1], "a");
  EXPECT_EQ(scan.payloads[2], std::string_view("\0b", 2));
  EXPECT_EQ(scan.bytes, bytes.size());
}

TEST(Journal, EveryFlippedBitIsFound) {
  std::string whole = three_records();
  for (size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string bytes = whole;
    bytes[bit / 8] = char(bytes[bit / 8] ^ 1 << bit % 8);
    Scan scan = scan_journal(bytes);
    EXPECT_FALSE(scan.stopped) << "bit " << bit;
    EXPECT_LT(scan.payloads.size(), 3u) << "bit " << bit;
  }
}

TEST(Journal, ATruncatedJournalKeepsTheRecordsBefore) {
  std::string whole = three_records();
  for (size_t length = 0; length < whole.size(); ++length) {
    Scan scan = scan_journal(std::string_view(whole).substr(0, length));
    EXPECT_LE(scan.bytes, length);
    EXPECT_EQ(bool(scan.stopped), scan.bytes == length) << length;
  }
}

TEST(Journal, AMissingRecordStopsTheReading) {
  std::string bytes = encode_record(0, "h") + encode_record(2, "b");
  Scan scan = scan_journal(bytes);
  EXPECT_EQ(scan.payloads.size(), 1u);
  EXPECT_EQ(scan.stopped.error().code, Code::journal_sequence);
}

TEST(Journal, AFileHoldsOneJournalAfterTheOther) {
  std::string bytes = three_records() + encode_record(0, "next");
  Scan first = scan_journal(bytes);
  EXPECT_TRUE(first.stopped);
  EXPECT_EQ(first.payloads.size(), 3u);
  Scan second = scan_journal(std::string_view(bytes).substr(first.bytes));
  ASSERT_EQ(second.payloads.size(), 1u);
  EXPECT_EQ(second.payloads[0], "next");
}

}  // namespace
}  // namespace stegvis
