// A snapshot takes an account from its birth to where its operations have led, and nothing else does.
#include "billing/snapshot.h"

#include <cstdio>

#include "billing/any_operation.h"
#include "size.h"

namespace stegvis {
namespace {

std::string as_text(const Account& account) { return encode_account(account).dump(); }

// An account at its birth, and after some operations.
struct Lived {
  Account born;
  Billing now;
  Lived(uint64_t seed, uint32_t uses, uint32_t operations)
      : born(make_account(uses, seed, today)), now(born) {
    Dice dice(seed);
    for (uint32_t i = 0; i < operations; ++i)
      (void)now.apply(any_operation(*now.account(), dice, i));
  }
};

TEST(Snapshot, GivesTheAccountThatTheOperationsGive) {
  for (uint64_t seed = 0; seed < sized({200, 800, 4000}); ++seed) {
    Lived lived(seed, uint32_t(1 + seed % 90), 60);
    Billing restored(lived.born);
    ASSERT_TRUE(restored.restore(lived.now.snapshot())) << seed;
    ASSERT_EQ(as_text(*restored.account()), as_text(*lived.now.account())) << seed;
    ASSERT_EQ(restored.digest(), lived.now.digest());
    ASSERT_EQ(restored.version(), lived.now.version());
    // It goes on in the same way, undo included.
    Dice dice(seed + 1), same(seed + 1);
    for (uint32_t i = 100; i < 130; ++i) {
      Operation it = any_operation(*lived.now.account(), dice, i);
      Operation again = any_operation(*restored.account(), same, i);
      ASSERT_EQ(bool(restored.apply(again)), bool(lived.now.apply(it))) << seed << " " << it.name;
      ASSERT_EQ(restored.digest(), lived.now.digest()) << seed << " " << it.name;
    }
  }
}

TEST(Snapshot, OfAnotherAccountIsRefusedAndChangesNothing) {
  Lived first(1, 40, 60), other(2, 41, 60);
  uint64_t before = digest_of(other.born);
  Status status = restore_snapshot(other.born, first.now.snapshot());
  EXPECT_EQ(status.error().code, Code::journal_snapshot);
  EXPECT_EQ(digest_of(other.born), before);
}

// No bytes break it: those that it takes make an account of the digest that they name.
TEST(Snapshot, TakesNoDamage) {
  Lived lived(3, 20, 60);
  std::string whole = lived.now.snapshot();
  uint64_t digest = lived.now.digest();
  size_t taken = 0, flips = 0;
  for (size_t bit = 0; bit < whole.size() * 8; ++bit, ++flips) {
    std::string damaged = whole;
    damaged[bit / 8] = char(damaged[bit / 8] ^ (1 << bit % 8));
    Account account = lived.born;
    if (!restore_snapshot(account, damaged)) {
      ASSERT_EQ(digest_of(account), digest_of(lived.born));
      continue;
    }
    ++taken;  // of what no digest covers: changes, links, versions. The record's checksum finds it.
    ASSERT_EQ(digest_of(account), digest);
    ASSERT_EQ(account.uses.size(), lived.born.uses.size());
  }
  for (size_t size = 0; size < whole.size(); ++size) {
    Account account = lived.born;
    ASSERT_FALSE(restore_snapshot(account, whole.substr(0, size))) << size;
  }
  std::printf("%zu bits of %zu bytes flipped: %zu refused; %zu ends cut off: all refused\n", flips,
              whole.size(), flips - taken, whole.size());
  EXPECT_GT(flips - taken, flips / 3);
}

}  // namespace
}  // namespace stegvis
