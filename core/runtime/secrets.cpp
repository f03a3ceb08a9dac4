#include "runtime/secrets.h"

#include "base/later.h"
#include "runtime/view.h"

namespace stegvis {

void Secrets::fields(SecretFields* fields) {
  fields_ = fields;
  last_field_ = last_brand_ = 0;
  wipe();
}

STEGVIS_LATER int32_t Secrets::number_of(std::string_view id) const {
  if (!fields_ || id.empty()) return -1;
  for (uint32_t field = 0; !fields_->id(field).empty(); ++field)
    if (fields_->id(field) == id) return int32_t(field);
  return -1;
}

STEGVIS_LATER int32_t Secrets::type(int32_t field, int32_t length, int32_t caret) {
  if (!fields_ || field < 0 || fields_->id(uint32_t(field)).empty()) return 0;
  if (length < 0 || uint32_t(length) > capacity) length = 0;
  if (caret < 0 || caret > length) caret = length;
  TypedSecret typed =
      fields_->type(uint32_t(field), buffer_, uint32_t(length), capacity, uint32_t(caret));
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
  if (!fields_) return Json::object();
  Json json = Json::object();
  json.set("brand", fields_->brand(last_brand_));
  return json.set("verdict", encode_verdict(fields_->verdict(last_field_)));
}

STEGVIS_LATER Verdict Secrets::take(std::string_view id, Json& values) const {
  int32_t field = number_of(id);
  if (field < 0) return {Standing::invalid, "field-unknown"};
  fields_->add_storable(uint32_t(field), values);
  return fields_->verdict(uint32_t(field));
}

STEGVIS_LATER void Secrets::forget() {
  wipe();
  if (fields_) fields_->forget();
}

}  // namespace stegvis
