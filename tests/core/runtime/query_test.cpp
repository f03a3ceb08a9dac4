// Questions of the page that change nothing, on an account of 1,000 subscriptions and more.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "built_guide.h"
#include "domains/domains.h"
#include "runtime/runtime.h"
#include "runtime/types.h"

namespace stegvis {
namespace {

constexpr std::string_view today = "2026-11-23";

// A reader of the payment guide who has come to some node.
class Many : public ::testing::Test {
 protected:
  void SetUp() override {
    start_ = payment_guide("practice:many");
    ASSERT_EQ(runtime_.open(start_)["problem"].dump(), "null");
  }
  Json send(std::string_view choice, Json value = Json()) {
    std::string id = std::to_string(++count_);
    Json event = Json::object();
    event.set("v", 1).set("id", std::string(32 - id.size(), '0') + id).set("at", count_);
    event.set("day", today).set("node", runtime_.session().node()).set("kind", "answer");
    event.set("choice", choice);
    if (!value.is_null()) event.set("value", std::move(value));
    Json outcome = runtime_.dispatch(event);
    EXPECT_FALSE(outcome.has("problem")) << outcome.dump();
    for (size_t i = 0, at = 0; i < outcome["append"].size(); ++i) {
      const Json& record = outcome["append"].items()[i];
      size_t bytes = size_t(record["bytes"].integer());
      if (record["journal"].string() == "session")
        session_ += runtime_.outgoing().substr(at, bytes);
      at += bytes;
    }
    return outcome["view"];
  }
  Json pick(std::string_view item) { return send("picked", Json().set("item", item)); }
  Json ask(std::string_view query, int64_t from = 0, std::string_view search = "") {
    Json question = Json::object();
    question.set("query", query).set("from", from).set("count", 50);
    question.set("search", search).set("day", today);
    question.set("names", Json().set("telephony-basic", "Telefoni Basis"));
    return runtime_.query(question);
  }
  void to_review() {
    for (std::string_view choice : {"many", "no", "yes"}) send(choice);
    pick("m-visa");
    view_ = pick("m-mastercard");
    ASSERT_EQ(view_["kind"].string(), "review");
  }

  Runtime runtime_{domains()};
  Json start_ = Json::object(), view_;
  std::string session_;
  int64_t count_ = 0;
};

TEST_F(Many, WindowsOfChangesAreTogetherAllThatTheReviewWouldMove) {
  to_review();
  int64_t total = view_["review"]["changes"]["total"].integer();
  ASSERT_GT(total, 800);
  std::set<std::string> seen;
  for (int64_t from = 0; from < total; from += 50) {
    Json changes = ask("changes", from);
    EXPECT_EQ(misfit("List", changes), "");
    EXPECT_EQ(changes["total"].integer(), total);
    for (const Json& item : changes["items"].items()) seen.insert(item["id"].string());
  }
  EXPECT_EQ(int64_t(seen.size()), total);
}

TEST_F(Many, ChangesAreSearched) {
  to_review();
  Json changes = ask("changes", 0, "TELEFONI BASIS");
  EXPECT_EQ(changes["total"].integer(), 1);
  const Json& name = changes["items"].items()[0]["values"]["name"];
  EXPECT_EQ(name.dump(), R"({"practice":"telephony-basic"})");
}

TEST_F(Many, WhereNothingWouldChangeThereIsNothingToList) {
  send("many");
  EXPECT_EQ(ask("changes")["total"].integer(), 0);
}

TEST_F(Many, AnItemThatWasPickedFarDownComesWithTheView) {
  for (std::string_view choice : {"many", "yes", "one"}) send(choice);
  Json view = pick("m-visa");
  ASSERT_EQ(view["node"].string(), "item");
  EXPECT_FALSE(view.has("picked"));
  Json last = runtime_.query(Json()
                                 .set("query", "list")
                                 .set("list", "uses")
                                 .set("of", "m-visa")
                                 .set("from", view["list"]["total"].integer() - 1)
                                 .set("day", today))["items"];
  ASSERT_EQ(last.size(), 1u);
  pick(last.items()[0]["id"].string());
  Json event = Json::object();
  event.set("v", 1).set("id", std::string(32, 'a')).set("at", 99).set("day", today);
  view = runtime_.dispatch(event.set("node", "new-one").set("kind", "back"))["view"];
  EXPECT_EQ(misfit("View", view), "");
  EXPECT_EQ(view["picked"]["id"].string(), view["chosen"].string());
  EXPECT_EQ(view["picked"]["values"].dump(), last.items()[0]["values"].dump());
  EXPECT_LE(view.dump().size(), 8192u);
}

TEST_F(Many, AFormThatIsCarriedOutSaysBeforehandThatItCanBeUndone) {
  for (std::string_view choice : {"many", "no", "yes"}) send(choice);
  pick("m-visa");
  Json view = send("add");
  EXPECT_EQ(misfit("View", view), "");
  ASSERT_EQ(view["node"].string(), "add");
  EXPECT_TRUE(view["form"]["undoable"].boolean());
}

TEST_F(Many, AFormThatAReviewFollowsLeavesThatToTheReview) {
  for (std::string_view choice : {"many", "no", "no"}) send(choice);
  Json view = pick("m-visa");
  ASSERT_EQ(view["node"].string(), "details");
  EXPECT_FALSE(view["form"].has("undoable"));
}

TEST_F(Many, ALoadedSessionTellsTheDayOfItsLastEvent) {
  send("many");
  Runtime again{domains()};
  ASSERT_EQ(again.open(start_)["problem"].dump(), "null");
  Json loaded = again.load("session", session_);
  EXPECT_EQ(misfit("Loaded", loaded), "");
  EXPECT_EQ(loaded["day"].string(), today);
}

}  // namespace
}  // namespace stegvis
