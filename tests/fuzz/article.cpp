// Any article gives a guide that can be read, or an error.
#include "fuzz.h"

using namespace stegvis;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  SourceFile article{"a.md", std::string(reinterpret_cast<const char*>(data), size)};
  Arena arena;
  Diagnostics diagnostics;
  CompileInput input;
  input.article = &article;
  input.first_view = first_view;
  input.html = true;
  Compiled compiled;
  bool good = compile(arena, input, diagnostics, compiled);
  must(good == !diagnostics.failed());
  if (good) must_be_guide(compiled);
  return 0;
}
