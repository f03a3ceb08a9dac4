// A host's account: it comes in, is changed once, and is what the host says it is.
#include <gtest/gtest.h>

#include "billing/account.h"
#include "billing/billing.h"
#include "billing/practice.h"
#include "built_guide.h"
#include "domains/domains.h"
#include "journal/journal.h"
#include "runtime/outgoing.h"
#include "runtime/replay.h"
#include "runtime/runtime.h"
#include "runtime/types.h"
#include "runtime/view.h"

namespace stegvis {
namespace {

const Day today = *parse_day("2026-11-23");
const std::string name = "contoso";

// An account as a host has it, at that version: what only practice accounts write down is not in it.
Json hosts(int64_t version) {
  Json account = encode_account(*practice_account("", today));
  for (std::string_view member : {"version", "changes", "lineage", "rules"}) account.drop(member);
  Json methods = Json::array();
  for (Json method : account["methods"].items()) {
    for (std::string_view member : {"added", "added-by", "address"}) method.drop(member);
    methods.push(std::move(method));
  }
  account.set("methods", std::move(methods));
  return Json().set("version", version).set("account", std::move(account));
}

// The same, of a host that takes changes back.
Json with_undo(int64_t version) {
  Json snapshot = hosts(version);
  Json account = snapshot["account"];
  return snapshot.set("account", account.set("undoable", true));
}

class Reader {
 public:
  Reader() {
    EXPECT_FALSE(runtime.open(payment_guide(name)).has("problem"));
    view();
  }
  // Hands in what an adapter has loaded.
  Json take(const Json& snapshot) {
    Json taken = runtime.account(snapshot, today);
    store(taken, runtime, account, session);
    view();
    return taken;
  }
  void answer(std::string_view choice, Json value = Json()) {
    send("answer", std::move(value), choice);
  }
  void pick(std::string_view item) { answer("picked", Json::object().set("item", item)); }
  void to_old() {
    for (std::string_view choice : {"many", "no", "yes"})
      if (node() != "old") answer(choice);
  }
  void to_review() {
    to_old();
    pick("m-visa");
    pick("m-mastercard");
    EXPECT_EQ(node(), "review");
  }
  void to_form() {
    to_old();
    pick("m-visa");
    answer("add");
  }
  Json effect() { return runtime.query(Json().set("query", "effects")).items().at(0); }
  // The host's answer to what is pending.
  Json answered(std::string_view kind, Json value) {
    value.set("of", effect()["key"]);
    return send(kind, std::move(value));
  }
  Json send(std::string_view kind, Json value = Json(), std::string_view choice = {}) {
    std::string digits = std::to_string(++count);
    Json event = Json::object();
    event.set("v", 1).set("id", std::string(32 - digits.size(), '0') + digits).set("at", count);
    event.set("day", format_day(today)).set("kind", kind).set("node", node());
    if (!choice.empty()) event.set("choice", choice);
    if (!value.is_null()) event.set("value", std::move(value));
    Json outcome = runtime.dispatch(event);
    EXPECT_EQ(misfit("Outcome", outcome), "");
    store(outcome, runtime, account, session);
    view();
    return outcome;
  }
  void view() { shown = runtime.view(today); }
  std::string node() { return runtime.session().node(); }
  std::string digest() { return shown["digests"]["account"].string(); }

