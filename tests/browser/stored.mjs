// All that the page has stored in a browser, taken out and put back: for tests that damage it.

/** In the page: rows of IndexedDB, private files and items of localStorage, as base64 and text. */
export async function takeStored() {
  const text = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("stegvis");
    request.onsuccess = () => resolve(request.result);
  });
  const store = db.transaction("records").objectStore("records");
  const [keys, values] = await Promise.all(
    ["getAllKeys", "getAll"].map(
      (call) =>
        new Promise((resolve) => {
          const request = store[call]();
          request.onsuccess = () => resolve(request.result);
        }),
    ),
  );
  db.close();
  const files = {};
  // WebKitGTK has no private files.
  const root = await navigator.storage?.getDirectory?.();
  const folder = root ? await root.getDirectoryHandle("stegvis") : [];
  // A file that is written meanwhile can't be read: it is read again.
  const read = async (file, tries = 20) => {
    try {
      return new Uint8Array(await (await file.getFile()).arrayBuffer());
    } catch (error) {
      if (!tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return read(file, tries - 1);
    }
  };
  for await (const [name, file] of folder)
    if (name.endsWith(".journal")) files[name] = text(await read(file));
  return {
    rows: keys.map((key, i) => ({ key, bytes: text(values[i]) })),
    files,
    items: { ...localStorage },
  };
}

/** In the page: puts what was taken in the place of what is stored. */
export async function putStored({ rows, files, items }) {
  const bytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("stegvis");
    request.onsuccess = () => resolve(request.result);
  });
  const tx = db.transaction("records", "readwrite");
  const store = tx.objectStore("records");
  store.clear();
  for (const { key, bytes: text } of rows) store.put(bytes(text), key);
  await new Promise((resolve) => {
    tx.oncomplete = resolve;
  });
  db.close();
  const root = await navigator.storage?.getDirectory?.();
  const folder = root && (await root.getDirectoryHandle("stegvis"));
  const names = folder ? folder.keys() : [];
  for await (const name of names) if (!(name in files)) await folder.removeEntry(name);
  for (const [name, text] of Object.entries(files)) {
    const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await out.write(bytes(text));
    await out.close();
  }
  localStorage.clear();
  for (const [name, text] of Object.entries(items)) localStorage.setItem(name, text);
}
