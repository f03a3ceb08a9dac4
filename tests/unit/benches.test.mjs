// A bench says in one line what it lacks: tried where nothing is installed or built.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const benches = readdirSync(join(root, "tests/bench")).filter((name) => name.endsWith(".bench.mjs"));

test("there are benches", () => assert.ok(benches.length >= 5));

for (const name of benches) {
  test(`${name} ends with one line where something is missing`, (context) => {
    const empty = mkdtempSync(join(tmpdir(), "stegvis-"));
    context.after(() => rmSync(empty, { recursive: true }));
    cpSync(join(root, "tests/bench"), join(empty, "tests/bench"), { recursive: true });
    cpSync(join(root, "web/serve.mjs"), join(empty, "web/serve.mjs"));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(empty, "tests/bench", name)], {
      encoding: "utf8",
    });
    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" }, stderr);
    assert.match(stderr, /^[^\n]+ is missing \([^\n]+\): [^\n]+\n$/);
  });
}
