// The origin's private files: a folder "stegvis", a journal a file with its records one after another. A
// file is written into a copy, which takes the file's place when it is closed: no write is torn.
import { exclusively } from "./lock.ts";
import { folder } from "./presence.ts";
import { frames, join } from "./record-format.ts";
import {
  attempt,
  conflict,
  stopIfLate,
  type Addition,
  type Answer,
  type Replacement,
  type StorageBackend,
  type StorageCode,
  type StoredJournal,
} from "./storage-backend.ts";

const name = "opfs";
const file = (key: string) => encodeURIComponent(key) + ".journal";

/** Bytes to write into a file, from a position on; the rest of the file is cut off. */
interface Change {
  key: string;
  from: number;
  bytes: Uint8Array;
}

export class OpfsBackend implements StorageBackend {
  readonly name = name;
  private _closed = false;

  exists(key?: string): Promise<Answer<boolean>> {
    return this._run("unreadable", async () =>
      key ? !!(await this._file(key)) : !!(await this._folder(false)),
    );
  }

  read(key: string): Promise<Answer<StoredJournal>> {
    return this._run("unreadable", async () => {
      const bytes = await this._bytes(key);
      return { bytes, end: { records: frames(bytes).length, bytes: bytes.length }, acknowledged: 0 };
    });
  }

  append(additions: readonly Addition[], signal?: AbortSignal): Promise<Answer<void>> {
    return this._write(additions, signal, async () => {
      for (const { key, at } of additions) {
        if (((await this._file(key))?.size ?? 0) !== at.bytes) throw conflict();
      }
      return additions.map(({ key, at, records }) => ({ key, from: at.bytes, bytes: join(records) }));
    });
  }

  replace(replacements: readonly Replacement[], signal?: AbortSignal): Promise<Answer<void>> {
    return this._write(replacements, signal, async () => {
      const changes: Change[] = [];
      for (const { key, keep, records, at, aside } of replacements) {
        if (at && ((await this._file(key))?.size ?? 0) !== at.bytes) throw conflict();
        if (aside) {
          changes.push({ key: aside, from: 0, bytes: (await this._bytes(key)).slice(keep.bytes) });
        }
        changes.push({ key, from: keep.bytes, bytes: join(records) });
      }
      return changes;
    });
  }

  remove(keys?: readonly string[]): Promise<Answer<void>> {
    return this._run("failed", async () => {
      const root = await navigator.storage.getDirectory();
      const directory = await this._folder(false);
      if (!directory) return;
      if (!keys) return root.removeEntry(folder, { recursive: true });
      for (const key of keys) await ifThere(directory.removeEntry(file(key)));
    });
  }

  close(): void {
    this._closed = true;
  }

  /** Writes all changes into copies before the first of them takes its file's place. */
  private _write(
    named: readonly { key: string }[],
    signal: AbortSignal | undefined,
    prepare: () => Promise<Change[]>,
  ): Promise<Answer<void>> {
    return this._run("failed", () =>
      exclusively(
        named.map(({ key }) => key),
        signal,
        async () => {
          const changes = await prepare();
          stopIfLate(signal);
          const directory = (await this._folder(true))!;
          const outs: FileSystemWritableFileStream[] = [];
          // A copy that is left open would lock its file.
          const undo = async () => {
            for (const out of outs) await out.abort().catch(() => {});
          };
          signal?.addEventListener("abort", () => void undo());
          try {
            for (const { key, from, bytes } of changes) {
              const handle = await directory.getFileHandle(file(key), { create: true });
              const out = await handle.createWritable({ keepExistingData: from > 0 });
              outs.push(out);
              stopIfLate(signal);
              await out.write({ type: "write", position: from, data: bytes as BufferSource });
              await out.truncate(from + bytes.length);
            }
            stopIfLate(signal);
            for (const out of outs) await out.close();
          } catch (error) {
            await undo();
            throw error;
          }
        },
      ),
    );
  }

  private async _folder(create: boolean): Promise<FileSystemDirectoryHandle | undefined> {
    // Some browsers can read private files and not write them.
    if (!("createWritable" in FileSystemFileHandle.prototype)) throw new TypeError("createWritable");
    return ifThere((await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create }));
  }

  private async _file(key: string): Promise<File | undefined> {
    const handle = await ifThere((await this._folder(false))?.getFileHandle(file(key)));
    return ifThere(handle?.getFile());
  }

  private async _bytes(key: string): Promise<Uint8Array> {
    return new Uint8Array((await ifThere((await this._file(key))?.arrayBuffer())) ?? []);
  }

  private _run<T>(otherwise: StorageCode, work: () => Promise<T>): Promise<Answer<T>> {
    return attempt({ name, closed: this._closed }, otherwise, work);
  }
}

/** The result of a call; undefined if there is no such file or folder, or if it was removed meanwhile. */
async function ifThere<T>(call: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if ((error as DOMException).name !== "NotFoundError") throw error;
  }
}
