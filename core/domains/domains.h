// The domains of this build (list.inc), for whoever joins a runtime or the compiler with them.
#pragma once
#include <span>
#include <string_view>

#include "guide/domain.h"

namespace stegvis {

std::span<const DomainEntry> domains();

// For the compiler; null where this build has no domain of that name.
const Vocabulary* find_vocabulary(std::string_view domain);

}  // namespace stegvis
