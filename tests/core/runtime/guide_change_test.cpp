// A newer version of the article under a running session: the reader goes on from the last node that
// stands, what was answered stays with it, and the journal replays alone.
#include <gtest/gtest.h>

#include "domains/domains.h"
#include "runtime/replay.h"
#include "runtime/runtime.h"

namespace stegvis {
namespace {

// An article without a playbook: so many steps, named by their place, known again by their text.
Json article(const std::vector<std::string>& texts) {
  Json nodes = Json::array(), prints = Json::object();
  for (size_t i = 0; i < texts.size(); ++i) {
    std::string id = "list-1.step-" + std::to_string(i + 1);
    std::string next = i + 1 < texts.size() ? "list-1.step-" + std::to_string(i + 2) : "outcome";
    nodes.push(Json::object()
                   .set("id", id)
                   .set("kind", "read")
                   .set("to", Json().push(Json().push("next").push(next))));
    prints.set(id, texts[i]);
  }
  nodes.push(Json::object().set("id", "outcome").set("kind", "outcome").set("outcome", "read"));
  Json flow = Json::object();
  flow.set("name", "a").set("start", "list-1.step-1").set("nodes", nodes);
  flow.set("lists", Json().push(int64_t(texts.size())));
  return Json::object().set("flow", flow).set("fingerprints", prints).set("account", "practice");
}

class Reader {
 public:
  explicit Reader(const Json& guide) { EXPECT_EQ(runtime_.open(guide).dump(), R"({"tables":[]})"); }
  Json load(const std::string& bytes) {
    journal = bytes;
    return runtime_.load("session", bytes);
  }
  Json send(const char* kind, const char* choice = nullptr) {
    std::string id = std::to_string(100 + journal.size());
    Json event = Json::object();
    event.set("v", 1).set("id", std::string(32 - id.size(), '0') + id).set("at", 1);
    event.set("day", "2026-11-23").set("kind", kind).set("node", node());
    if (choice) event.set("choice", choice);
    Json outcome = runtime_.dispatch(event);
    EXPECT_FALSE(outcome.has("problem")) << outcome.dump();
    journal += runtime_.outgoing();
    return outcome;
  }
  std::string node() const { return runtime_.session().node(); }
  const Runtime& runtime() const { return runtime_; }

  std::string journal;

 private:
  Runtime runtime_{domains()};
};

TEST(GuideChange, TheReaderGoesOnFromTheStepThatSaysTheSame) {
  Reader before(article({"open", "press", "type", "save"}));
  before.send("answer", "next");
  before.send("answer", "next");
  EXPECT_EQ(before.node(), "list-1.step-3");

  Reader after(article({"open", "press", "type", "save", "check"}));
  EXPECT_TRUE(after.load(before.journal)["changed"].boolean());
  Json outcome = after.send("guide-changed");
  EXPECT_EQ(after.node(), "list-1.step-3");
  EXPECT_FALSE(outcome["view"].has("moved"));
  after.send("answer", "next");
  after.send("answer", "next");
  EXPECT_EQ(after.node(), "list-1.step-5");

  auto steps = replay(domains(), after.runtime().flow(), after.journal);
  ASSERT_TRUE(steps) << steps.error().detail;
  EXPECT_EQ(steps->back().node, "list-1.step-5");
  EXPECT_NE(steps->front().flow, steps->back().flow);
}

TEST(GuideChange, AStepThatIsGoneSendsBackToTheLastOneThatStands) {
  Reader before(article({"open", "press", "type", "save"}));
  for (int i = 0; i < 3; ++i) before.send("answer", "next");
  EXPECT_EQ(before.node(), "list-1.step-4");

  Reader after(article({"open", "press", "save"}));
  EXPECT_TRUE(after.load(before.journal)["changed"].boolean());
  Json outcome = after.send("guide-changed");
  EXPECT_EQ(after.node(), "list-1.step-2");
  EXPECT_TRUE(outcome["view"]["moved"].boolean());
  EXPECT_FALSE(after.send("answer", "next")["view"].has("moved"));
}

TEST(GuideChange, TheSameFlowInOtherWordsChangesNothing) {
  Reader before(article({"open", "press"}));
  before.send("answer", "next");
  Reader after(article({"apne", "trykk"}));
  Json loaded = after.load(before.journal);
  EXPECT_FALSE(loaded.has("changed"));
  EXPECT_FALSE(loaded.has("problem"));
  EXPECT_EQ(after.node(), "list-1.step-2");
}

TEST(GuideChange, AJournalOfAnotherAccountIsRefused) {
  Reader before(article({"open", "press"}));
  before.send("answer", "next");
  Json other = article({"open", "press"});
  other.set("account", "practice:few");
  Reader after(other);
  EXPECT_EQ(after.load(before.journal)["problem"]["code"].string(), "journal-header");
  EXPECT_EQ(after.node(), "list-1.step-1");
}

TEST(Dispatch, NothingIsKeptOfAnEventButWhatItIsFor) {
  Runtime runtime{domains()};
  EXPECT_EQ(runtime.open(article({"open", "press"})).dump(), R"({"tables":[]})");
  int64_t count = 0;
  for (const char* kind : {"answer", "back", "answer", "restart", "draft", "undo", "go-to"}) {
    std::string id = std::to_string(++count);
    Json event = Json::object();
    event.set("v", 1).set("id", std::string(32 - id.size(), '0') + id).set("at", 1);
    event.set("day", "2026-11-23").set("kind", kind).set("node", runtime.session().node());
    event.set("choice", "next").set("value", "4111111111111111");
    event.set("read", Json::object().set("values", "4111111111111111"));
    runtime.dispatch(event);
    EXPECT_EQ(runtime.outgoing().find("4111"), std::string::npos) << kind;
  }
  EXPECT_GT(count, 3);
}

TEST(GuideChange, ADamagedJournalIsUsedAsFarAsItStands) {
  Reader before(article({"open", "press", "type"}));
  before.send("answer", "next");
  std::string whole = before.journal;
  before.send("answer", "next");
  Reader after(article({"open", "press", "type"}));
  Json loaded = after.load(before.journal.substr(0, before.journal.size() - 3));
  EXPECT_EQ(loaded["problem"]["code"].string(), "journal-truncated");
  EXPECT_EQ(loaded["records"].integer(), 2);
  EXPECT_EQ(after.node(), "list-1.step-2");
}

}  // namespace
}  // namespace stegvis
