// The boundary: one class, values in and out as UTF-8 JSON and bytes, no logic.
#include <emscripten/bind.h>

#include "domains/domains.h"
#include "runtime/runtime.h"

namespace stegvis {
namespace {

// Null for no text; a text, which is never a value that is expected, for one that is no JSON.
Json parsed(const std::string& text) {
  if (text.empty()) return Json();
  auto json = Json::parse(text);
  return json ? std::move(*json) : Json("");
}

class Core {
 public:
  std::string open(const std::string& guide) { return runtime_.open(parsed(guide)).dump(); }
  std::string load(const std::string& journal, const std::string& bytes) {
    return runtime_.load(journal, bytes).dump();
  }
  std::string account(const std::string& snapshot, const std::string& day) {
    return with_outgoing(runtime_.account(parsed(snapshot), parse_day(day).value_or(Day{})));
  }
  std::string view(const std::string& day) {
    return runtime_.view(parse_day(day).value_or(Day{})).dump();
  }
  // `answer` is empty for none.
  std::string dispatch(const std::string& event, const std::string& answer) {
    return with_outgoing(runtime_.dispatch(parsed(event), parsed(answer)));
  }
  std::string snapshot() { return with_outgoing(runtime_.snapshot()); }
  std::string query(const std::string& question) { return runtime_.query(parsed(question)).dump(); }
  std::string tables(const std::string& name, const std::string& bytes) {
    return runtime_.tables(name, bytes).dump();
  }
  int secret(int field, int length, int caret) {
    return runtime_.secrets().type(field, length, caret);
  }
  std::string secret_info() { return runtime_.secrets().info().dump(); }
  int buffer() { return address(runtime_.secrets().buffer()); }
  void wipe() { runtime_.secrets().wipe(); }

 private:
  // Adds where the bytes are, in the wasm's memory, that the call has left to be stored.
  std::string with_outgoing(Json outcome) {
    const std::string& bytes = runtime_.outgoing();
    if (!bytes.empty())
      outcome.set("outgoing", Json().push(address(bytes.data())).push(int(bytes.size())));
    return outcome.dump();
  }
  static int address(const char* data) { return int(reinterpret_cast<uintptr_t>(data)); }

  Runtime runtime_{domains()};
};

EMSCRIPTEN_BINDINGS(stegvis) {
  emscripten::class_<Core>("Core")
      .constructor<>()
      .function("open", &Core::open)
      .function("load", &Core::load)
      .function("account", &Core::account)
      .function("view", &Core::view)
      .function("dispatch", &Core::dispatch)
      .function("query", &Core::query)
      .function("snapshot", &Core::snapshot)
      .function("tables", &Core::tables)
      .function("secret", &Core::secret)
      .function("secretInfo", &Core::secret_info)
      .function("buffer", &Core::buffer)
      .function("wipe", &Core::wipe);
}

}  // namespace
}  // namespace stegvis
