// The weight of each part of the built page, to the byte, as it is sent: its brotli copy.
// A number changes together with the part:
//
//   node tests/architecture/size.test.mjs --write    writes tests/budget.json
import { test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const dist = resolve(process.env.STEGVIS_DIST ?? join(root, "web/dist"));
const file = join(root, "tests/budget.json");

/** Loader, widget, the core's glue and first half, the Norwegian guide and messages. */
const firstVisit = [
  "stegvis.js",
  "widget.js",
  "session.js",
  "core.js",
  "core.wasm",
  "payment-declined.nb-NO.json",
  "ui/nb-NO.ftl",
];
/** In bytes; KB is 1,000 of them. */
const aims = { firstVisit: 61_172, loader: 1_470, tables: 20_000 };

function weigh(name) {
  const sent = readFileSync(join(dist, name + ".br"));
  assert.deepEqual(brotliDecompressSync(sent), readFileSync(join(dist, name)), `${name}.br is not ${name}`);
  return sent.length;
}

function names(folder = "") {
  return readdirSync(join(dist, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? names(folder + entry.name + "/") : [folder + entry.name],
  );
}

const parts = Object.fromEntries(
  names()
    .filter((name) => /\.(js|wasm|json|ftl|txt)$/.test(name))
    .sort()
    .map((name) => [name, weigh(name)]),
);
const sum = (list) => list.reduce((total, name) => total + parts[name], 0);
const now = { firstVisit: sum(firstVisit), parts };

if (process.argv.includes("--write")) {
  writeFileSync(file, JSON.stringify(now, null, 2) + "\n");
  console.log(`first visit: ${now.firstVisit} of ${aims.firstVisit}`);
} else {
  const budget = JSON.parse(readFileSync(file, "utf8"));
  const hint = "if that is meant, run: node tests/architecture/size.test.mjs --write";

  test("the budget names every part, and no other", () => {
    assert.deepEqual(Object.keys(parts), Object.keys(budget.parts), hint);
  });
  for (const [name, bytes] of Object.entries(parts)) {
    test(`${name} weighs what the budget says`, () => {
      assert.equal(
        bytes,
        budget.parts[name],
        `${name} weighs ${bytes} bytes now, not ${budget.parts[name]}; ${hint}`,
      );
    });
  }
  test("a first visit weighs what the budget says", () => {
    assert.equal(
      now.firstVisit,
      budget.firstVisit,
      `a first visit weighs ${now.firstVisit} bytes now, not ${budget.firstVisit}; ${hint}`,
    );
  });
  test("a first visit, the loader and the tables keep to their limits", () => {
    assert.ok(now.firstVisit <= aims.firstVisit, `${now.firstVisit} of ${aims.firstVisit}`);
    assert.ok(parts["stegvis.js"] <= aims.loader, `${parts["stegvis.js"]} of ${aims.loader}`);
    const tables = sum(Object.keys(parts).filter((name) => name.startsWith("tables/")));
    assert.ok(tables <= aims.tables, `${tables} of ${aims.tables}`);
  });
}
