// The second copy of a journal: a file of its own among the origin's private files, else a text of
// base64 in localStorage. It is there for the day that IndexedDB is empty; a failure here is silent,
// because the first copy has already been written.

import { folder } from "./stored.ts";

const file = (key: string) => encodeURIComponent(key) + ".journal";
const item = (key: string) => `${folder}/${key}`;

async function files(create: boolean): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    if (!("createWritable" in FileSystemFileHandle.prototype)) return undefined;
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create });
  } catch {
    return undefined;
  }
}

export async function read(key: string): Promise<Uint8Array> {
  try {
    const handle = await (await files(false))?.getFileHandle(file(key));
    if (handle) return new Uint8Array(await (await handle.getFile()).arrayBuffer());
  } catch {
    // No such file.
  }
  try {
    const parts = (localStorage.getItem(item(key)) ?? "").split(",");
    const bytes = parts.map((part) => atob(part)).join("");
    return Uint8Array.from(bytes, (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** Adds the bytes after the first `before` ones; a copy of another length is written whole, from `all`. */
export async function append(key: string, before: number, bytes: Uint8Array, all: () => Promise<Uint8Array>): Promise<void> {
  const write = async () => {
    try {
      const directory = await files(true);
      if (!directory) return await plain(key, before, bytes, all);
      const handle = await directory.getFileHandle(file(key), { create: true });
      const keep = (await handle.getFile()).size === before;
      const out = await handle.createWritable({ keepExistingData: keep });
      await out.write(keep ? { type: "write", position: before, data: bytes as BufferSource } : ((await all()) as BufferSource));
      await out.close();
    } catch {
      await plain(key, before, bytes, all).catch(() => {});
    }
  };
  // Two tabs never write one file at a time.
  await (navigator.locks ? navigator.locks.request(item(key), write) : write());
}

async function plain(key: string, before: number, bytes: Uint8Array, all: () => Promise<Uint8Array>): Promise<void> {
  const there = localStorage.getItem(item(key)) ?? "";
  const length = there.split(",").reduce((sum, part) => sum + atob(part).length, 0);
  const text = (data: Uint8Array) => btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
  localStorage.setItem(item(key), length === before && there ? `${there},${text(bytes)}` : text(length === before ? bytes : await all()));
}
