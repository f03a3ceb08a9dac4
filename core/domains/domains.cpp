#include "domains/domains.h"

// A build of the tests has a list of its own.
#ifndef STEGVIS_DOMAIN_LIST
#define STEGVIS_DOMAIN_LIST "domains/list.inc"
#endif

namespace stegvis {

#define STEGVIS_DOMAIN(name) std::unique_ptr<Domain> make_##name();
#include STEGVIS_DOMAIN_LIST
#undef STEGVIS_DOMAIN

std::span<const DomainEntry> domains() {
  static constexpr DomainEntry entries[] = {
#define STEGVIS_DOMAIN(name) {#name, make_##name},
#include STEGVIS_DOMAIN_LIST
#undef STEGVIS_DOMAIN
  };
  return entries;
}

}  // namespace stegvis
