// Each journal has two copies: no damage of one copy, and no order of writes, loses what was saved.
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { scenario } from "./harness.mjs";

const session = "session/practice/payment-declined";

/** In the page: each journal as both copies hold it, as numbers. */
async function both() {
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("stegvis");
    request.onsuccess = () => resolve(request.result);
  });
  const store = db.transaction("records").objectStore("records");
  const [keys, rows] = await Promise.all(
    ["getAllKeys", "getAll"].map(
      (what) =>
        new Promise((resolve) => {
          const request = store[what]();
          request.onsuccess = () => resolve(request.result);
        }),
    ),
  );
  db.close();
  const first = {};
  keys.forEach(([journal], i) => (first[journal] ??= []).push(...rows[i]));
  const second = {};
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("stegvis");
  for await (const [name, file] of folder) {
    // The folder also has files that are being written.
    if (!name.endsWith(".journal")) return { first, second: name };
    second[decodeURIComponent(name.slice(0, -".journal".length))] = [
      ...new Uint8Array(await (await file.getFile()).arrayBuffer()),
    ];
  }
  return { first, second };
}

/** Waits until both copies have the same bytes. */
async function copied(reader) {
  let found = {};
  for (
    const end = Date.now() + 10000;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 30))
  ) {
    found = await reader.page.evaluate(both).catch((error) => ({ first: String(error) }));
    if (isDeepStrictEqual(found.first, found.second)) return found.first;
  }
  assert.deepEqual(found.second, found.first, "the second copy is what the first one is");
}

/** Damages each record in IndexedDB. */
const damage = (reader, how) =>
  reader.page.evaluate(async (how) => {
    const db = await new Promise((resolve) => {
      const request = indexedDB.open("stegvis");
      request.onsuccess = () => resolve(request.result);
    });
    const tx = db.transaction("records", "readwrite");
    const cursor = tx.objectStore("records").openCursor();
    cursor.onsuccess = () => {
      const at = cursor.result;
      if (!at) return;
      if (how === "gone") at.delete();
      else {
        const bytes = new Uint8Array(at.value);
        bytes[bytes.length - 1] ^= 1;
        at.update(bytes);
      }
      at.continue();
    };
    await new Promise((resolve) => {
      tx.oncomplete = resolve;
    });
    db.close();
  }, how);

/** The session's second copy, as numbers. */
const file = (reader) =>
  reader.page.evaluate(
    async (name) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("stegvis");
      return [...new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer())];
    },
    encodeURIComponent(session) + ".journal",
  );

/** Overwrites the session's second copy with what `change` returns for its bytes. */
const rewrite = (reader, change) =>
  reader.page.evaluate(
    async ([name, change]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("stegvis");
      const handle = await folder.getFileHandle(name);
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      const out = await handle.createWritable();
      await out.write(
        {
          "a bit off": () => bytes.with(30, bytes[30] ^ 1),
          longer: () => new Uint8Array([...bytes, 1, 2, 3]),
          "cut off": () => bytes.slice(0, -5),
          empty: () => new Uint8Array(),
        }[change](),
      );
      await out.close();
    },
    [encodeURIComponent(session) + ".journal", change],
  );

for (const how of ["gone", "a bit off"]) {
  scenario(`records in IndexedDB that are ${how} are made good from the second copy`, async (reader) => {
    await reader.toReview();
    await copied(reader);
    const before = await reader.journal();
    await damage(reader, how);
    await reader.page.reload();
    await reader.seesReview();
    await reader.replace();
    await reader.sees("replaced");
    await copied(reader);
    assert.ok((await reader.journal()).length > before.length);
    await reader.page.reload();
    await reader.sees("replaced");
  });
}

for (const how of ["a bit off", "longer", "cut off", "empty"]) {
  scenario(`a second copy that is ${how} is made good by the next answer`, async (reader) => {
    await reader.toOld();
    await copied(reader);
    await rewrite(reader, how);
    await reader.page.reload();
    await reader.pick("old", reader.visa);
    await reader.sees("new");
    await copied(reader);
  });
}

scenario(
  "records stand in the second copy in their order, though one of them is written late",
  async (reader) => {
    const { page, guide } = reader;
    await reader.sees("notices");
    // The first answer writes to both journals; a lock delays the account's copy, as a slow disk does.
    await page.evaluate(
      () =>
        new Promise((resolve) =>
          navigator.locks.request(
            "stegvis/account/practice",
            () =>
              new Promise((release) => {
                window.letGo = release;
                resolve(undefined);
              }),
          ),
        ),
    );
    await reader.answer("notices", "many");
    await reader.answer("added", "no");
    await reader.sees("changed");
    // A record that didn't wait for earlier ones would be written in this time.
    await page.waitForTimeout(300);
    await page.evaluate(() => window.letGo());
    const copies = await copied(reader);
    assert.deepEqual(Object.keys(copies).sort(), ["account/practice", session]);
    await damage(reader, "gone");
    await page.reload();
    await reader.sees("changed");
    await reader.back();
    await reader.sees("added");
    assert.equal(await reader.row(guide("added.no")).isChecked(), true);
  },
);

scenario("where files can't be written any more the second copy goes on as text", async (reader) => {
  await reader.toOld();
  await copied(reader);
  await reader.page.evaluate(() => {
    FileSystemFileHandle.prototype.createWritable = () =>
      Promise.reject(new DOMException("no", "QuotaExceededError"));
  });
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  await reader.page.waitForFunction((session) => localStorage.getItem(`stegvis/${session}`), session);
  await damage(reader, "gone");
  await reader.page.reload();
  await reader.sees("new");
});

scenario(
  "without the note that something is stored, and with it alone, the reader is where they were",
  async (reader) => {
    const { page } = reader;
    await reader.toOld();
    await copied(reader);
    assert.equal(await page.evaluate(() => localStorage.getItem("stegvis")), "");
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await reader.sees("old");
    assert.equal(await page.evaluate(() => localStorage.getItem("stegvis")), "", "it is there again");
    await page.evaluate(async () => {
      indexedDB.deleteDatabase("stegvis");
      await (await navigator.storage.getDirectory()).removeEntry("stegvis", { recursive: true });
    });
    await page.reload();
    await reader.sees("notices");
    await reader.answer("notices", "many");
    await reader.sees("added");
  },
);

scenario("where IndexedDB can't be read any more, it doesn't overwrite the second copy", async (reader) => {
  await reader.toOld();
  const { [session]: copy } = await copied(reader);
  await rewrite(reader, "longer");
  await reader.page.evaluate(() => {
    IDBObjectStore.prototype.getAll = () => {
      throw new DOMException("no", "UnknownError");
    };
  });
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  await reader.page.waitForTimeout(300);
  assert.deepEqual((await file(reader)).slice(0, copy.length), copy);
});
