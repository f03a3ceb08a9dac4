// The boundary: one class, values in and out as UTF-8 JSON and bytes, no logic.
#include <emscripten/bind.h>

#include "domains/domains.h"
#include "runtime/runtime.h"

namespace stegvis {
namespace {

Json parsed(const std::string& text) {
  auto json = Json::parse(text);
  return json ? std::move(*json) : Json();
}

class Core {
 public:
  std::string open(const std::string& guide) { return runtime_.open(parsed(guide)).dump(); }
  std::string load(const std::string& journal, const std::string& bytes) {
    return runtime_.load(journal, bytes).dump();
  }
  std::string view(const std::string& day) {
    return runtime_.view(parse_day(day).value_or(Day{})).dump();
  }
  std::string dispatch(const std::string& event) { return runtime_.dispatch(parsed(event)).dump(); }
  int outgoing() const { return address(runtime_.outgoing().data()); }
  int outgoing_size() const { return int(runtime_.outgoing().size()); }
  std::string query(const std::string& question) { return runtime_.query(parsed(question)).dump(); }
  std::string tables(const std::string& name, const std::string& bytes) {
    return runtime_.tables(name, bytes).dump();
  }
  int secret(int field, int length, int caret) {
    return runtime_.secrets().type(field, length, caret);
  }
  std::string secret_info() { return runtime_.secrets().info().dump(); }
  int buffer() { return address(runtime_.secrets().buffer()); }
  int buffer_size() const { return Secrets::capacity; }
  void wipe() { runtime_.secrets().wipe(); }

 private:
  static int address(const char* data) { return int(reinterpret_cast<uintptr_t>(data)); }

  Runtime runtime_{domains()};
};

EMSCRIPTEN_BINDINGS(stegvis) {
  emscripten::class_<Core>("Core")
      .constructor<>()
      .function("open", &Core::open)
      .function("load", &Core::load)
      .function("view", &Core::view)
      .function("dispatch", &Core::dispatch)
      .function("outgoing", &Core::outgoing)
      .function("outgoingSize", &Core::outgoing_size)
      .function("query", &Core::query)
      .function("tables", &Core::tables)
      .function("secret", &Core::secret)
      .function("secretInfo", &Core::secret_info)
      .function("buffer", &Core::buffer)
      .function("bufferSize", &Core::buffer_size)
      .function("wipe", &Core::wipe);
}

}  // namespace
}  // namespace stegvis
