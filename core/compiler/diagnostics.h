// What the compiler has to say about its inputs: errors, which stop, and warnings, which don't.
#pragma once
#include <string>
#include <vector>

#include "base/error.h"

namespace stegvis {

struct Diagnostic {
  bool is_error = true;
  Code code = Code::none;
  std::string file;
  uint32_t line = 0;    // from 1; 0 where the whole file is meant
  uint32_t column = 0;  // from 1, in characters
  std::string detail;   // what was found and expected
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
  // Takes over what was found in another file: each has its hundred.
  void add(const Diagnostics& others);
  // The same at a byte of a text.
  void error_at(Code code, std::string_view file, std::string_view text, size_t offset,
                std::string detail);
  void warning_at(Code code, std::string_view file, std::string_view text, size_t offset,
                  std::string detail);
  const std::vector<Diagnostic>& all() const { return all_; }
  bool failed() const { return errors_ > 0; }
  uint32_t errors() const { return errors_; }
  uint32_t warnings() const { return uint32_t(all_.size()) - errors_; }

 private:
  // A file that is wrong from end to end says so a hundred times and no more.
  static constexpr size_t most = 100;

  std::vector<Diagnostic> all_;
  uint32_t errors_ = 0;
};

// "file:line:column: error: detail. What to do. [code]"
std::string format_diagnostic(const Diagnostic& diagnostic);

// A file as it was read: its name for messages, and its bytes.
struct SourceFile {
  std::string name;
  std::string text;
};

}  // namespace stegvis
