// Every storage backend keeps to one list of rules, in a page: tests/unit/storage/backend-rules.mjs.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser } from "./harness.mjs";
import { serve } from "../../web/serve.mjs";
import { bundle } from "../unit/modules.mjs";

const folder = mkdtempSync(join(tmpdir(), "stegvis-"));
writeFileSync(
  join(folder, "rules.js"),
  await bundle(["tests/unit/storage/backend-rules.mjs", "tests/unit/storage/places.mjs"]),
);
writeFileSync(join(folder, "index.html"), "<!doctype html><title>Storage</title>");
const { server, port } = await serve({ port: 0, dir: folder });
const page = await (await browser()).newPage();
const complaints = [];
page.on("pageerror", (error) => complaints.push(String(error)));
await page.goto(`http://127.0.0.1:${port}/`);
const rules = await page.evaluate(async () => {
  const { places, rulesOf } = await import("/rules.js");
  window.places = places();
  return Object.entries(window.places).map(([backend, place]) => [backend, rulesOf(place)]);
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

for (const [backend, names] of rules) {
  for (const name of names) {
    test(`${backend}: ${name}`, { timeout: 60000 }, async () => {
      complaints.length = 0;
      const failed = await page.evaluate(
        async ([backend, name]) => {
          const { run } = await import("/rules.js");
          return run(name, window.places[backend]).catch((error) => String(error?.message ?? error));
        },
        [backend, name],
      );
      if (failed) throw new Error(failed);
      // An unhandled error in the page fails the rule.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
      if (complaints.length) throw new Error(complaints.join("\n"));
    });
  }
}

for (const [backend] of rules.filter(([backend]) => backend !== "memory")) {
  test(`${backend}: a reader who comes back is found by what is stored there alone`, async () => {
    const found = await page.evaluate(async (name) => {
      const { stored } = await import("/rules.js");
      const place = window.places[name];
      const before = await stored();
      const start = { records: 0, bytes: 0 };
      await place.open().append([{ key: "session/a", at: start, records: [new Uint8Array(20)] }]);
      const after = await stored();
      await place.clear();
      return { before, after };
    }, backend);
    assert.deepEqual(found, { before: false, after: true });
  });
}

test("what is noted about a journal is no journal: it is not counted, and not removed", async () => {
  const found = await page.evaluate(async () => {
    const { notes, LocalStorageBackend } = await import("/rules.js");
    localStorage.clear();
    notes.write("session/practice/guide", "3,1");
    const backend = new LocalStorageBackend();
    const { value: exists } = await backend.exists();
    await backend.remove();
    return { exists, noted: notes.read("session/practice/guide") };
  });
  assert.deepEqual(found, { exists: false, noted: "3,1" });
});
