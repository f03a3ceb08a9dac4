// The compiler: an article, with a playbook and messages or without, becomes a guide.
//
//   Arena arena;
//   Diagnostics diagnostics;
//   CompileInput input;
//   input.article = &article;            // and a playbook, messages
//   Compiled out;
//   if (!compile(arena, input, diagnostics, out)) ...   // diagnostics say why, with places
//
// A guide is the canonical JSON of guide/text.h. Any bytes are read without harm; what is too large
// or costs too much is refused. One arena serves many articles, one at a time: clear() it between.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics.h"
#include "compiler/markdown/arena.h"
#include "compiler/messages/required.h"
#include "guide/domain.h"
#include "guide/flow.h"

namespace stegvis {

struct CompileInput {
  const SourceFile* article = nullptr;
  const SourceFile* playbook = nullptr;  // null: a guide without one
  std::vector<MessageFile> messages;     // where to look for each, in this order
  std::string locale;                    // as asked for; empty: what the article says
  std::string path;  // of the article, for a folder that is named like a locale; empty: its name
  FindVocabulary find_vocabulary = nullptr;  // null: there are no domains
  // What the guide's first node looks like before any account is known; null: left out.
  Json (*first_view)(const Flow& flow) = nullptr;
  bool html = false;           // whether Compiled::html is wanted
  bool report_unused = false;  // warn of messages that nothing uses
};

struct Compiled {
  std::string guide;  // canonical JSON
  std::string html;
  std::string locale;
  Flow flow;
  uint32_t steps = 0;  // of the article's lists
};

// False where there is an error; warnings alone leave it true.
bool compile(Arena& arena, const CompileInput& input, Diagnostics& diagnostics, Compiled& out);

// The locale that compile() will take, for the name of the message file. Empty, with an error, where
// the one asked for is none.
std::string find_locale(const CompileInput& input, Diagnostics& diagnostics);

}  // namespace stegvis
