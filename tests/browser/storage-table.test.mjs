// Every call of storage, failing in every way as a page is opened and used: the reader gets through, and
// what was called done is there after a reload, unless they were warned that nothing is stored. The last test
// prints the table of call, fault and what the reader saw. A short run has some of it, in turn.
import { test } from "node:test";
import assert from "node:assert/strict";
import { scenario } from "./harness.mjs";
import { shortDeadlines } from "./faults.mjs";
import { sized } from "../size.mjs";

/** The calls: the owner, the name, and the kind of what it gives. */
const calls = {
  "IDBFactory.open": "request",
  "IDBFactory.databases": "promise",
  "IDBDatabase.transaction": "value",
  "IDBTransaction.objectStore": "value",
  "IDBObjectStore.add": "request",
  "IDBObjectStore.put": "request",
  "IDBObjectStore.delete": "request",
  "IDBObjectStore.getAll": "request",
  "IDBObjectStore.getAllKeys": "request",
  "IDBObjectStore.openCursor": "request",
  "StorageManager.getDirectory": "promise",
  "FileSystemDirectoryHandle.getDirectoryHandle": "promise",
  "FileSystemDirectoryHandle.getFileHandle": "promise",
  "FileSystemFileHandle.getFile": "promise",
  "FileSystemFileHandle.createWritable": "promise",
  "FileSystemWritableFileStream.write": "promise",
  "FileSystemWritableFileStream.truncate": "promise",
  "WritableStream.close": "promise",
  "Blob.arrayBuffer": "promise",
  "LockManager.request": "promise",
  "Storage.getItem": "value",
  "Storage.setItem": "value",
  "BroadcastChannel.postMessage": "value",
};
const faults = {
  value: ["throws", "is full"],
  promise: ["throws", "fails", "is full", "never answers", "answers late"],
  request: ["throws", "fails", "is aborted", "is full", "never answers", "answers late"],
};

/** Calls that fail together: a second copy that is full, a device that is full, and each write in turn. */
const together = {
  "the second copy": ["FileSystemFileHandle.createWritable", "Storage.setItem"],
  "each write": [
    "IDBObjectStore.add",
    "IDBObjectStore.put",
    "FileSystemFileHandle.createWritable",
    "Storage.setItem",
  ],
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`write ${n}`, ["IDBObjectStore.add"]])),
};

const single = Object.entries(calls).flatMap(([call, kind]) =>
  faults[/** @type {keyof typeof faults} */ (kind)].map((fault) => [call, fault, [call]]),
);
const all = [
  ...Object.entries(together).map(([name, group]) => [name, "is full", group]),
  ["each write", "is not allowed", together["each write"]],
  ...single,
];
const count = sized({ run: 4, ci: 24, long: all.length });
/** Evenly over the list, with the first ones in every run. */
const chosen = all.filter(
  (_row, i) => i < 2 || Math.floor((i * count) / all.length) !== Math.floor(((i - 1) * count) / all.length),
);

/** In the page: the calls fail in that way as long as the tab's session has an item "broken". */
function breakCalls([group, kinds, fault, nth]) {
  let times = 0;
  window.faultHits = 0;
  const getItem = Storage.prototype.getItem;
  const isBroken = () => {
    const broken = getItem.call(sessionStorage, "broken") && (!nth || ++times === nth);
    if (broken) window.faultHits++;
    return broken;
  };
  for (const call of group) {
    const [owner, name] = call.split(".");
    const prototype = window[owner]?.prototype;
    const original = prototype?.[name];
    if (!original) continue;
    const names = { "is full": "QuotaExceededError", "is not allowed": "NotAllowedError" };
    const error = () => new DOMException("on purpose", names[fault] ?? "UnknownError");
    prototype[name] = function (...args) {
      if (this === sessionStorage || !isBroken()) return original.apply(this, args);
      if (fault === "throws" || kinds[call] === "value") throw error();
      if (kinds[call] === "promise") {
        if (fault === "never answers") return new Promise(() => {});
        if (fault === "answers late")
          return new Promise((resolve, reject) =>
            setTimeout(() => original.apply(this, args).then(resolve, reject), 900),
          );
        return Promise.reject(error());
      }
      // A transaction without a request ends: as long as this one has no answer, others are made.
      const tx = this.transaction;
      const request = /** @type {any} */ ({});
      const begun = performance.now();
      const wait = (end) => {
        if (!tx) return void setTimeout(end, fault === "answers late" ? 900 : 0);
        const next = () => {
          if (performance.now() - begun < 900 && fault === "answers late") wait(end);
          else if (fault === "never answers") wait(end);
          else end();
        };
        try {
          this.get("nothing").onsuccess = next;
        } catch {
          // It was taken back meanwhile.
        }
      };
      if (fault === "never answers") {
        if (tx) wait(() => {});
        return request;
      }
      if (fault === "answers late") {
        const real = original.apply(this, args);
        real.onupgradeneeded = (event) => request.onupgradeneeded?.call(real, event);
        Object.defineProperty(request, "result", { get: () => real.result });
        Object.defineProperty(request, "transaction", { get: () => real.transaction });
        real.onsuccess = () => wait(() => request.onsuccess?.({}));
        return request;
      }
      request.error = error();
      wait(() => {
        if (fault !== "is aborted") request.onerror?.({});
        try {
          tx?.abort();
        } catch {
          // It has ended by then.
        }
        if (!tx && fault === "is aborted") request.onerror?.({});
      });
      return request;
    };
  }
}

