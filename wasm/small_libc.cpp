// Small stand-ins for the C library's functions that nlohmann's parser calls for fractions and its error
// texts. Our JSON has whole numbers and our own errors, so none of it is ever looked at: 10 KB less.
#include <cstddef>

extern "C" {

double strtod(const char*, char** end) {
  if (end) *end = nullptr;
  return 0;
}
float strtof(const char*, char** end) {
  if (end) *end = nullptr;
  return 0;
}
long double strtold(const char*, char** end) {
  if (end) *end = nullptr;
  return 0;
}
int snprintf(char* out, size_t size, const char*, ...) {
  if (size) *out = 0;
  return 0;
}
}

// The C++ library prints what it has to say before it stops; here it only stops.
extern "C" [[noreturn]] void abort_message(const char*, ...) { __builtin_trap(); }
