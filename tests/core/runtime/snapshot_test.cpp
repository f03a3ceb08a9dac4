// An account's journal opens with a snapshot, which stands for its first records and for no others.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>

#include "domains/domains.h"
#include "journal/journal.h"
#include "runtime/runtime.h"

namespace stegvis {
namespace {

constexpr std::string_view guide = R"({"flow": {"name": "a", "domain": "billing", "start": "end",
  "nodes": [{"id": "end", "kind": "outcome", "outcome": "read"}], "lists": []}, "account": ")";

// The journal of a practice account in which all items go to and fro so many times.
std::string journal_of(std::string_view account, uint32_t operations) {
  Json header = Json::object();
  header.set("journal", 1).set("kind", "account").set("account", account);
  std::string out = encode_record(0, header.set("day", "2026-11-23").dump());
  for (uint32_t i = 1; i <= operations; ++i) {
    std::string digits = std::to_string(i);
    Json args =
        i % 2 ? Json().push("m-visa").push("m-debit") : Json().push("m-debit").push("m-visa");
    Json operation = Json::object().set("operation", "replace-all").set("args", args);
    operation.set("id", std::string(32 - digits.size(), '0') + digits).set("day", "2026-11-23");
    out += encode_record(i, operation.dump());
  }
  return out;
}

class Opened {
 public:
  explicit Opened(std::string_view account) {
    auto json = Json::parse(std::string(guide) + std::string(account) + "\"}");
    EXPECT_TRUE(json);
    Json opened = runtime.open(*json);
    EXPECT_FALSE(opened.has("problem")) << opened.dump();
  }
  Json load(std::string_view journal, std::string_view snapshot = "") {
    if (!snapshot.empty()) (void)runtime.load("snapshot", snapshot);
    return runtime.load("account", journal);
  }
  std::string snapshot() {
    (void)runtime.snapshot();
    return runtime.outgoing();
  }
  uint64_t digest() const { return runtime.domain().digest(); }

  Runtime runtime{domains()};
};

TEST(SnapshotOfAJournal, StandsForItsFirstRecords) {
  std::string journal = journal_of("practice:many-200", 41),
              longer = journal_of("practice:many-200", 60);
  Opened first("practice:many-200");
  EXPECT_EQ(first.load(journal)["records"].integer(), 42);
  std::string snapshot = first.snapshot();
  Opened whole("practice:many-200"), fast("practice:many-200");
  Json replayed = whole.load(longer), opened = fast.load(longer, snapshot);
  EXPECT_FALSE(replayed.has("restored"));
  EXPECT_EQ(opened["restored"].integer(), 42);
  EXPECT_EQ(opened["records"].integer(), 61);
  EXPECT_FALSE(opened.has("problem"));
  EXPECT_EQ(fast.digest(), whole.digest());
  EXPECT_EQ(fast.snapshot(), whole.snapshot()) << "the same account, byte for byte";
}

TEST(SnapshotOfAJournal, IsPassedOverWhereItIsOfAnotherJournalOrLonger) {
  Opened first("practice:many-200");
  std::string journal = journal_of("practice:many-200", 41);
  first.load(journal);
  std::string snapshot = first.snapshot();
  std::string shorter = journal_of("practice:many-200", 40);
  Opened before("practice:many-200");
  Json opened = before.load(shorter, snapshot);
  EXPECT_FALSE(opened.has("restored"));
  EXPECT_EQ(opened["records"].integer(), 41);
  Opened replayed("practice:many-200");
  replayed.load(shorter);
  EXPECT_EQ(before.digest(), replayed.digest());
  Opened other("practice:many-201");
  EXPECT_FALSE(other.load(journal_of("practice:many-201", 50), snapshot).has("restored"));
}

TEST(FollowedJournal, GoesOnFromTheRecordsThatAreLoaded) {
  std::string part = journal_of("practice:few", 5), whole = journal_of("practice:few", 9);
  Opened follows("practice:few"), opens("practice:few");
  follows.load(part);
  opens.load(whole);
  Json loaded = follows.load(whole.substr(part.size()));
  EXPECT_FALSE(loaded.has("problem")) << loaded.dump();
  EXPECT_EQ(loaded["records"].integer(), 10);
  EXPECT_EQ(follows.digest(), opens.digest());
  EXPECT_EQ(follows.snapshot(), opens.snapshot());
  std::string gap = journal_of("practice:few", 11);
  size_t record = whole.size() - journal_of("practice:few", 8).size();
  loaded = follows.load(gap.substr(whole.size() + record));
  EXPECT_EQ(loaded["problem"]["code"].string(), "journal-sequence") << "a record is missing";
  EXPECT_EQ(follows.digest(), opens.digest());
}

// Every bit off and every end cut off: the account is the one that its journal gives.
TEST(SnapshotOfAJournal, DamageCostsTimeAndNothingElse) {
  std::string journal = journal_of("practice:few", 5);
  Opened first("practice:few");
  first.load(journal);
  std::string snapshot = first.snapshot();
  uint64_t digest = first.digest();
  for (size_t bit = 0; bit < snapshot.size() * 8; ++bit) {
    std::string damaged = snapshot;
    damaged[bit / 8] = char(damaged[bit / 8] ^ (1 << bit % 8));
    Opened opened("practice:few");
    Json loaded = opened.load(journal, damaged);
    ASSERT_FALSE(loaded.has("restored")) << bit;
    ASSERT_EQ(opened.digest(), digest) << bit;
  }
  for (size_t size = 1; size < snapshot.size(); ++size) {
    Opened opened("practice:few");
    ASSERT_FALSE(opened.load(journal, snapshot.substr(0, size)).has("restored")) << size;
    ASSERT_EQ(opened.digest(), digest);
  }
  std::printf("%zu bits flipped, %zu ends cut off, of a snapshot of %zu bytes: all found\n",
              snapshot.size() * 8, snapshot.size() - 1, snapshot.size());
}

}  // namespace
}  // namespace stegvis
