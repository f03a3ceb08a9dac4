// Schedules of tabs, faults and crashes, by seeds: the promises of simulation.h hold in each.
//
//   build/native/bin/simulation_tests                     the schedules of this size (tests/core/size.h)
//   STEGVIS_SEED=N build/native/bin/simulation_tests      schedule N alone, with all its steps
//   STEGVIS_SHORT=1 STEGVIS_SEED=N (the same)             with the fewest steps that break the same promise
#include "simulation.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "size.h"

namespace stegvis::simulation {
namespace {

void add(Tally& sum, const Tally& tally) {
  uint64_t* into = &sum.schedules;
  const uint64_t* from = &tally.schedules;
  for (size_t i = 0; i < sizeof(Tally) / sizeof(uint64_t); ++i) into[i] += from[i];
}

TEST(Simulation, ThePromisesHoldInEverySchedule) {
  const char* only = std::getenv("STEGVIS_SEED");
  uint64_t first = only ? std::strtoull(only, nullptr, 10) : 1;
  uint64_t count = only ? 1 : sized({.run = 20000, .ci = 40000, .night = 1000000});
  Tally sum;
  uint64_t broken = 0;
  for (uint64_t seed = first; seed < first + count; ++seed) {
    Simulation simulation(seed, only != nullptr);
    std::string promise = simulation.run();
    add(sum, simulation.tally());
    if (only && std::getenv("STEGVIS_SHORT") && !promise.empty()) {
      Plan plan = shrink(seed);
      Simulation shorter(seed, true, plan);
      shorter.run();
      std::printf("%zu of %zu steps\n%s", plan.steps.size(), simulation.plan().steps.size(),
                  shorter.trace().c_str());
      ADD_FAILURE() << "seed " << seed << ": " << promise;
      continue;
    }
    if (only) std::fputs(simulation.trace().c_str(), stdout);
    if (promise.empty()) continue;
    std::printf("seed %llu: %s\n", (unsigned long long)seed, promise.c_str());
    if (++broken > 3) continue;
    Simulation again(seed, true);
    std::string same = again.run();
    ADD_FAILURE() << "seed " << seed << ": " << promise << "\n"
                  << again.trace() << "repeat it: STEGVIS_SEED=" << seed;
    EXPECT_EQ(promise, same) << "a seed gives one schedule";
  }
  EXPECT_EQ(broken, 0u);
  std::printf(
      "%llu schedules from seed %llu: %llu steps, %llu tabs, %llu crashes, %llu records "
      "acknowledged, "
      "%llu conflicts, %llu calls failed, %llu damages, %llu losses said, %llu stored in memory, "
      "%llu clock jumps, %llu changes committed at the end\n",
      (unsigned long long)sum.schedules, (unsigned long long)first, (unsigned long long)sum.steps,
      (unsigned long long)sum.tabs, (unsigned long long)sum.crashes,
      (unsigned long long)sum.acknowledged, (unsigned long long)sum.conflicts,
      (unsigned long long)sum.faults, (unsigned long long)sum.damages,
      (unsigned long long)sum.losses_said, (unsigned long long)sum.in_memory,
      (unsigned long long)sum.clocks, (unsigned long long)sum.committed);
}

}  // namespace
}  // namespace stegvis::simulation
