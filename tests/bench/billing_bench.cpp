// Measures the core's time for an operation over 100,000 subscriptions.
#include <benchmark/benchmark.h>

#include "billing/billing.h"
#include "billing/practice.h"

namespace stegvis {
namespace {

const Day today = *parse_day("2026-11-23");
const Account& large() {
  static const Account account = *practice_account("many-100000", today);
  return account;
}

// As the runtime does it at a confirm: looked at, then carried out.
void carry_out(Billing& billing, const Operation& operation, benchmark::State& state) {
  if (!billing.prepare(operation).ok() || !billing.apply(operation)) state.SkipWithError("refused");
  benchmark::DoNotOptimize(billing.digest());
}

// One moves everything, the other gives it back; `timed` says which of the two is measured.
void there_and_back(benchmark::State& state, int timed) {
  Billing billing(large());
  std::string number;
  for (auto _ : state) {
    number += 'x';
    Operation operations[] = {{"replace-all", {"m-visa", "m-debit"}, number + "1", today},
                              {"undo", {number + "1"}, number + "2", today}};
    for (int i = 0; i < 2; ++i) {
      if (i != timed) state.PauseTiming();
      carry_out(billing, operations[i], state);
      if (i != timed) state.ResumeTiming();
    }
  }
}
void replace_all(benchmark::State& state) { there_and_back(state, 0); }
void undo(benchmark::State& state) { there_and_back(state, 1); }

void first_window(benchmark::State& state) {
  Billing billing(large());
  for (auto _ : state) benchmark::DoNotOptimize(billing.list({"uses", "m-visa"}, {}, today).total);
}

void search(benchmark::State& state) {
  Billing billing(large());
  for (auto _ : state)
    benchmark::DoNotOptimize(billing.list({"uses", "m-visa"}, {0, 50, "archive 99"}, today).total);
}

BENCHMARK(replace_all)->Unit(benchmark::kMicrosecond)->Iterations(200);
BENCHMARK(undo)->Unit(benchmark::kMicrosecond)->Iterations(200);
BENCHMARK(first_window)->Unit(benchmark::kMicrosecond);
BENCHMARK(search)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace stegvis

BENCHMARK_MAIN();
