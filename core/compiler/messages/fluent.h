// Fluent, the format of messages: syntax 1.0 (projectfluent/fluent, spec/fluent.ebnf).
//
// The parser collects only what the compiler checks: the place of a message, its attributes, and
// the references in its patterns. The page formats messages from the same source.
#pragma once
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "compiler/diagnostics.h"

namespace stegvis {

enum class UseKind : uint8_t { variable, message, term, function };

// A named argument of a term or a function: a text without its quotes, or a number. Offsets are in
// bytes of the file.
struct FluentArgument {
  std::string_view name;
  std::string_view value;
  bool is_text = false;
  uint32_t offset = 0;
};

// A reference in a pattern.
struct FluentUse {
  UseKind kind = UseKind::variable;
  std::string_view name;
  std::string_view attribute;  // of a message or term ("-brand.gender"), or empty
  std::vector<FluentArgument> arguments;
  // Of a function: how many of its values, which have no name, are variables, and how many are not.
  uint32_t variables = 0, others = 0;
  uint32_t offset = 0;
};

struct FluentPattern {
  bool present = false;
  uint32_t offset = 0;
  std::vector<FluentUse> uses;
};

struct FluentAttribute {
  std::string_view name;
  FluentPattern pattern;
};

struct FluentEntry {
  std::string_view id;  // of a term without its "-"
  bool is_term = false;
  uint32_t offset = 0;
  std::string_view source;  // the entry without the comments and blank lines around it
  FluentPattern value;
  std::vector<FluentAttribute> attributes;

  const FluentAttribute* attribute(std::string_view name) const;
};

struct FluentFile {
  std::string name;
  std::string_view text;
  std::vector<FluentEntry> entries;
  std::map<std::string_view, uint32_t> messages, terms;  // id to index in `entries`

  // Return the entry of an id, or null.
  const FluentEntry* find(std::string_view id, bool is_term) const;
  const FluentEntry* find_message(std::string_view id) const;
};

// Reads a file of at most 1 MB (message-size). Reports text that is no entry (message-syntax) and
// goes on at the next entry; reports a repeated id (message-duplicate). Returns false if it
// reported anything. The file must outlive `out`.
bool parse_fluent(const SourceFile& file, Diagnostics& diagnostics, FluentFile& out);

}  // namespace stegvis
