// The places under the backends, in a page: how a rule (backend-rules.mjs) breaks them.
import { withDeadline } from "../../../web/src/storage/deadline-backend.ts";
import { IndexedDbBackend } from "../../../web/src/storage/indexeddb-backend.ts";
import { IndexedDbConnection } from "../../../web/src/storage/indexeddb-connection.ts";
import { LocalStorageBackend } from "../../../web/src/storage/local-storage-backend.ts";
import { MemoryBackend } from "../../../web/src/storage/memory-backend.ts";
import { OpfsBackend } from "../../../web/src/storage/opfs-backend.ts";

const codes = ["refused", "full", "conflict", "unreadable", "closed", "late", "failed"];
const common = { bounded: withDeadline, codes };
const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @returns {object} the place of each backend, by its name */
export function places() {
  const open = new Set();
  /** All rows of a journal in IndexedDB, to change. */
  async function rows(change) {
    const db = await settled(indexedDB.open("stegvis"));
    const tx = db.transaction("records", "readwrite");
    await change(tx.objectStore("records"));
    await new Promise((resolve) => (tx.oncomplete = resolve));
    db.close();
  }
  const file = async (key) =>
    (await (await navigator.storage.getDirectory()).getDirectoryHandle("stegvis")).getFileHandle(
      encodeURIComponent(key) + ".journal",
    );
  const journals = new Map();

  return {
    indexeddb: {
      ...common,
      open: () => {
        const connection = new IndexedDbConnection();
        open.add(connection);
        return new IndexedDbBackend(connection);
      },
      async clear() {
        for (const connection of open) connection.close();
        open.clear();
        await settled(indexedDB.deleteDatabase("stegvis"));
      },
      calls: [
        [IDBFactory.prototype, "databases", "promise"],
        [IDBFactory.prototype, "open", "request"],
        [IDBDatabase.prototype, "transaction", "value"],
        [IDBTransaction.prototype, "objectStore", "value"],
        ...["add", "put", "delete", "getAll", "getAllKeys", "getKey", "openKeyCursor"].map((name) => [
          IDBObjectStore.prototype,
          name,
          "request",
        ]),
      ],
      cut: (key) => rows((store) => store.delete([key, 2])),
      lose: (key, sequence) => rows((store) => store.delete([key, sequence])),
      garble: (key) => rows((store) => store.put("no bytes", [key, 1])),
      remembers: true,
    },
    opfs: {
      ...common,
      open: () => new OpfsBackend(),
      clear: async () =>
        (await navigator.storage.getDirectory()).removeEntry("stegvis", { recursive: true }).catch(() => {}),
      calls: [
        [StorageManager.prototype, "getDirectory", "promise"],
        [FileSystemDirectoryHandle.prototype, "getDirectoryHandle", "promise"],
        [FileSystemDirectoryHandle.prototype, "getFileHandle", "promise"],
        [FileSystemDirectoryHandle.prototype, "removeEntry", "promise"],
        [FileSystemFileHandle.prototype, "getFile", "promise"],
        [FileSystemFileHandle.prototype, "createWritable", "promise"],
        [FileSystemWritableFileStream.prototype, "write", "promise"],
        [FileSystemWritableFileStream.prototype, "truncate", "promise"],
        [WritableStream.prototype, "close", "promise"],
        [Blob.prototype, "arrayBuffer", "promise"],
        [LockManager.prototype, "request", "promise"],
      ],
      async cut(key) {
        const handle = await file(key);
        const out = await handle.createWritable({ keepExistingData: true });
        await out.truncate((await handle.getFile()).size - 5);
        await out.close();
      },
      // A file takes its place when it is closed, and two files close one after the other.
      torn: ["close"],
    },
    "local-storage": {
      ...common,
      open: () => new LocalStorageBackend(),
      clear: async () => localStorage.clear(),
      calls: [
        [Storage.prototype, "getItem", "value"],
        [Storage.prototype, "setItem", "value"],
        [Storage.prototype, "removeItem", "value"],
        [LockManager.prototype, "request", "promise"],
      ],
      cut: async (key) => {
        const item = `stegvis/${key}`;
        localStorage.setItem(item, localStorage.getItem(item).slice(0, -4));
      },
      garble: async (key) => localStorage.setItem(`stegvis/${key}`, "%%%"),
    },
    memory: memory(MemoryBackend, journals),
  };
}

/** Memory has no calls of a browser: those of its map fail in their place. */
export function memory(Backend, journals = new Map(), bounded = withDeadline) {
  return {
    bounded,
    codes,
    open: () => new Backend(journals),
    clear: async () => journals.clear(),
    calls: ["get", "set", "has", "delete"].map((name) => [journals, name, "value"]),
    cut: async (key) => void journals.set(key, journals.get(key).slice(0, -5)),
    torn: ["set"],
  };
}

export { stored } from "../../../web/src/storage/presence.ts";
export { notes } from "../../../web/src/storage/notes.ts";
export { LocalStorageBackend };
