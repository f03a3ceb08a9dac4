// Storage that fails while a reader is on the page: what was told as done is there, what is lost is told, and
// nobody waits for ever.
import assert from "node:assert/strict";
import { shortDeadlines } from "./faults.mjs";
import { scenario } from "./harness.mjs";

const session = "session/practice/payment-declined";

/** In the page: does something to each row of a journal in IndexedDB. */
async function changeRows([journal, change, which]) {
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("stegvis");
    request.onsuccess = () => resolve(request.result);
  });
  const tx = db.transaction("records", "readwrite");
  const cursor = tx.objectStore("records").openCursor(IDBKeyRange.bound([journal, 0], [journal, Infinity]));
  const count = await new Promise((resolve) => {
    const counting = tx.objectStore("records").count(IDBKeyRange.bound([journal, 0], [journal, Infinity]));
    counting.onsuccess = () => resolve(counting.result);
  });
  const wanted = which < 0 ? count + which : which;
  await new Promise((resolve) => {
    const next = () => {
      const at = cursor.result;
      if (!at) return;
      if (at.key[1] === wanted) {
        if (change === "missing") at.delete();
        else {
          const bytes = at.value.slice();
          bytes[bytes.length - 1] ^= 1;
          at.update(bytes);
        }
      }
      at.continue();
    };
    cursor.onsuccess = next;
    if (cursor.readyState === "done") next();
    tx.oncomplete = resolve;
  });
  db.close();
  return count;
}

/** In the page: takes the second copy away. */
const withoutMirror = async () =>
  (await navigator.storage.getDirectory()).removeEntry("stegvis", { recursive: true });

/** Waits until the second copy of the session has that many bytes at least. */
const mirrored = (reader, size = 1) =>
  reader.page.waitForFunction(
    async ([name, size]) => {
      try {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("stegvis");
        return (await (await folder.getFileHandle(name)).getFile()).size >= size;
      } catch {
        return false;
      }
    },
    [encodeURIComponent(session) + ".journal", size],
  );

/** The journal is all there: what is under way is stored, and in the second copy too. */
async function stored(reader) {
  await reader.journal();
  await mirrored(reader);
  await reader.page.waitForTimeout(150);
}

for (const change of ["damaged", "missing"]) {
  scenario(
    `where a record is ${change} and there is no second copy, the reader goes on from the one before it, and is told`,
    { expected: /./ },
    async (reader) => {
      const { page, ui } = reader;
      await reader.toOld();
      await stored(reader);
      await page.evaluate(changeRows, [session, change, 2]);
      await page.evaluate(withoutMirror);
      await page.reload();
      await reader.sees("added");
      await reader.element.getByText(ui("notice-journal")).waitFor();
      const { detail } = await reader.elementEvent("stegvis-error");
      assert.match(detail.code, /^journal-/);
      await reader.answer("added", "no");
      await reader.sees("changed");
      assert.equal(await reader.element.getByText(ui("notice-elsewhere")).count(), 0);
      await reader.answer("changed", "yes");
      await reader.sees("old");
      await reader.journal();
      await page.reload();
      await reader.sees("old");
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
      assert.deepEqual(await reader.elementEvents("stegvis-error"), [], "it is told once");
    },
  );
}

scenario(
  "where the last record of a change is damaged, that is told once, and the reader is not said to be in another window",
  { expected: /./ },
  async (reader) => {
    const { page, ui } = reader;
    await reader.toReview();
    await reader.replace();
    await reader.sees("replaced");
    await stored(reader);
    await page.evaluate(changeRows, [session, "damaged", -1]);
    await page.evaluate(withoutMirror);
    await page.reload();
    await reader.element.getByText(ui("notice-journal")).waitFor();
    await page.waitForTimeout(1500);
    const events = await reader.elementEvents("stegvis-error");
    assert.equal(events.length, 1, JSON.stringify(events));
    assert.notEqual((await reader.view()).state, "pending");
    assert.equal(await reader.element.getByText(ui("notice-elsewhere")).count(), 0);
  },
);

scenario(
  "where IndexedDB can't be read for a moment and the second copy lags, nothing that was told as done is lost",
  { bare: true, expected: /./ },
  async ({ open }) => {
    let broken = false;
    const reader = await open("", async (page) => {
      await page.exposeFunction("unreadable", () => broken);
    });
    const { page } = reader;
    await reader.toOld();
    await stored(reader);
    const before = await reader.journal();
    // The second copy has the first two records alone.
    await page.evaluate(
      async ([name, bytes]) => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("stegvis");
        const out = await (await folder.getFileHandle(name)).createWritable();
        const view = new DataView(Uint8Array.from(bytes).buffer);
        // The account's journal is the first of the two that are exported.
        let at = 0;
        let begun = 0;
        const starts = [];
        while (at < bytes.length) {
          if (view.getUint32(at + 4, true) === 0) (starts.push(at), (begun = at));
          at += 20 + view.getUint32(at, true);
        }
        const first = begun + 20 + view.getUint32(begun, true);
        const second = first + 20 + view.getUint32(first, true);
        await out.write(Uint8Array.from(bytes.slice(begun, second)));
        await out.close();
      },
      [encodeURIComponent(session) + ".journal", [...before]],
    );
    broken = true;
    await page.addInitScript(() => {
      const read = IDBObjectStore.prototype.getAll;
      window.heal = () => (IDBObjectStore.prototype.getAll = read);
      if (sessionStorage.getItem("broken"))
        IDBObjectStore.prototype.getAll = () => {
          throw new DOMException("no", "UnknownError");
        };
    });
    await page.evaluate(() => sessionStorage.setItem("broken", "yes"));
    await page.reload();
    await reader.sees("added");
    await reader.element.getByText(reader.ui("notice-journal")).waitFor();
    await reader.answer("added", "no");
    await reader.sees("changed");
    await page.evaluate(() => sessionStorage.removeItem("broken"));
    await page.reload();
    await reader.sees("old");
    assert.deepEqual(await reader.journal(), before);
  },
);

