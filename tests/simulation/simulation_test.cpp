// Schedules of tabs, faults and crashes, by seeds: the promises of simulation.h hold in each.
//
//   build/native/bin/simulation_tests                     the schedules of this size (tests/core/size.h)
//   STEGVIS_SEED=N build/native/bin/simulation_tests      schedule N alone, with all its steps
//   STEGVIS_FIRST=N (the same)                            the schedules from seed N on
//   STEGVIS_SHORT=1 STEGVIS_SEED=N (the same)             with the fewest steps that break the same promise
#include "simulation.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <map>
#include <mutex>
#include <thread>

#include "size.h"

namespace stegvis::simulation {
namespace {

void add(Tally& sum, const Tally& tally) {
  uint64_t* into = &sum.schedules;
  const uint64_t* from = &tally.schedules;
  for (size_t i = 0; i < sizeof(Tally) / sizeof(uint64_t); ++i) into[i] += from[i];
}

// All schedules, on as many processors as there are: a seed gives the same on each.
struct Sweep {
  Tally sum;
  std::map<uint64_t, std::string> broken;
};
Sweep sweep(uint64_t first, uint64_t count) {
  Sweep all;
  std::mutex summing;
  std::atomic<uint64_t> next = first;
  auto work = [&] {
    Sweep own;
    for (uint64_t seed; (seed = next++) < first + count;) {
      Simulation simulation(seed);
      std::string promise = simulation.run();
      add(own.sum, simulation.tally());
      if (!promise.empty()) own.broken[seed] = promise;
    }
    std::scoped_lock lock(summing);
    add(all.sum, own.sum);
    all.broken.merge(own.broken);
  };
  std::vector<std::thread> threads;
  for (unsigned i = std::max(1u, std::thread::hardware_concurrency()); i > 0; --i)
    threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  return all;
}

// The schedule of a seed, step by step.
void tell(uint64_t seed, const std::string& promise) {
  if (std::getenv("STEGVIS_SHORT") && !promise.empty()) {
    Plan plan = shrink(seed);
    Simulation shorter(seed, true, plan);
    shorter.run();
    std::printf("%zu steps\n%s", plan.steps.size(), shorter.trace().c_str());
    return;
  }
  Simulation again(seed, true);
  std::string same = again.run();
  std::fputs(again.trace().c_str(), stdout);
  EXPECT_EQ(promise, same) << "a seed gives one schedule";
}

uint64_t number(const char* name, uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

TEST(Simulation, ThePromisesHoldInEverySchedule) {
  bool alone = std::getenv("STEGVIS_SEED");
  uint64_t first = number("STEGVIS_SEED", number("STEGVIS_FIRST", 1));
  uint64_t count = alone ? 1 : sized({.run = 20000, .ci = 40000, .night = 1000000});
  const auto& [sum, broken] = sweep(first, count);
  if (alone && broken.empty()) tell(first, "");
  size_t shown = 0;
  for (const auto& [seed, promise] : broken) {
    if (++shown <= 3) tell(seed, promise);
    ADD_FAILURE() << promise << "; repeat it: STEGVIS_SEED=" << seed;
  }
  std::printf(
      "%llu schedules from seed %llu: %llu steps, %llu tabs, %llu crashes, %llu records "
      "acknowledged, "
      "%llu conflicts, %llu acts too late, %llu decided over what another tab has stored, %llu "
      "calls failed, %llu damages, %llu losses said, %llu stored in memory, "
      "%llu clock jumps, %llu journals followed, %llu times memory was left, %llu "
      "times everything was removed, %llu changes committed at the end\n",
      (unsigned long long)sum.schedules, (unsigned long long)first, (unsigned long long)sum.steps,
      (unsigned long long)sum.tabs, (unsigned long long)sum.crashes,
      (unsigned long long)sum.acknowledged, (unsigned long long)sum.conflicts,
      (unsigned long long)sum.late, (unsigned long long)sum.turns, (unsigned long long)sum.faults,
      (unsigned long long)sum.damages, (unsigned long long)sum.losses_said,
      (unsigned long long)sum.in_memory, (unsigned long long)sum.clocks,
      (unsigned long long)sum.followed, (unsigned long long)sum.left_memory,
      (unsigned long long)sum.forgotten, (unsigned long long)sum.committed);
}

}  // namespace
}  // namespace stegvis::simulation
