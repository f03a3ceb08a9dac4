// Calls of storage that fail on purpose, in every way: by a throw, an error, an abort, a full device, no
// answer, or a late one.

/** The calls: the owner, the name, and the kind of what it gives. */
export const calls = {
  "IDBFactory.open": "request",
  "IDBFactory.databases": "promise",
  "IDBDatabase.transaction": "value",
  "IDBTransaction.objectStore": "value",
  "IDBObjectStore.add": "request",
  "IDBObjectStore.put": "request",
  "IDBObjectStore.delete": "request",
  "IDBObjectStore.getAll": "request",
  "IDBObjectStore.getKey": "request",
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
/** Each row: a name, the fault, and the calls that fail so. */
export const faultRows = [
  ...Object.entries(together).map(([name, group]) => [name, "is full", group]),
  ["each write", "is not allowed", together["each write"]],
  ...single,
];

/** Of a row "write 3": the write that fails, of all; else 0, each does. */
export const nthOf = (name) => Number(/^write (\d)/.exec(String(name))?.[1] ?? 0);

/** The notices among these words, by their ids. */
export const noticesIn = (words, ui) =>
  ["memory", "journal", "lost", "failed", "elsewhere", "load"].filter((id) =>
    words.includes(ui("notice-" + id)),
  );

/** In the page: the calls fail in that way as long as the tab's session has an item "broken". */
export function breakCalls([group, kinds, fault, nth]) {
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
