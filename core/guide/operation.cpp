#include "guide/operation.h"

#include "base/utf8.h"

namespace stegvis {

Result<Operation> decode_operation(const Json& json) {
  auto error = [](std::string where, std::string_view detail) {
    return Error{Code::operation_shape, std::move(where), 0, 0, std::string(detail)};
  };
  if (!json.is_object()) return error("", "an object was expected");
  for (const std::string& key : json.keys())
    if (key != "operation" && key != "args" && key != "id" && key != "day")
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
  return out;
}

Json encode_operation(const Operation& operation) {
  Json args = Json::array();
  for (const Json& arg : operation.args) args.push(arg);
  return Json()
      .set("operation", operation.name)
      .set("args", std::move(args))
      .set("id", operation.id)
      .set("day", format_day(operation.day));
}

}  // namespace stegvis
