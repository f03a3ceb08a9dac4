#!/usr/bin/env node
// Compares names, roles, states, live regions and the order of Tab at every node with the files of outlines/:
// one file for each node, with all its states. After a change that is intended, write them with
//
//   node tests/accessibility/outlines.mjs --write
//
// and read the diff before you commit it. The page must be built (node web/build.mjs).
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { anyPage, close, root } from "../browser/harness.mjs";
import { namer, outline } from "./accessibility-tree.mjs";
import { norwegian, measuredStops, timeout } from "./measured-stops.mjs";

const folder = fileURLToPath(new URL("outlines/", import.meta.url));
const nodes = Object.keys(
  JSON.parse(readFileSync(`${root}/i18n/payment-declined/playbook.json`, "utf8")).nodes,
);

async function text(node) {
  const states = (await measuredStops()).filter((stop) => stop.node === node);
  const named = namer(norwegian.bundles, node);
  const outlines = states.map(({ state, tree, tab }) => `\n== ${state}\n\n${outline(tree, named, tab)}`);
  const shown = anyPage(outlines.join(""));
  return `# The accessibility tree and the order of Tab at "${node}": see accessibility-tree.mjs.
# Write all outlines with: node tests/accessibility/outlines.mjs --write
${shown}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] !== "--write") {
    console.error("usage: outlines.mjs --write");
    process.exit(2);
  }
  const written = await Promise.all(nodes.map(async (node) => [node, await text(node)]));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [node, words] of written) writeFileSync(`${folder}${node}.txt`, words);
  console.log(`${written.length} outlines in ${folder}`);
  await close();
} else {
  test("every node of the guide has an outline, and no other", () => {
    assert.deepEqual(readdirSync(folder).sort(), nodes.map((node) => `${node}.txt`).sort());
  });
  for (const node of nodes) {
    test(
      `roles, names, live regions and the order of Tab at "${node}" are those of its outline`,
      { timeout },
      async () => {
        const found = await text(node);
        if (found === readFileSync(`${folder}${node}.txt`, "utf8")) return;
        const { stdout } = spawnSync("diff", ["-U2", `${folder}${node}.txt`, "-"], {
          input: found,
          encoding: "utf8",
        });
        assert.fail(
          `another outline; if that is meant, run: node tests/accessibility/outlines.mjs --write\n${stdout}`,
        );
      },
    );
  }
}
