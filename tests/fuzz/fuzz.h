// Shared code of the fuzzers. A fuzzer gets any bytes. It must end without a fault, and its
// properties must hold: must() aborts if one does not.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "compiler/compiler.h"
#include "domains/domains.h"
#include "runtime/runtime.h"

namespace stegvis {

inline void must(bool holds) {
  if (!holds) std::abort();
}

inline std::string file_text(const std::string& path) {
  std::ifstream in(STEGVIS_ROOT "/" + path, std::ios::binary);
  must(bool(in));
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The files of the payment guide. A fuzzer replaces one of them.
struct PaymentFiles {
  SourceFile article{"en-US.md", file_text("i18n/payment-declined/en-US.md")};
  SourceFile playbook{"playbook.json", file_text("i18n/payment-declined/playbook.json")};
  SourceFile messages{"en-US.ftl", file_text("i18n/payment-declined/en-US.ftl")};

  bool compile_guide(Compiled& out) const {
    Arena arena;
    Diagnostics diagnostics;
    CompileInput input;
    input.article = &article;
    input.playbook = &playbook;
    input.messages.push_back({&messages, false});
    input.find_vocabulary = find_vocabulary;
    input.first_view = first_view;
    bool good = compile(arena, input, diagnostics, out);
    must(good == !diagnostics.failed());
    return good;
  }
};

// Checks that a compiled guide can be read and has the same flow.
inline void must_be_guide(const Compiled& compiled) {
  Result<Json> guide = Json::parse(compiled.guide);
  must(bool(guide));
  must(guide->dump() == compiled.guide);
  Result<Flow> flow = decode_flow((*guide)["flow"]);
  must(bool(flow));
  must(flow->digest() == compiled.flow.digest());
}

// Returns the payment guide. It is compiled once.
inline const Json& payment_guide() {
  static const Json guide = [] {
    Compiled compiled;
    must(PaymentFiles().compile_guide(compiled));
    return *Json::parse(compiled.guide);
  }();
  return guide;
}

inline Json opening(const Json& guide) {
  return Json::object()
      .set("flow", guide["flow"])
      .set("fingerprints", guide["fingerprints"])
      .set("account", "practice");
}

inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    size_t end = text.find('\n');
    out.push_back(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return out;
}

}  // namespace stegvis

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
