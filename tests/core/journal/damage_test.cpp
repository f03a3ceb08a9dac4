// Damage to a journal, wherever it is: it is found, all before it is used, and nothing behind it. Records
// that are missing at the end can't be seen in the bytes, but by whoever remembers their number (FORMAT.md).
#include <gtest/gtest.h>

#include <cstdio>
#include <set>

#include "base/hash.h"
#include "size.h"
#include "written_journals.h"

namespace stegvis {
namespace {

// A sanitizer makes this some ten times slower: then every eighth place is damaged.
#ifdef __SANITIZE_ADDRESS__
constexpr size_t stride = 8;
#else
constexpr size_t stride = 1;
#endif

struct Journal {
  std::string name;
  Json guide;
  std::string bytes;
  std::vector<size_t> starts;        // of each record, and the end
  std::vector<std::string> digests;  // after so many records
};

Json load(const Journal& journal, std::string_view bytes, std::string* digest) {
  Runtime runtime{domains()};
  runtime.open(journal.guide);
  Json loaded = runtime.load(journal.name, bytes);
  *digest =
      hex16(journal.name == "account" ? runtime.domain().digest() : runtime.session().digest());
  return loaded;
}

Journal journal_of(std::string name, const Json& guide, const std::string& bytes) {
  Journal journal{std::move(name), guide, bytes, {}, {}};
  size_t at = 0;
  for (std::string_view payload : scan_journal(bytes).payloads) {
    journal.starts.push_back(at);
    at += record_head + payload.size();
  }
  journal.starts.push_back(at);
  EXPECT_EQ(at, bytes.size());
  return journal;
}

void digest_all(Journal& journal) {
  for (size_t end : journal.starts) {
    std::string digest;
    Json loaded = load(journal, journal.bytes.substr(0, end), &digest);
    EXPECT_FALSE(loaded.has("problem")) << loaded.dump();
    journal.digests.push_back(digest);
  }
}

// The account's journal and the session's, of about 4 KB each.
std::vector<Journal> small_journals() {
  std::vector<Journal> journals;
  for (auto [name, count] : {std::pair("account", 28), std::pair("session", 4)}) {
    JournalWriter writer;
    writer.replace(count);
    bool account = std::string_view(name) == "account";
    journals.push_back(journal_of(name, writer.guide(),
                                  account ? writer.journals().account : writer.journals().session));
    digest_all(journals.back());
    EXPECT_GT(journals.back().bytes.size(), 3500u);
    EXPECT_LT(journals.back().bytes.size(), 6000u);
  }
  return journals;
}

size_t record_at(const Journal& journal, size_t byte) {
  size_t record = 0;
  while (journal.starts[record + 1] <= byte) ++record;
  return record;
}

// The first `good` records are used; `detected`: and there is a problem.
void expect_prefix(const Journal& journal, std::string_view bytes, size_t good, bool detected,
                   const std::string& what) {
  Scan scan = scan_journal(bytes);
  ASSERT_EQ(scan.payloads.size(), good) << what;
  ASSERT_EQ(scan.bytes, journal.starts[good]) << what;
  ASSERT_EQ(bytes.substr(0, scan.bytes), std::string_view(journal.bytes).substr(0, scan.bytes))
      << what;
  std::string digest;
  Json loaded = load(journal, bytes, &digest);
  ASSERT_EQ(loaded["records"].integer(), int64_t(good)) << what;
  ASSERT_EQ(loaded.has("problem"), detected) << what << loaded.dump();
  ASSERT_EQ(digest, journal.digests[good]) << what;
}

TEST(Damage, EveryBitThatIsOffIsFound) {
  for (const Journal& journal : small_journals()) {
    size_t count = 0;
    for (size_t bit = 0; bit < journal.bytes.size() * 8; bit += stride, ++count) {
      std::string bytes = journal.bytes;
      bytes[bit / 8] = char(bytes[bit / 8] ^ 1 << bit % 8);
      expect_prefix(journal, bytes, record_at(journal, bit / 8), true,
                    journal.name + ", bit " + std::to_string(bit));
      if (HasFatalFailure()) return;
    }
    std::printf("%zu bits of %zu bytes of %s flipped, each found\n", count, journal.bytes.size(),
                journal.name.c_str());
  }
}

TEST(Damage, EveryTruncationIsFoundOrLeavesFewerRecordsThanAreRemembered) {
  for (const Journal& journal : small_journals()) {
    size_t within = 0, between = 0;
    size_t remembered = journal.starts.size() - 1;
    for (size_t length = 0; length < journal.bytes.size(); ++length) {
      size_t good = record_at(journal, length);
      bool detected = length > journal.starts[good];
      ++(detected ? within : between);
      expect_prefix(journal, journal.bytes.substr(0, length), good, detected,
                    journal.name + ", length " + std::to_string(length));
      if (HasFatalFailure()) return;
      EXPECT_LT(good, remembered);
    }
    std::printf(
        "%zu lengths of %s within a record, each found; %zu between two, each with fewer records\n",
        within, journal.name.c_str(), between);
  }
}

std::string record_of(const Journal& journal, size_t record) {
  return journal.bytes.substr(journal.starts[record],
                              journal.starts[record + 1] - journal.starts[record]);
}

TEST(Damage, EveryRecordThatIsRemovedSwappedOrDoubledIsFound) {
  for (const Journal& journal : small_journals()) {
    size_t records = journal.starts.size() - 1, count = 0;
    auto expect = [&](const std::vector<size_t>& order, size_t good, bool detected,
                      const std::string& what) {
      std::string bytes;
      for (size_t record : order) bytes += record_of(journal, record);
      ++count;
      expect_prefix(journal, bytes, good, detected, journal.name + ", " + what);
    };
    std::vector<size_t> whole;
    for (size_t i = 0; i < records; ++i) whole.push_back(i);
    for (size_t i = 0; i < records; ++i) {
      std::vector<size_t> order = whole;
      order.erase(order.begin() + std::ptrdiff_t(i));
      // Only the last leaves no trace in the bytes.
      expect(order, i, i + 1 < records, "removed " + std::to_string(i));
      order = whole;
      order.insert(order.begin() + std::ptrdiff_t(i), i);
      expect(order, i + 1, true, "doubled " + std::to_string(i));
      order = whole;
      order.push_back(i);
      expect(order, records, true, "put behind the end " + std::to_string(i));
      for (size_t other = i + 1; other < records; ++other) {
        order = whole;
        std::swap(order[i], order[other]);
        expect(order, i, true, "swapped " + std::to_string(i) + " and " + std::to_string(other));
        if (HasFatalFailure()) return;
      }
    }
    std::printf("%zu records of %s removed, doubled and swapped in %zu ways, each found\n", records,
                journal.name.c_str(), count);
  }
}

TEST(Damage, SampledPlacesOfALargeJournalAreFound) {
  JournalWriter writer;
  writer.replace(600);
  Journal journal = journal_of("session", writer.guide(), writer.journals().session);
  uint64_t count = sized({.run = 2000, .ci = 4000, .night = 100000}) / stride;
  uint64_t state = 1;
  auto below = [&](size_t bound) {
    state = state * 6364136223846793005 + 1442695040888963407;
    return size_t((state >> 33) % bound);
  };
  for (uint64_t i = 0; i < count; ++i) {
    std::string bytes = journal.bytes;
    size_t bit = below(bytes.size() * 8);
    bool cuts = below(4) == 0;
    if (cuts) {
      bytes.resize(bit / 8);
    } else {
      bytes[bit / 8] = char(bytes[bit / 8] ^ 1 << bit % 8);
    }
    size_t good = record_at(journal, bit / 8);
    Scan scan = scan_journal(bytes);
    ASSERT_EQ(scan.payloads.size(), good) << "bit " << bit;
    ASSERT_EQ(bool(scan.stopped), cuts && bit / 8 == journal.starts[good]) << "bit " << bit;
    if (i % 200) continue;
    std::string digest, wanted;
    Json loaded = load(journal, bytes, &digest);
    load(journal, std::string_view(journal.bytes).substr(0, scan.bytes), &wanted);
    ASSERT_EQ(loaded["records"].integer(), int64_t(good));
    ASSERT_EQ(digest, wanted);
  }
  std::printf("%llu places of a journal of %zu records and %zu bytes damaged, each found\n",
              (unsigned long long)count, journal.starts.size() - 1, journal.bytes.size());
}

}  // namespace
}  // namespace stegvis