  Runtime runtime{domains()};
  Json shown;
  std::string account, session;
  int64_t count = 0;
};

// The page is loaded again, without a word of the host.
void same_after_a_reload(Reader& before) {
  Reader after;
  EXPECT_EQ(after.runtime.load("account", before.account)["problem"].dump(), "null");
  EXPECT_EQ(after.runtime.load("session", before.session)["problem"].dump(), "null");
  after.view();
  EXPECT_EQ(after.digest(), before.digest());
  EXPECT_EQ(after.node(), before.node());
  EXPECT_EQ(after.shown["state"].string(), before.shown["state"].string());
}

TEST(Hosted, TheFirstQuestionStandsBeforeTheAccountDoes) {
  Reader reader;
  EXPECT_EQ(reader.node(), "notices");
  EXPECT_EQ(reader.shown["choices"].dump().find("known"), std::string::npos);
  EXPECT_EQ(reader.take(hosts(7))["append"].size(), 2u);
  EXPECT_EQ(reader.node(), "notices");
  EXPECT_NE(reader.shown["choices"].dump().find("known"), std::string::npos);
  EXPECT_NE(reader.digest(), "0000000000000000");
}

TEST(Hosted, IsChangedByTheHostsAnswer) {
  Reader reader;
  reader.take(with_undo(7));
  reader.to_review();
  EXPECT_TRUE(reader.shown["review"]["undoable"].boolean());
  reader.send("confirm");
  EXPECT_EQ(reader.shown["state"].string(), "pending");
  EXPECT_EQ(reader.effect()["version"].integer(), 7);
  EXPECT_FALSE(reader.effect().has("bank")) << "no bank is played";
  same_after_a_reload(reader);
  Json done = reader.answered("committed", Json().set("version", 12));
  EXPECT_FALSE(done.has("behind"));
  EXPECT_EQ(reader.node(), "replaced");
  EXPECT_EQ(reader.runtime.domain().version(), 12);
  EXPECT_TRUE(reader.shown["offers"].has("undo"));
  same_after_a_reload(reader);
  reader.send("undo");
  EXPECT_EQ(reader.effect()["version"].integer(), 12)
      << "the host's version goes with the next effect";
}

TEST(Hosted, GivesItsOwnIdToWhatIsMade) {
  Reader reader;
  Json snapshot = hosts(7);
  reader.take(snapshot.set("numbers", "own"));
  reader.to_form();
  EXPECT_EQ(reader.shown["kind"].string(), "fill");
  std::string digits = "4111111111111111";
  Secrets& secrets = reader.runtime.secrets();
  digits.copy(secrets.buffer(), digits.size());
  secrets.type(0, int(digits.size()), int(digits.size()));
  std::string("123").copy(secrets.buffer(), 3);
  secrets.type(1, 3, 3);
  Json fields = Json::object();
  fields.set("kind", "credit-card").set("expiry", "12/30").set("name", "Kari").set("country", "NO");
  fields.set("line1", "Storgata 1").set("city", "Oslo").set("postal-code", "0155");
  Json outcome = reader.send("confirm", fields);
  ASSERT_EQ(outcome["problem"].dump(), "null") << outcome.dump();
  reader.answered("committed", Json().set("version", 8).set("made", "pm_1A2b"));
  EXPECT_EQ(reader.node(), "review");
  EXPECT_EQ(picked(reader.runtime.session(), "new"), "pm_1A2b");
  EXPECT_FALSE(reader.runtime.domain().item({"methods"}, "pm_1A2b", today).id.empty());
  same_after_a_reload(reader);
}

// The provider's fields stand in the place of number, expiry and code, and say what the account keeps.
TEST(Hosted, TakesWhatAProvidersFieldsGive) {
  Reader reader;
  Json snapshot = hosts(7);
  reader.take(snapshot.set("numbers", "provider"));
  reader.to_form();
  std::string kinds;
  for (const Json& field : reader.shown["form"]["fields"].items())
    kinds += field["id"].string() + ":" + field["kind"].string() + " ";
  EXPECT_EQ(kinds,
            "kind:choice provider:provider name:text country:country line1:text city:text "
            "postal-code:text ");
  Json fields = Json::object();
  fields.set("kind", "credit-card").set("name", "Kari").set("country", "NO").set("line1", "Gata 1");
  fields.set("city", "Oslo").set("postal-code", "0155");
  auto refused = [&](const Json& values) {
    Json outcome = reader.send("confirm", values);
    EXPECT_EQ(outcome["problem"]["code"].string(), "event-field");
    return outcome["verdicts"].items()[0]["field"].string() + " " +
           outcome["verdicts"].items()[0]["verdict"]["code"].string();
  };
  EXPECT_EQ(refused(fields), "provider provider-missing");
  fields.set("brand", "visa").set("last4", "41111111111111").set("expiry", "12/30");
  EXPECT_EQ(refused(fields), "provider provider-missing") << "never more than four digits";
  fields.set("last4", "4242").set("expiry", "12/20");
  EXPECT_EQ(refused(fields), "provider expiry-past");
  fields.set("expiry", "12/30").set("token", "tok_1");
  Json outcome = reader.send("confirm", fields);
  ASSERT_EQ(outcome["problem"].dump(), "null") << outcome.dump();
  EXPECT_EQ(reader.session.find("tok_1"), std::string::npos) << "no token is in the journal";
  EXPECT_EQ(reader.effect()["args"].items()[0]["last4"].string(), "4242");
  reader.answered("committed", Json().set("version", 8).set("made", "pm_2"));
  EXPECT_EQ(picked(reader.runtime.session(), "new"), "pm_2");
}

TEST(Hosted, AsksForNoNumberThatItCouldDoNothingWith) {
  Reader reader;
  reader.take(hosts(7));
  reader.to_form();
  EXPECT_EQ(reader.node(), "add");
  EXPECT_EQ(reader.shown["kind"].string(), "by-hand");
  EXPECT_TRUE(reader.shown["again"].boolean()) << "the way on is to look at the account again";
  EXPECT_TRUE(reader.send("confirm", Json::object()).has("problem"));
}

// The host's word is the last one, though the rules here would refuse it.
TEST(Hosted, IsDoneWhereTheHostSaysSo) {
  Reader reader;
  reader.take(hosts(7));
  reader.to_review();
  reader.send("confirm");
  Json later = hosts(9);
  Json methods = Json::array();
  for (Json method : later["account"]["methods"].items()) {
    if (method["id"].string() == "m-mastercard") method.set("country", "SE");
    methods.push(method);
  }
  Json account = later["account"];
  later.set("account", account.set("methods", methods));
  EXPECT_FALSE(reader.take(later).has("problem"));
  EXPECT_EQ(reader.shown["state"].string(), "pending") << "what is pending stays so";
  Json done = reader.answered("committed", Json().set("version", 10));
  EXPECT_EQ(reader.node(), "replaced");
  EXPECT_TRUE(done["behind"].boolean()) << "the account has to be loaded again";
  Reader after;
  after.runtime.load("account", reader.account);
  EXPECT_TRUE(after.runtime.load("session", reader.session)["behind"].boolean());
  EXPECT_FALSE(after.take(hosts(10)).has("problem"));
  EXPECT_FALSE(after.shown["offers"].has("undo")) << "the account knows nothing of the change";
}

TEST(Hosted, OffersNoUndoThatTheHostDoesNotKnow) {
  Reader reader;
  reader.take(hosts(7));
  reader.to_review();
  EXPECT_FALSE(reader.shown["review"]["undoable"].boolean()) << "and promises none";
  reader.send("confirm");
  reader.answered("committed", Json().set("version", 8));
  EXPECT_EQ(reader.node(), "replaced");
  EXPECT_FALSE(reader.shown["offers"].has("undo"));
  reader.send("undo");
  EXPECT_EQ(reader.shown["state"].string(), "open");
  EXPECT_EQ(reader.shown["reasons"].items()[0]["code"].string(), "unknown-change");
}

TEST(Hosted, AHostTakesBackWhatItsAccountHereKnowsNothingOf) {
  Reader reader;
  reader.take(with_undo(7));
  reader.to_review();
  reader.send("confirm");
  reader.answered("committed", Json().set("version", 8));
  std::string replaced = reader.digest();
  Json now = encode_account(*static_cast<const Billing&>(reader.runtime.domain()).account());
  now.drop("version");
  reader.take(Json().set("version", 9).set("account", now));
  EXPECT_FALSE(reader.runtime.domain().holds("00000000000000000000000000000006"));
  ASSERT_TRUE(reader.shown["offers"].has("undo"));
  ASSERT_EQ(reader.send("undo")["problem"].dump(), "null");
  EXPECT_EQ(reader.effect()["operation"].string(), "undo");
  Json done = reader.answered("committed", Json().set("version", 10));
  EXPECT_TRUE(done["behind"].boolean()) << "only the host knows what that made of the account";
  EXPECT_EQ(reader.shown["heading"].string(), "undone");
  EXPECT_EQ(reader.digest(), replaced);
  EXPECT_FALSE(reader.take(with_undo(10)).has("behind"));
  EXPECT_NE(reader.digest(), replaced);
  same_after_a_reload(reader);
}

TEST(Hosted, SaysTheDifferencesOfANewerAccount) {
  Reader reader;
  EXPECT_FALSE(reader.take(hosts(7)).has("different")) << "there was none before";
  EXPECT_FALSE(reader.take(hosts(8)).has("different")) << "it is the same";
  Json later = hosts(9);
  Json account = later["account"], methods = Json::array(), subscriptions = Json::array();
  for (Json method : account["methods"].items()) {
    if (method["id"].string() == "m-mastercard") method.set("expiry", "2031-02");
    methods.push(method);
  }
  Json other = methods.items()[0];
  methods.push(other.set("id", "m-new").set("last4", "9009").set("status", "active"));
  uint32_t moved = 0;
  for (Json it : account["subscriptions"].items()) {
    if (it["method"].string() == "m-visa" && !moved++) it.set("method", "m-mastercard");
    subscriptions.push(it);
  }
  ASSERT_GT(moved, 0u);
  account.set("methods", methods).set("subscriptions", subscriptions);
  Json taken = reader.take(later.set("account", account));
  ASSERT_EQ(taken["problem"].dump(), "null");
  EXPECT_EQ(misfit("Outcome", taken), "");
  EXPECT_EQ(taken["different"]["total"].integer(), 3);
  std::string said;
  for (const Json& it : taken["different"]["first"].items())
    said += it["what"].string() + " " + it["values"].dump() + "\n";
  EXPECT_NE(said.find("details {\"name\":{\"method\":"), std::string::npos) << said;
  EXPECT_NE(said.find("new {\"name\":{\"method\":"), std::string::npos) << said;
  EXPECT_NE(said.find("paid {\"after\":{\"method\":"), std::string::npos) << said;
  EXPECT_NE(said.find("\"before\":{\"method\":"), std::string::npos) << said;
}

TEST(Hosted, CountsTheDifferencesThatAreTooManyToName) {
  Reader reader;
  reader.take(hosts(7));
  Json later = hosts(8);
  Json account = later["account"], subscriptions = account["subscriptions"];
  Json copy = subscriptions.items()[0];
  for (int i = 0; i < 100; ++i) subscriptions.push(copy.set("id", "x-" + std::to_string(i)));
  later.set("account", account.set("subscriptions", subscriptions));
  Json different = reader.take(later)["different"];
  EXPECT_EQ(different["total"].integer(), 100);
  EXPECT_EQ(different["first"].size(), 8u);
  different = reader.take(hosts(9))["different"];
  EXPECT_EQ(different["total"].integer(), 100);
  EXPECT_EQ(different["first"].items()[0]["what"].string(), "gone");
}

TEST(Hosted, ASnapshotThatIsTheSameChangesNothing) {
  Reader reader;
  reader.take(hosts(7));
  EXPECT_FALSE(reader.take(hosts(7)).has("append"));
  EXPECT_FALSE(reader.take(Json().set("version", 7)).has("problem")) << "it is left out";
  reader.to_review();
  reader.send("confirm");
  reader.answered("committed", Json().set("version", 8));
  EXPECT_EQ(reader.take(hosts(8))["append"].size(), 1u)
      << "the same version with other contents counts";
}

TEST(Hosted, AnAnswerAboutWhatIsGoneIsAskedAgain) {
  Reader reader;
  reader.take(hosts(7));
  reader.to_review();
  Json later = hosts(8);
  Json account = later["account"], methods = Json::array();
  for (const Json& method : account["methods"].items())
    if (method["id"].string() != "m-mastercard") methods.push(method);
  Json subscriptions = Json::array();
  for (Json it : account["subscriptions"].items())
    subscriptions.push(it["method"].string() == "m-mastercard" ? it.set("method", "m-visa") : it);
  Json profiles = Json::array();
  for (Json it : account["profiles"].items())
    profiles.push(it["method"].string() == "m-mastercard" ? it.set("method", "m-visa") : it);
  account.set("methods", methods).set("subscriptions", subscriptions).set("profiles", profiles);
  Json notices = Json::array();
  for (const Json& it : account["notices"].items())
    if (it["method"].string() != "m-mastercard") notices.push(it);
  account.set("notices", notices);
  Json taken = reader.take(later.set("account", account));
  ASSERT_EQ(taken["problem"].dump(), "null");
  EXPECT_TRUE(taken["gone"].boolean());
  Json changed = reader.send("account-changed");
  EXPECT_EQ(changed["problem"].dump(), "null");
  EXPECT_EQ(reader.node(), "new");
  EXPECT_TRUE(reader.send("account-changed").has("problem")) << "once";
  same_after_a_reload(reader);
}

TEST(Hosted, WhatWasDoneElsewhereIsAskedOnceTheAccountIsThere) {
  Reader reader;
  for (std::string_view choice : {"many", "no", "yes"}) reader.answer(choice);
  EXPECT_EQ(reader.node(), "old");
  reader.answer("picked");
  reader.answer("picked");
  EXPECT_EQ(reader.node(), "review");
  EXPECT_EQ(reader.shown["kind"].string(), "by-hand");
  EXPECT_TRUE(reader.take(hosts(7))["gone"].boolean());
  reader.send("account-changed");
  EXPECT_EQ(reader.node(), "old");
  EXPECT_EQ(reader.shown["kind"].string(), "pick");
}

TEST(Hosted, ABadSnapshotIsRefusedWithItsPlace) {
  Reader reader;
  reader.take(hosts(7));
  std::string before = reader.shown.dump();
  auto refused = [&](const Json& snapshot, std::string_view code, std::string_view where) {
    Json taken = reader.take(snapshot);
    EXPECT_EQ(taken["problem"]["code"].string(), code) << taken.dump();
    EXPECT_EQ(taken["problem"]["where"].string(), where);
    EXPECT_EQ(reader.shown.dump(), before) << "nothing is changed";
  };
  refused(Json("no"), "shape-type", "");
  refused(Json::object(), "shape-type", "/version");
  refused(Json().set("version", 8), "shape-missing", "/account");
  refused(Json().set("version", 8).set("account", 1), "shape-type", "/account");
  refused(Json().set("version", 8).set("extra", 1), "shape-unknown", "/extra");
  Json account = hosts(8)["account"];
  account.drop("methods");
  refused(Json().set("version", 8).set("account", account), "shape-missing", "/account/methods");
  account = hosts(8)["account"];
  account.set("reader", "nobody");
  refused(Json().set("version", 8).set("account", account), "account-reference", "/account/reader");
  account.set("account", 2);
  refused(Json().set("version", 8).set("account", account), "account-version", "/account/account");
}

TEST(Hosted, APracticeAccountIsNoHosts) {
  Runtime runtime(domains());
  ASSERT_FALSE(runtime.open(payment_guide("practice")).has("problem"));
  EXPECT_EQ(runtime.account(hosts(7), today)["problem"]["code"].string(), "account-unknown");
}

TEST(Hosted, AJournalOfAnotherKindIsRefused) {
  Reader hosted;
  hosted.take(hosts(7));
  Runtime practice(domains());
  ASSERT_FALSE(practice.open(payment_guide("practice")).has("problem"));
  EXPECT_EQ(practice.load("account", hosted.account)["problem"]["code"].string(), "journal-header");
  std::string header = std::string(scan_journal(hosted.account).payloads[0]);
  EXPECT_NE(header.find("\"journal\":2"), std::string::npos) << "older builds refuse it";
}

TEST(Hosted, ReplaysToTheSameDigests) {
  Reader reader;
  reader.answer("many");
  reader.take(hosts(7));
  reader.to_review();
  reader.send("confirm");
  reader.answered("unknown", Json::object());
  reader.answered("committed", Json().set("version", 8));
  reader.take(hosts(11));
  Flow flow = reader.runtime.flow();
  auto steps = replay(domains(), flow, reader.account + reader.session);
  ASSERT_TRUE(steps) << steps.error().where << steps.error().detail;
  EXPECT_EQ(steps->back().session, reader.shown["digests"]["session"].string());
  EXPECT_EQ(steps->back().account, reader.digest());
}

}  // namespace
}  // namespace stegvis
