// The session says that a change was committed, and the account of this browser does not have it:
// its journal was lost, or is another's. The reader is where the change was asked for, and "done"
// is not said.
#include <gtest/gtest.h>

#include "built_guide.h"
#include "domains/domains.h"
#include "journal/journal.h"
#include "runtime/outgoing.h"
#include "runtime/replay.h"
#include "runtime/runtime.h"
#include "runtime/types.h"

namespace stegvis {
namespace {

constexpr std::string_view today = "2026-11-23";

class Reader {
 public:
  Reader() { EXPECT_FALSE(runtime.open(payment_guide("practice")).has("problem")); }
  // Opens over journals; gives what loading the session said.
  Json load(std::string_view account_bytes, std::string_view session_bytes) {
    if (!account_bytes.empty()) runtime.load("account", account_bytes);
    account = account_bytes;
    session = session_bytes;
    Json loaded = runtime.load("session", session_bytes);
    EXPECT_EQ(misfit("Loaded", loaded), "");
    view();
    return loaded;
  }
  void answer(std::string_view choice, Json value = Json()) {
    send(make("answer").set("choice", choice).set("value", std::move(value)));
  }
  void pick(std::string_view item) { answer("picked", Json::object().set("item", item)); }
  void replace() {
    for (std::string_view choice : {"many", "no", "yes"}) answer(choice);
    pick("m-visa");
    pick("m-mastercard");
    settle("confirm");
    EXPECT_EQ(node(), "replaced");
  }
  void settle(std::string_view kind) {
    Json event = make(kind);
    ++count;
    send(event, Json::object().set("id", id()).set("at", count));
  }
  void send(const Json& event, const Json& answer = Json()) {
    outcome = runtime.dispatch(event, answer);
    store(outcome, runtime, account, session);
    view();
  }
  Json make(std::string_view kind) {
    ++count;
    Json event = Json::object();
    event.set("v", 1).set("id", id()).set("at", count).set("day", today);
    return event.set("kind", kind).set("node", node());
  }
  std::string id() const {
    std::string digits = std::to_string(count);
    return std::string(32 - digits.size(), '0') + digits;
  }
  void view() { shown = runtime.view(*parse_day(today)); }
  std::string node() { return runtime.session().node(); }

