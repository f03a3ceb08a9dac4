// Any playbook for the payment article gives a guide that can be read, or errors.
#include "fuzz.h"

using namespace stegvis;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static PaymentFiles files;
  files.playbook.text.assign(reinterpret_cast<const char*>(data), size);
  Compiled compiled;
  if (files.compile_guide(compiled)) must_be_guide(compiled);
  return 0;
}
