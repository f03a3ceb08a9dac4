// An account with many subscriptions and many operations opens fast: with a snapshot, which is written when
// nothing happens, and which its journal can always do without.
import assert from "node:assert/strict";
import { sized } from "../size.mjs";
import { scenario } from "./harness.mjs";
import { addHistory, operation } from "./history.mjs";

const subscriptions = sized({ run: 20_000, long: 100_000 });
const operations = sized({ run: 1000, ci: 2000, long: 10_000 });
const account = `practice:many-${subscriptions}`;

/** In the page: the bytes of the snapshot; 0 where there is none. */
async function snapshotSize(key) {
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("stegvis");
    request.onsuccess = () => resolve(request.result);
  });
  const request = db
    .transaction("records")
    .objectStore("records")
    .getAll(IDBKeyRange.bound([key, 0], [key, 9]));
  const rows = await new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  db.close();
  return rows.reduce((sum, { length }) => sum + length, 0);
}

/** In the page: puts a record in the place of another. */
async function putRow([key, sequence, text]) {
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("stegvis");
    request.onsuccess = () => resolve(request.result);
  });
  const tx = db.transaction("records", "readwrite");
  tx.objectStore("records").put(
    Uint8Array.from(atob(text), (c) => c.charCodeAt(0)),
    [key, sequence],
  );
  await new Promise((resolve) => {
    tx.oncomplete = resolve;
  });
  db.close();
}

/** Milliseconds from a reload until the reader is where they were. */
async function opening(reader) {
  const start = performance.now();
  await reader.page.reload();
  const shown = () => {
    const view = document.querySelector("stegvis-guide")?.view;
    return view?.node === "added" && view.digests;
  };
  await reader.page.waitForFunction(shown, undefined, { timeout: 60_000 });
  return Math.round(performance.now() - start);
}

scenario(
  `${subscriptions} subscriptions with ${operations} operations open with a snapshot`,
  { account, timeout: 120_000 },
  async (reader) => {
    await reader.answer("notices", "many");
    await reader.sees("added");
    await reader.journal();
    const before = Math.min(await opening(reader), await opening(reader), await opening(reader));
    const key = "account/" + account;
    await addHistory(reader.page, key, operations);
    const replayed = await opening(reader);
    const { digests } = await reader.view();
    await reader.page.evaluate(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({ type: "longtask" });
    });
    let bytes = 0;
    for (let i = 0; i < 100 && !bytes; i++) {
      await reader.page.waitForTimeout(100);
      bytes = await reader.page.evaluate(snapshotSize, "snapshot/" + key);
    }
    assert.ok(bytes > 0, "a snapshot is written when nothing happens");
    const stall = Math.round(await reader.page.evaluate(() => window.longest));
    const times = [];
    for (let i = 0; i < 5; i++) times.push(await opening(reader));
    const fast = Math.min(...times);
    assert.deepEqual((await reader.view()).digests, digests, "the same account");
    console.log(
      `# opening ${before} ms without operations, ${replayed} ms by replay, ${fast} ms by a snapshot ` +
        `of ${bytes} bytes (${times}); the longest task while it was written: ${stall} ms`,
    );
    assert.ok(fast - before < (replayed - before) / 2 + 150, "a snapshot is worth it");

    // A damaged one costs time alone.
    await reader.page.evaluate(async (key) => {
      const db = await new Promise((resolve) => {
        const request = indexedDB.open("stegvis");
        request.onsuccess = () => resolve(request.result);
      });
      const tx = db.transaction("records", "readwrite");
      const store = tx.objectStore("records");
      const request = store.get([key, 1]);
      request.onsuccess = () => {
        request.result[request.result.length - 1] ^= 1;
        store.put(request.result, [key, 1]);
      };
      await new Promise((resolve) => {
        tx.oncomplete = resolve;
      });
      db.close();
    }, "snapshot/" + key);
    await opening(reader);
    assert.deepEqual((await reader.view()).digests, digests, "the same account");

    // So many records open by the mirror; a row that differs is found when nothing happens.
    const other = Buffer.from(operation(7, "f")).toString("base64");
    await reader.page.evaluate(putRow, [key, 7, other]);
    await opening(reader);
    assert.deepEqual((await reader.view()).digests, digests, "the same account");
    await reader.page.waitForFunction(() =>
      window.elementEvents.some(({ detail }) => detail.code === "journal-copies"),
    );
  },
);
