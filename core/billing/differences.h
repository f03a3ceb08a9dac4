// The differences of two accounts of one tenant, for a reader who looks at the later one.
#pragma once
#include "billing/account.h"
#include "guide/domain.h"

namespace stegvis {

// In the order of the account: methods that are new ("new": name), gone ("gone": name) or have other details
// ("details": name); then profiles and subscriptions that are new or gone, or that another method pays for
// ("paid": name, before and after, both methods). A new method that an operation made is new too.
Differences differences_between(const Account& before, const Account& after);

}  // namespace stegvis
