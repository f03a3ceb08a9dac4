// A long history of an account: operations that are put behind its header, as if a reader had done them.
import { record } from "../unit/storage/records.mjs";

/** The record of an operation that moves all items to or fro. */
export function operation(sequence, filling = "0") {
  const args = sequence % 2 ? ["m-visa", "m-debit"] : ["m-debit", "m-visa"];
  const id = String(sequence).padStart(32, filling);
  return record(sequence, JSON.stringify({ args, day: "2026-11-23", id, operation: "replace-all" }));
}

/** Adds so many operations to the account under that key, in every place, as if they were acknowledged. */
export function addHistory(page, key, operations) {
  const records = Array.from({ length: operations }, (_none, i) =>
    Buffer.from(operation(i + 1)).toString("base64"),
  );
  return page.evaluate(addRecords, [key, records]);
}

/** In the page. */
async function addRecords([key, texts]) {
  const records = texts.map((bytes) => Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)));
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("stegvis");
    request.onsuccess = () => resolve(request.result);
  });
  const tx = db.transaction("records", "readwrite");
  const store = tx.objectStore("records");
  records.forEach((bytes, i) => store.put(bytes, [key, i + 1]));
  store.delete(IDBKeyRange.bound([key, "acknowledged"], [key, "acknowledged", Infinity]));
  store.put(new Uint8Array(), [key, "acknowledged", records.length + 1]);
  await new Promise((resolve) => {
    tx.oncomplete = resolve;
  });
  db.close();
  localStorage.setItem("stegvis.acknowledged/" + key, String(records.length + 1));
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("stegvis");
  const file = await folder.getFileHandle(encodeURIComponent(key) + ".journal");
  const out = await file.createWritable({ keepExistingData: true });
  await out.write({ type: "write", position: (await file.getFile()).size, data: new Blob(records) });
  await out.close();
}
