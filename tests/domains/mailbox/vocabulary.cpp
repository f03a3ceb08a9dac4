// The words that a playbook of the mailbox may use.
#include "guide/domain.h"

namespace stegvis {

const Vocabulary& mailbox_vocabulary() {
  static const Vocabulary vocabulary{
      "mailbox",
      {{"used", {{"at-least", 'i'}}}},
      {{"folders", "", {}}, {"storage", "", {"used", "limit"}}},
      {{"folder-name", "folders"}},
      {{"empty", {"folders", "folder-name"}, {"folder", "count"}, true}}};
  return vocabulary;
}

}  // namespace stegvis
