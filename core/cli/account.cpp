// stegvis account --subscriptions N --seed S [--scenario X] [--day D]: makes an account.
//
// With a scenario (billing/practice.h) it is the practice account with N more subscriptions.
// Without one it has N subscriptions, and the seed determines the rest. Its dates are relative to
// the day, which is 2026-11-23 by default.
#include "billing/practice.h"
#include "cli/cli.h"

namespace stegvis {
namespace {

bool number(const std::string& text, uint64_t most, uint64_t& out) {
  if (text.empty()) return true;
  out = 0;
  for (char c : text) {
    if (c < '0' || c > '9' || out > most / 10) return false;
    out = out * 10 + uint64_t(c - '0');
  }
  return out <= most;
}

}  // namespace

int run_account(int argc, char** argv) {
  Arguments arguments;
  if (!arguments.read(argc, argv, {"--subscriptions", "--seed", "--scenario", "--day"}, {}))
    return 2;
  if (!arguments.files().empty()) return bad_use("account takes options alone");
  uint64_t subscriptions = 0, seed = 1;
  if (!number(arguments.value("--subscriptions"), 1000000, subscriptions))
    return bad_use("--subscriptions is a whole number, at most 1000000");
  if (!number(arguments.value("--seed"), UINT64_MAX - 9, seed))
    return bad_use("--seed is a whole number of 64 bits");
  std::string written = arguments.has("--day") ? arguments.value("--day") : "2026-11-23";
  auto day = parse_day(written);
  if (!day) return bad_use("--day is a day: 2026-11-23");

  std::optional<Account> account;
  if (!arguments.has("--scenario")) {
    account = make_account(uint32_t(subscriptions), seed, *day);
  } else {
    account = practice_account(arguments.value("--scenario"), *day);
    if (!account) return bad_use("--scenario is many, many-N or one of: " + practice_scenarios());
    if (subscriptions) add_subscriptions(*account, uint32_t(subscriptions), 0, seed);
  }
  return print(encode_account(*account).dump() + "\n") ? 0 : 2;
}

}  // namespace stegvis
