// A session is the fold of its events: answers, back, change, confirm, undo, and a newer guide.
#include "guide/session_fixture.h"

namespace stegvis {
namespace {

TEST_F(SessionTest, AnswersLeadOn) {
  EXPECT_EQ(session.node(), "ask");
  EXPECT_TRUE(send(EventKind::answer, "ask", "no"));
  EXPECT_EQ(session.node(), "wait");
  EXPECT_TRUE(send(EventKind::answer, "wait", "anyway"));
  EXPECT_EQ(session.node(), "old");
}

TEST_F(SessionTest, ARefusedEventChangesNothing) {
  uint64_t before = session.digest();
  EXPECT_EQ(send(EventKind::answer, "old", "picked", item("a")).error().code, Code::event_place);
  EXPECT_EQ(send(EventKind::answer, "ask", "perhaps").error().code, Code::event_choice);
  EXPECT_EQ(send(EventKind::back, "ask").error().code, Code::event_place);
  EXPECT_EQ(send(EventKind::confirm, "ask").error().code, Code::event_place);
  EXPECT_EQ(send(EventKind::undo, "ask").error().code, Code::event_place);
  EXPECT_EQ(send(EventKind::go_to, "review").error().code, Code::event_place);
  EXPECT_EQ(send(EventKind::committed, "", "", of("x")).error().code, Code::event_place);
  EXPECT_EQ(send(EventKind::answer, "nowhere", "yes").error().code, Code::event_place);
  EXPECT_EQ(session.digest(), before);
}

TEST_F(SessionTest, ARepeatedEventChangesNothing) {
  Event event = make(EventKind::answer, "ask", "yes");
  EXPECT_TRUE(session.fold(flow, event));
  uint64_t after = session.digest();
  EXPECT_TRUE(session.fold(flow, event));
  EXPECT_EQ(session.digest(), after);
}

TEST_F(SessionTest, BackKeepsTheAnswerAsADraft) {
  to_review();
  EXPECT_TRUE(send(EventKind::back, "review"));
  EXPECT_EQ(session.node(), "new");
  EXPECT_EQ(session.answer("new")->value["item"].string(), "b");
  EXPECT_TRUE(send(EventKind::back, "new"));
  EXPECT_TRUE(send(EventKind::back, "old"));
  EXPECT_EQ(session.node(), "ask");
  EXPECT_FALSE(session.can_back(flow));
}

TEST_F(SessionTest, ChangeReturnsToTheReview) {
  to_review();
  EXPECT_TRUE(send(EventKind::change, "new"));
  EXPECT_EQ(session.node(), "new");
  EXPECT_TRUE(send(EventKind::answer, "new", "picked", item("c")));
  EXPECT_EQ(session.node(), "review");
  EXPECT_TRUE(send(EventKind::change, "ask"));
  EXPECT_TRUE(send(EventKind::answer, "ask", "yes"));
  EXPECT_EQ(session.node(), "review");
  EXPECT_EQ(session.answer("new")->value["item"].string(), "c");
}

TEST_F(SessionTest, ChangeAsksNewQuestionsFirstAndDropsStaleAnswers) {
  to_review();
  EXPECT_TRUE(send(EventKind::change, "old"));
  Event other = make(EventKind::answer, "old", "picked", item("b"));
  other.read = Json::object().set("drop", Json().push("new"));
  EXPECT_TRUE(session.fold(flow, other));
  EXPECT_EQ(session.node(), "new");
  EXPECT_EQ(session.answer("new"), nullptr);
  EXPECT_TRUE(send(EventKind::answer, "new", "picked", item("a")));
  EXPECT_EQ(session.node(), "review");
}

TEST_F(SessionTest, ANewAnswerMayLeadElsewhereAndBackAgain) {
  to_review();
  EXPECT_TRUE(send(EventKind::change, "ask"));
  EXPECT_TRUE(send(EventKind::answer, "ask", "no"));
  EXPECT_EQ(session.node(), "wait");
  EXPECT_TRUE(send(EventKind::answer, "wait", "anyway"));
  EXPECT_EQ(session.node(), "review");
  EXPECT_TRUE(send(EventKind::change, "old"));
  EXPECT_TRUE(send(EventKind::answer, "old", "none"));
  EXPECT_EQ(session.node(), "stop");
}

TEST_F(SessionTest, OnlyCommittedLeadsToTheOutcome) {
  to_review();
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  EXPECT_EQ(session.node(), "review");
  ASSERT_TRUE(session.pending());
  EXPECT_EQ(session.pending()->operation.name, "swap");
  EXPECT_EQ(session.pending()->operation.args[0].string(), "a");
  EXPECT_EQ(session.pending()->operation.args[1].string(), "b");
  EXPECT_EQ(send(EventKind::back, "review").error().code, Code::event_pending);
  EXPECT_EQ(send(EventKind::confirm, "review").error().code, Code::event_pending);
  EXPECT_TRUE(send(EventKind::unknown, "", "", of(session.pending()->operation.id)));
  EXPECT_TRUE(session.pending());
  commit(2);
  EXPECT_EQ(session.node(), "fixed");
  EXPECT_FALSE(session.pending());
}

TEST_F(SessionTest, RefusedAndConflictReturnToTheReviewWithTheReasons) {
  to_review();
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  Json value = of(session.pending()->operation.id);
  value.set("reasons", Json().push(Json::object().set("code", "expired")));
  EXPECT_TRUE(send(EventKind::refused, "", "", value));
  EXPECT_EQ(session.node(), "review");
  ASSERT_EQ(session.reasons().size(), 1u);
  EXPECT_EQ(session.reasons()[0].code, "expired");
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  EXPECT_TRUE(send(EventKind::conflict, "", "", of(session.pending()->operation.id)));
  EXPECT_EQ(session.reasons()[0].code, "conflict");
}

TEST_F(SessionTest, ARefusalByTheRulesIsNoOperation) {
  to_review();
  Event confirm = make(EventKind::confirm, "review");
  confirm.read = Json::object().set("refusals", Json().push(Json::object().set("code", "no")));
  EXPECT_TRUE(session.fold(flow, confirm));
  EXPECT_FALSE(session.pending());
  EXPECT_EQ(session.reasons()[0].code, "no");
}

TEST_F(SessionTest, AfterTheChangeBackShowsTheDoneReviewAndNothingBeforeIt) {
  to_review();
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  commit(2);
  EXPECT_TRUE(send(EventKind::back, "fixed"));
  EXPECT_EQ(session.node(), "review");
  EXPECT_TRUE(session.done());
  EXPECT_EQ(send(EventKind::confirm, "review").error().code, Code::event_place);
  EXPECT_EQ(send(EventKind::change, "old").error().code, Code::event_place);
  EXPECT_FALSE(session.can_back(flow));
  EXPECT_TRUE(send(EventKind::answer, "review", "done"));
  EXPECT_EQ(session.node(), "fixed");
}

TEST_F(SessionTest, AnAddedItemIsTheAnswerAndIsNotAddedAgain) {
  EXPECT_TRUE(send(EventKind::answer, "ask", "yes"));
  EXPECT_TRUE(send(EventKind::answer, "old", "picked", item("a")));
  EXPECT_TRUE(send(EventKind::answer, "new", "add"));
  EXPECT_EQ(send(EventKind::answer, "add", "filled", Json::object()).error().code,
            Code::event_place);
  EXPECT_TRUE(send(EventKind::confirm, "add", "", Json::object().set("name", "Kari")));
  EXPECT_EQ(session.pending()->operation.args[0]["name"].string(), "Kari");
  commit(2, "m-9");
  EXPECT_EQ(session.node(), "review");
  EXPECT_EQ(session.answer("new")->value["item"].string(), "m-9");
  EXPECT_TRUE(send(EventKind::back, "review"));
  EXPECT_EQ(session.node(), "add");
  EXPECT_TRUE(session.done());
  EXPECT_TRUE(send(EventKind::answer, "add", "filled"));
  EXPECT_EQ(session.node(), "review");
  EXPECT_TRUE(send(EventKind::change, "new"));
  EXPECT_TRUE(send(EventKind::answer, "new", "picked", item("b")));
  EXPECT_EQ(session.node(), "review");
}

TEST_F(SessionTest, AnAddedItemIsUndoneAtItsFormAndCanBeAddedAgain) {
  EXPECT_TRUE(send(EventKind::answer, "ask", "yes"));
  EXPECT_TRUE(send(EventKind::answer, "old", "picked", item("a")));
  EXPECT_TRUE(send(EventKind::answer, "new", "add"));
  EXPECT_TRUE(send(EventKind::confirm, "add", "", Json::object().set("name", "Kari")));
  EXPECT_FALSE(session.can_undo(flow));
  commit(2, "m-9");
  EXPECT_FALSE(session.can_undo(flow)) << "not from the review";
  EXPECT_TRUE(send(EventKind::back, "review"));
  EXPECT_TRUE(session.can_undo(flow));
  EXPECT_TRUE(send(EventKind::undo, "add"));
  commit(3);
  EXPECT_EQ(session.node(), "add");
  EXPECT_FALSE(session.done());
  EXPECT_FALSE(session.can_undo(flow));
  EXPECT_EQ(session.answer("new")->choice, "add");
  EXPECT_EQ(session.answer("add")->value["name"].string(), "Kari");
  EXPECT_EQ(send(EventKind::go_to, "review").error().code, Code::event_place);
  EXPECT_TRUE(send(EventKind::back, "add"));
  EXPECT_TRUE(send(EventKind::go_to, "add"));
  EXPECT_TRUE(send(EventKind::confirm, "add", "", Json::object().set("name", "Kari")));
  commit(4, "m-10");
  EXPECT_EQ(session.node(), "review");
  EXPECT_EQ(session.answer("new")->value["item"].string(), "m-10");
}

TEST_F(SessionTest, OnlyTheLatestChangeIsUndoneAtItsForm) {
  EXPECT_TRUE(send(EventKind::answer, "ask", "yes"));
  EXPECT_TRUE(send(EventKind::answer, "old", "picked", item("a")));
  EXPECT_TRUE(send(EventKind::answer, "new", "add"));
  EXPECT_TRUE(send(EventKind::confirm, "add", "", Json::object().set("name", "Kari")));
  commit(2, "m-9");
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  commit(3);
  EXPECT_TRUE(send(EventKind::undo, "fixed"));
  commit(4);
  EXPECT_TRUE(send(EventKind::back, "fixed"));
  EXPECT_EQ(session.node(), "review");
  EXPECT_EQ(send(EventKind::undo, "review").error().code, Code::event_place);
}

TEST_F(SessionTest, WhatWasAddedOnTheWayStaysAfterTheUndoUntilTheNextUndo) {
  EXPECT_TRUE(send(EventKind::answer, "ask", "yes"));
  EXPECT_TRUE(send(EventKind::answer, "old", "picked", item("a")));
  EXPECT_TRUE(send(EventKind::answer, "new", "add"));
  EXPECT_TRUE(send(EventKind::confirm, "add", "", Json::object().set("name", "Kari")));
  std::string added = session.pending()->operation.id;
  commit(2, "m-9");
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  std::string replaced = session.pending()->operation.id;
  commit(3);
  EXPECT_EQ(session.left(flow), nullptr) << "nothing is undone yet";
  EXPECT_TRUE(send(EventKind::undo, "fixed"));
  EXPECT_EQ(session.pending()->operation.args[0].string(), replaced);
  commit(4);
  ASSERT_NE(session.left(flow), nullptr);
  EXPECT_EQ(session.left(flow)->operation.id, added);
  EXPECT_FALSE(session.left(flow)->undone());
  ASSERT_TRUE(session.can_undo(flow));
  EXPECT_TRUE(send(EventKind::undo, "fixed"));
  EXPECT_EQ(session.pending()->operation.args[0].string(), added);
  commit(5);
  EXPECT_EQ(session.node(), "fixed");
  ASSERT_NE(session.left(flow), nullptr);
  EXPECT_TRUE(session.left(flow)->undone());
  EXPECT_FALSE(session.can_undo(flow));
  EXPECT_TRUE(session.committed()[0].undone());
  EXPECT_TRUE(session.committed()[1].undone());
}

TEST_F(SessionTest, WhatWasTakenBackAtItsFormOrAddedForAnEarlierChangeIsNotLeft) {
  EXPECT_TRUE(send(EventKind::answer, "ask", "yes"));
  EXPECT_TRUE(send(EventKind::answer, "old", "picked", item("a")));
  EXPECT_TRUE(send(EventKind::answer, "new", "add"));
  EXPECT_TRUE(send(EventKind::confirm, "add", "", Json::object().set("name", "Kari")));
  commit(2, "m-9");
  EXPECT_TRUE(send(EventKind::back, "review"));
  EXPECT_TRUE(send(EventKind::undo, "add"));
  commit(3);
  EXPECT_TRUE(send(EventKind::back, "add"));
  EXPECT_TRUE(send(EventKind::answer, "new", "picked", item("b")));
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  commit(4);
  EXPECT_TRUE(send(EventKind::undo, "fixed"));
  commit(5);
  EXPECT_EQ(session.left(flow), nullptr) << "it was taken back before";
  EXPECT_FALSE(session.can_undo(flow));
  EXPECT_TRUE(send(EventKind::restart, "fixed"));
  to_review();
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  commit(6);
  EXPECT_TRUE(send(EventKind::undo, "fixed"));
  commit(7);
  EXPECT_EQ(session.left(flow), nullptr)
      << "a change of an earlier path is not on the way of this one";
}

TEST_F(SessionTest, UndoIsAnOperationOfItsOwn) {
  to_review();
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  std::string done = session.pending()->operation.id;
  commit(2);
  EXPECT_TRUE(session.can_undo(flow));
  EXPECT_TRUE(send(EventKind::undo, "fixed"));
  EXPECT_EQ(session.pending()->operation.name, "undo");
  EXPECT_EQ(session.pending()->operation.args[0].string(), done);
  commit(3);
  EXPECT_TRUE(session.latest()->undone());
  EXPECT_FALSE(session.can_undo(flow));
  EXPECT_EQ(session.node(), "fixed");
}

TEST_F(SessionTest, GoToReachesOnlyAnsweredNodes) {
  to_review();
  EXPECT_TRUE(send(EventKind::go_to, "ask"));
  EXPECT_EQ(session.node(), "ask");
  EXPECT_EQ(send(EventKind::go_to, "fixed").error().code, Code::event_place);
  EXPECT_TRUE(send(EventKind::go_to, "review"));
  EXPECT_EQ(session.stack().size(), 4u);
}

TEST_F(SessionTest, ADraftIsNoAnswer) {
  EXPECT_TRUE(send(EventKind::answer, "ask", "yes"));
  EXPECT_TRUE(send(EventKind::answer, "old", "picked", item("a")));
  EXPECT_TRUE(send(EventKind::answer, "new", "add"));
  EXPECT_TRUE(send(EventKind::draft, "add", "", Json::object().set("name", "Ka")));
  EXPECT_EQ(session.answer("add")->value["name"].string(), "Ka");
  EXPECT_EQ(send(EventKind::go_to, "review").error().code, Code::event_place);
}

TEST_F(SessionTest, RestartForgetsTheAnswersAndKeepsTheChanges) {
  to_review();
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  commit(2);
  EXPECT_TRUE(send(EventKind::restart, "fixed"));
  EXPECT_EQ(session.node(), "ask");
  EXPECT_EQ(session.answer("old"), nullptr);
  EXPECT_EQ(session.committed().size(), 1u);
}

TEST_F(SessionTest, GoesOnFromTheLastNodeThatANewerGuideStillHas) {
  to_review();
  Flow newer = flow;
  newer.nodes[2].id = "older";
  newer.nodes[3].of = "older";
  newer.nodes[5].with[0] = "older";
  Json nodes = Json::object();
  nodes.set("ask", "ask").set("old", "older").set("review", "review");
  Event event = make(EventKind::guide_changed, "", "", Json::object().set("nodes", nodes));
  EXPECT_TRUE(session.fold(newer, event));
  EXPECT_EQ(session.node(), "older");
  EXPECT_EQ(session.answer("older")->value["item"].string(), "a");
  EXPECT_EQ(session.answer("new"), nullptr);
  EXPECT_TRUE(session.moved());
  flow = newer;
  EXPECT_TRUE(send(EventKind::answer, "older", "picked", item("a")));
  EXPECT_FALSE(session.moved());
}

TEST_F(SessionTest, OpensTheNodeAgainWhoseChangeTheAccountLost) {
  to_review();
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  std::string id = session.pending()->operation.id;
  commit(2);
  EXPECT_EQ(session.node(), "fixed");
  Json lost = Json::object().set("lost", Json().push(id));
  EXPECT_TRUE(send(EventKind::account_changed, "", "", lost));
  EXPECT_EQ(session.node(), "review");
  EXPECT_FALSE(session.done());
  EXPECT_TRUE(session.committed().empty());
  EXPECT_EQ(session.answer("new")->value["item"].string(), "b") << "the answers before it stay";
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  commit(2);
  EXPECT_EQ(session.node(), "fixed");
}

TEST_F(SessionTest, AChangeWhoseUndoWasLostStands) {
  to_review();
  EXPECT_TRUE(send(EventKind::confirm, "review"));
  commit(2);
  EXPECT_TRUE(send(EventKind::undo, "fixed"));
  std::string undo = session.pending()->operation.id;
  commit(3);
  EXPECT_TRUE(session.latest()->undone());
  Json lost = Json::object().set("lost", Json().push(undo));
  EXPECT_TRUE(send(EventKind::account_changed, "", "", lost));
  EXPECT_EQ(session.node(), "fixed");
  EXPECT_FALSE(session.latest()->undone());
  EXPECT_TRUE(session.can_undo(flow));
}

TEST_F(SessionTest, RefusesAnAccountChangeThatNamesNothing) {
  uint64_t before = session.digest();
  EXPECT_EQ(send(EventKind::account_changed, "").error().code, Code::event_shape);
  EXPECT_EQ(session.digest(), before);
}

// 20,000 events of any kind at any node: a refused event changes nothing, an accepted one leads to
// a node of the flow, and the same events give the same session.
TEST_F(SessionTest, AnyEventsLeaveAValidSession) {
  uint64_t seed = 7;
  auto below = [&](uint32_t bound) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return uint32_t(seed >> 33) % bound;
  };
  const char* choices[] = {"yes", "no", "picked", "anyway", "add", "filled", "done", "none", ""};
  std::vector<Event> taken;
  uint32_t refused = 0;
  for (int i = 0; i < 20000; ++i) {
    bool here = below(4) != 0;
    Event event = make(EventKind(below(14)), here ? session.node() : flow.nodes[below(8)].id,
                       choices[below(9)], Json::object().set("item", "a").set("version", 1));
    if (session.pending() && below(2)) {
      event.value.set("of", session.pending()->operation.id).set("made", "m");
    }
    if (event.kind == EventKind::account_changed) {
      Json lost = Json::array();
      for (const Committed& change : session.committed())
        if (below(2)) lost.push(change.operation.id);
      event.value.set("lost", lost);
    }
    if (event.kind == EventKind::guide_changed) continue;
    uint64_t before = session.digest();
    if (session.fold(flow, event)) {
      taken.push_back(event);
    } else {
      EXPECT_EQ(session.digest(), before);
      ++refused;
    }
    EXPECT_GE(flow.find(session.node()), 0);
    EXPECT_LE(session.stack().size(), flow.nodes.size());
  }
  EXPECT_GT(taken.size(), 1000u);
  EXPECT_GT(refused, 1000u);
  Session again(flow);
  for (const Event& event : taken) EXPECT_TRUE(again.fold(flow, event));
  EXPECT_EQ(again.digest(), session.digest());
}

TEST_F(SessionTest, EventsAreReadAsTheyAreWritten) {
  Event event = make(EventKind::answer, "ask", "yes", item("x"));
  event.read = Json::object().set("version", 3);
  auto again = decode_event(encode_event(event));
  ASSERT_TRUE(again);
  EXPECT_EQ(encode_event(*again).dump(), encode_event(event).dump());
}

TEST_F(SessionTest, RefusesAMalformedEvent) {
  Json good = encode_event(make(EventKind::answer, "ask", "yes"));
  auto without = [&](const char* member, Json value) {
    Json json = good;
    json.set(member, std::move(value));
    auto event = decode_event(json);
    return event ? Code::none : event.error().code;
  };
  EXPECT_EQ(without("v", 4), Code::event_version);
  EXPECT_EQ(without("id", "abc"), Code::event_shape);
  EXPECT_EQ(without("id", std::string(32, 'G')), Code::event_shape);
  EXPECT_EQ(without("at", -1), Code::event_shape);
  EXPECT_EQ(without("day", "2026-02-30"), Code::event_shape);
  EXPECT_EQ(without("kind", "dance"), Code::event_shape);
  EXPECT_EQ(without("node", 7), Code::event_shape);
  EXPECT_EQ(without("extra", 7), Code::event_shape);
  EXPECT_EQ(without("id at", 7), Code::event_shape) << "two members are none";
  EXPECT_EQ(without("", 7), Code::event_shape);
  EXPECT_EQ(without("read", "x"), Code::event_shape);
  EXPECT_FALSE(decode_event(Json()));
}

}  // namespace
}  // namespace stegvis
