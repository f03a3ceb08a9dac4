// JSON in and out.
//
// A value is null, true or false, a whole number of 64 bits, a string, an array or an object whose
// members are kept sorted by key: what is written is canonical, the same bytes for the same value.
// Parsing is nlohmann's; nothing but json.cpp includes it. Fractions are refused: the core has
// none.
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

  // Reads UTF-8 text of at most `most` bytes and 64 levels. Errors: json-syntax, json-depth,
  // json-number, json-duplicate, json-size, with line and column.
  static Result<Json> parse(std::string_view text, size_t most = size_t(64) << 20);

  // Canonical: sorted keys, no white space, UTF-8 unescaped; U+FFFD for bytes that are not UTF-8.
  std::string dump() const;

  Kind kind() const { return kind_; }
  bool is_null() const { return kind_ == Kind::null; }
  bool is_boolean() const { return kind_ == Kind::boolean; }
  bool is_integer() const { return kind_ == Kind::integer; }
  bool is_string() const { return kind_ == Kind::string; }
  bool is_array() const { return kind_ == Kind::array; }
  bool is_object() const { return kind_ == Kind::object; }

  // What the value holds; the empty value of that type where it is of another kind.
  bool boolean() const { return is_boolean() && number_; }
  int64_t integer() const { return is_integer() ? number_ : 0; }
  const std::string& string() const;

  // Elements of an array, or members of an object in the order of keys(); none of anything else. Asked
  // for in order to change them, a value that is neither becomes an empty array.
  const std::vector<Json>& items() const;
  std::vector<Json>& items();
  const std::vector<std::string>& keys() const;
  size_t size() const { return items().size(); }

  // The member of that name, or null where there is none or this is no object. Never fails.
  const Json& operator[](std::string_view key) const;
  bool has(std::string_view key) const;

  // Sets a member (the value becomes an object if it was null) and returns this.
  Json& set(std::string_view key, Json value);
  Json& set(std::string_view key, std::string_view value);
  Json& set(std::string_view key, const std::string& value) {
    return set(key, std::string_view(value));
  }
  Json& set(std::string_view key, const char* value) { return set(key, std::string_view(value)); }
  // Takes a member away, if it is there.
  void drop(std::string_view key);
  // Appends to an array (the value becomes one if it was null) and returns this.
  Json& push(Json value);
  Json& push(std::string_view value);
  Json& push(const std::string& value) { return push(std::string_view(value)); }
  Json& push(const char* value) { return push(std::string_view(value)); }

  bool operator==(const Json& other) const;

  // Byte offset in the text that was parsed; 0 for values made here. Not part of equality.
  uint32_t offset() const { return offset_; }

 private:
  friend class JsonBuilder;
  struct Body;  // of a string, an array or an object

  explicit Json(Kind kind);
  bool has_body() const { return kind_ >= Kind::string; }
  void clear();

  // Small on purpose, and all that is more than a line out of line: code that handles many values
  // is most of what the wasm weighs.
  Kind kind_ = Kind::null;
  uint32_t offset_ = 0;
  union {
    int64_t number_ = 0;
    Body* body_;
  };
};

// Appends a text in quotes, as dump() writes it.
void append_json(std::string& out, std::string_view text);

// Line and column, both from 1, of a byte offset; columns count characters.
struct Place {
  uint32_t line;
  uint32_t column;
};
Place place_of(std::string_view text, size_t offset);

}  // namespace stegvis
