// Flows for the tests of core/guide.
#pragma once
#include <gtest/gtest.h>

#include "guide/flow.h"

namespace stegvis {

// The flow of a replacement: an ask, two picks (the item of the second can be added), a review and
// an outcome.
inline const char* const replacement_flow = R"({
  "name": "t", "domain": "d", "lists": [3], "start": "ask",
  "nodes": [
    {"id": "ask", "kind": "ask", "to": [["yes", "old"], ["no", "wait"]]},
    {"id": "wait", "kind": "outcome", "outcome": "wait", "to": [["anyway", "old"]]},
    {"id": "old", "kind": "pick", "list": "things", "to": [["picked", "new"], ["none", "stop"]]},
    {"id": "new", "kind": "pick", "list": "others", "of": "old",
     "to": [["picked", "review"], ["add", "add"]]},
    {"id": "add", "kind": "fill", "form": "f", "operation": "add", "binds": "new",
     "to": [["filled", "review"]]},
    {"id": "review", "kind": "review", "operation": "swap", "with": ["old", "new"],
     "to": [["done", "fixed"]]},
    {"id": "fixed", "kind": "outcome", "outcome": "fixed", "undo": true},
    {"id": "stop", "kind": "outcome", "outcome": "stop"}]})";

inline Flow flow_of(const char* text) {
  auto json = Json::parse(text);
  EXPECT_TRUE(json) << json.error().detail;
  auto flow = decode_flow(*json);
  EXPECT_TRUE(flow) << name_of(flow.error().code) << flow.error().where << flow.error().detail;
  return flow ? *flow : Flow();
}

}  // namespace stegvis
