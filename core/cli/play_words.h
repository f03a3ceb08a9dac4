// The words of a guide as plain text for a terminal: its messages, its labels and the parts of its
// article.
#pragma once
#include <string>
#include <string_view>

#include "base/json.h"
#include "compiler/diagnostics.h"
#include "compiler/messages/fluent.h"

namespace stegvis {

class PlayWords {
 public:
  // The member "text" of a guide. False, with diagnostics, where its messages are no Fluent.
  bool read(const Json& text, Diagnostics& diagnostics);

  // The message of that name, or an attribute of it where one is named; every selector takes its
  // default, functions give their argument. Empty where there is none.
  std::string message(std::string_view id, std::string_view attribute, const Json& values) const;
  // The label of a node ("title") or of a choice of it; empty where there is none.
  std::string label(std::string_view node, std::string_view member) const;
  // A part of the article, a line for each block.
  std::string part(std::string_view name) const;
  std::string title() const;

 private:
  Json text_;
  SourceFile source_;
  FluentFile messages_;
};

// A typed value (guide/domain.h) in plain words: "2026-11-23", "1290.00 NOK", "visa 4242".
std::string plain_value(const Json& value);

// One line of a list: its values, and why it can't be chosen where it can't.
std::string item_text(const Json& item);
// The codes of reasons.
std::string reasons_text(const Json& reasons);

// The same with "| " before each line but the first.
std::string indented(std::string text);

// Without control characters but line ends: nothing that a guide says steers the terminal.
std::string printable(std::string_view text);

}  // namespace stegvis
