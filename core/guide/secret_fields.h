// The secret fields of a domain's forms: card numbers, security codes, numbers of bank accounts.
//
// What is typed stands in one fixed buffer of the runtime's for the length of one call. A domain judges
// and formats it there and remembers no digit of it but what may be stored: a brand, a country, the last
// four digits and the verdict.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/json.h"
#include "base/verdict.h"

namespace stegvis {

// What stands in the buffer after a call.
struct TypedSecret {
  uint32_t length = 0;  // bytes
  uint32_t caret = 0;   // a byte's place
  Standing standing = Standing::possible;
  uint32_t brand = 0;  // a number for SecretFields::brand; 0: none
};

class SecretFields {
 public:
  virtual ~SecretFields() = default;
  // The id that a field has in forms, by its number from 0 on; empty from the last number on.
  virtual std::string_view id(uint32_t field) const = 0;
  // The brand of that number, from 1 on; empty for 0 and from the last number on.
  virtual std::string_view brand(uint32_t number) const = 0;
  // Judges and formats `length` bytes of UTF-8 at `buffer`, which has room for `capacity`; the caret
  // stands before byte `caret`. `field` is the number of one of the fields.
  virtual TypedSecret type(uint32_t field, char* buffer, uint32_t length, uint32_t capacity,
                           uint32_t caret) = 0;
  // Of what was typed into that field last; that nothing is typed, where nothing was.
  virtual Verdict verdict(uint32_t field) const = 0;
  // Adds what may be stored of the field to the values of its form.
  virtual void add_storable(uint32_t field, Json& values) const = 0;
  // Forgets all fields, as after a form was sent or left.
  virtual void forget() = 0;
};

}  // namespace stegvis
