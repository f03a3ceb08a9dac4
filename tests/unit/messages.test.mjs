// Messages: Fluent in, words out. A message that is missing never breaks the page.
import { test } from "node:test";
import assert from "node:assert/strict";
import { load } from "./modules.mjs";

const { Messages } = await load("web/src/i18n/messages.ts");
/** Fluent sets what it puts in apart by invisible marks; a reader sees none. */
const plain = (text) => text?.replace(/[\u2066-\u2069]/g, "").replace(/[\u00a0\u202f]/g, " ");

function english(own, guide = "") {
  const messages = new Messages("en-US", "en-US");
  messages.add(own);
  messages.addGuide(guide);
  return messages;
}

test("a message is found by its id, and an attribute by id and name", () => {
  const messages = english("continue = Continue\n    .hint = Go on\n");
  assert.equal(messages.say("continue"), "Continue");
  assert.equal(messages.say("continue.hint"), "Go on");
});

test("what is missing gives its fallback, or nothing, and is named: an id is never shown", () => {
  const messages = english("");
  assert.equal(messages.tell("nowhere"), undefined);
  assert.equal(messages.say("nowhere", {}, "instead"), "instead");
  assert.equal(messages.missing, undefined);
  assert.equal(messages.say("nowhere"), "");
  assert.equal(messages.say("elsewhere"), "");
  assert.equal(messages.missing, "nowhere", "the first of them");
});

test("the widget's words and the guide's don't take each other's ids", () => {
  const messages = english("back = Back\n", "back = My own back\n");
  assert.equal(messages.say("back"), "Back");
  assert.equal(messages.tell("back"), "My own back");
});

test("a node's id may hold a full stop; the last part is an attribute only where no message has that id", () => {
  const messages = english("", "notices = Which?\n    .many = Many\n");
  assert.equal(messages.tell("notices.many"), "Many");
  assert.equal(messages.tell("notices.few"), undefined);
});

test("values are written in the language: numbers, days, money", () => {
  const messages = english(
    "paid = { $sum } on { $day }, { $count ->\n    [one] once\n   *[other] { $count } times\n }\n",
  );
  const args = { sum: { money: [9900, "USD"] }, day: { day: "2026-11-23" }, count: 1200 };
  assert.equal(plain(messages.say("paid", args)), "$99.00 on November 23, 2026, 1,200 times");
  assert.equal(plain(messages.say("paid", { ...args, count: 1 })), "$99.00 on November 23, 2026, once");
});

test("a message may ask for a part of a day", () => {
  const messages = english('due = Due on { DATETIME($day, weekday: "long") }\n');
  assert.equal(plain(messages.say("due", { day: { day: "2026-11-23" } })), "Due on Monday");
});

test("digits are those of cards in every language", () => {
  const messages = new Messages("ar-SA", "ar-SA");
  messages.add("ends = { $last4 } { $count }\n");
  assert.equal(plain(messages.say("ends", { last4: "1111", count: 12 })), "1111 12");
});

test("a locale that is none is written as English", () => {
  const messages = new Messages("not a locale", "en-US");
  messages.add("count = { $count }\n");
  assert.equal(plain(messages.say("count", { count: 1200 })), "1,200");
});

test("a verdict without words is named by its code", () => {
  const messages = english("verdict-iban-length = Too short\nverdict-other = Not valid: { $code }\n");
  assert.equal(messages.explain("verdict", "iban-length"), "Too short");
  assert.equal(plain(messages.explain("verdict", "new-code")), "Not valid: new-code");
  assert.equal(messages.missing, undefined);
  const wordless = english("");
  assert.equal(wordless.explain("reason", "new-code"), "");
  assert.equal(wordless.missing, "reason-new-code");
});

test("a message that needs a value and gets none is missing: the value's name is no word", () => {
  const messages = english("paid = Paid { $sum } today\n");
  assert.equal(messages.say("paid"), "");
  assert.equal(messages.missing, "paid");
});

test("the words of a later script are added, and it is known which are here", () => {
  const messages = english("");
  assert.deepEqual(messages.scripts, []);
  messages.add("review = Check your answers\n", "steps");
  assert.equal(messages.say("review"), "Check your answers");
  assert.deepEqual(messages.scripts, ["steps"]);
});
