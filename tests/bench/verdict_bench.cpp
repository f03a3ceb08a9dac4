// Measures the time for a verdict, from the typed text to the verdict.
#include <benchmark/benchmark.h>

#include <cstring>
#include <fstream>
#include <sstream>
#include <string>

#include "payment/address.h"
#include "payment/bank.h"
#include "payment/card.h"
#include "payment/expiry.h"
#include "payment/name.h"

namespace stegvis {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(std::string(STEGVIS_ROOT "/core/payment/data/") + path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

template <class Check>
void run(benchmark::State& state, std::string_view typed, Check check) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(typed);
    auto verdict = check(typed);
    benchmark::DoNotOptimize(verdict);
  }
}

void card_valid(benchmark::State& state) { run(state, "4111 1111 1111 1111", check_card_number); }
void card_wrong(benchmark::State& state) { run(state, "5555555555554446", check_card_number); }
void card_on_the_way(benchmark::State& state) { run(state, "4111 11", check_card_number); }
void card_undecided(benchmark::State& state) { run(state, "65", check_card_number); }
void iban_norway(benchmark::State& state) {
  run(state, "NO93 8601 1117 947", [](std::string_view typed) { return check_iban(typed); });
}
void iban_malta(benchmark::State& state) {
  run(state, "MT84MALT011000012345MTLCAST001S",
      [](std::string_view typed) { return check_iban(typed); });
}
void iban_britain(benchmark::State& state) {
  BankBook book = *BankBook::load(read_file("bank.txt"));
  run(state, "GB29 NWBK 6016 1331 9268 19",
      [&](std::string_view typed) { return check_iban(typed, &book); });
}
void expiry(benchmark::State& state) {
  Day today = *parse_day("2026-11-23");
  run(state, "12/30", [&](std::string_view typed) { return check_expiry(typed, today); });
}
void name(benchmark::State& state) { run(state, "Ola Nordmann", check_cardholder_name); }
void postal_norway(benchmark::State& state) {
  AddressBook book = *AddressBook::load(read_file("address.txt"));
  run(state, "0155",
      [&](std::string_view typed) { return book.check("NO", "postal-code", typed); });
}
void postal_britain(benchmark::State& state) {
  AddressBook book = *AddressBook::load(read_file("address.txt"));
  run(state, "EC1Y 8SY",
      [&](std::string_view typed) { return book.check("GB", "postal-code", typed); });
}
void load_address_book(benchmark::State& state) {
  run(state, read_file("address.txt"),
      [](std::string_view data) { return AddressBook::load(data); });
}
void load_bank_book(benchmark::State& state) {
  run(state, read_file("bank.txt"), [](std::string_view data) { return BankBook::load(data); });
}

// Sixteen keys, each judged and formatted in place.
void sixteen_keys(benchmark::State& state) {
  for (auto _ : state) {
    char buffer[64];
    uint32_t length = 0;
    for (char key :
         {'4', '1', '1', '1', '1', '1', '1', '1', '1', '1', '1', '1', '1', '1', '1', '1'}) {
      buffer[length++] = key;
      Formatted formatted = format_card_number(buffer, length, sizeof buffer, length);
      length = formatted.length;
      auto check = check_card_number({buffer, length});
      benchmark::DoNotOptimize(check);
    }
  }
}

BENCHMARK(card_valid);
BENCHMARK(card_wrong);
BENCHMARK(card_on_the_way);
BENCHMARK(card_undecided);
BENCHMARK(iban_norway);
BENCHMARK(iban_malta);
BENCHMARK(iban_britain);
BENCHMARK(expiry);
BENCHMARK(name);
BENCHMARK(postal_norway);
BENCHMARK(postal_britain);
BENCHMARK(load_address_book);
BENCHMARK(load_bank_book);
BENCHMARK(sixteen_keys);

}  // namespace
}  // namespace stegvis
