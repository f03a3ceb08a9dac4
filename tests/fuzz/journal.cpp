// Any bytes load as journals as far as they go; so do records whose checksums are right.
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

// The bytes as they are, and each line of them as the payload of a record.
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
