// One call for a click: a confirm or undo with the id and time of its answer is settled at once, as two
// events one after the other would be.
#include <gtest/gtest.h>

#include "built_guide.h"
#include "domains/domains.h"
#include "journal/journal.h"
#include "runtime/replay.h"
#include "runtime/runtime.h"
#include "runtime/types.h"

namespace stegvis {
namespace {

constexpr std::string_view today = "2026-11-23";

// The domain of billing, with its calls counted; it can be made to refuse what its rules allow.
class Counting final : public Domain {
 public:
  static inline int prepares = 0;
  static inline int payments = 0;  // planned by an outcome that offers one
  static inline bool refuses = false;

  bool practice(std::string_view name, Day day) override { return inner_->practice(name, day); }
  bool holds(std::string_view event_id) const override { return inner_->holds(event_id); }
  int64_t version() const override { return inner_->version(); }
  uint64_t digest() const override { return inner_->digest(); }
  Truth condition(std::string_view name, const Json& args, Day day) const override {
    return inner_->condition(name, args, day);
  }
  List list(const ListName& name, const Window& window, Day day) const override {
    return inner_->list(name, window, day);
  }
  Item item(const ListName& list, std::string_view id, Day day) const override {
    return inner_->item(list, id, day);
  }
  std::vector<Field> form(std::string_view name, std::string_view of,
                          const Json& values) const override {
    return inner_->form(name, of, values);
  }
  Verdict check(std::string_view form, std::string_view of, std::string_view field,
                std::string_view value, const Json& values, Day day) const override {
    return inner_->check(form, of, field, value, values, day);
  }
  Prepared prepare(const Operation& operation, const Window& window) const override {
    ++(operation.name == "pay" ? payments : prepares);
    return inner_->prepare(operation, window);
  }
  bool undoable(std::string_view operation) const override { return inner_->undoable(operation); }
  Result<std::string> apply(const Operation& operation) override {
    if (refuses) return Error{Code::operation_refused, "", 0, 0, ""};
    return inner_->apply(operation);
  }
  Json bank(const Operation& operation) const override { return inner_->bank(operation); }
  SecretFields* secret_fields() override { return inner_->secret_fields(); }
  bool impersonal(std::string_view name) const override { return inner_->impersonal(name); }

 private:
  std::unique_ptr<Domain> inner_ = domains()[0].make();
};

const DomainEntry counted[] = {
    {"billing", [] { return std::unique_ptr<Domain>(std::make_unique<Counting>()); }}};

// A confirm and its answer go in one call or in apart.
enum class Way : uint8_t { one_call, two_calls };

class Reader {
 public:
  explicit Reader(Way way, std::string_view account = "practice") : way_(way) {
    Counting::prepares = Counting::payments = 0;
    Counting::refuses = false;
    EXPECT_EQ(runtime.open(payment_guide(account)).dump(), R"({"tables":[]})");
    view = runtime.view(*parse_day(today));
  }

  void answer(std::string_view choice, Json value = Json()) {
    Json event = make("answer").set("choice", choice);
    if (!value.is_null()) event.set("value", std::move(value));
    send(event);
  }
  void pick(std::string_view item) { answer("picked", Json::object().set("item", item)); }
  void to_review() {
    for (std::string_view choice : {"many", "no", "yes"}) answer(choice);
    pick("m-visa");
    pick("m-mastercard");
    ASSERT_EQ(view["node"].string(), "review");
  }
  // A confirm or undo, and the answer of the account that lives here.
  void settle(Json event) {
    if (way_ == Way::one_call) {
      ++count;
      return send(event, Json::object().set("id", id(count)).set("at", count));
    }
    send(event);
    if (!outcome.has("effects")) {
      ++count;
      return;
    }
    Json value = Json::object().set("of", outcome["effects"].items()[0]["key"]);
    send(make("committed", event["node"].string()).set("value", value));
  }
  Json make(std::string_view kind) { return make(kind, view["node"].string()); }
  Json make(std::string_view kind, std::string_view node) {
    ++count;
    return Json::object()
        .set("v", 1)
        .set("id", id(count))
        .set("at", count)
        .set("day", today)
        .set("kind", kind)
        .set("node", node);
  }
  void send(const Json& event, const Json& answer = Json()) {
    outcome = runtime.dispatch(event, answer);
    EXPECT_EQ(misfit("Outcome", outcome), "");
    EXPECT_FALSE(outcome.has("problem")) << outcome.dump();
    if (outcome.has("view")) view = outcome["view"];
    size_t at = 0;
    for (const Json& record : outcome["append"].items()) {
      size_t bytes = size_t(record["bytes"].integer());
      (record["journal"].string() == "account" ? account : session) +=
          runtime.outgoing().substr(at, bytes);
      at += bytes;
    }
    EXPECT_EQ(at, runtime.outgoing().size());
  }
  static std::string id(int64_t number) {
    std::string digits = std::to_string(number);
    return std::string(32 - digits.size(), '0') + digits;
  }

