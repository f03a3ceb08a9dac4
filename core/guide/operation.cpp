#include "guide/operation.h"

#include "base/utf8.h"
#include "base/word_list.h"

namespace stegvis {

Result<Operation> decode_operation(const Json& json) {
  auto error = [](std::string where, std::string_view detail) {
    return Error{Code::operation_shape, std::move(where), 0, 0, std::string(detail)};
  };
  if (!json.is_object()) return error("", "an object was expected");
  for (const std::string& key : json.keys())
    if (!lists("operation args id day version made", key))
      return error("/" + key, "no such member");
  Operation out;
  out.name = json["operation"].string();
  if (out.name.empty()) return error("/operation", "a name was expected");
  if (!json["args"].is_array()) return error("/args", "a list was expected");
  out.args = json["args"].items();
  for (size_t i = 0; i < out.args.size(); ++i)
    if (!out.args[i].is_string() && !out.args[i].is_object())
      return error("/args/" + decimal(int64_t(i)), "an id or the fields of a form were expected");
  out.id = json["id"].string();
  if (out.id.empty() || out.id.size() > 64) return error("/id", "1 to 64 bytes");
  auto day = parse_day(json["day"].string());
  if (!day) return error("/day", "a day was expected, 2026-11-23");
  out.day = *day;
  if (json.has("version")) {
    if (!json["version"].is_integer()) return error("/version", "a whole number was expected");
    out.version = json["version"].integer();
  }
  if (json.has("made")) {
    out.made = json["made"].string();
    if (out.made.empty() || out.made.size() > 1024) return error("/made", "1 to 1,024 bytes");
  }
  return out;
}

Json encode_operation(const Operation& operation) {
  Json args = Json::array();
  for (const Json& arg : operation.args) args.push(arg);
  Json out = Json()
                 .set("operation", operation.name)
                 .set("args", std::move(args))
                 .set("id", operation.id)
                 .set("day", format_day(operation.day));
  if (operation.version) out.set("version", *operation.version);
  if (!operation.made.empty()) out.set("made", operation.made);
  return out;
}

}  // namespace stegvis
