// Any events, one on each line. A refused event changes neither the session nor the account.
#include "fuzz.h"

using namespace stegvis;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Day day = *parse_day("2026-11-23");
  Runtime runtime{domains()};
  runtime.open(opening(payment_guide()));
  runtime.view(day);
  for (std::string_view line : lines_of({reinterpret_cast<const char*>(data), size})) {
    Result<Json> event = Json::parse(line);
    if (!event) continue;
    uint64_t session = runtime.session().digest();
    int64_t version = runtime.domain().version();
    Json outcome = runtime.dispatch(*event);
    if (outcome.has("problem")) {
      must(runtime.session().digest() == session);
      must(runtime.domain().version() == version);
    } else {
      must(outcome["view"].dump().size() <= 8192 * 2);
    }
    runtime.query(*event);
  }
  return 0;
}
