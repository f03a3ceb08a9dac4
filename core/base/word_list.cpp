#include "base/word_list.h"

namespace stegvis {

bool lists(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    std::string_view next = list.substr(0, list.find(' '));
    if (next == word) return !word.empty();
    list.remove_prefix(next.size() < list.size() ? next.size() + 1 : next.size());
  }
  return false;
}

}  // namespace stegvis
