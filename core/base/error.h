// Errors as values.
//
// A function that can fail returns a Result<T>: a T, or an Error. An Error has a code of the closed
// list in codes.inc, the place of the mistake, and a detail. Nothing throws.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace stegvis {

enum class Code : uint16_t {
  none,
#define STEGVIS_CODE(id, name, advice) id,
#include "base/codes.inc"
#undef STEGVIS_CODE
};

// Returns the name that users see: "json-syntax". Empty for Code::none.
std::string_view name_of(Code code);

// A mistake and its place.
//   where         a JSON pointer ("/nodes/old/to"), the id of a field, or the path of a file
//   line, column  both from 1; 0 if the input has no lines. Columns count characters, not bytes
//   detail        names the value that was found or expected; never a secret or personal data
struct Error {
  Code code = Code::none;
  std::string where;
  uint32_t line = 0;
  uint32_t column = 0;
  std::string detail;
};

// A value or an error. A caller tests it with `if (result)` first: `*result` needs a value, and
// error() is empty if there is one.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}
  explicit operator bool() const { return value_.has_value(); }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }
  const Error& error() const { return error_; }

 private:
  std::optional<T> value_;
  Error error_;
};

// Success, or an error: a Result without a value.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Error error) : error_(std::move(error)) {}
  explicit operator bool() const { return error_.code == Code::none; }
  const Error& error() const { return error_; }

 private:
  Error error_;
};

}  // namespace stegvis
