// The second copy of a journal: a file of its own among the origin's private files, else a text of
// base64 in localStorage. It is there for the day that IndexedDB is empty; a failure here is silent,
// because the first copy has already been written.

import { folder } from "./presence.ts";

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

/** The longer one, where a file could no longer be written and a text goes on from it. */
export async function read(key: string): Promise<Uint8Array> {
  const [filed, plain] = [await fromFile(key), fromText(key)];
  return plain.length > filed.length ? plain : filed;
}

async function fromFile(key: string): Promise<Uint8Array> {
  try {
    const handle = await (await files(false))?.getFileHandle(file(key));
    return new Uint8Array(await (await handle!.getFile()).arrayBuffer());
  } catch {
    return new Uint8Array();
  }
}

function fromText(key: string): Uint8Array {
  try {
    const bytes = (localStorage.getItem(item(key)) ?? "")
      .split(",")
      .map((part) => atob(part))
      .join("");
    return Uint8Array.from(bytes, (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/**
 * Adds the bytes after the first `before` ones; a copy of another length is written whole, from `all`.
 * Gives the length of what is there then, or -1 where that isn't known.
 */
export async function append(
  key: string,
  before: number,
  bytes: Uint8Array,
  all: () => Promise<Uint8Array>,
): Promise<number> {
  const whole = async () => {
    const found = await all();
    // The first copy can't be read: what is here may be all that there is.
    if (found.length < bytes.length) throw new Error("less than what was added");
    return found;
  };
  const write = async () => {
    try {
      const directory = await files(true);
      if (!directory) return await plain(key, before, bytes, whole);
      const handle = await directory.getFileHandle(file(key), { create: true });
      const keep = (await handle.getFile()).size === before;
      const data = keep ? bytes : await whole();
      const out = await handle.createWritable({ keepExistingData: keep });
      await out.write({ type: "write", position: keep ? before : 0, data: data as BufferSource });
      await out.close();
      return keep ? before + bytes.length : data.length;
    } catch {
      return plain(key, before, bytes, whole).catch(() => -1);
    }
  };
  // Two tabs never write one file at a time.
  return navigator.locks ? navigator.locks.request(item(key), write) : write();
}

async function plain(
  key: string,
  before: number,
  bytes: Uint8Array,
  whole: () => Promise<Uint8Array>,
): Promise<number> {
  const there = localStorage.getItem(item(key)) ?? "";
  const length = there.split(",").reduce((sum, part) => sum + atob(part).length, 0);
  const keep = length === before;
  const data = keep ? bytes : await whole();
  const text = btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
  localStorage.setItem(item(key), keep && there ? `${there},${text}` : text);
  return keep ? before + bytes.length : data.length;
}
