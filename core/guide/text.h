// The text of a guide: a tree of elements from a closed list, as JSON. The compiler writes it and
// the page builds it with DOM calls; the core never reads it.
//
// Inline: a string is text. Every other element is an array that begins with its kind:
//   ["b", inline...] strong      ["i", inline...] emphasis      ["c", text] code
//   ["a", href, inline...] link: http, https or mailto, absolute, or a relative path
//   ["img", src, alt] image by address                           ["br"] break
//   ["ui", inline...] the name of a button or field (bold in the article)
//   ["path", inline...] a way through menus, "A > B > C": each element is a menu item
// Block:
//   ["p", inline...]   ["h", level, inline...]   ["pre", text]   ["hr"]
//   ["ol", start, item...], ["ul", item...]; an item is an array of blocks
//   ["note", kind, block...]; kind is note, important, tip, warning or caution
//   ["quote", block...]
//   ["table", [align...], row...]; a row is an array of cells, a cell an array of inlines; the
//             first row is the head; align is "", "left", "center" or "right"
//
// The member "text" of a guide:
//   { "title": [inline...], "blocks": [block...], "parts": { "replace.1": [3, 0], "retry": [0] },
//     "messages": "<Fluent source>", "next"?: ["pay-balance"] }
// A part is the index of a block, or the index of a list and of an item of it. "untitled": true
// says that the title is the front matter's and not in the article's text. A guide without a
// playbook has no messages of its own, so "labels" gives words of the article to its nodes:
//   "labels": { "<node>": { "title": [inline...], "<choice>": [inline...] } }
// "next" names those guides that outcomes lead into (guide/flow.h) and that are there in this locale: a flow
// is the same in every locale, and a guide may have fewer languages than the one that leads into it.
// A read node has the heading above it; an ask has the headings or pivots that are its choices. The
// choice "all" and a missing title have no label: the interface's messages name them
// ("choice-all").
//
// A whole guide:
//   { "guide": 1, "name", "locale": "nb-NO", "direction": "ltr" | "rtl", "digest": "<16 hex>",
//     "flow": {...}, "fingerprints"?: { node: "<16 hex>" }, "first": {view}, "text": {...} }
// A fingerprint is the hash of the text that a node shows. A guide with a playbook has none,
// because the playbook names its nodes.
#pragma once

namespace stegvis {

inline constexpr int guide_version = 1;

}  // namespace stegvis
