// The one fixed buffer through which secret fields pass: it is filled, judged and formatted by the
// domain, read and wiped within one call of the page. No other part of the runtime sees what is typed.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/json.h"
#include "guide/domain.h"

namespace stegvis {

class Secrets {
 public:
  static constexpr uint32_t capacity = 128;

  // The domain whose secret fields these are; it must outlive this. Null: there are none.
  void domain(Domain* domain);

  // The place for the bytes that are typed, UTF-8.
  char* buffer() { return buffer_; }

  // The number of the field that has this id in forms; -1 where no secret field has it.
  int32_t number_of(std::string_view id) const;

  // Judges and formats `length` bytes of the buffer, the caret before byte `caret`. Returns length |
  // caret << 8 | standing << 16 | brand << 20 of the text that then stands there; the brand's number is
  // a place in `brands` of `stegvis types`. The page reads the text and wipes the buffer. A length over
  // the capacity, or a number that no field has, is as if nothing was typed.
  int32_t type(int32_t field, int32_t length, int32_t caret);

  // Clears the buffer.
  void wipe();

  // {"brand": "visa" or "", "verdict": {...}} of what was typed last; no digits.
  Json info() const;

  // The verdict of a field of a form; what may be stored of it is added to the form's values. A field
  // that is not the domain's is not valid.
  Verdict take(std::string_view id, Json& values) const;

  // Forgets all, as after a form was sent or left.
  void forget();

 private:
  SecretFields* fields() const { return domain_ ? domain_->secret_fields() : nullptr; }

  Domain* domain_ = nullptr;
  uint32_t last_field_ = 0;
  uint32_t last_brand_ = 0;
  char buffer_[capacity] = {};
};

}  // namespace stegvis
