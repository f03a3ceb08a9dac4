// Each situation is told as its text in tests/scenarios/ tells it (situations.mjs).
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { folder, situations, textOf } from "./situations.mjs";

test("every situation has a text, and no other", () => {
  assert.deepEqual(readdirSync(folder).sort(), situations.map((name) => `${name}.txt`).sort());
});

for (const name of situations)
  test(`the shortest way is as its text tells: ${name}`, { timeout: 60000 }, async () => {
    assert.equal(await textOf(name), readFileSync(`${folder}${name}.txt`, "utf8"));
  });
