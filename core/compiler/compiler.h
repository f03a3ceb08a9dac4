// The compiler makes a guide of an article, a playbook and its messages, or of an article alone.
//
//   Arena arena;
//   Diagnostics diagnostics;
//   CompileInput input;
//   input.article = &article;            // and a playbook, messages
//   Compiled out;
//   if (!compile(arena, input, diagnostics, out)) ...   // diagnostics: the mistakes, with places
//
// A guide is canonical JSON (guide/text.h). An article can be any bytes; one that is too large or
// takes too much time to read is an error. An arena can be used for many articles, one after the
// other: call clear() between them.
#pragma once
#include <functional>
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
  const SourceFile* playbook = nullptr;  // null: a guide without a playbook
  std::vector<MessageFile> messages;     // the first file that has a message is used for it
  std::string locale;                    // empty: the one that the article names
  std::string path;  // of the article: its folder can name the locale; empty: the file's name
  FindVocabulary find_vocabulary = nullptr;  // finds the words of a domain; null: there are none
  // Returns the view of the first node without an account; null: the guide has no first view.
  Json (*first_view)(const Flow& flow) = nullptr;
  // Returns whether a guide that an outcome leads into is there in that locale; null: none is.
  std::function<bool(const std::string& guide, const std::string& locale)> is_there;
  bool html = false;           // also write Compiled::html
  bool report_unused = false;  // warn of unused messages
};

struct Compiled {
  std::string guide;  // canonical JSON
  std::string html;
  std::string locale;
  Flow flow;
  uint32_t steps = 0;  // of all lists of the article
};

// Compiles one article. Returns false if there is an error; a warning is none.
bool compile(Arena& arena, const CompileInput& input, Diagnostics& diagnostics, Compiled& out);

// Returns the locale that compile() will use. A caller needs it for the names of the message files.
// If CompileInput::locale is malformed, reports locale-unknown and returns an empty text.
std::string find_locale(const CompileInput& input, Diagnostics& diagnostics);

}  // namespace stegvis
