// A playbook: JSON, without a word of any language, that says what the steps of an article do.
//
//   { "playbook": 1, "name": ID, "domain": "billing" (or absent: no domain),
//     "article": { PART: {"list": N, "steps": M} | {"block": N | "last"} ... },
//     "start": NODE, "nodes": { NODE: {...} ... } }
//
// A node has one of six members, which is its kind, and the members that go with that kind:
//   "read": true          to: NODE
//   "ask": [CHOICE...]    to: NODE | {CHOICE: NODE...}   known: {CHOICE: [condition, {args}]}
//                         else: CHOICE   unless: [condition, {args}]
//   "pick": list          to: NODE | {"picked": NODE, CHOICE: NODE...}   of: NODE   detail: list
//   "fill": form          to: NODE | {"filled": NODE, CHOICE: NODE...}   of: NODE
//                         confirm: operation   binds: NODE
//   "review": operation   to: NODE | {"done": NODE, CHOICE: NODE...}     with: [NODE...]
//   "outcome": ID         to: {CHOICE: NODE...} or absent   undo: true   next: the name of a guide
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
  uint32_t list = 0;    // number of the list, from 1; 0: the part is a block
  uint32_t steps = 0;   // of the list
  uint32_t block = 0;   // number of the block, from 1; 0: the last block, or the part is a list
  uint32_t offset = 0;  // in the file, in bytes
};

struct Playbook {
  std::string name;
  std::vector<PlaybookPart> parts;
  Flow flow;                      // complete except for `lists`
  std::vector<uint32_t> offsets;  // of each node, in the file, in bytes
};

// Reads a playbook and checks its shape, its words by the vocabulary of its domain (null: it can
// have none), and its flow by the proof. Reports all mistakes, and returns false if there is one.
bool read_playbook(const SourceFile& file, FindVocabulary find_vocabulary, Diagnostics& diagnostics,
                   Playbook& out);

// The place of a part in the article: a block, or an item of it (-1: the whole block).
struct Placed {
  std::string name;
  uint32_t block = 0;
  int32_t item = -1;
};

// Finds the places of the parts that the nodes show, sorted by name. If the article has another
// shape than the playbook, reports article-shape at the place in the article and returns false.
bool place_playbook(const Playbook& playbook, const Article& article, std::string_view article_file,
                    std::string_view playbook_file, Diagnostics& diagnostics,
                    std::vector<Placed>& out);

}  // namespace stegvis
