#include "compiler/diagnostics.h"

#include "base/advice.h"
#include "base/json.h"
#include "base/utf8.h"

namespace stegvis {

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.is_error) {
    if (errors_ >= max_per_file) return;
    ++errors_;
  } else if (warnings() >= max_per_file) {
    return;
  }
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::add(const Diagnostics& others) {
  all_.insert(all_.end(), others.all_.begin(), others.all_.end());
  errors_ += others.errors_;
}

void Diagnostics::error_at(Code code, std::string_view file, std::string_view text, size_t offset,
                           std::string detail) {
  if (errors_ >= max_per_file) return;  // first, because place_of() reads the text up to the offset
  Place place = place_of(text, offset);
  error(code, file, place.line, place.column, std::move(detail));
}

void Diagnostics::warning_at(Code code, std::string_view file, std::string_view text, size_t offset,
                             std::string detail) {
  if (warnings() >= max_per_file) return;
  Place place = place_of(text, offset);
  warning(code, file, place.line, place.column, std::move(detail));
}

std::string format_diagnostic(const Diagnostic& diagnostic) {
  std::string out = diagnostic.file;
  if (diagnostic.line) {
    out += ":" + decimal(diagnostic.line);
    out += ":" + decimal(diagnostic.column ? diagnostic.column : 1);
  }
  out += diagnostic.is_error ? ": error: " : ": warning: ";
  out += diagnostic.detail;
  std::string_view advice = advice_for(diagnostic.code);
  if (!advice.empty()) (out += ". ").append(advice);
  (out += " [").append(name_of(diagnostic.code)) += ']';
  return out;
}

}  // namespace stegvis
