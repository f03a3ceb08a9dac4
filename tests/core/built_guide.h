// The guides that the build has compiled for the tests (tests/CMakeLists.txt), and other files of JSON.
#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "base/json.h"

namespace stegvis {

inline Json read_json(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  std::ostringstream text;
  text << in.rdbuf();
  auto json = Json::parse(text.str());
  EXPECT_TRUE(json) << path << ": " << json.error().detail;
  return json ? *json : Json();
}

// "payment-declined.nb-NO" as it was compiled.
inline Json built_guide(const std::string& name) {
  return read_json(STEGVIS_GUIDES "/" + name + ".json");
}

// The payment guide's flow over an account, as Runtime::open takes it. It asks all that it can, so that tests
// of other things walk through the same nodes whatever an account knows.
inline Json payment_guide(std::string_view account) {
  Json flow = built_guide("payment-declined.nb-NO")["flow"], nodes = flow["nodes"];
  for (Json& node : nodes.items())
    if (node["id"] != flow["start"]) node.drop("known");
  return Json::object().set("flow", flow.set("nodes", nodes)).set("account", account);
}

}  // namespace stegvis
