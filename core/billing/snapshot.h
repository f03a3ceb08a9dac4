// The snapshot of an account: all that its operations have changed since its birth, as bytes. An account
// with many operations opens with it, instead of applying each operation again. core/journal/FORMAT.md
// lists the bytes.
#pragma once
#include <string>
#include <string_view>

#include "base/error.h"
#include "billing/account.h"

namespace stegvis {

std::string encode_snapshot(const Account& account);

// Takes an account from its birth to where the snapshot was made. Errors: journal-snapshot, where the
// bytes are not a snapshot of that account; then nothing was changed.
Status restore_snapshot(Account& born, std::string_view bytes);

}  // namespace stegvis