  Runtime runtime{counted};
  Json view, outcome;
  std::string account, session;
  int64_t count = 0;

 private:
  Way way_;
};

// A reader's acts, in both ways: the same journals and the same view.
template <class Steps>
void same_in_both_ways(Steps steps) {
  Reader joined(Way::one_call), apart(Way::two_calls);
  steps(joined);
  steps(apart);
  EXPECT_EQ(joined.account, apart.account);
  EXPECT_EQ(joined.session, apart.session);
  EXPECT_EQ(joined.view.dump(), apart.view.dump());
  auto replayed = replay(counted, joined.runtime.flow(), joined.account + joined.session);
  ASSERT_TRUE(replayed) << replayed.error().detail;
  EXPECT_EQ(replayed->back().session, joined.view["digests"]["session"].string());
  EXPECT_EQ(replayed->back().account, joined.view["digests"]["account"].string());
}

TEST(Dispatch, SettlesAReplacementInTheCallOfItsConfirm) {
  same_in_both_ways([](Reader& reader) {
    reader.to_review();
    reader.settle(reader.make("confirm"));
    EXPECT_EQ(reader.view["node"].string(), "replaced");
    EXPECT_FALSE(reader.outcome.has("effects"));
  });
}

TEST(Dispatch, LeavesAnOperationPendingThatTheBankHasTheWordOn) {
  Reader reader(Way::one_call, "practice:bank");
  reader.to_review();
  reader.settle(reader.make("confirm"));
  EXPECT_EQ(reader.view["state"].string(), "pending");
  Json effect = reader.outcome["effects"].items()[0];
  EXPECT_EQ(effect["bank"].dump(), R"({"confirm":true})");
  Json of = Json::object().set("of", effect["key"]);
  reader.send(reader.make("action-needed").set("v", 3).set("value", of));
  EXPECT_EQ(reader.view["state"].string(), "action-needed");
  EXPECT_EQ(reader.view["kind"].string(), "action-needed");
  EXPECT_EQ(reader.view["node"].string(), "review");
  EXPECT_FALSE(reader.view["offers"].has("confirm"));
  // A new load of the page.
  Reader later(Way::two_calls, "practice:bank");
  later.runtime.load("account", reader.account);
  later.runtime.load("session", reader.session);
  later.view = later.runtime.view(*parse_day(today));
  EXPECT_EQ(later.view["kind"].string(), "action-needed");
  later.count = reader.count;
  Json again = later.runtime.query(Json::object().set("query", "effects")).items()[0];
  EXPECT_TRUE(again["actionNeeded"].boolean());
  EXPECT_EQ(again["key"].string(), effect["key"].string());
  EXPECT_EQ(again["bank"].dump(), R"({"confirm":true})");
  later.send(later.make("committed").set("value", of));
  EXPECT_EQ(later.view["node"].string(), "replaced");
  auto replayed = replay(counted, later.runtime.flow(),
                         reader.account + later.account + reader.session + later.session);
  ASSERT_TRUE(replayed) << replayed.error().detail;
  EXPECT_EQ(replayed->back().account, later.view["digests"]["account"].string());
}

// The bytes of a journal without its last record.
std::string without_last(const std::string& journal) {
  Scan scan = scan_journal(journal);
  return journal.substr(0, journal.size() - record_head - scan.payloads.back().size());
}

TEST(Dispatch, AChangeThatTheAccountHasIsCommittedWhereOnlyItsAnswerWasLost) {
  Reader before(Way::two_calls);
  before.to_review();
  before.settle(before.make("confirm"));
  Reader after(Way::two_calls);
  after.runtime.load("account", before.account);
  after.runtime.load("session", without_last(before.session));
  after.view = after.runtime.view(*parse_day(today));
  EXPECT_EQ(after.view["state"].string(), "pending");
  after.count = before.count;
  Json key = after.runtime.query(Json::object().set("query", "effects")).items()[0]["key"];
  after.send(after.make("committed").set("value", Json::object().set("of", key)));
  EXPECT_EQ(after.view["node"].string(), "replaced");
  EXPECT_EQ(after.account, "") << "it is done once";
  EXPECT_EQ(after.view["digests"]["account"].string(), before.view["digests"]["account"].string());
}

TEST(Dispatch, AJournalIsRefusedWhoseAccountLacksWhatTheSessionCallsCommitted) {
  Reader reader(Way::one_call);
  reader.to_review();
  reader.settle(reader.make("confirm"));
  std::string account = without_last(reader.account);
  auto replayed = replay(counted, reader.runtime.flow(), account + reader.session);
  ASSERT_FALSE(replayed);
  EXPECT_EQ(replayed.error().code, Code::journal_account);
  size_t last = scan_journal(reader.session).payloads.size() - 1;
  EXPECT_EQ(replayed.error().where, "session " + std::to_string(last));
}

TEST(Dispatch, SettlesAnUndoInTheCallOfItsPress) {
  same_in_both_ways([](Reader& reader) {
    reader.to_review();
    reader.settle(reader.make("confirm"));
    reader.settle(reader.make("undo"));
    EXPECT_EQ(reader.view["state"].string(), "undone");
  });
}

TEST(Dispatch, SettlesWhatAFormMakes) {
  same_in_both_ways([](Reader& reader) {
    for (std::string_view choice : {"many", "no", "yes"}) reader.answer(choice);
    reader.pick("m-visa");
    reader.answer("add");
    Secrets& secrets = reader.runtime.secrets();
    for (auto [field, text] :
         {std::pair<std::string_view, std::string_view>{"number", "4111111111111111"},
          {"code", "123"}}) {
      text.copy(secrets.buffer(), text.size());
      secrets.type(secrets.number_of(field), int32_t(text.size()), int32_t(text.size()));
      secrets.wipe();
    }
    Json value = Json::object();
    value.set("kind", "credit-card").set("expiry", "12/30").set("name", "Ingrid Myrvang");
    value.set("country", "NO").set("line1", "Sagbruksveien 12").set("city", "Skoddevik");
    value.set("postal-code", "8999");
    reader.settle(reader.make("confirm").set("value", value));
    EXPECT_EQ(reader.view["node"].string(), "review");
    EXPECT_EQ((reader.account + reader.session).find("4111"), std::string::npos);
  });
}

TEST(Dispatch, GivesTheRecordsOfBothEventsInTheirOrder) {
  Reader reader(Way::one_call);
  reader.to_review();
  reader.settle(reader.make("confirm"));
  std::string journals;
  for (const Json& record : reader.outcome["append"].items())
    journals += record["journal"].string() + " ";
  EXPECT_EQ(journals, "session account session ");
}

TEST(Dispatch, AReplacementIsPlannedTwice) {
  Reader reader(Way::one_call);
  reader.to_review();
  EXPECT_EQ(Counting::prepares, 1) << "for the review";
  reader.settle(reader.make("confirm"));
  EXPECT_EQ(Counting::prepares, 2) << "the rules again, as it is confirmed";
  EXPECT_EQ(Counting::payments, 1) << "for the outcome, which offers it";
  EXPECT_EQ(reader.view["node"].string(), "replaced");
}

TEST(Dispatch, WithoutAnAnswerTheEffectIsGivenOut) {
  Reader reader(Way::one_call);
  reader.to_review();
  reader.send(reader.make("confirm"));
  EXPECT_EQ(reader.view["state"].string(), "pending");
  EXPECT_EQ(reader.outcome["effects"].size(), 1u);
  EXPECT_EQ(reader.account.find("replace-all"), std::string::npos);
}

TEST(Dispatch, AConfirmThatTheRulesRefuseHasNoAnswer) {
  same_in_both_ways([](Reader& reader) {
    for (std::string_view choice : {"many", "yes", "one"}) reader.answer(choice);
    reader.pick("m-visa");
    reader.pick("s-epost");
    reader.pick("m-mastercard");
    ASSERT_TRUE(reader.view["offers"].has("confirm"));
    // By then the card that should take over has expired.
    Json confirm = reader.make("confirm").set("day", "2040-01-01");
    reader.settle(confirm);
    EXPECT_EQ(reader.view["state"].string(), "open");
    EXPECT_EQ(reader.view["reasons"].size(), 1u) << reader.view.dump();
    EXPECT_EQ(reader.outcome["append"].size(), 1u);
    reader.view = reader.runtime.view(*parse_day(today));
  });
}

TEST(Dispatch, WhatTheAccountRefusesIsRefusedInTheSameCall) {
  same_in_both_ways([](Reader& reader) {
    reader.to_review();
    Counting::refuses = true;
    reader.settle(reader.make("confirm"));
    Counting::refuses = false;
    EXPECT_EQ(reader.view["node"].string(), "review");
    EXPECT_EQ(reader.view["state"].string(), "open");
    EXPECT_EQ(reader.view["reasons"].items()[0]["code"].string(), "refused");
    EXPECT_NE(reader.session.find("\"kind\":\"refused\""), std::string::npos);
  });
}

TEST(Dispatch, AnAnswerThatIsNoneChangesNothing) {
  Reader reader(Way::one_call);
  reader.to_review();
  Json confirm = reader.make("confirm");
  std::string before = reader.view.dump();
  std::string used = reader.id(1), own = confirm["id"].string(), good = reader.id(99);
  for (const Json& answer :
       {Json(true), Json("x"), Json::object(), Json::object().set("id", good),
        Json::object().set("id", "abc").set("at", 1), Json::object().set("id", good).set("at", -1),
        Json::object().set("id", used).set("at", 1), Json::object().set("id", own).set("at", 1),
        Json::object().set("id", good).set("at", 1).set("id at", 1)}) {
    Json outcome = reader.runtime.dispatch(confirm, answer);
    EXPECT_EQ(outcome["problem"]["code"].string(), "event-shape") << answer.dump();
    EXPECT_EQ(outcome["problem"]["where"].string().substr(0, 7), "/answer");
    EXPECT_TRUE(reader.runtime.outgoing().empty());
    EXPECT_EQ(reader.runtime.view(*parse_day(today)).dump(), before);
  }
  reader.settle(confirm);
  EXPECT_EQ(reader.view["node"].string(), "replaced");
}

TEST(Dispatch, AnAnswerSaysNothingWithOtherEvents) {
  Reader reader(Way::one_call);
  reader.send(reader.make("answer").set("choice", "many"), Json("x"));
  EXPECT_EQ(reader.view["node"].string(), "added");
}

TEST(Dispatch, ARepeatedConfirmIsNotAnsweredAgain) {
  Reader reader(Way::one_call);
  reader.to_review();
  Json confirm = reader.make("confirm");
  reader.settle(confirm);
  int64_t version = reader.runtime.domain().version();
  reader.settle(confirm);
  EXPECT_EQ(reader.runtime.domain().version(), version);
  EXPECT_TRUE(reader.runtime.outgoing().empty());
}

}  // namespace
}  // namespace stegvis
