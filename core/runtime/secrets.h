// Secret fields: what is typed is in one fixed buffer for one call, checked and formatted there, and
// wiped. What stays is what may be kept: brand, last four digits, country and the verdict.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/verdict.h"

namespace stegvis {

enum class Secret : uint8_t { number, code, iban };

class Secrets {
 public:
  static constexpr uint32_t capacity = 128;

  Secrets() { forget(); }

  // Where the page puts the bytes that are typed, UTF-8.
  char* buffer() { return buffer_; }

  // Judges and formats what stands in the buffer: `length` bytes, the caret at byte `caret`. Returns
  // length | caret << 8 | standing << 16 of what then stands there. The page reads it back and wipes.
  // A length over the capacity or an unknown field is as if nothing was typed.
  int32_t type(int32_t field, int32_t length, int32_t caret);

  // Clears the buffer.
  void wipe();

  // {"brand": "visa" or "", "verdict": {...}} of what was typed last; no digits.
  Json info() const;

  // What may be kept of a field of a form ("number", "code", "iban"): its verdict, and for number and
  // iban the brand or country and the last four.
  struct Kept {
    Verdict verdict;
    std::string brand;
    std::string country;
    std::string last4;
  };
  const Kept& of(std::string_view field) const;

  // Forgets all, as after a form was sent or left.
  void forget();

 private:
  char buffer_[capacity] = {};
  Kept kept_[3];
  uint8_t last_ = 0;
};

}  // namespace stegvis
