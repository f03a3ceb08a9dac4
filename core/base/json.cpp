#include "base/json.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

#include "base/later.h"
#include "base/utf8.h"

namespace stegvis {

Place place_of(std::string_view text, size_t offset) {
  Place place{1, 1};
  for (size_t i = 0; i < offset && i < text.size(); ++i) {
    if (text[i] == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((uint8_t(text[i]) & 0xc0) != 0x80) {
      ++place.column;
    }
  }
  return place;
}

struct Json::Body {
  std::string text;
  std::vector<Json> items;
  std::vector<std::string> keys;
};

#define STEGVIS_OUT_OF_LINE [[gnu::noinline]]

STEGVIS_OUT_OF_LINE Json::Json(Kind kind) : kind_(kind) {
  if (has_body()) body_ = new Body();
}
STEGVIS_OUT_OF_LINE Json::Json(bool value) : kind_(Kind::boolean), number_(value) {}
STEGVIS_OUT_OF_LINE Json::Json(int64_t value) : kind_(Kind::integer), number_(value) {}
STEGVIS_OUT_OF_LINE Json::Json(std::string value) : Json(Kind::string) {
  body_->text = std::move(value);
}
STEGVIS_OUT_OF_LINE Json::Json(std::string_view value) : Json(Kind::string) { body_->text = value; }
STEGVIS_OUT_OF_LINE Json::Json(const char* value) : Json(std::string_view(value)) {}
STEGVIS_OUT_OF_LINE Json::Json(const Json& other)
    : kind_(other.kind_), offset_(other.offset_), number_(other.number_) {
  if (has_body()) body_ = new Body(*other.body_);
}
STEGVIS_OUT_OF_LINE Json::Json(Json&& other) noexcept
    : kind_(other.kind_), offset_(other.offset_), number_(other.number_) {
  other.kind_ = Kind::null;
}
STEGVIS_OUT_OF_LINE Json& Json::operator=(const Json& other) { return *this = Json(other); }
STEGVIS_OUT_OF_LINE Json& Json::operator=(Json&& other) noexcept {
  Json moved(std::move(other));  // first, because `other` may be a part of this value
  std::swap(kind_, moved.kind_);
  std::swap(offset_, moved.offset_);
  std::swap(number_, moved.number_);
  return *this;
}
STEGVIS_OUT_OF_LINE void Json::clear() {
  if (has_body()) delete body_;
  kind_ = Kind::null;
}
STEGVIS_OUT_OF_LINE Json::~Json() { clear(); }
STEGVIS_OUT_OF_LINE Json Json::array() { return Json(Kind::array); }
STEGVIS_OUT_OF_LINE Json Json::object() { return Json(Kind::object); }

namespace {

const std::string no_text;
const std::vector<std::string> no_keys;
const std::vector<Json> no_items;

}  // namespace

STEGVIS_OUT_OF_LINE const std::string& Json::string() const {
  return is_string() ? body_->text : no_text;
}
STEGVIS_OUT_OF_LINE const std::vector<std::string>& Json::keys() const {
  return is_object() ? body_->keys : no_keys;
}
STEGVIS_OUT_OF_LINE const std::vector<Json>& Json::items() const {
  return is_array() || is_object() ? body_->items : no_items;
}
STEGVIS_OUT_OF_LINE std::vector<Json>& Json::items() {
  if (!is_array() && !is_object()) *this = array();
  return body_->items;
}

// Builds a Json from the events of nlohmann's parser. So nlohmann's own values, floating-point
// numbers and output stay out of the wasm.
class JsonBuilder {
 public:
  using number_integer_t = int64_t;
  using number_unsigned_t = uint64_t;
  using number_float_t = double;
  using string_t = std::string;
  using binary_t = nlohmann::json::binary_t;

  JsonBuilder(std::string_view text, const size_t& read) : text_(text), read_(read) {}

  bool null() { return add(Json()); }
  bool boolean(bool value) { return add(Json(value)); }
  bool number_integer(int64_t value) { return add(Json(value)); }
  bool number_unsigned(uint64_t value) {
    if (value > uint64_t(INT64_MAX)) return fail(Code::json_number, "a number over 64 bits");
    return add(Json(int64_t(value)));
  }
  bool number_float(double, const std::string&) {
    return fail(Code::json_number, "a number that is not whole");
  }
  bool string(std::string& value) { return add(Json(std::move(value))); }
  bool binary(binary_t&) { return false; }
  bool start_object(size_t) { return open(Json::object()); }
  bool start_array(size_t) { return open(Json::array()); }
  bool end_array() { return close(); }
  bool end_object() {
    const Json* duplicate = sort_members(open_.back());
    if (!duplicate) return close();
    find_token();
    start_ = duplicate->offset_;
    code_ = Code::json_duplicate;
    detail_ = "a member named twice";
    return false;
  }
  bool key(std::string& value) {
    find_token();
    open_.back().body_->keys.push_back(std::move(value));
    return true;
  }
  // A template, because then nlohmann's exception types are never instantiated.
  template <class E>
  bool parse_error(size_t, const std::string&, const E&) {
    start_ = read_ ? read_ - 1 : 0;
    return fail(Code::json_syntax,
                read_ > text_.size() ? "the text ends too early" : "not JSON here");
  }

  Json take() { return std::move(root_); }
  Error error() const {
    Place place = place_of(text_, std::min(start_, text_.size()));
    return {code_, "", place.line, place.column, detail_};
  }

 private:
  // Sets start_ to the place of the current token: the first byte after the token before it that is
  // neither white space nor punctuation.
  void find_token() {
    start_ = end_;
    while (start_ < text_.size() &&
           std::string_view(" \t\r\n,:").find(text_[start_]) != std::string_view::npos)
      ++start_;
    end_ = std::min(read_, text_.size());
  }
  bool place(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else {
      open_.back().body_->items.push_back(std::move(value));
    }
    return true;
  }
  bool add(Json value) {
    find_token();
    value.offset_ = uint32_t(start_);
    return place(std::move(value));
  }
  bool open(Json value) {
    find_token();
    if (open_.size() == 64) return fail(Code::json_depth, "more than 64 levels");
    value.offset_ = uint32_t(start_);
    open_.push_back(std::move(value));
    return true;
  }
  bool close() {
    find_token();
    Json value = std::move(open_.back());
    open_.pop_back();
    return place(std::move(value));
  }
  STEGVIS_LATER static void sort_many(std::vector<std::string>& keys, std::vector<Json>& items) {
    if (std::is_sorted(keys.begin(), keys.end())) return;
    std::vector<uint32_t> order(keys.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](uint32_t a, uint32_t b) { return keys[a] < keys[b]; });
    std::vector<std::string> sorted_keys;
    std::vector<Json> sorted_items;
    for (uint32_t i : order) {
      sorted_keys.push_back(std::move(keys[i]));
      sorted_items.push_back(std::move(items[i]));
    }
    keys = std::move(sorted_keys);
    items = std::move(sorted_items);
  }
  // Sorts the members of an object by key. Returns the later of two members with the same name, or
  // null if there are no such two.
  static const Json* sort_members(Json& object) {
    auto& keys = object.body_->keys;
    auto& items = object.body_->items;
    if (keys.size() > 64) {
      sort_many(keys, items);
    } else {
      // A first visit has no larger objects, and sorting by insertion is little code.
      for (size_t i = 1; i < keys.size(); ++i)
        for (size_t j = i; j > 0 && keys[j] < keys[j - 1]; --j) {
          std::swap(keys[j], keys[j - 1]);
          std::swap(items[j], items[j - 1]);
        }
    }
    auto duplicate = std::adjacent_find(keys.begin(), keys.end());
    if (duplicate == keys.end()) return nullptr;
    const Json* first = &items[size_t(duplicate - keys.begin())];
    return first[0].offset_ > first[1].offset_ ? first : first + 1;
  }
  bool fail(Code code, const char* detail) {
    if (code_ == Code::none) {
      if (code != Code::json_syntax) find_token();
      code_ = code;
      detail_ = detail;
    }
    return false;
  }

  std::string_view text_;
  const size_t& read_;
  size_t start_ = 0;
  size_t end_ = 0;
  Json root_;
  std::vector<Json> open_;
  Code code_ = Code::none;
  std::string detail_;
};

namespace {

// Returns the number of leading bytes of UTF-8 text that JSON writes without an escape. It looks at
// eight bytes at a time.
size_t plain_run(std::string_view text) {
  constexpr uint64_t ones = 0x0101010101010101, high = 0x8080808080808080;
  auto has_zero = [](uint64_t v) { return (v - ones) & ~v & high; };
  size_t at = 0;
  for (uint64_t word; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    bool control = (word - ones * 0x20) & ~word & high;
    if (control || has_zero(word ^ (ones * '"')) || has_zero(word ^ (ones * '\\'))) break;
  }
  while (at < text.size() && uint8_t(text[at]) >= 0x20 && text[at] != '"' && text[at] != '\\') ++at;
  return at;
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  bool runs = fast_first && utf8_valid(text);
  out += '"';
  for (size_t i = 0; i < text.size();) {
    if (runs) {
      size_t plain = plain_run(text.substr(i));
      out.append(text, i, plain);
      i += plain;
      if (i == text.size()) break;
    }
    uint8_t c = uint8_t(text[i]);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += char(c);
      ++i;
    } else if (c < 0x20) {
      out += "\\u00";
      out += "0123456789abcdef"[c >> 4];
      out += "0123456789abcdef"[c & 15];
      ++i;
    } else {
      size_t length = utf8_length(text.substr(i));
      if (length == 0) {
        out += "\xef\xbf\xbd";
        ++i;
      } else {
        out.append(text.substr(i, length));
        i += length;
      }
    }
  }
  out += '"';
}

namespace {

// Passes the text to nlohmann byte by byte and counts the bytes, because the count at each event is
// where its token ends.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;
  CountingIterator(const char* at, const char* begin, size_t* read)
      : at_(at), begin_(begin), read_(read) {}
  const char& operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    *read_ = size_t(at_ - begin_);
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char* begin_;
  size_t* read_;
};

void write(std::string& out, const Json& value) {
  switch (value.kind()) {
    case Json::Kind::null: out += "null"; break;
    case Json::Kind::boolean: out += value.boolean() ? "true" : "false"; break;
    case Json::Kind::integer: out += decimal(value.integer()); break;
    case Json::Kind::string: append_json(out, value.string()); break;
    case Json::Kind::array:
    case Json::Kind::object: {
      bool object = value.is_object();
      out += object ? '{' : '[';
      for (size_t i = 0; i < value.size(); ++i) {
        if (i) out += ',';
        if (object) {
          append_json(out, value.keys()[i]);
          out += ':';
        }
        write(out, value.items()[i]);
      }
      out += object ? '}' : ']';
    }
  }
}

const Json null_json{};

}  // namespace

