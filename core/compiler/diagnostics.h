// The mistakes in the compiler's inputs: errors, which prevent a guide, and warnings, which do not.
#pragma once
#include <string>
#include <vector>

#include "base/error.h"

namespace stegvis {

struct Diagnostic {
  bool is_error = true;
  Code code = Code::none;
  std::string file;
  uint32_t line = 0;    // from 1; 0: the whole file
  uint32_t column = 0;  // from 1, in characters
  std::string detail;   // names the value that was found or expected
};

class Diagnostics {
 public:
  void error(Code code, std::string_view file, uint32_t line, uint32_t column, std::string detail) {
    add({true, code, std::string(file), line, column, std::move(detail)});
  }
  void warning(Code code, std::string_view file, uint32_t line, uint32_t column,
               std::string detail) {
    add({false, code, std::string(file), line, column, std::move(detail)});
  }
  void add(Diagnostic diagnostic);
  // Adds the diagnostics of another file, also beyond max_per_file.
  void add(const Diagnostics& others);
  // Add a diagnostic at a byte offset of the file's text.
  void error_at(Code code, std::string_view file, std::string_view text, size_t offset,
                std::string detail);
  void warning_at(Code code, std::string_view file, std::string_view text, size_t offset,
                  std::string detail);
  const std::vector<Diagnostic>& all() const { return all_; }
  bool failed() const { return errors_ > 0; }
  uint32_t errors() const { return errors_; }
  uint32_t warnings() const { return uint32_t(all_.size()) - errors_; }

 private:
  // Nobody reads more mistakes of one file; further ones are dropped.
  static constexpr size_t max_per_file = 100;

  std::vector<Diagnostic> all_;
  uint32_t errors_ = 0;
};

// Writes "file:line:column: error: detail. Advice. [code]".
std::string format_diagnostic(const Diagnostic& diagnostic);

// A file: its name, for diagnostics, and its bytes.
struct SourceFile {
  std::string name;
  std::string text;
};

}  // namespace stegvis
