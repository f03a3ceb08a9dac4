// Checks the interface's messages: one file for each locale ("nb-NO.ftl"). The other languages are
// compared with English, and English with the code that uses the messages.
#pragma once
#include <vector>

#include "compiler/diagnostics.h"

namespace stegvis {

struct OwnWords {
  const SourceFile* english = nullptr;
  std::vector<const SourceFile*> others;  // in other languages
  std::vector<const SourceFile*> code;    // the sources that use the messages; none: not checked
};

// Reports for every other language:
//   message-stands-in   a message or attribute that only English has
//   message-unused      one that English does not have
//   message-variable    a variable that the English message does not use
// for English:
//   message-missing     a message that the code uses and English does not have, at the code
//   message-unused      a message that the code does not name
// and for all: the mistakes of parse_fluent(), message-reference and message-function.
//
// The code names a message by say("id"), or by a literal that is the beginning of its id: "brand-",
// `brand-${x}`, or "reason", which other code joins to a code.
void check_own_words(const OwnWords& words, Diagnostics& diagnostics);

}  // namespace stegvis
