// The size of a test: tests/run exports its size as STEGVIS_SIZE.
//
//   for (uint64_t seed = 0; seed < sized({.run = 500, .ci = 2500, .night = 10000}); ++seed)
//
// A test that is started alone runs in the size "run". Any other word than run, ci or long ends the tests:
// a misspelt size must not pass as a small one.
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace stegvis {

struct Counts {
  uint64_t run, ci, night;
};

/// The count of the size that STEGVIS_SIZE names.
inline uint64_t sized(const Counts& counts) {
  const char* name = std::getenv("STEGVIS_SIZE");
  std::string_view size = name ? name : "run";
  if (size == "run") return counts.run;
  if (size == "ci") return counts.ci;
  if (size == "long") return counts.night;
  std::fprintf(stderr, "STEGVIS_SIZE is not one of run, ci, long\n");
  std::exit(2);
}

}  // namespace stegvis
