// Any bytes load as a journal up to their first damage, and so do any records with right checksums.
#include "journal/journal.h"

#include "fuzz.h"
#include "runtime/replay.h"

using namespace stegvis;

namespace {

void load(const Flow& flow, const std::string& bytes) {
  Scan scan = scan_journal(bytes);
  must(scan.bytes <= bytes.size());
  auto steps = replay(domains(), flow, bytes);
  must(steps || steps.error().code != Code::none);
  for (const char* first : {"account", "session"}) {
    Runtime runtime{domains()};
    runtime.open(opening(payment_guide()));
    runtime.load(first, bytes);
    runtime.load("session", bytes);
    must(runtime.view(Day{20000}).has("node"));
  }
}

}  // namespace

// Loads the bytes as a journal, and then a journal with each line of them as a record's payload.
int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Flow flow = *decode_flow(payment_guide()["flow"]);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  load(flow, bytes);
  std::string records;
  uint64_t sequence = 0;
  for (std::string_view line : lines_of(bytes)) records += encode_record(sequence++, line);
  load(flow, records);
  return 0;
}
