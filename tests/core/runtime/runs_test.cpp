// Whole runs through the guide, from tests/vectors/runs.json: the wasm runs the same file.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "built_guide.h"
#include "domains/domains.h"
#include "runtime/replay.h"
#include "runtime/runtime.h"
#include "runtime/types.h"

namespace stegvis {
namespace {

class GuideRun {
 public:
  explicit GuideRun(const Json& vector)
      : vector_(vector), day_(*parse_day(vector["day"].string())) {
    Json guide = built_guide(vector["guide"].string() + ".nb-NO");
    start_ = Json::object();
    start_.set("flow", guide["flow"])
        .set("fingerprints", guide["fingerprints"])
        .set("account", vector["account"]);
    start();
  }

  void all() {
    for (size_t i = 0; i < vector_["steps"].size(); ++i) {
      SCOPED_TRACE(vector_["name"].string() + ", step " + std::to_string(i + 1));
      step(vector_["steps"].items()[i]);
    }
    replays_to_the_same_digests();
  }

 private:
  void start() {
    runtime_ = std::make_unique<Runtime>(domains());
    EXPECT_EQ(runtime_->open(start_)["problem"].dump(), "null");
    view_ = runtime_->view(day_);
    outcome_ = Json::object();
  }

  void take(Json outcome) {
    EXPECT_EQ(misfit("Outcome", outcome), "");
    outcome_ = std::move(outcome);
    if (outcome_.has("view")) view_ = outcome_["view"];
    size_t at = 0;
    for (const Json& record : outcome_["append"].items()) {
      bool account = record["journal"].string() == "account";
      (account ? account_ : session_) +=
          runtime_->outgoing().substr(at, size_t(record["bytes"].integer()));
      at += size_t(record["bytes"].integer());
    }
    EXPECT_EQ(at, runtime_->outgoing().size());
    if (outcome_["append"].size())
      digests_.push_back(view_["digests"]["session"].string() +
                         view_["digests"]["account"].string());
  }

  void send(Json event) {
    std::string id = std::to_string(++count_);
    if (!event.has("v")) event.set("v", 1);
    event.set("id", std::string(32 - id.size(), '0') + id)
        .set("at", count_)
        .set("day", format_day(day_));
    if (!event.has("node")) event.set("node", view_["node"]);
    take(runtime_->dispatch(event));
  }

  // The adapter's answer to what is pending.
  void answer(Json event) {
    Json effects = runtime_->query(Json::object().set("query", "effects"));
    ASSERT_EQ(effects.size(), 1u);
    Json value = event.has("value") ? event["value"] : Json::object();
    send(event.set("value", value.set("of", effects.items()[0]["key"])));
  }

  void step(const Json& step) {
    if (step.has("do")) send(step["do"]);
    if (step.has("type")) type(step["type"], step["expect"]);
    if (step.has("commit")) answer(Json::object().set("kind", "committed"));
    if (step.has("adapter")) answer(step["adapter"]);
    if (step.has("reload")) {
      std::string before = view_.dump();
      start();
      EXPECT_FALSE(runtime_->load("account", account_).has("problem"));
      EXPECT_FALSE(runtime_->load("session", session_).has("problem"));
      view_ = runtime_->view(day_);
      EXPECT_EQ(view_.dump(), before);
    }
    EXPECT_EQ(misfit("View", view_), "");
    EXPECT_LE(view_.dump().size(), 8192u);
    if (step.has("expect")) expect(step["expect"]);
  }

  void type(const Json& secret, const Json& expected) {
    int32_t field = runtime_->secrets().number_of(secret["field"].string());
    EXPECT_GE(field, 0) << secret.dump();
    const std::string& text = secret["text"].string();
    std::copy(text.begin(), text.end(), runtime_->secrets().buffer());
    int32_t result = runtime_->secrets().type(field, int32_t(text.size()), int32_t(text.size()));
    constexpr std::string_view standings[] = {"valid", "possible", "invalid"};
    if (expected.has("standing")) {
      EXPECT_EQ(standings[result >> 16 & 3], expected["standing"].string());
    }
    if (expected.has("formatted")) {
      EXPECT_EQ(std::string(runtime_->secrets().buffer(), size_t(result & 255)),
                expected["formatted"].string());
    }
    runtime_->secrets().wipe();
    outcome_ = Json::object();
  }

