// Journals as a reader writes them: a small guide over a practice account, in which all is replaced again and
// again.
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"
#include "domains/domains.h"
#include "journal/journal.h"
#include "runtime/runtime.h"

namespace stegvis {

inline const char* const replacing_flow = R"({
  "name": "t", "domain": "billing", "lists": [1], "start": "old",
  "nodes": [
    {"id": "old", "kind": "pick", "list": "methods", "to": [["picked", "new"]]},
    {"id": "new", "kind": "pick", "list": "replacements", "of": "old", "to": [["picked", "review"]]},
    {"id": "review", "kind": "review", "operation": "replace-all", "with": ["old", "new"],
     "to": [["done", "replaced"]]},
    {"id": "replaced", "kind": "outcome", "outcome": "fixed", "undo": true}]})";

struct WrittenJournals {
  std::string account, session;
};

class JournalWriter {
 public:
  JournalWriter() {
    auto flow = Json::parse(replacing_flow);
    EXPECT_TRUE(flow);
    guide_ = Json::object().set("flow", *flow).set("account", "practice");
    EXPECT_FALSE(runtime_.open(guide_).has("problem"));
  }

  const Json& guide() const { return guide_; }
  Runtime& runtime() { return runtime_; }
  const WrittenJournals& journals() const { return journals_; }

  // Takes one event of that day; with a confirm, its answer too.
  Json send(std::string_view kind, std::string_view node, std::string_view day, int64_t at,
            Json value = Json()) {
    Json event = Json::object().set("v", 1).set("id", id()).set("at", at).set("day", day);
    event.set("kind", kind).set("node", node);
    if (kind == "answer") event.set("choice", "picked");
    if (!value.is_null()) event.set("value", std::move(value));
    bool asks = kind == "confirm" || kind == "undo";
    Json answer = asks ? Json::object().set("id", id()).set("at", at) : Json();
    Json outcome = runtime_.dispatch(event, answer);
    size_t from = 0;
    for (const Json& record : outcome["append"].items()) {
      size_t bytes = size_t(record["bytes"].integer());
      bool account = record["journal"].string() == "account";
      (account ? journals_.account : journals_.session) += runtime_.outgoing().substr(from, bytes);
      from += bytes;
    }
    return outcome;
  }

  // Replaces one card by the other, there and back, so many times.
  void replace(int count, std::string_view day = "2026-11-23") {
    for (int i = 0; i < count; ++i) {
      const char* cards[] = {"m-visa", "m-mastercard", "m-debit", "m-mastercard"};
      // The card that pays, by now, is the new one of the round before.
      const char* old_card = i == 0 ? cards[0] : cards[1 + (i - 1) % 2];
      const char* new_card = cards[1 + i % 2];
      send("answer", "old", day, i, Json::object().set("item", old_card));
      send("answer", "new", day, i, Json::object().set("item", new_card));
      Json outcome = send("confirm", "review", day, i);
      ASSERT_FALSE(outcome.has("problem")) << outcome.dump();
      send("restart", outcome["view"]["node"].string(), day, i);
    }
  }

 private:
  std::string id() {
    std::string number = decimal(++count_);
    return std::string(32 - number.size(), '0') + number;
  }

  Runtime runtime_{domains()};
  Json guide_;
  WrittenJournals journals_;
  int64_t count_ = 0;
};

}  // namespace stegvis
