// A tab with an older build and one with a newer build over the same account and guide. The newer one reads
// what the older one has stored; the older one leaves what the newer one has stored as it is, and says that
// its page has to be loaded again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, scenario } from "./harness.mjs";
import { takeStored } from "./stored.mjs";

const records = readFileSync(join(root, "tests/unit/storage/records.mjs"), "utf8").replaceAll("export ", "");

/**
 * In the page, before it: a build whose events have versions 4 and 5, and which reads those of today too. It
 * is this build, whose rows are turned on their way to IndexedDB and back.
 */
const newer = `(() => { ${records}
  window.record = record;
  (${function () {
    const turned = (row, by) => {
      if (!(row instanceof Uint8Array) || row.length < 20) return row;
      const text = new TextDecoder().decode(row.subarray(20));
      const version = Number(/"v":(\d)}$/.exec(text)?.[1] ?? 0);
      // A row of today that is read stays as it is.
      if (!version || version + by < 1) return row;
      // It stands before this function.
      const { record } = /** @type {any} */ (window);
      return record(
        new DataView(row.buffer, row.byteOffset).getUint32(4, true),
        text.replace(/\d}$/, `${version + by}}`),
      );
    };
    const { prototype } = IDBObjectStore;
    for (const name of ["add", "put"]) {
      const write = prototype[name];
      prototype[name] = function (row, key) {
        return write.call(this, turned(row, 3), key);
      };
    }
    // A row that is turned has another checksum than the one that was noted: the number alone is noted.
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      return setItem.call(this, key, value.replace(/^(\d+),.*/, "$1"));
    };
    const { get } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, "result");
    const reading = (name, change) => {
      const read = prototype[name];
      prototype[name] = function (...range) {
        const request = read.apply(this, range);
        return Object.defineProperty(request, "result", { get: () => change(get.call(request)) });
      };
    };
    reading("getAll", (rows) => rows.map((row) => turned(row, -3)));
    reading("openCursor", (cursor) => cursor && { key: cursor.key, value: turned(cursor.value, -3) });
  }})(); })();`;

/** In the page, before it: it hears nothing of other tabs. */
const deaf = () => {
  window.BroadcastChannel = /** @type {any} */ (
    class {
      addEventListener() {}
      postMessage() {}
      close() {}
    }
  );
};

const openNewer = (open) => open("", (page) => page.addInitScript(newer));
const versions = ({ rows }) =>
  rows.flatMap(({ key, bytes }) => {
    const version = /"v":(\d)}$/.exec(Buffer.from(bytes, "base64").toString("utf8"));
    return key[0].startsWith("session/") && version ? [Number(version[1])] : [];
  });

/** It says that the page has to be loaded again, and shows the article. */
async function saysReload(reader) {
  await reader.element.getByText(reader.ui("notice-newer")).waitFor();
  assert.equal(await reader.role("button").count(), 0, "there is nothing to press that would not help");
  assert.ok(await reader.element.locator("ol").first().isVisible(), "the article is there");
  const problems = (await reader.elementEvents("stegvis-error")).map(({ detail }) => detail);
  assert.deepEqual(
    problems.map(({ code, detail }) => [code, detail]),
    [["journal-record", "event-version /v"]],
  );
}

/** Nothing but what the newer build has stored is there. */
async function unchanged(reader, before) {
  const { rows } = await reader.page.evaluate(takeStored);
  assert.deepEqual(rows, before.rows);
  assert.ok(!rows.some(({ key }) => key[0].startsWith("aside/")));
}

for (const [what, prepare] of [
  ["hears", undefined],
  ["doesn't hear", (page) => page.addInitScript(deaf)],
]) {
  scenario(
    `an old tab that ${what} of a newer build's records says that it has to be reloaded`,
    { bare: true },
    async ({ open }) => {
      const old = await open("", prepare);
      await old.answer("notices", "many");
      await old.sees("added");
      await old.journal();
      const fresh = await openNewer(open);
      await fresh.answer("added", "no");
      await fresh.sees("changed");
      await fresh.journal();
      await fresh.page.waitForTimeout(400);
      const stored = await old.page.evaluate(takeStored);
      assert.deepEqual(versions(stored), [2, 4], "the newer build goes on behind the older one's records");
      if (prepare) {
        await old.check(old.guide("added.yes"));
        await old.go();
      }
      await saysReload(old);
      await unchanged(old, stored);

      // The old build again, as from a cache; then the newer one.
      await old.page.reload();
      await saysReload(old);
      await unchanged(old, stored);
      const again = await openNewer(open);
      await again.answer("changed", "yes");
      await again.sees("old");
      assert.deepEqual(versions(await old.page.evaluate(takeStored)), [2, 4, 4]);
    },
  );
}

