// The widget's own words: a file of messages for each locale, which are told apart by their names
// ("nb-NO.ftl") and held to the English one, and that one to the code.
#pragma once
#include <vector>

#include "compiler/diagnostics.h"

namespace stegvis {

struct OwnWords {
  const SourceFile* english = nullptr;
  std::vector<const SourceFile*> others;  // in other languages
  std::vector<const SourceFile*> code;    // the sources that say them; none: not looked at
};

// Of each language: messages and attributes that English has and it has not (message-stands-in),
// those that English has not (message-unused), variables that the English message does not use.
// Of English: messages that the code says and that are not there (message-missing, at the code), and
// those that nothing there names (message-unused). Of all: what parse_fluent finds, references to
// nothing, functions that there are not.
//
// The code names a message by say("id"), or by a literal that begins its id: "brand-", `brand-${x}`,
// and "reason" where it is joined to a code elsewhere.
void check_own_words(const OwnWords& words, Diagnostics& diagnostics);

}  // namespace stegvis
