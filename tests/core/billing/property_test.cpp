// Properties of any account after any sequence of operations.
#include "base/utf8.h"
#include "billing/any_operation.h"
#include "size.h"

namespace stegvis {
namespace {

/// The number of accounts to try.
uint64_t seeds(uint64_t count) { return sized({count, count * 4, count * 20}); }

TEST(AnyAccount, HoldsEveryRuleAndKeepsItsDigestThroughAnyOperations) {
  uint32_t done = 0, refused = 0, undone = 0;
  for (uint64_t seed = 0; seed < seeds(150); ++seed) {
    Account birth = make_account(uint32_t(1 + seed % 90), seed, today);
    Billing billing(birth), opened(birth);
    ASSERT_TRUE(check_account(*billing.account()).empty()) << seed;
    Dice dice(seed);
    for (uint32_t i = 0; i < 60; ++i) {
      Operation it = any_operation(*billing.account(), dice, i);
      uint64_t digest = billing.digest();
      int64_t version = billing.version();
      Codes against = refusals(billing, it);
      // A declined method is no choice by now; what was chosen before is applied all the same.
      if (against == Codes{"declined"}) continue;
      bool ok = against.empty();
      auto applied = billing.apply(it);
      ASSERT_EQ(bool(applied), ok) << seed << " " << encode_operation(it).dump();
      if (!ok) {
        ++refused;
        ASSERT_EQ(billing.digest(), digest);
        ASSERT_EQ(billing.version(), version);
        continue;
      }
      ++done;
      undone += it.name == "undo";
      ASSERT_EQ(billing.version(), version + 1);
      auto broken = check_account(*billing.account());
      ASSERT_TRUE(broken.empty()) << seed << " " << broken[0].rule << broken[0].where;
      ASSERT_TRUE(is_up_to_date(*billing.account())) << seed << " " << it.name;
      uint32_t left = 0;
      for (const Method& method : billing.account()->methods) left += !method.deleted;
      ASSERT_GT(left, 0u) << seed << " after " << it.name << ": no method is left";
    }
    auto again = decode_account(encode_account(*billing.account()));
    ASSERT_TRUE(again) << seed << " " << again.error().where << " " << again.error().detail;
    ASSERT_EQ(digest_of(*again), billing.digest());
    ASSERT_TRUE(opened.restore(billing.snapshot())) << seed;
    ASSERT_EQ(encode_account(*opened.account()).dump(), encode_account(*billing.account()).dump());
  }
  // All of this was reached, not skipped over.
  EXPECT_GT(done, 1000u);
  EXPECT_GT(refused, 1000u);
  EXPECT_GT(undone, 50u);
}

TEST(AnyAccount, IsTheSameAfterAllIsUndoneInReverse) {
  for (uint64_t seed = 0; seed < seeds(150); ++seed) {
    Billing billing(make_account(40, seed, today));
    uint64_t start = billing.digest();
    Dice dice(seed);
    std::vector<std::string> ids;
    std::vector<uint64_t> digests;
    for (uint32_t i = 0; i < 60; ++i) {
      Operation it = any_operation(*billing.account(), dice, i);
      uint64_t before = billing.digest();
      if (it.name == "undo" || it.name == "pay" || !billing.apply(it)) continue;
      ids.push_back(it.id);
      digests.push_back(before);
    }
    while (!ids.empty()) {
      auto undone = billing.apply(operation("undo", {ids.back()}, "undo-" + ids.back()));
      ASSERT_TRUE(undone) << seed << " " << undone.error().detail;
      ASSERT_EQ(billing.digest(), digests.back()) << seed;
      ids.pop_back();
      digests.pop_back();
    }
    ASSERT_EQ(billing.digest(), start);
    for (const Use& use : billing.account()->uses) ASSERT_EQ(use.link, 0u);
  }
}

TEST(AnyAccount, ReplaceAllIsAllOrNothing) {
  uint32_t moved = 0, refused = 0;
  for (uint64_t seed = 0; seed < seeds(120); ++seed) {
    Account start = make_account(60, seed, today);
    for (uint32_t from = 0; from < start.methods.size(); ++from)
      for (uint32_t to = 0; to < start.methods.size(); ++to) {
        Billing billing(start);
        bool ok = bool(billing.apply(
            operation("replace-all", {start.methods[from].id, start.methods[to].id})));
        ++(ok ? moved : refused);
        for (uint32_t i = 0; i < start.uses.size(); ++i) {
          uint32_t was = start.uses[i].method;
          ASSERT_EQ(billing.account()->uses[i].method, ok && was == from ? to : was);
        }
      }
  }
  EXPECT_GT(moved, 100u);
  EXPECT_GT(refused, 100u);
}

TEST(AnyAccount, ARecordWeighsTheSameWhateverItMoves) {
  size_t sizes[2];
  for (uint32_t i = 0; i < 2; ++i) {
    Account account = *practice_account(i ? "many-20000" : "many-10", today);
    Operation it = operation("replace-all", {"m-visa", "m-debit"}, std::string(32, 'a'));
    ASSERT_TRUE(Billing(account).prepare(it).ok());
    sizes[i] = encode_operation(it).dump().size();
  }
  EXPECT_EQ(sizes[0], sizes[1]);
}

// Histories that differ stay apart, those that are the same share one link.
TEST(Lineage, GrowsByHistoriesAndNotByUses) {
  Billing billing(*practice_account("many-5000", today));
  const char* methods[] = {"m-visa", "m-debit", "m-mastercard"};
  for (int i = 0; i < 30; ++i)
    ASSERT_TRUE(billing.apply(operation("replace-all", {methods[i % 3], methods[(i + 1) % 3]},
                                        "op-" + std::to_string(i))));
  EXPECT_LT(billing.account()->lineage.size(), 100u);
}

}  // namespace
}  // namespace stegvis