scenario("an old tab makes no change once a newer build has made one", { bare: true }, async ({ open }) => {
  const old = await open("", (page) => page.addInitScript(deaf));
  await old.toReview();
  await old.journal();
  const fresh = await openNewer(open);
  await fresh.seesReview();
  await fresh.replace();
  await fresh.sees("replaced");
  await fresh.journal();
  await fresh.page.waitForTimeout(400);
  const stored = await old.page.evaluate(takeStored);
  await old.replace();
  await saysReload(old);
  await unchanged(old, stored);
});

/** In the page: what the newer build has stored of this guide becomes another guide's. */
async function toOtherGuide() {
  const answer = (request) =>
    new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const db = await answer(indexedDB.open("stegvis"));
  const store = db.transaction("records", "readwrite").objectStore("records");
  const keys = await answer(store.getAllKeys());
  for (const [journal, ...rest] of keys.filter(([journal]) => journal.startsWith("session/"))) {
    const row = await answer(store.get([journal, ...rest]));
    await answer(store.put(row, ["session/practice/other-guide", ...rest]));
  }
  await answer(store.delete(IDBKeyRange.bound(["session/practice/payment-declined", 0], ["session/q"])));
  db.close();
}

const acts = {
  "opens a file in their place": async (old, file) => {
    const problem = await old.element.evaluate(
      (element, bytes) => element.importJournal(Uint8Array.from(bytes)),
      [...file],
    );
    assert.equal(problem.code, "journal-record");
  },
  "is to delete everything": async (old) => {
    await old.press(old.ui("stuck"));
    await old.press(old.ui("forget-ask"));
    await old.press(old.ui("forget-now"));
  },
};
for (const [what, act] of Object.entries(acts)) {
  scenario(
    `an old tab that ${what} leaves what a newer build has stored`,
    { bare: true },
    async ({ open }) => {
      const old = await open("", (page) => page.addInitScript(deaf));
      await old.answer("notices", "many");
      await old.sees("added");
      const file = await old.journal();
      const fresh = await openNewer(open);
      await fresh.answer("added", "no");
      await fresh.sees("changed");
      await fresh.journal();
      await fresh.page.waitForTimeout(400);
      const stored = await old.page.evaluate(takeStored);
      assert.deepEqual(versions(stored), [2, 4]);
      await act(old, file);
      await saysReload(old);
      await unchanged(old, stored);
    },
  );
  scenario(
    `an old tab that ${what} leaves what a newer build has stored of another guide`,
    { bare: true },
    async ({ open }) => {
      const fresh = await openNewer(open);
      await fresh.answer("notices", "many");
      await fresh.sees("added");
      await fresh.answer("added", "no");
      await fresh.sees("changed");
      await fresh.journal();
      await fresh.page.waitForTimeout(400);
      await fresh.page.close();
      const old = await open("", (page) => page.addInitScript(deaf));
      await saysReload(old);
      await old.page.evaluate(toOtherGuide);
      await old.page.evaluate(async () => {
        await (await navigator.storage.getDirectory()).removeEntry("stegvis", { recursive: true });
        localStorage.clear();
      });
      await old.page.reload();
      await old.answer("notices", "many");
      await old.sees("added");
      const file = await old.journal();
      await old.page.waitForTimeout(400);
      const stored = await old.page.evaluate(takeStored);
      assert.deepEqual(versions(stored).sort(), [2, 4, 5], "both guides' sessions are there");
      await act(old, file);
      await saysReload(old);
      await unchanged(old, stored);
    },
  );
}
