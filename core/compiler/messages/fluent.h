// Fluent, the format of messages: syntax 1.0 (projectfluent/fluent, spec/fluent.ebnf).
//
// Parsed is what the compiler asks of a message: where it stands, its attributes, and what its
// patterns use. The page formats it from the same source.
#pragma once
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "compiler/diagnostics.h"

namespace stegvis {

enum class UseKind : uint8_t { variable, message, term, function };

// What a pattern refers to. Offsets are bytes of the file.
struct FluentUse {
  UseKind kind = UseKind::variable;
  std::string_view name;
  std::string_view attribute;               // of a message or term: "-brand.gender"; empty: none
  std::vector<std::string_view> arguments;  // of a term: the names of its named arguments
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
  std::string_view source;  // the entry itself, without comments and blank lines around it
  FluentPattern value;
  std::vector<FluentAttribute> attributes;

  const FluentAttribute* attribute(std::string_view name) const;
};

struct FluentFile {
  std::string name;
  std::string_view text;
  std::vector<FluentEntry> entries;
  std::map<std::string_view, uint32_t> messages, terms;  // which entry an id is

  const FluentEntry* find(std::string_view id, bool is_term) const;
};

// Reads a file of at most 1 MB. What is no entry is reported with its line and column
// (message-syntax), skipped to the next one, and makes the result false; so does an id that stands
// twice (message-duplicate). The file must outlive what is read.
bool parse_fluent(const SourceFile& file, Diagnostics& diagnostics, FluentFile& out);

}  // namespace stegvis
