// A second domain: its guide is walked to the end, undone, and replayed from its journals.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "domains/domains.h"
#include "runtime/replay.h"
#include "runtime/runtime.h"
#include "runtime/types.h"

namespace stegvis {
namespace {

const Day today = *parse_day("2026-11-23");

class MailboxGuide : public ::testing::Test {
 protected:
  void SetUp() override { open("practice", "en-US"); }

  void open(std::string_view account, const std::string& locale) {
    std::ifstream in(STEGVIS_GUIDES "/mailbox-full." + locale + ".json", std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    auto guide = Json::parse(text.str());
    ASSERT_TRUE(guide);
    start_ = Json::object();
    start_.set("flow", (*guide)["flow"]).set("account", account);
    ASSERT_EQ(runtime_.open(start_).dump(), R"({"tables":[]})");
    view_ = runtime_.view(today);
  }

  Json make(std::string_view kind) {
    return Json::object()
        .set("v", 1)
        .set("id", next_id())
        .set("at", count_)
        .set("day", format_day(today))
        .set("kind", kind)
        .set("node", view_["node"]);
  }
  void answer(std::string_view choice, Json value = Json()) {
    Json event = make("answer").set("choice", choice);
    if (!value.is_null()) event.set("value", std::move(value));
    send(event);
  }
  // A confirm or undo, answered in the same call.
  void settle(std::string_view kind) {
    Json event = make(kind);
    send(event, Json::object().set("id", next_id()).set("at", count_));
  }
  void send(const Json& event, const Json& answer = Json()) {
    outcome_ = runtime_.dispatch(event, answer);
    EXPECT_EQ(misfit("Outcome", outcome_), "");
    if (outcome_.has("view")) view_ = outcome_["view"];
    size_t at = 0;
    for (const Json& record : outcome_["append"].items()) {
      size_t bytes = size_t(record["bytes"].integer());
      (record["journal"].string() == "account" ? account_ : session_) +=
          runtime_.outgoing().substr(at, bytes);
      at += bytes;
    }
  }
  void to_review() {
    answer("yes");
    answer("picked", Json::object().set("item", "f-bin"));
    answer("filled", Json::object().set("folder", "Bin"));
    ASSERT_EQ(view_["node"].string(), "review") << outcome_.dump();
  }
  std::string digest() const { return view_["digests"]["account"].string(); }

  Runtime runtime_{domains()};
  Json start_, view_, outcome_;
  std::string account_, session_;

 private:
  std::string next_id() {
    std::string digits = std::to_string(++count_);
    return std::string(32 - digits.size(), '0') + digits;
  }
  int64_t count_ = 0;
};

TEST_F(MailboxGuide, IsWalkedToItsEnd) {
  EXPECT_TRUE(view_["choices"].items()[0]["known"].boolean()) << "nine tenths are used";
  std::string before = digest();
  to_review();
  EXPECT_EQ(view_["values"].dump(), R"({"count":96,"folder":"Bin"})");
  EXPECT_EQ(view_["review"]["changes"]["total"].integer(), 1);
  settle("confirm");
  EXPECT_EQ(view_["node"].string(), "emptied");
  EXPECT_EQ(view_["outcome"].string(), "emptied");
  EXPECT_NE(digest(), before);
  EXPECT_EQ(misfit("View", view_), "");
}

TEST_F(MailboxGuide, IsUndoneAtItsEnd) {
  std::string before = digest();
  to_review();
  settle("confirm");
  ASSERT_TRUE(view_["offers"].has("undo"));
  settle("undo");
  EXPECT_EQ(view_["state"].string(), "undone");
  EXPECT_EQ(digest(), before);
  EXPECT_FALSE(view_["offers"].has("undo"));
}

TEST_F(MailboxGuide, IsReplayedFromItsJournals) {
  to_review();
  settle("confirm");
  settle("undo");
  auto steps = replay(domains(), runtime_.flow(), account_ + session_);
  ASSERT_TRUE(steps) << name_of(steps.error().code);
  EXPECT_EQ(steps->back().account, digest());
  EXPECT_EQ(steps->back().session, view_["digests"]["session"].string());

  Runtime again{domains()};
  again.open(start_);
  EXPECT_FALSE(again.load("account", account_).has("problem"));
  EXPECT_FALSE(again.load("session", session_).has("problem"));
  EXPECT_EQ(again.view(today).dump(), view_.dump());
}

TEST_F(MailboxGuide, HasOneFlowInEveryLanguage) {
  std::string digest = view_["digests"]["flow"].string();
  open("practice", "nb-NO");
  EXPECT_EQ(view_["digests"]["flow"].string(), digest);
}

TEST_F(MailboxGuide, AnotherAccountAnswersOtherwise) {
  open("practice:roomy", "en-US");
  EXPECT_FALSE(view_["choices"].items()[0].has("known"));
  answer("no");
  EXPECT_EQ(view_["values"].dump(), R"({"limit":2000,"used":482})");
}

TEST_F(MailboxGuide, AnAccountThatIsNoneIsRefused) {
  start_.set("account", "practice:declined");
  EXPECT_EQ(runtime_.open(start_)["problem"]["code"].string(), "account-unknown");
}

TEST_F(MailboxGuide, AnEmptyFolderCantBePicked) {
  answer("yes");
  answer("picked", Json::object().set("item", "f-drafts"));
  EXPECT_EQ(outcome_["problem"]["code"].string(), "event-item");
  EXPECT_EQ(view_["node"].string(), "folder");
}

TEST_F(MailboxGuide, AnotherNameIsNotTaken) {
  answer("yes");
  answer("picked", Json::object().set("item", "f-bin"));
  answer("filled", Json::object().set("folder", "Bi"));
  EXPECT_EQ(outcome_["problem"]["code"].string(), "event-field");
  EXPECT_EQ(outcome_["verdicts"].items()[0]["verdict"]["standing"].string(), "possible");
  answer("filled", Json::object().set("folder", "Bun"));
  EXPECT_EQ(outcome_["verdicts"].items()[0]["verdict"]["standing"].string(), "invalid");
}

TEST_F(MailboxGuide, AChangeIsUndoneOnce) {
  to_review();
  settle("confirm");
  Operation undo{"undo", {Json(runtime_.session().latest()->operation.id)}, "x", today};
  EXPECT_TRUE(runtime_.domain().prepare(undo, {}).ok());
  settle("undo");
  EXPECT_EQ(runtime_.domain().prepare(undo, {}).refusals[0].code, "already-undone");
}

TEST_F(MailboxGuide, ItsSummaryNamesNoFolder) {
  to_review();
  settle("confirm");
  Json summary =
      runtime_.query(Json::object().set("query", "summary").set("day", format_day(today)));
  EXPECT_EQ(misfit("Summary", summary), "");
  EXPECT_EQ(summary.dump().find("Bin"), std::string::npos) << summary.dump();
  EXPECT_NE(summary.dump().find("\"kind\":\"system\""), std::string::npos) << summary.dump();
}

TEST_F(MailboxGuide, HasNoSecretFieldsAndNoTables) {
  EXPECT_EQ(runtime_.secrets().number_of("folder"), -1);
  EXPECT_EQ(runtime_.tables("bank", "")["problem"]["code"].string(), "query-unknown");
}

// The shipped domain still runs in the same build.
TEST(Domains, OfTheTestsAreBoth) {
  ASSERT_EQ(domains().size(), 2u);
  for (std::string_view name : {"billing", "mailbox"}) {
    ASSERT_NE(find_vocabulary(name), nullptr);
    EXPECT_EQ(find_vocabulary(name)->domain, name);
  }
  EXPECT_EQ(find_vocabulary("post"), nullptr);
}

}  // namespace
}  // namespace stegvis
