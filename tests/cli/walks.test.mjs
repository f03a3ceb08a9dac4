// `stegvis test`: each guide's tests.json holds, and what it doesn't say or says wrongly is named.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, root, stegvis } from "./play.mjs";

const run = (...words) => spawnSync(stegvis, ["test", ...words], { cwd: root, encoding: "utf8" });

/** A guide's nodes that no practice account leads to. */
const missed = { "payment-declined": "", "pay-balance": ", not unsaid", "subscription-method": "" };
for (const [guide, nodes] of Object.entries(missed))
  test(`the tests of ${guide} pass and reach every node`, () => {
    const { status, stdout, stderr } = run(`i18n/${guide}`);
    assert.equal(status, 0, stdout + stderr);
    const count = JSON.parse(readFileSync(join(root, `i18n/${guide}/tests.json`), "utf8")).length;
    assert.match(stdout, new RegExp(`^${count} passed, 0 failed$`, "m"));
    const [, reached, all, rest] = /(\d+) of (\d+) nodes reached(.*)$/m.exec(stdout);
    assert.equal(rest, nodes);
    assert.equal(+all - +reached, nodes ? 1 : 0);
    assert.ok(+all >= 8);
  });

/** Runs these tests of a guide. */
function tried(tests, guide = "pay-balance", ...options) {
  const place = join(folder, "walks");
  mkdirSync(place, { recursive: true });
  cpSync(join(root, `i18n/${guide}/playbook.json`), join(place, "playbook.json"));
  writeFileSync(join(place, "tests.json"), typeof tests === "string" ? tests : JSON.stringify(tests));
  return run(place, ...options);
}

/** @type {[string, object, RegExp][]} */
const wrong = [
  ["another end", { ends: "settled" }, /^ {2}it ends at "paid", not at "settled"$/m],
  [
    "an answer that no node asks for",
    { answers: { add: {}, method: { item: "m-mastercard" } } },
    /^ {2}the answer to "add" was never asked for; the walk ended at "paid"$/m,
  ],
  ["an item that can't be chosen", { answers: { method: { item: "m-visa" } } }, /^ {2}"method": .*item/m],
  ["an item that isn't there", { answers: { method: { item: "m-none" } } }, /^ {2}"method": event-item$/m],
  [
    "a form with a mistake",
    { answers: { method: "add", add: { number: "4111111111111112", expiry: "12/30" } } },
    /^ {2}"add": .*number card-number-checksum/m,
  ],
  [
    "another account afterwards",
    { "account-after": { uses: { "m-visa": ["x"] } } },
    /^ {2}uses of m-visa has .+, not x$/m,
  ],
  ["an account that isn't there", { account: "practice:none" }, /^not ok/m],
];
for (const [what, change, said] of wrong)
  test(`${what} is named`, () => {
    const walk = { name: "t", answers: { method: { item: "m-mastercard" } }, ends: "paid", ...change };
    const { status, stdout } = tried([walk]);
    assert.equal(status, 1);
    assert.match(stdout, said);
    assert.match(stdout, /^0 passed, 1 failed$/m);
  });

test("nodes and ways that no test takes are listed", () => {
  const walk = { name: "t", answers: { scope: "all" }, ends: "everything" };
  const { status, stdout } = tried([walk], "subscription-method", "--paths");
  assert.equal(status, 0);
  assert.match(stdout, /2 of 8 nodes reached, not item, new, add, review, changed, not-there$/m);
  assert.match(stdout, /^not walked: scope \S+, item not-there, not-there$/m);
  assert.doesNotMatch(stdout, /^not walked: scope all, everything$/m);
  assert.match(stdout, /4 paths, 3 not walked$/m);
});

/** @type {[string, string, RegExp][]} */
const unsound = [
  ["no JSON", "[{", /tests\.json:1:2: error: .*\[json-syntax\]/],
  ["no list", "{}", /tests\.json:1:1: error: .*\[shape-type\]/],
  ["no name", '[{"ends": "paid"}]', /error: .*"name".*\[shape-missing\]/],
  ["another node", '[{"name": "t", "ends": "payed"}]', /error: .*"payed".*\[flow-reference\]/],
  [
    "a member that isn't known",
    '[{"name": "t", "ends": "paid", "end": 1}]',
    /error: .*end.*\[shape-unknown\]/,
  ],
  ["no day", '[{"name": "t", "ends": "paid", "day": "2026-02-30"}]', /error: .*\[shape-value\]/],
];
for (const [what, tests, said] of unsound)
  test(`a tests.json with ${what} is refused with its place`, () => {
    const { status, stderr } = tried(tests);
    assert.equal(status, what === "no JSON" ? 2 : 1);
    assert.match(stderr, said);
  });

test("a folder without tests.json, or without a playbook, is no crash", () => {
  assert.equal(run(join(root, "i18n/ui")).status, 2);
  assert.equal(run().status, 2);
});
