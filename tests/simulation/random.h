// Random numbers that a seed decides, the same on every machine (SplitMix64).
#pragma once
#include <cstdint>

namespace stegvis::simulation {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t next() {
    uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
  }
  // A number from 0 to count - 1; count is at least 1.
  uint32_t below(uint32_t count) { return uint32_t((next() >> 32) * count >> 32); }
  bool one_in(uint32_t count) { return below(count) == 0; }
  // The state that decides the next numbers.
  uint64_t state() const { return state_; }

 private:
  uint64_t state_;
};

}  // namespace stegvis::simulation
