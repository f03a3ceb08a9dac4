// A session of the replacement's flow, and how a test sends events to it.
#pragma once
#include <string>
#include <utility>

#include "guide/flows.h"
#include "guide/session.h"

namespace stegvis {

// The event with that number, without its value and what was read.
inline Event event_of(uint32_t number, EventKind kind, const std::string& node,
                      const std::string& choice) {
  std::string id = std::to_string(number);
  Event event;
  event.id = std::string(32 - id.size(), '0') + id;
  event.day = day_of({2026, 11, 23});
  event.kind = kind;
  event.node = node;
  event.choice = choice;
  return event;
}

class SessionTest : public testing::Test {
 protected:
  Flow flow = flow_of(replacement_flow);
  Session session{flow};
  uint32_t count = 0;

  Event make(EventKind kind, const std::string& node, const std::string& choice = "",
             Json value = Json()) {
    Event event = event_of(++count, kind, node, choice);
    event.value = std::move(value);
    return event;
  }
  Status send(EventKind kind, const std::string& node, const std::string& choice = "",
              Json value = Json()) {
    return session.fold(flow, make(kind, node, choice, std::move(value)));
  }
  static Json item(const char* id) { return Json::object().set("item", id); }
  static Json of(const std::string& id) { return Json::object().set("of", id); }

  void to_review() {
    EXPECT_TRUE(send(EventKind::answer, "ask", "yes"));
    EXPECT_TRUE(send(EventKind::answer, "old", "picked", item("a")));
    EXPECT_TRUE(send(EventKind::answer, "new", "picked", item("b")));
    EXPECT_EQ(session.node(), "review");
  }
  void commit(int version, const char* made = nullptr) {
    Json value = of(session.pending()->operation.id);
    value.set("version", version);
    if (made) value.set("made", made);
    EXPECT_TRUE(send(EventKind::committed, "", "", value));
  }
};

}  // namespace stegvis
