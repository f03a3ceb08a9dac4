// The only file that builds with exceptions, because yaml-cpp throws. No exception leaves this
// file.
#include <yaml-cpp/yaml.h>

#include <string>

#include "compiler/markdown/front_matter.h"

namespace stegvis {

bool read_yaml(std::string_view yaml, std::string_view key, std::string& out) {
  if (yaml.size() > 65536) return false;
  try {
    YAML::Node node = YAML::Load(std::string(yaml));
    if (!node.IsMap()) return false;
    YAML::Node value = node[std::string(key)];
    if (!value) return false;
    if (value.IsScalar()) out = value.Scalar();
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace stegvis
