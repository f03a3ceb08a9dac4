// JSON in and out.
//
// A value is null, true or false, a whole number of 64 bits, a string, an array or an object. An
// object sorts its members by key, so the output is canonical: equal values give equal bytes.
// nlohmann/json parses; only json.cpp includes it. A number with a fraction is an error, because
// the core has no floating point.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace stegvis {

class Json {
 public:
  enum class Kind : uint8_t { null, boolean, integer, string, array, object };

  Json() = default;
  Json(bool value);
  Json(int64_t value);
  Json(int32_t value) : Json(int64_t(value)) {}
  Json(uint32_t value) : Json(int64_t(value)) {}
  Json(std::string value);
  Json(std::string_view value);
  Json(const char* value);
  Json(const Json& other);
  Json(Json&& other) noexcept;
  Json& operator=(const Json& other);
  Json& operator=(Json&& other) noexcept;
  ~Json();
  static Json array();
  static Json object();

  // Reads UTF-8 text of at most max_bytes bytes and 64 levels. Errors: json-syntax, json-depth,
  // json-number, json-duplicate, json-size, with line and column.
  static Result<Json> parse(std::string_view text, size_t max_bytes = size_t(64) << 20);

  // Writes canonical JSON: sorted keys, no white space, UTF-8 without escapes; U+FFFD for a byte
  // that is not UTF-8.
  std::string dump() const;

  Kind kind() const { return kind_; }
  bool is_null() const { return kind_ == Kind::null; }
  bool is_boolean() const { return kind_ == Kind::boolean; }
  bool is_integer() const { return kind_ == Kind::integer; }
  bool is_string() const { return kind_ == Kind::string; }
  bool is_array() const { return kind_ == Kind::array; }
  bool is_object() const { return kind_ == Kind::object; }

  // Return the value; or false, 0 or an empty string if the value is of another kind.
  bool boolean() const { return is_boolean() && number_; }
  int64_t integer() const { return is_integer() ? number_ : 0; }
  const std::string& string() const;

  // The elements of an array, or the members of an object in the order of keys(); empty for any
  // other kind. The second overload is for changing them: a value of another kind becomes an empty
  // array.
  const std::vector<Json>& items() const;
  std::vector<Json>& items();
  const std::vector<std::string>& keys() const;
  size_t size() const { return items().size(); }

  // Returns the member of that name, or a null value if there is none or this is no object.
  const Json& operator[](std::string_view key) const;
  bool has(std::string_view key) const;

  // Sets a member and returns this. A value of another kind becomes an object first.
  Json& set(std::string_view key, Json value);
  Json& set(std::string_view key, std::string_view value);
  Json& set(std::string_view key, const std::string& value) {
    return set(key, std::string_view(value));
  }
  Json& set(std::string_view key, const char* value) { return set(key, std::string_view(value)); }
  // Removes a member if there is one of that name.
  void drop(std::string_view key);
  // Appends an element and returns this. A value of another kind becomes an array first.
  Json& push(Json value);
  Json& push(std::string_view value);
  Json& push(const std::string& value) { return push(std::string_view(value)); }
  Json& push(const char* value) { return push(std::string_view(value)); }

  bool operator==(const Json& other) const;

  // Returns the byte offset in the parsed text; 0 for a value that was not parsed. Equality ignores
  // it.
  uint32_t offset() const { return offset_; }

 private:
  friend class JsonBuilder;
  struct Body;  // of a string, an array or an object

  explicit Json(Kind kind);
  bool has_body() const { return kind_ >= Kind::string; }
  void clear();

  // A value is 16 bytes and its longer functions are not inlined, because code that handles Json
  // values is the largest part of the wasm.
  Kind kind_ = Kind::null;
  uint32_t offset_ = 0;
  union {
    int64_t number_ = 0;
    Body* body_;
  };
};

// Appends a text in quotes, in the form that dump() writes.
void append_json(std::string& out, std::string_view text);

// A place in a text: line and column, both from 1. Columns count characters.
struct Place {
  uint32_t line;
  uint32_t column;
};
// Returns the place of a byte offset.
Place place_of(std::string_view text, size_t offset);

}  // namespace stegvis
