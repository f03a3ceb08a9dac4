// Errors as values.
//
// A function that can fail returns Result<T>: a T, or an Error with a code of the closed list in
// codes.inc, the place and the detail that names what was found. Nothing throws.
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

// The code's name as users meet it: "json-syntax". Empty for Code::none.
std::string_view name_of(Code code);

// A mistake and its place.
//   where   a JSON pointer ("/nodes/old/to"), a field or a file: what fits the input
//   line, column   both from 1; 0 where the input has no lines. Columns count characters, not bytes
//   detail  what was found, or what was expected there; never a secret or personal data
struct Error {
  Code code = Code::none;
  std::string where;
  uint32_t line = 0;
  uint32_t column = 0;
  std::string detail;
};

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

// Done, or an error.
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