scenario(
  "what is done after storage was cleared under the open page is there after a reload",
  async (reader) => {
    const { page, address } = reader;
    await reader.toReview();
    await stored(reader);
    const client = await page.context().newCDPSession(page);
    await client.send("Storage.clearDataForOrigin", { origin: new URL(address).origin, storageTypes: "all" });
    await reader.replace();
    await reader.sees("replaced");
    const after = await reader.account();
    await reader.journal();
    await page.reload();
    await reader.sees("replaced");
    assert.equal(await reader.account(), after);
  },
);

scenario(
  "where the second record of a change can't be added, neither is, and the reader goes on in memory",
  async (reader) => {
    const { page } = reader;
    await reader.toReview();
    await stored(reader);
    const before = await reader.account();
    await page.evaluate(() => {
      const { add } = IDBObjectStore.prototype;
      const journals = [];
      IDBObjectStore.prototype.add = function (value, key) {
        journals.push(key[0]);
        if (journals.length % 2 === 0) throw new DOMException("no", "DataError");
        return add.call(this, value, key);
      };
    });
    await reader.replace();
    await reader.sees("replaced");
    await reader.element.getByText(reader.ui("notice-memory")).first().waitFor();
    await page.reload();
    await reader.seesReview();
    assert.equal(await reader.account(), before, "no half of it is stored");
  },
);

for (const [what, breaks] of Object.entries({
  "is refused": () => {
    const { open } = IDBFactory.prototype;
    window.heal = () => (IDBFactory.prototype.open = open);
    IDBFactory.prototype.open = () => {
      throw new DOMException("no", "UnknownError");
    };
  },
  "never answers": () => {
    const { open } = IDBFactory.prototype;
    window.heal = () => (IDBFactory.prototype.open = open);
    IDBFactory.prototype.open = () => /** @type {any} */ (new EventTarget());
  },
}))
  scenario(
    `where opening IndexedDB ${what} for a moment, the answer after it has all of it stored`,
    { bare: true },
    async ({ open }) => {
      const reader = await open("", async (page) => {
        await page.addInitScript(shortDeadlines, { times: 10, to: 5000 });
        await page.addInitScript(breaks);
      });
      const { page, ui } = reader;
      await reader.answer("notices", "many");
      await reader.sees("added");
      await reader.element.getByText(ui("notice-memory")).first().waitFor();
      await page.evaluate(() => window.heal());
      await reader.answer("added", "no");
      await reader.sees("changed");
      const { detail } = await reader.elementEvent("stegvis-storage");
      assert.deepEqual(detail, { code: "storage-again" });
      await reader.element.getByText(ui("notice-memory")).first().waitFor({ state: "detached" });
      await reader.journal();
      const next = await open();
      await next.sees("changed");
      assert.deepEqual((await next.view()).digests, (await reader.view()).digests);
    },
  );

scenario("messages of another form are passed over, and a thousand are one look", async (reader) => {
  const { page } = reader;
  await reader.toOld();
  await stored(reader);
  const took = await page.evaluate(async (session) => {
    const channel = new BroadcastChannel("stegvis");
    for (const message of [
      null,
      undefined,
      7,
      "x",
      {},
      { includes: 1 },
      [null],
      [[session]],
      new Map(),
      new Uint8Array(3),
    ])
      channel.postMessage(message);
    for (let i = 0; i < 1000; i++) channel.postMessage([session]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return performance.now();
  }, session);
  assert.ok(took > 0);
  const begun = Date.now();
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  assert.ok(Date.now() - begun < 6000, `an answer took ${Date.now() - begun} ms`);
  assert.deepEqual(await reader.elementEvents("stegvis-error"), []);
});

for (const [what, break_] of Object.entries({
  "opening IndexedDB": () => {
    IDBFactory.prototype.open = () => /** @type {any} */ (new EventTarget());
  },
  "a row of IndexedDB": () => {
    IDBObjectStore.prototype.add = () => /** @type {any} */ (new EventTarget());
  },
  "the list of databases": () => {
    IDBFactory.prototype.databases = () => new Promise(() => {});
  },
  "the keys of IndexedDB": () => {
    IDBObjectStore.prototype.openKeyCursor = () => /** @type {any} */ (new EventTarget());
    IDBObjectStore.prototype.getAllKeys = () => /** @type {any} */ (new EventTarget());
  },
  "private files": () => {
    StorageManager.prototype.getDirectory = () => new Promise(() => {});
  },
  "a private file": () => {
    FileSystemFileHandle.prototype.createWritable = () => new Promise(() => {});
  },
})) {
  scenario(
    `where ${what} never answers, the reader gets through all the same`,
    { bare: true },
    async ({ open }) => {
      const reader = await open("", async (page) => {
        page.setDefaultTimeout(20000);
        await page.addInitScript(break_);
      });
      await reader.toReview();
      await reader.replace();
      await reader.sees("replaced");
    },
  );
}

scenario(
  "where the browser can't list its databases, a reader goes on where they were",
  { bare: true },
  async ({ open }) => {
    const reader = await open("", (page) =>
      page.addInitScript(() => {
        IDBFactory.prototype.databases = () => Promise.reject(new DOMException("no", "UnknownError"));
      }),
    );
    await reader.toOld();
    await reader.journal();
    await reader.page.reload();
    await reader.sees("old");
  },
);
