// Random numbers that a seed decides, the same on every machine.
#pragma once
#include "billing/practice.h"

namespace stegvis::simulation {

class Random : public Dice {
 public:
  using Dice::Dice;
  // A number from 0 to count - 1; count is at least 1. Its high bits decide, as in the recorded schedules.
  uint32_t below(uint32_t count) { return uint32_t((next() >> 32) * count >> 32); }
  bool one_in(uint32_t count) { return below(count) == 0; }
};

}  // namespace stegvis::simulation
