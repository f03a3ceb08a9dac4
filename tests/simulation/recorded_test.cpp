// The schedules of tests/vectors/schedules.json, run by the model; the page's journal store runs the same.
//
//   STEGVIS_RECORD=1 build/native/bin/simulation_tests --gtest_filter=Recorded.*
// writes what each comes to into that file, and adds schedules of seeds until there are 64.
#include "recorded.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <sstream>

namespace stegvis::simulation {
namespace {

constexpr const char* file = STEGVIS_ROOT "/tests/vectors/schedules.json";

Json read() {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  auto json = Json::parse(text.str());
  EXPECT_TRUE(json) << json.error().detail;
  return json ? *json : Json::array();
}

void record(Json schedules) {
  for (uint64_t seed = 1; schedules.size() < 64; ++seed) {
    std::string name = "seed " + std::to_string(seed);
    bool there = false;
    for (const Json& schedule : schedules.items()) there |= schedule["name"].string() == name;
    if (!there) schedules.push(Json::object().set("name", name).set("steps", recorded_steps(seed)));
  }
  std::ofstream out(file, std::ios::binary);
  out << "[\n";
  for (size_t i = 0; i < schedules.size(); ++i) {
    Json& schedule = schedules.items()[i];
    schedule.set("expect", Recorded().run(schedule["steps"]));
    out << schedule.dump() << (i + 1 < schedules.size() ? ",\n" : "\n");
  }
  out << "]\n";
}

TEST(Recorded, EveryScheduleComesToWhatIsWrittenDown) {
  Json schedules = read();
  if (std::getenv("STEGVIS_RECORD")) record(schedules);
  schedules = read();
  ASSERT_GE(schedules.size(), 60u);
  size_t steps = 0;
  for (const Json& schedule : schedules.items()) {
    Json found = Recorded().run(schedule["steps"]);
    steps += schedule["steps"].size();
    EXPECT_EQ(found.dump(), schedule["expect"].dump()) << schedule["name"].string();
  }
  std::printf("%zu recorded schedules, %zu steps, by the model\n", schedules.size(), steps);
}

}  // namespace
}  // namespace stegvis::simulation
