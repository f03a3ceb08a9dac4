#include "billing/vocabulary.h"

namespace stegvis {

const Vocabulary& billing_vocabulary() {
  static const Vocabulary vocabulary{
      "billing",
      {{"notices", {{"at-most", 'i'}, {"at-least", 'i'}}, true},
       {"method-added-since-notice", {}},
       {"no-method-added-since-notice", {}},
       {"one-declined-method", {}},
       {"others-manage", {}},
       {"retry-is-over", {}},
       {"correcting-helps", {}},
       {"replacing-helps", {}},
       {"bank-helps", {}},
       {"confirming-helps", {}},
       {"something-owed", {}},
       {"nothing-owed", {}},
       {"owed-unknown", {}},
       {"others-pay", {}},
       {"anything-on-profile", {{"method", 'n'}}},
       {"may-manage", {{"method", 'n'}}}},
      {{"methods", "", {}},
       {"replacements", "methods", {}},
       {"replacements-one", "uses subscriptions", {}},
       {"uses", "methods", {}},
       {"subscriptions", "", {}},
       {"retry-window", "", {"from", "until", "left", "scheduled", "next"}},
       {"owed", "", {"owed", "amount", "items", "more"}},
       {"managers", "", {"who", "method"}},
       {"notice-count", "", {"count", "since"}},
       {"notices", "", {"count", "since"}}},
      {{"add-method", ""}, {"edit-method", "methods"}},
      {{"replace-all", {"methods", "replacements"}, {"old", "new", "count"}, true},
       {"replace-one",
        {"uses subscriptions", "replacements-one"},
        {"item", "old", "new", "count"},
        true},
       {"add", {"add-method"}, {"method", "count"}, true},
       {"update", {"methods", "edit-method"}, {"method", "count"}, true},
       {"delete", {"methods"}, {"method", "count"}, true},
       {"pay", {"methods replacements"}, {"method", "amount", "count", "moves"}, false}}};
  return vocabulary;
}

}  // namespace stegvis