  Runtime runtime{domains()};
  Json outcome, shown;
  std::string account, session;
  int64_t count = 0;
};

// The first records of a journal.
std::string first(const std::string& journal, size_t records) {
  std::string out;
  Scan scan = scan_journal(journal);
  for (size_t i = 0; i < records; ++i) out += encode_record(i, scan.payloads[i]);
  return out;
}

class AccountChange : public testing::TestWithParam<size_t> {};

// The account's journal is whole, without its operation, and gone.
TEST_P(AccountChange, IsSaidAndTheReviewIsOpenAgain) {
  Reader before;
  before.replace();
  Reader after;
  after.count = 100;
  Json loaded = after.load(first(before.account, GetParam()), before.session);
  EXPECT_FALSE(loaded.has("problem")) << loaded.dump();
  size_t records = scan_journal(before.session).payloads.size();
  EXPECT_EQ(loaded["lost"].integer(), int64_t(records - 1)) << "the record that calls it committed";
  after.send(after.make("account-changed"));
  ASSERT_FALSE(after.outcome.has("problem")) << after.outcome.dump();
  EXPECT_EQ(after.node(), "review");
  EXPECT_EQ(after.shown["state"].string(), "open");
  EXPECT_TRUE(after.shown["offers"].has("confirm"));
  after.settle("confirm");
  EXPECT_EQ(after.node(), "replaced");

  Reader again;
  EXPECT_FALSE(again.load(after.account, after.session).has("lost"));
  auto steps = replay(domains(), again.runtime.flow(), after.account + after.session);
  ASSERT_TRUE(steps) << steps.error().where << " " << steps.error().detail;
  EXPECT_EQ(steps->back().account, after.shown["digests"]["account"].string());
}
INSTANTIATE_TEST_SUITE_P(Records, AccountChange, testing::Values(0u, 1u));

TEST(AccountChange, IsRefusedWhereNothingIsLost) {
  Reader reader;
  reader.replace();
  Reader after;
  after.count = 100;
  EXPECT_FALSE(after.load(reader.account, reader.session).has("lost"));
  after.send(after.make("account-changed"));
  EXPECT_EQ(after.outcome["problem"]["code"].string(), "event-place");
}

TEST(AccountChange, AnUndoThatWasLostIsFoundToo) {
  Reader before;
  before.replace();
  before.settle("undo");
  EXPECT_EQ(before.shown["state"].string(), "undone");
  Reader after;
  after.count = 100;
  EXPECT_TRUE(after.load(first(before.account, 2), before.session).has("lost"));
  after.send(after.make("account-changed"));
  EXPECT_EQ(after.node(), "replaced");
  EXPECT_EQ(after.shown["state"].string(), "open") << "the change stands";
  EXPECT_TRUE(after.shown["offers"].has("undo"));
}

TEST(AccountChange, AReaderIsBackAtThePickWhoseItemIsLost) {
  Reader before;
  before.replace();
  // Another session of the account added a card, which this one then picked; the adding is lost.
  Reader adds;
  Json card = Json::object();
  card.set("kind", "credit-card")
      .set("brand", "visa")
      .set("last4", "4242")
      .set("expiry", "2030-05");
  card.set("name", "Kari Nordmann").set("country", "NO").set("line1", "Storgata 1");
  card.set("postal-code", "0155").set("city", "Oslo");
  Json operation = Json::object().set("operation", "add").set("args", Json().push(card));
  operation.set("id", "0000000000000000000000000000aaaa").set("day", today);
  std::string account = first(before.account, 1) + encode_record(1, operation.dump());
  adds.count = 200;
  EXPECT_FALSE(adds.runtime.load("account", account).has("problem"));
  adds.account = account;
  adds.view();
  for (std::string_view choice : {"many", "no", "yes"}) adds.answer(choice);
  adds.pick("m-visa");
  adds.pick("m-0000000000000000");
  adds.settle("confirm");
  ASSERT_EQ(adds.node(), "replaced") << adds.outcome.dump();
  Reader after;
  after.count = 300;
  EXPECT_TRUE(after.load(first(before.account, 1), adds.session).has("lost"));
  after.send(after.make("account-changed"));
  EXPECT_EQ(after.node(), "new") << "the card that was chosen is not there";
}

TEST(RefusedPlan, StillNamesTheMethodsThatItIsAbout) {
  Reader reader;
  for (std::string_view choice : {"many", "no", "yes"}) reader.answer(choice);
  reader.pick("m-visa");
  reader.pick("m-mastercard");
  ASSERT_EQ(reader.node(), "review");
  // Another session moves everything first: nothing is left to replace.
  Json operation = Json::object().set("operation", "replace-all");
  operation.set("args", Json().push("m-visa").push("m-mastercard"));
  operation.set("id", "0000000000000000000000000000aaaa").set("day", today);
  std::string account = first(reader.account, 1) + encode_record(1, operation.dump());
  Reader after;
  after.load(account, reader.session);
  EXPECT_FALSE(after.shown["offers"].has("confirm"));
  ASSERT_GT(after.shown["reasons"].items().size(), 0u);
  EXPECT_EQ(after.shown["values"]["old"]["method"]["brand"].string(), "visa");
  EXPECT_EQ(after.shown["values"]["new"]["method"]["brand"].string(), "mastercard");
  EXPECT_EQ(after.shown["values"]["count"].integer(), 0);
}

TEST(ChosenBefore, WhatTheAccountDoesNotLetBeChosenAnyMoreIsNotChosen) {
  Reader reader, other, again;
  for (std::string_view choice : {"many", "no", "yes"}) reader.answer(choice);
  reader.pick("m-visa");
  reader.send(reader.make("back"));
  ASSERT_EQ(reader.node(), "old");
  EXPECT_EQ(reader.shown["chosen"].string(), "m-visa");
  other.replace();
  again.load(other.account, reader.session);
  again.count = reader.count;
  ASSERT_EQ(again.node(), "old");
  EXPECT_FALSE(again.shown.has("chosen")) << again.shown["chosen"].string();
  again.pick("m-visa");
  EXPECT_EQ(again.outcome["problem"]["code"].string(), "event-item");
}

}  // namespace
}  // namespace stegvis
