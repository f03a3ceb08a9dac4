// Makes a schedule that breaks a promise short: steps are left out while it still breaks the same.
#include <algorithm>

#include "simulation.h"

namespace stegvis::simulation {
namespace {

// A promise without the numbers of tabs and changes.
std::string kind_of(const std::string& promise) {
  std::string kind;
  for (char c : promise)
    if (c < '0' || c > '9') kind += c;
  return kind;
}

}  // namespace

Plan shrink(uint64_t seed) {
  Simulation whole(seed);
  const std::string kind = kind_of(whole.run());
  Plan plan = whole.plan();
  auto still = [&](const Plan& tried) {
    return kind_of(Simulation(seed, false, tried).run()) == kind;
  };
  for (bool Plan::Step::*change : {&Plan::Step::dropped, &Plan::Step::calm, &Plan::Step::dropped}) {
    for (size_t size = std::max(plan.steps.size() / 2, size_t{1}); size > 0; size /= 2) {
      // The smallest parts are tried until none can go.
      for (bool again = true; again;) {
        again = false;
        for (size_t from = 0; from < plan.steps.size(); from += size) {
          Plan tried = plan;
          for (size_t i = from; i < std::min(from + size, plan.steps.size()); ++i)
            tried.steps[i].*change = true;
          if (!still(tried)) continue;
          plan = std::move(tried);
          again = false;
        }
        if (change != &Plan::Step::dropped || size > 1) break;
        std::erase_if(plan.steps, [&](const Plan::Step& it) {
          if (it.dropped) again = true;
          return it.dropped;
        });
      }
      std::erase_if(plan.steps, [](const Plan::Step& it) { return it.dropped; });
    }
  }
  return plan;
}

}  // namespace stegvis::simulation