const rows = [];
for (const [name, fault, group] of chosen) {
  scenario(
    `${name} ${fault}: the reader gets through, and nothing is lost without a word`,
    { bare: true },
    async ({ open }) => {
      const nth = Number(/^write (\d)/.exec(String(name))?.[1] ?? 0);
      const reader = await open("", async (page) => {
        page.setDefaultTimeout(20000);
        await page.addInitScript(shortDeadlines, { times: 10, to: 5000 });
        await page.addInitScript(breakCalls, [group, calls, fault, nth]);
      });
      const { page, ui } = reader;
      const notices = async () => {
        const words = await reader.text();
        return ["memory", "journal", "lost", "failed", "elsewhere", "load"].filter((id) =>
          words.includes(ui("notice-" + id)),
        );
      };
      const seen = new Set();
      const look = async () => (await notices()).forEach((id) => seen.add(id));
      await reader.toOld();
      await reader.journal();
      // Both copies have it all: with one of them, the reader is where they were.
      await page.waitForTimeout(400);
      await page.evaluate(() => sessionStorage.setItem("broken", "yes"));
      await page.reload();
      await reader.sees("old");
      await look();
      // The same is done again behind a conflict or a failure.
      const step = async (doing, node) => {
        for (let tries = 0; ; tries++) {
          if ((await reader.view()).node !== node) await doing();
          const there = await page
            .waitForFunction((node) => document.querySelector("stegvis-guide").view?.node === node, node, {
              timeout: 8000,
            })
            .then(
              () => true,
              () => false,
            );
          await look();
          if (there) return;
          assert.ok(tries < 3, `it goes on to ${node}`);
        }
      };
      await step(() => reader.pick("old", reader.visa), "new");
      await step(() => reader.pick("new", reader.mastercard), "review");
      await step(() => reader.replace(), "replaced");
      await reader.sees("replaced");
      await look();
      const done = await reader.account();
      await page.waitForFunction(() => window.faultHits > 0);
      const warned = seen.has("memory");
      await page.evaluate(() => sessionStorage.removeItem("broken"));
      await page.reload();
      await page.waitForFunction(() => document.querySelector("stegvis-guide").view);
      await reader.role("heading").first().waitFor();
      await page.waitForTimeout(300);
      const stays = await page
        .waitForFunction(
          (done) => document.querySelector("stegvis-guide").view?.digests.account === done,
          done,
          { timeout: warned ? 1000 : 8000 },
        )
        .then(
          () => true,
          () => false,
        );
      const words = (await notices()).concat([...seen]);
      assert.ok(stays || warned || words.includes("lost") || words.includes("journal"), "no silent loss");
      rows.push([
        name,
        fault,
        [...seen].join(", ") || "nothing unusual",
        stays ? "there" : "gone, as was said",
      ]);
    },
  );
}

test("each was tried, and the table says what the reader saw", () => {
  const width = (i) => Math.max(...rows.map((row) => String(row[i]).length));
  for (const row of rows) console.log(row.map((cell, i) => String(cell).padEnd(width(i))).join("  "));
  assert.equal(rows.length, chosen.length);
});