Result<Json> Json::parse(std::string_view text, size_t max_bytes) {
  if (text.size() > max_bytes || text.size() > UINT32_MAX)
    return Error{Code::json_size, "", 1, 1, decimal(int64_t(text.size())) + " bytes"};
  size_t read = 0;
  JsonBuilder builder(text, read);
  const char* begin = text.data();
  if (!nlohmann::json::sax_parse(CountingIterator(begin, begin, &read),
                                 CountingIterator(begin + text.size(), begin, &read), &builder))
    return builder.error();
  return builder.take();
}

std::string Json::dump() const {
  std::string out;
  write(out, *this);
  return out;
}

STEGVIS_OUT_OF_LINE const Json& Json::operator[](std::string_view key) const {
  const auto& names = keys();
  auto at = std::lower_bound(names.begin(), names.end(), key);
  if (at == names.end() || *at != key) return null_json;
  return body_->items[size_t(at - names.begin())];
}

STEGVIS_OUT_OF_LINE bool Json::has(std::string_view key) const {
  return &(*this)[key] != &null_json;
}

STEGVIS_OUT_OF_LINE Json& Json::set(std::string_view key, Json value) {
  if (!is_object()) *this = object();
  auto& names = body_->keys;
  auto at = std::lower_bound(names.begin(), names.end(), key);
  size_t index = size_t(at - names.begin());
  if (at != names.end() && *at == key) {
    body_->items[index] = std::move(value);
  } else {
    names.emplace(at, key);
    body_->items.insert(body_->items.begin() + std::ptrdiff_t(index), std::move(value));
  }
  return *this;
}
STEGVIS_OUT_OF_LINE Json& Json::set(std::string_view key, std::string_view value) {
  return set(key, Json(value));
}

void Json::drop(std::string_view key) {
  const Json& member = (*this)[key];
  if (&member == &null_json) return;
  auto index = &member - body_->items.data();
  body_->items.erase(body_->items.begin() + index);
  body_->keys.erase(body_->keys.begin() + index);
}

STEGVIS_OUT_OF_LINE Json& Json::push(Json value) {
  if (!is_array()) *this = array();
  body_->items.push_back(std::move(value));
  return *this;
}
STEGVIS_OUT_OF_LINE Json& Json::push(std::string_view value) { return push(Json(value)); }

bool Json::operator==(const Json& other) const {
  if (kind_ != other.kind_) return false;
  if (!has_body()) return kind_ == Kind::null || number_ == other.number_;
  return body_->text == other.body_->text && body_->keys == other.body_->keys &&
         body_->items == other.body_->items;
}

}  // namespace stegvis