  void expect(const Json& expected) {
    EXPECT_EQ(outcome_["problem"]["code"].string(), expected["problem"].string());
    for (const char* member : {"node", "kind", "state", "heading"})
      if (expected.has(member)) {
        EXPECT_EQ(view_[member].string(), expected[member].string());
      }
    for (const char* flag : {"known", "chosen"}) {
      if (!expected.has(flag)) continue;
      std::string found;
      for (const Json& choice : view_["choices"].items())
        if (choice[flag].boolean()) found = choice["id"].string();
      EXPECT_EQ(found, expected[flag].string()) << flag;
    }
    if (expected.has("answers")) {
      Json found = Json::object();
      for (const Json& row : view_["known"].items())
        found.set(row["node"].string(), row.has("item") ? row["item"]["id"] : row["choice"]);
      EXPECT_EQ(found.dump(), expected["answers"].dump());
    }
    if (expected.has("said")) {
      ASSERT_GT(view_["known"].size(), 0u);
      EXPECT_EQ(view_["known"].items()[0]["said"].string(), expected["said"].string());
    }
    if (expected.has("disabled")) {
      Json found = items([](const Json& item) { return !item["enabled"].boolean(); });
      EXPECT_EQ(found.dump(), expected["disabled"].dump());
    }
    if (expected.has("suggested")) {
      Json found = items([](const Json& item) { return item["suggested"].boolean(); });
      EXPECT_EQ(found.dump(), expected["suggested"].dump());
    }
    for (size_t i = 0; i < expected["verdicts"].size(); ++i) {
      std::string code;
      for (const Json& row : outcome_["verdicts"].items()) {
        if (row["field"].string() == expected["verdicts"].keys()[i])
          code = row["verdict"]["code"].string();
      }
      EXPECT_EQ(code, expected["verdicts"].items()[i].string()) << outcome_.dump();
    }
    if (expected.has("begun")) {
      EXPECT_TRUE(view_["review"]["begun"].boolean());
    }
    if (expected.has("effects")) {
      EXPECT_EQ(int64_t(outcome_["effects"].size()), expected["effects"].integer());
    }
    if (expected.has("reasons")) {
      Json codes = Json::array();
      for (const Json& reason : view_["reasons"].items()) codes.push(reason["code"]);
      EXPECT_EQ(codes.dump(), expected["reasons"].dump());
    }
    if (expected.has("warnings")) {
      Json codes = Json::array();
      for (const Json& warning : view_["review"]["warnings"].items()) codes.push(warning["code"]);
      EXPECT_EQ(codes.dump(), expected["warnings"].dump());
    }
    if (expected.has("offers")) {
      Json offers = Json::array();
      for (const std::string& offer : view_["offers"].keys()) offers.push(offer);
      EXPECT_EQ(offers.dump(), expected["offers"].dump());
    }
    for (const Json& value : expected["values"].items())
      EXPECT_TRUE(view_["values"].has(value.string()));
    for (size_t i = 0; i < expected["fields"].size(); ++i)
      for (const Json& field : view_["form"]["fields"].items())
        if (field["id"].string() == expected["fields"].keys()[i]) {
          EXPECT_EQ(field["value"], expected["fields"].items()[i]);
        }
    std::string account = view_["digests"]["account"].string();
    if (expected.has("remember")) remembered_ = account;
    if (expected.has("same")) {
      EXPECT_EQ(account, remembered_);
    }
    if (expected.has("differs")) {
      EXPECT_NE(account, remembered_);
    }
  }

  template <class Test>
  Json items(Test test) {
    Json ids = Json::array();
    for (const Json& item : view_["list"]["items"].items())
      if (test(item)) ids.push(item["id"]);
    return ids;
  }

  void replays_to_the_same_digests() {
    auto steps = replay(domains(), runtime_->flow(), account_ + session_);
    ASSERT_TRUE(steps) << name_of(steps.error().code) << steps.error().where
                       << steps.error().detail;
    ASSERT_EQ(steps->size(), digests_.size());
    for (size_t i = 0; i < steps->size(); ++i)
      EXPECT_EQ((*steps)[i].session + (*steps)[i].account, digests_[i])
          << "event " << i + 1 << " " << (*steps)[i].kind;
    if (vector_.has("digest")) {
      EXPECT_EQ(digests_.back(), vector_["digest"].string());
    }
  }

  const Json& vector_;
  Day day_;
  Json start_, view_, outcome_;
  std::unique_ptr<Runtime> runtime_;
  std::string account_, session_, remembered_;
  std::vector<std::string> digests_;
  int64_t count_ = 0;
};

TEST(Runs, WalkAsTheVectorsSay) {
  Json runs = read_json(std::string(STEGVIS_ROOT) + "/tests/vectors/runs.json");
  ASSERT_GT(runs.size(), 5u);
  for (const Json& vector : runs.items()) GuideRun(vector).all();
}

}  // namespace
}  // namespace stegvis
