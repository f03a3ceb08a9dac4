// Any messages are read or refused, and those that are read can be formatted.
#include "cli/play_words.h"
#include "fuzz.h"

using namespace stegvis;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static PaymentFiles files;
  files.messages.text.assign(reinterpret_cast<const char*>(data), size);
  FluentFile parsed;
  Diagnostics diagnostics;
  must(parse_fluent(files.messages, diagnostics, parsed) == !diagnostics.failed());
  if (diagnostics.failed()) return 0;
  Compiled compiled;
  if (files.compile_guide(compiled)) must_be_guide(compiled);
  Json text = Json::object().set("messages", files.messages.text);
  PlayWords words;
  Diagnostics again;
  if (!words.read(text, again)) return 0;
  size_t formatted = 0;
  for (const FluentEntry& entry : parsed.entries) {
    if (entry.is_term || ++formatted > 50) continue;
    words.message(entry.id, "", Json());
    for (const FluentAttribute& attribute : entry.attributes)
      words.message(entry.id, attribute.name, Json());
  }
  return 0;
}
