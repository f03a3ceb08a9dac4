// The words of the domains: a file of its own, so that the wasm has none of them.
#include "domains/domains.h"

#ifndef STEGVIS_DOMAIN_LIST
#define STEGVIS_DOMAIN_LIST "domains/list.inc"
#endif

namespace stegvis {

#define STEGVIS_DOMAIN(name) const Vocabulary& name##_vocabulary();
#include STEGVIS_DOMAIN_LIST
#undef STEGVIS_DOMAIN

const Vocabulary* find_vocabulary(std::string_view domain) {
#define STEGVIS_DOMAIN(name) \
  if (domain == #name) return &name##_vocabulary();
#include STEGVIS_DOMAIN_LIST
#undef STEGVIS_DOMAIN
  return nullptr;
}

}  // namespace stegvis
