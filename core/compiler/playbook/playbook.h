// A playbook: what the steps of an article do, in JSON without a word of any language.
//
//   { "playbook": 1, "name": ID, "domain": "billing" (or absent: no domain),
//     "article": { PART: {"list": N, "steps": M} | {"block": N | "last"} ... },
//     "start": NODE, "nodes": { NODE: {...} ... } }
//
// A node has one of six members, which decides its kind, and what goes with it:
//   "read": true          to: NODE
//   "ask": [CHOICE...]    to: NODE | {CHOICE: NODE...}   known: {CHOICE: [condition, {args}]}
//   "pick": list          to: NODE | {"picked": NODE, CHOICE: NODE...}   of: NODE   detail: list
//   "fill": form          to: NODE | {"filled": NODE, CHOICE: NODE...}   of: NODE
//                         confirm: operation   binds: NODE
//   "review": operation   to: NODE | {"done": NODE, CHOICE: NODE...}     with: [NODE...]
//   "outcome": ID         to: {CHOICE: NODE...} or absent   undo: true
// and, of any kind: show: [PART | "LIST.N"...]   dates: list
// An ID is a lower-case letter, then lower-case letters, digits and "-", at most 64.
#pragma once
#include <string>
#include <vector>

#include "compiler/article/article.h"
#include "compiler/diagnostics.h"
#include "guide/domain.h"
#include "guide/flow.h"

namespace stegvis {

inline constexpr int playbook_version = 1;

struct PlaybookPart {
  std::string name;
  uint32_t list = 0;   // from 1; 0: a block
  uint32_t steps = 0;  // of the list
  uint32_t block = 0;  // from 1; 0 for a list, and for the last block
  uint32_t offset = 0;
};

struct Playbook {
  std::string name;
  std::vector<PlaybookPart> parts;
  Flow flow;                      // complete but for `lists`
  std::vector<uint32_t> offsets;  // of each node in the file
};

// Reads and checks a playbook: its shape, its words against the vocabulary of its domain (null: it may
// have none), and its flow by the proof. All mistakes are reported; false where there was one.
bool read_playbook(const SourceFile& file, FindVocabulary find_vocabulary, Diagnostics& diagnostics,
                   Playbook& out);

// Where a part of the article stands: a block, or an item of one (-1: all of it).
struct Placed {
  std::string name;
  uint32_t block = 0;
  int32_t item = -1;
};

// Finds the parts that the nodes show in an article, in the order of its blocks. An article of
// another shape is an error at the place in the article where it differs.
bool place_playbook(const Playbook& playbook, const Article& article, std::string_view article_file,
                    std::string_view playbook_file, Diagnostics& diagnostics,
                    std::vector<Placed>& out);

}  // namespace stegvis
