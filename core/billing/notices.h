// The notices of an account that count for its reader, and the lists that are made of them (billing.h).
#pragma once
#include <cstdint>
#include <vector>

#include "billing/account.h"
#include "guide/domain.h"

namespace stegvis {

// Those of the current billing period on declined methods that the reader may manage; where they may
// manage none of the declined ones, on all of them.
struct Heard {
  std::vector<uint8_t> methods;  // of each method, whether its notices count
  int64_t count = 0;
  Day latest;
};
Heard heard_of(const Account& account);

// A card of the reader's own that came after the latest notice, and pays for nothing that failed.
bool added_since(const Account& account, const Heard& heard, uint32_t method);

List notices_list(const Account& account, const Window& window);
List retry_window(const Account& account);

}  // namespace stegvis
