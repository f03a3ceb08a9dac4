// The practice account: an invented small company in Norway or Britain, with an item of every kind.
// All its dates are relative to a day. Its card numbers have the last digits of test cards.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "billing/account.h"
#include "guide/operation.h"

namespace stegvis {

// Scenarios; empty is "declined", any other name gives nothing:
//   declined         the Visa that pays for most uses was declined three times in this period
//   few              ... once
//   new-card         ... three times, and a card was added after the latest notice
//   individual       no billing profiles: a bank account can take over
//   invoice-manager  the reader can only pay
//   british          declined, with the company in the United Kingdom
//   expired, funds, final, address, call-bank, bank   declined for a reason that is known. At `bank` a
//                    person has to confirm what is added, moved or paid, and the debit card has too little
//   healthy          nothing is declined
//   twins            the declined card is there twice
//   profile-bank     a billing profile has everything, and only a bank account could take over
//   many             declined, with 1,000 subscriptions more; many-100000 with so many more (at
//                    most 1,000,000)
std::optional<Account> practice_account(std::string_view scenario, Day day);

// The names of all scenarios but `many`, divided by spaces.
std::string practice_scenarios();

// The answer of the account's bank to an operation that the rules allow, as Domain::bank has it.
Json practice_bank(const Account& account, const Operation& operation);

// True for the id of a name that practice accounts have: a message `practice-<id>` words it.
bool is_practice_name(std::string_view id);

// Adds that many subscriptions with names of such ids and their numbers, nine of ten on `method` and the
// others where the rules allow. Seals the account again.
void add_subscriptions(Account& account, uint32_t count, uint32_t method, uint64_t seed);

// An account for tests and measurements: every seed another one, with exactly that many
// subscriptions and anything that the rules allow. Not linked where it isn't called.
Account make_account(uint32_t subscriptions, uint64_t seed, Day day);

// Numbers that look random, the same everywhere (splitmix64, Sebastiano Vigna, 2015).
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}
  uint64_t next() {
    uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
  }
  uint32_t below(uint32_t bound) { return uint32_t(next() % bound); }
  bool one_in(uint32_t n) { return below(n) == 0; }
  // The state that decides the next numbers.
  uint64_t state() const { return state_; }

 private:
  uint64_t state_;
};

}  // namespace stegvis
