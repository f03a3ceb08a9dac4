// Parses patterns of Fluent: text, placeables, selections and calls. Each function has the name of
// a production of the grammar.
#pragma once
#include <vector>

#include "compiler/messages/fluent_scanner.h"

namespace stegvis {

class FluentPatterns : protected FluentScanner {
 protected:
  using FluentScanner::FluentScanner;

  // Reads to the end of the pattern, and sets whether there is one.
  void pattern(FluentPattern& out);

 private:
  enum class Expression : uint8_t {
    literal,
    variable,
    function,
    message,
    term,
    term_attribute,
    placeable
  };

  bool goes_on();
  void placeable(FluentPattern& out, uint32_t depth);
  Expression inline_expression(FluentPattern& out, uint32_t depth);
  FluentUse call_arguments(FluentPattern& out, uint32_t depth);
  void string_literal();
  void number();
  void variants(FluentPattern& out, uint32_t depth);
  void variant_pattern(FluentPattern& out, uint32_t depth);
};

}  // namespace stegvis
