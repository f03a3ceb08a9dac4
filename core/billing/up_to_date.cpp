// For tests: a file of its own, so that nothing else links it.
#include "billing/account.h"

namespace stegvis {

bool is_up_to_date(const Account& account) {
  Account again = account;
  seal(again);
  bool same = again.fixed == account.fixed && again.shares == account.shares;
  for (size_t i = 0; i < account.methods.size(); ++i) {
    const Method &was = account.methods[i], &is = again.methods[i];
    same &= was.hash == is.hash && was.paid == is.paid && was.profiles == is.profiles &&
            was.subscriptions == is.subscriptions;
  }
  return same;
}

}  // namespace stegvis
