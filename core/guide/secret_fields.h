// The secret fields of a domain's forms: card numbers, security codes, numbers of bank accounts.
//
// The typed text is in one fixed buffer of the runtime, for the duration of one call. A domain
// checks and formats it there. It stores only what is allowed to be stored: brand, country, last
// four digits and verdict.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/json.h"
#include "base/verdict.h"

namespace stegvis {

// The state of the buffer after a call.
struct TypedSecret {
  uint32_t length = 0;  // in bytes
  uint32_t caret = 0;   // a byte offset
  Standing standing = Standing::possible;
  uint32_t brand = 0;  // a number for SecretFields::brand; 0: none
};

class SecretFields {
 public:
  // Returns the id that a field has in forms. Numbers begin at 0; empty if there is no such field.
  virtual std::string_view id(uint32_t field) const = 0;
  // Returns the name of a brand. Numbers begin at 1; empty if there is no such brand.
  virtual std::string_view brand(uint32_t number) const = 0;
  // Checks and formats the text in the buffer: `length` of its `capacity` bytes, UTF-8, with the
  // caret before byte `caret`. `field` is the number of a field.
  virtual TypedSecret type(uint32_t field, char* buffer, uint32_t length, uint32_t capacity,
                           uint32_t caret) = 0;
  // Returns the verdict of the last typed text of a field; of an empty text if there is none. Adds
  // the members of the field that can be stored to `values`, the values of its form.
  virtual Verdict take(uint32_t field, Json& values) const = 0;
  // Forgets all fields. The page calls it after a form was sent or left.
  virtual void forget() = 0;

 protected:
  // A domain destroys its fields by their own type.
  ~SecretFields() = default;
};

}  // namespace stegvis
