// The types that cross the boundary, registered in place of all that Embind knows: its own file of
// this kind brings wide strings, floats and printf into the page.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <climits>
#include <cstring>

extern "C" {

// Asked for a type that is not registered here: only a mistake in binding.cpp brings that up.
EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const void*) { return strdup("unregistered"); }

[[gnu::constructor]] EMSCRIPTEN_KEEPALIVE void __embind_register_native_and_builtin_types() {
  using namespace emscripten::internal;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_integer(TypeID<int>::get(), "int", sizeof(int), INT_MIN, INT_MAX);
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
}
}
