// stegvis verdict: a line in, a line out. The vectors get the verdicts that they expect by the command
// too, with the options that their sources ask for; and lines may be written in several ways.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const root = new URL("../../", import.meta.url).pathname;
const command = process.env.STEGVIS_COMMAND ?? `${root}build/native/bin/stegvis`;

function verdicts(lines) {
  const input = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const { status, stdout } = spawnSync(command, ["verdict"], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0);
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(answers.length, lines.length, "a line each");
  return answers;
}
const verdictOf = (line) => verdicts([line])[0];

const deviations = readFileSync(`${root}tests/vectors/deviations.md`, "utf8");
const vectors = readdirSync(`${root}tests/vectors`)
  .filter((name) => name.endsWith(".jsonl") && !/^(accounts|playbooks|siphash)\./.test(name))
  .flatMap((name) =>
    readFileSync(`${root}tests/vectors/${name}`, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  );

test("every vector gets the verdict that it expects", () => {
  assert.ok(vectors.length > 2000);
  const answers = verdicts(vectors);
  vectors.forEach((vector, i) => {
    const { expect } = vector;
    const found = { verdict: answers[i].verdict };
    for (const name of ["brand", "month", "year"]) if (name in expect) found[name] = answers[i][name];
    const { verdict, brand, month, year } = expect;
    assert.deepEqual(
      found,
      JSON.parse(JSON.stringify({ verdict, brand, month, year })),
      JSON.stringify([vector, answers[i]]),
    );
  });
});

test("with a source's options a verdict is what the source says, or the deviation is listed", () => {
  const asked = vectors.filter(({ options, said }) => options && said);
  assert.ok(asked.length > 200);
  for (const { value, options, expect, said, deviation } of asked) {
    const differs =
      ("valid" in said && said.valid !== (expect.verdict === "valid")) ||
      ("possible" in said && said.possible !== (expect.verdict !== "invalid"));
    if (differs)
      assert.ok(deviations.includes(`\n### ${deviation}\n`), JSON.stringify([value, options, said, expect]));
  }
});

test("a bad line gets an error, and the rest goes on", () => {
  const answers = verdicts([
    "{",
    "[]",
    { field: "iban" },
    { field: "iban", value: 4 },
    { field: "shoe-size", value: "4" },
    { field: "expiry", value: "12/30", now: "someday" },
    { field: "expiry", value: "12/30", now: 4 },
    { field: "us-routing", value: "011103093" },
  ]);
  assert.deepEqual(
    answers.map(({ error, line, verdict }) => (error ? [error, line] : verdict)),
    [
      ["json-syntax", 1],
      ["shape-type", 2],
      ["shape-missing", 3],
      ["shape-type", 4],
      ["shape-value", 5],
      ["shape-value", 6],
      ["shape-value", 7],
      "valid",
    ],
  );
});

test("a country may be in small letters, null or left out; members that say nothing are let be", () => {
  assert.equal(
    verdictOf({ field: "postal-code", value: "0150", country: "no", note: ["x"] }).verdict,
    "valid",
  );
  assert.equal(verdictOf({ field: "postal-code", value: "0150", country: null }).verdict, "valid");
  assert.equal(
    verdictOf({
      field: "address",
      country: "no",
      value: { line1: "Storgata 1", city: "Oslo", "postal-code": "0150" },
    }).verdict,
    "valid",
  );
  assert.equal(
    verdictOf({ field: "card-number", value: "4111111111111111", country: "NO", now: "someday" }).verdict,
    "valid",
  );
});

test("now is a day, with or without a time; without it, today", () => {
  const expiry = (now) =>
    verdictOf({ field: "expiry", value: "11/26", ...(now === undefined ? {} : { now }) }).verdict;
  assert.equal(expiry("2026-11-30"), "valid");
  assert.equal(expiry("2026-12-01"), "invalid");
  assert.equal(expiry("2026-11-30T23:59:59Z"), "valid");
  const next = new Date().getFullYear() + 1;
  assert.equal(verdictOf({ field: "expiry", value: `01/${next}` }).verdict, "valid");
  assert.equal(verdictOf({ field: "expiry", value: `01/${next}`, now: null }).verdict, "valid");
  assert.equal(verdictOf({ field: "expiry", value: `01/${next - 2}` }).verdict, "invalid");
});

test("a security code has the length of its brand, or one that is given", () => {
  const code = (value, more) => verdictOf({ field: "security-code", value, ...more }).verdict;
  assert.deepEqual(
    ["123", "1234"].map((value) => code(value)),
    ["valid", "invalid"],
  );
  assert.deepEqual(
    ["123", "1234"].map((value) => code(value, { brand: "american-express" })),
    ["possible", "valid"],
  );
  assert.deepEqual(
    ["12", "123", "1234", "12345"].map((value) => code(value, { options: { maxLength: [3, 4] } })),
    ["possible", "valid", "valid", "invalid"],
  );
});
