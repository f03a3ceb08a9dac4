// The text of a guide: a tree from a closed list, as JSON. The core carries it and never reads it;
// the compiler writes it, the page builds it with DOM calls.
//
// Inline: a string is text. Anything else is an array whose first element says what it is:
//   ["b", inline...] strong      ["i", inline...] emphasis      ["c", text] code
//   ["a", href, inline...] link: http, https or mailto, absolute, or a relative path
//   ["img", src, alt] image by address                           ["br"] break
//   ["ui", inline...] the name of a button or field (bold in the article)
//   ["path", inline...] a way through menus, "A > B > C": each element is one place, itself inline
// Block:
//   ["p", inline...]   ["h", level, inline...]   ["pre", text]   ["hr"]
//   ["ol", start, item...], ["ul", item...]; an item is an array of blocks
//   ["note", kind, block...]; kind is note, important, tip, warning or caution
//   ["quote", block...]
//   ["table", [align...], row...]; a row is an array of cells, a cell an array of inlines; the
//   first
//             row is the head; align is "", "left", "center" or "right"
//
// The member "text" of a guide:
//   { "title": [inline...], "blocks": [block...], "parts": { "replace.1": [3, 0], "retry": [0] },
//     "messages": "<Fluent source>" }
// A part is the index of a block, or of a block (a list) and an item of it. "untitled": true says
// that the title is the front matter's and no part of the article's text. In a guide without a
// playbook, "labels" gives words of the article to nodes that have no message:
//   "labels": { "<node>": { "title": [inline...], "<choice>": [inline...] } }
// the heading that a read node stands below, and the headings or pivots that an ask asks about. The
// choice "all" has none: its words are the interface's ("choice-all"), and so are those of a title
// that is not there.
//
// A guide, whole:
//   { "guide": 1, "name", "locale": "nb-NO", "direction": "ltr" | "rtl", "digest": "<16 hex>",
//     "flow": {...}, "fingerprints"?: { node: "<16 hex>" }, "first": {view}, "text": {...} }
// Fingerprints are of the text that a node shows; there are none where a playbook names the nodes.
#pragma once

namespace stegvis {

inline constexpr int guide_version = 1;

}  // namespace stegvis
