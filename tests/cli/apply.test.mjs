// stegvis account and apply: what an operation changes, or every reason against it.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("../../", import.meta.url).pathname;
const command = process.env.STEGVIS_COMMAND ?? join(root, "build/native/bin/stegvis");
let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "stegvis-"));
});
after(() => rmSync(folder, { recursive: true }));

function stegvis(...words) {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}
function account(...words) {
  const path = join(folder, "account.json");
  const { status, stdout } = stegvis("account", ...words);
  assert.equal(status, 0);
  writeFileSync(path, stdout);
  return path;
}
function apply(path, operation, args, more = {}) {
  const file = join(folder, "operation.json");
  writeFileSync(file, JSON.stringify({ operation, args, ...more }));
  const { status, stdout, stderr } = stegvis("apply", path, file);
  return { status, stderr, ...(stdout && JSON.parse(stdout)) };
}
const when = { id: "0123456789abcdef", day: "2026-11-23" };
const codes = ({ refusals }) => refusals.map(({ code }) => code);

test("a replacement tells all that it moves, whatever the number", () => {
  const { status, change } = apply(
    account("--scenario", "many-1000"),
    "replace-all",
    ["m-visa", "m-debit"],
    when,
  );
  assert.equal(status, 0);
  assert.equal(change.changes.length, change.total);
  assert.ok(change.total > 900);
  assert.equal(change.undoable, true);
  assert.equal(change.version, 1);
  assert.match(change.digest, /^[0-9a-f]{16}$/);
});

test("a refusal gives every reason, and exit code 1", () => {
  const path = account("--scenario", "invoice-manager");
  const refused = apply(path, "replace-all", ["m-expired", "m-swedish"], when);
  assert.equal(refused.status, 1);
  assert.deepEqual(codes(refused), ["not-manager", "nothing-attached", "other-country", "not-manager"]);
  assert.deepEqual(codes(apply(path, "replace-all", ["m-none", "m-swedish"], when)), [
    "unknown-method",
    "other-country",
    "not-manager",
  ]);
  assert.deepEqual(codes(apply(path, "fly", [], when)), ["operation-unknown"]);
});

test("an address is judged by its country's table", () => {
  const address = { line1: "Sagbruksveien 12", city: "Skoddevik", "postal-code": "899" };
  const path = account("--scenario", "declined");
  const refused = apply(path, "update", ["m-visa", address], when);
  assert.deepEqual(
    refused.refusals.map(({ args }) => args),
    [{ field: "postal-code", verdict: "postal-code-short" }],
  );
  assert.equal(
    apply(path, "update", ["m-visa", { ...address, line1: "Sagbruksveien 14", "postal-code": "8999" }], when)
      .status,
    0,
  );
});

test("an id and a day may be left out", () => {
  const path = account("--scenario", "individual");
  const { status, change } = apply(path, "replace-one", ["s-epost", "m-bank"]);
  assert.equal(status, 0);
  assert.equal(change.total, 1);
});

test("what is no operation or no account has a named error, and exit code 2", () => {
  const path = account("--scenario", "declined");
  const { status, stderr } = apply(path, "delete", ["m-visa"], { shoe: 4 });
  assert.equal(status, 2);
  assert.match(stderr, /\[operation-shape\]/);
  assert.equal(apply(join(folder, "operation.json"), "delete", ["m-visa"], when).status, 2);
});
