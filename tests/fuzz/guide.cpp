// Any guide is refused, or its flow is the same after it is written and read, and it can be run.
#include "fuzz.h"

using namespace stegvis;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Result<Json> guide = Json::parse({reinterpret_cast<const char*>(data), size});
  if (!guide) return 0;
  Result<Flow> flow = decode_flow((*guide)["flow"]);
  if (!flow) return 0;
  std::string written;
  append_flow(written, *flow);
  Result<Json> json = Json::parse(written);
  must(bool(json) && json->dump() == written);
  Result<Flow> again = decode_flow(*json);
  must(bool(again));
  must(again->digest() == flow->digest());
  Runtime runtime{domains()};
  if (runtime.open(opening(*guide)).has("problem")) return 0;
  must(!runtime.view(Day{20000}).has("problem"));
  return 0;
}
