#include "runtime/secrets.h"

#include "base/later.h"
#include "runtime/view.h"

namespace stegvis {

void Secrets::domain(Domain* domain) {
  domain_ = domain;
  last_field_ = last_brand_ = 0;
  wipe();
}

STEGVIS_LATER int32_t Secrets::number_of(std::string_view id) const {
  const SecretFields* secret = fields();
  if (!secret || id.empty()) return -1;
  for (uint32_t field = 0; !secret->id(field).empty(); ++field)
    if (secret->id(field) == id) return int32_t(field);
  return -1;
}

STEGVIS_LATER int32_t Secrets::type(int32_t field, int32_t length, int32_t caret) {
  SecretFields* secret = fields();
  if (!secret || field < 0 || secret->id(uint32_t(field)).empty()) return 0;
  if (length < 0 || uint32_t(length) > capacity) length = 0;
  if (caret < 0 || caret > length) caret = length;
  TypedSecret typed =
      secret->type(uint32_t(field), buffer_, uint32_t(length), capacity, uint32_t(caret));
  last_field_ = uint32_t(field);
  last_brand_ = typed.brand;
  return int32_t(typed.length | typed.caret << 8 | uint32_t(typed.standing) << 16 |
                 typed.brand << 20);
}

void Secrets::wipe() {
  volatile char* at = buffer_;
  for (uint32_t i = 0; i < capacity; ++i) at[i] = 0;
}

STEGVIS_LATER Json Secrets::info() const {
  Json json = Json::object(), values;
  if (const SecretFields* secret = fields()) {
    json.set("brand", secret->brand(last_brand_));
    json.set("verdict", encode_verdict(secret->take(last_field_, values)));
  }
  return json;
}

STEGVIS_LATER Verdict Secrets::take(std::string_view id, Json& values) const {
  int32_t field = number_of(id);
  return field < 0 ? Verdict{Standing::invalid, "field-unknown"}
                   : fields()->take(uint32_t(field), values);
}

STEGVIS_LATER void Secrets::forget() {
  wipe();
  if (SecretFields* secret = fields()) secret->forget();
}

}  // namespace stegvis
