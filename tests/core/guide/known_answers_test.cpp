// Answers that the account knows, as an event's `read` has them: the session takes them, and does not ask.
#include "guide/session_fixture.h"

namespace stegvis {
namespace {

constexpr const char* questions = R"({
  "name": "t", "domain": "d", "lists": [], "start": "first",
  "nodes": [
    {"id": "first", "kind": "ask", "to": [["yes", "second"], ["no", "end"]]},
    {"id": "second", "kind": "ask", "to": [["yes", "third"], ["no", "end"]]},
    {"id": "third", "kind": "pick", "list": "things", "to": [["picked", "last"], ["none", "end"]]},
    {"id": "last", "kind": "ask", "to": [["yes", "end"]]},
    {"id": "end", "kind": "outcome", "outcome": "end"}]})";

class KnownAnswers : public testing::Test {
 protected:
  Flow flow = flow_of(questions);
  Session session{flow};
  uint32_t count = 0;

  Event event(EventKind kind, const std::string& node, const std::string& choice = "",
              const char* known = nullptr) {
    Event out = event_of(++count, kind, node, choice);
    if (known) out.read = Json().set("known", *Json::parse(known));
    return out;
  }
  void send(const Event& event) { EXPECT_TRUE(session.fold(flow, event)); }
};

constexpr const char* both =
    R"({"second": {"choice": "yes"}, "third": {"choice": "picked", "value": {"item": "a"}}})";

TEST_F(KnownAnswers, AreTakenInTurn) {
  send(event(EventKind::answer, "first", "yes", both));
  EXPECT_EQ(session.node(), "last");
  EXPECT_TRUE(session.answer("second")->known);
  EXPECT_EQ(session.answer("third")->value["item"].string(), "a");
  EXPECT_FALSE(session.answer("first")->known);
}

TEST_F(KnownAnswers, BackGoesToWhatWasAsked) {
  send(event(EventKind::answer, "first", "yes", both));
  send(event(EventKind::back, "last"));
  EXPECT_EQ(session.node(), "first");
}

TEST_F(KnownAnswers, CanBeGoneToAndAnsweredByTheReader) {
  send(event(EventKind::answer, "first", "yes", both));
  send(event(EventKind::go_to, "second"));
  EXPECT_EQ(session.node(), "second");
  send(event(EventKind::answer, "second", "no"));
  EXPECT_EQ(session.node(), "end");
  EXPECT_FALSE(session.answer("second")->known);
  send(event(EventKind::back, "end"));
  EXPECT_EQ(session.node(), "second");
}

TEST_F(KnownAnswers, StandInPlaceOfTheReadersOwn) {
  send(event(EventKind::answer, "first", "no", R"({"first": {"choice": "yes", "said": "no"}})"));
  EXPECT_EQ(session.node(), "second");
  EXPECT_EQ(session.answer("first")->choice, "yes");
  EXPECT_EQ(session.answer("first")->said, "no");
}

TEST_F(KnownAnswers, ThatANodeCanNotHaveAreNotTaken) {
  for (const char* known :
       {R"({"second": {"choice": "perhaps"}})", R"({"second": "yes"})",
        R"({"second": {"choice": ["yes"]}})", R"({"other": {"choice": "yes"}})"}) {
    session = Session(flow);
    send(event(EventKind::answer, "first", "yes", known));
    EXPECT_EQ(session.node(), "second") << known;
    EXPECT_EQ(session.answer("second"), nullptr) << known;
  }
  session = Session(flow);
  send(event(
      EventKind::answer, "first", "yes",
      R"({"second": {"choice": "yes"}, "third": {"choice": "picked", "value": {"item": 7}}})"));
  EXPECT_EQ(session.node(), "third");
}

TEST_F(KnownAnswers, AreTakenOnFromAnOutcomeToo) {
  flow = flow_of(R"({"name": "t", "domain": "d", "lists": [], "start": "wait",
    "nodes": [{"id": "wait", "kind": "outcome", "outcome": "wait", "to": [["anyway", "ask"]]},
              {"id": "ask", "kind": "ask", "to": [["yes", "end"]]},
              {"id": "end", "kind": "outcome", "outcome": "end"}]})");
  session = Session(flow);
  send(event(EventKind::answer, "wait", "anyway",
             R"({"ask": {"choice": "yes"}, "wait": {"choice": "anyway"}})"));
  EXPECT_EQ(session.node(), "end");
}

TEST_F(KnownAnswers, MakeAnotherDigestThanTheSameOnesOfTheReader) {
  send(event(EventKind::answer, "first", "yes", R"({"second": {"choice": "yes"}})"));
  uint64_t known = session.digest();
  count = 0;
  session = Session(flow);
  send(event(EventKind::answer, "first", "yes"));
  send(event(EventKind::answer, "second", "yes"));
  EXPECT_NE(session.digest(), known);
}

TEST_F(KnownAnswers, AreInEventsOfVersionTwoAlone) {
  Event answer = event(EventKind::answer, "first", "yes", both);
  Json json = encode_event(answer);
  EXPECT_EQ(json["v"].integer(), 2);
  EXPECT_TRUE(decode_event(json));
  EXPECT_EQ(decode_event(Json(json).set("v", 1)).error().code, Code::event_shape);
  EXPECT_EQ(decode_event(Json(json).set("v", 4)).error().code, Code::event_version);
  EXPECT_EQ(encode_event(event(EventKind::answer, "first", "yes"))["v"].integer(), 1);
}

}  // namespace
}  // namespace stegvis
