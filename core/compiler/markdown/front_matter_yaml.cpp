// The one file with exceptions: yaml-cpp throws, and nothing that it throws leaves this file.
#include <yaml-cpp/yaml.h>

#include <string>

#include "compiler/markdown/front_matter.h"

namespace stegvis {

bool read_yaml(std::string_view yaml, std::string& title, std::string& locale) {
  if (yaml.size() > 65536) return false;
  try {
    YAML::Node node = YAML::Load(std::string(yaml));
    if (!node.IsMap()) return false;
    if (auto value = node["title"]; value && value.IsScalar()) title = value.Scalar();
    if (auto value = node["ms.contentlocale"]; value && value.IsScalar()) locale = value.Scalar();
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace stegvis
