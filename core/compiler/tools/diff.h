// Describes the differences between two guides, for people who translate or correct an article.
#pragma once
#include <string>
#include <vector>

#include "base/json.h"
#include "guide/flow.h"

namespace stegvis {

struct GuideDifference {
  bool same_flow = false;
  // A sentence for each difference; those that change the flow first; at most 20.
  std::vector<std::string> lines;
};

// Compares two guides. `first` and `second` are the names of the guides in the sentences.
GuideDifference compare_guides(const Json& a, const Flow& flow_a, std::string_view first,
                               const Json& b, const Flow& flow_b, std::string_view second);

}  // namespace stegvis
