// `stegvis play`: a guide in the terminal, one line an answer.
import { test } from "node:test";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile, folder, payment, play, playJson } from "./play.mjs";

const english = payment("en-US");
const norwegian = payment("nb-NO");
const card = ["4111111111111111", "12/30", "123", "Ingrid Myrvang", "", "Sagbruksveien 12", ""];

test("a payment method is replaced, the replacement undone, and the guide begun again", () => {
  const run = play(english, ["2", "1", "1", "u", "r"]);
  assert.equal(run.status, 0, run.stderr);
  assert.deepEqual(run.nodes, ["notices", "new", "review", "replaced", "replaced", "notices"]);
  assert.match(run.stdout, /^As your account says: .*new payment method since.*: No \(@added\)$/m);
  assert.match(run.stdout, /Should mastercard 4444 replace visa 1111\?/);
  assert.match(run.stdout, /mastercard 4444 now pays for everything that visa 1111 paid for\./);
  assert.match(run.stdout, /\[replaced\] The replacement is undone \(undone\)/);
});

test("the details of a card are corrected, in Norwegian", () => {
  const run = play(norwegian, [
    ":many",
    "@changed",
    ":no",
    "Ingrid Myrvang",
    "02/30",
    "",
    "",
    "",
    "",
    "",
    "1",
  ]);
  assert.equal(run.status, 0, run.stderr);
  assert.deepEqual(
    [...new Set(run.nodes)],
    ["notices", "new", "changed", "details", "review-update", "updated"],
  );
});

test("what can't be chosen is marked with its reason, and is not taken", () => {
  const run = play(english, [":many", ":m-bank"]);
  assert.match(run.stdout, /^- \d+ {2}bank-account 7947.*not possible: bank-account-on-profile$/m);
  assert.match(run.stdout, /^Not taken: event-item$/m);
  assert.equal(run.nodes.at(-1), "new");
});

test("back shows the question before; before the first there is nothing", () => {
  const run = play(english, ["b", ":few", "b"], "--account", "practice:few");
  assert.deepEqual(run.nodes, ["notices", "notices", "wait", "notices"]);
  assert.match(run.stdout, /^Not taken: event-place$/m);
});

test("a form asks field by field, and only those again that are not valid", () => {
  const run = playJson(english, [
    ":many",
    ":add",
    "1",
    "4111111111111112",
    ...card.slice(1),
    "8999",
    "Skoddevik",
    "4111111111111111",
  ]);
  const fields = run.lines.filter((line) => line.field).map((line) => line.field);
  assert.deepEqual(fields.slice(0, 6), ["kind", "number", "expiry", "code", "name", "country"]);
  const refused = run.lines.find((line) => line.problem);
  assert.equal(refused.problem.code, "event-field");
  assert.deepEqual(
    refused.verdicts.map((row) => row.field),
    ["number"],
  );
  assert.equal(fields.at(-1), "number");
  assert.equal(run.lines.at(-1).node, "review");
});

test("a British bank account is added, and judged by the table of banks", () => {
  const [sortCode, wrong, right] = ["08-99-99", "66374959", "66374958"];
  const run = playJson(
    english,
    [
      ...[":many", ":yes", ":add", "bank-account", sortCode, wrong],
      ...["Ingrid Myrvang", "", "12 Sawmill Lane", "", "Skoddeby", "ZE3 9ZZ", right],
    ],
    "--account",
    "practice:british",
  );
  const fields = run.lines.filter((line) => line.field).map((line) => line.field);
  assert.deepEqual(fields.slice(0, 4), ["kind", "uk-sort-code", "uk-account-number", "name"]);
  const refused = run.lines.filter((line) => line.problem);
  assert.deepEqual(
    refused.map(({ problem, verdicts }) => [problem.code, verdicts]),
    [
      [
        "event-field",
        [
          {
            field: "uk-account-number",
            verdict: { standing: "invalid", code: "uk-account-checksum", args: {} },
          },
        ],
      ],
    ],
  );
  assert.equal(fields.at(-1), "uk-account-number");
  assert.equal(run.lines.at(-1).node, "review");
  assert.ok(!run.stdout.includes(right));
});

test("a bank account of a country with IBANs is added", () => {
  const run = play(
    english,
    [
      ...[":many", ":yes", ":add", "bank-account", "NO9386011117947"],
      ...["Ingrid Myrvang", "", "Sagbruksveien 12", "", "8999", "Skoddevik"],
    ],
    "--account",
    "practice:individual",
  );
  assert.equal(run.nodes.at(-1), "review", run.stdout);
  assert.match(run.stdout, /Should bank-account 7947 replace visa 1111\?/);
});

test("a card number and its code are never printed", () => {
  for (const options of [[], ["--json"]]) {
    const run = play(english, [":many", ":add", "1", ...card, "8999", "Skoddevik", "1"], ...options);
    assert.equal(run.status, 0);
    assert.ok(!run.stdout.replaceAll(" ", "").includes(card[0]), run.stdout);
    assert.match(run.stdout, /replaced/);
  }
});

test("a form that carries something out says beforehand whether that can be undone, as a review does", () => {
  const form = play(english, [":many", ":add"]).stdout.split("[add]")[1];
  assert.match(form, /^ {2}can be undone$/m);
  assert.match(play(english, [":many", ":m-mastercard"]).stdout, /^ {2}changes: \d+, can be undone$/m);
  assert.doesNotMatch(play(english, [":many", "@changed", ":no"]).stdout, /be undone/);
});

test("a list is searched", () => {
  const run = playJson(
    english,
    [":many", "@added", ":yes", ":one", "/business e"],
    "--account",
    "practice:many",
  );
  const [all, found] = run.lines.slice(-2);
  assert.equal(all.node, "item");
  assert.equal(all.answers.length, 50);
  assert.ok(found.answers.length > 0 && found.answers.length < 50);
  assert.ok(found.answers.includes("s-epost"));
});

test("a guide without a playbook runs to its outcome", () => {
  const run = play(compile("tests/articles/nb-NO/printer-offline.md"), Array(40).fill("1"));
  assert.equal(run.status, 0, run.stderr);
  assert.match(run.nodes.at(-1), /^outcome/);
  assert.match(run.stdout, /\| /);
});

test("all of the ways of an article without a playbook, in order", () => {
  const run = play(compile("tests/articles/en-US/payment-was-declined.md"), [":all", "1", "1"]);
  assert.match(run.stdout, /All of them, in order/);
  assert.match(run.nodes[1], /^all\./);
});

test("the end of the input ends the run, wherever it is", () => {
  const lines = [":many", ":add", "1", ...card];
  for (let count = 0; count <= lines.length; ++count)
    assert.equal(play(english, lines.slice(0, count)).status, 0);
});

test("what is no guide, no account or no day is refused", () => {
  const path = join(folder, "none.json");
  writeFileSync(path, "{}");
  assert.equal(play(path, []).status, 2);
  assert.equal(play(english, [], "--account", "practice:none").status, 2);
  assert.equal(play(english, [], "--day", "2026-02-30").status, 2);
});

test("nothing that a guide says steers the terminal", () => {
  const path = join(folder, "escape.md");
  writeFileSync(path, "# A title\n\n1. Press \u001b[31mthis\n2. Done\n");
  const guide = compile(path.startsWith("/") ? "../../../../../../.." + path : path);
  assert.ok(!play(guide, ["1"]).stdout.includes("\u001b"));
});
