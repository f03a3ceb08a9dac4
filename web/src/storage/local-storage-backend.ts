// localStorage: an item a journal, "stegvis/" and the key; in it base64, a part an addition, with commas.
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

const name = "local-storage";
const item = (key: string) => `${folder}/${key}`;

const encode = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** Throws where the text is none that was written here. */
const decode = (text: string) =>
  join(text.split(",").map((part) => Uint8Array.from(atob(part), (char) => char.charCodeAt(0))));

/** The number of bytes that a text encodes. */
const size = (text: string) =>
  text
    .split(",")
    .reduce((sum, part) => sum + (part.length * 3) / 4 - (part.match(/=*$/)?.[0].length ?? 0), 0);

export class LocalStorageBackend implements StorageBackend {
  readonly name = name;
  private _closed = false;

  exists(key?: string): Promise<Answer<boolean>> {
    return this._run("unreadable", async () =>
      key ? localStorage.getItem(item(key)) !== null : items().length > 0,
    );
  }

  read(key: string): Promise<Answer<StoredJournal>> {
    return this._run("unreadable", async () => {
      const bytes = decode(localStorage.getItem(item(key)) ?? "");
      return { bytes, end: { records: frames(bytes).length, bytes: bytes.length }, acknowledged: 0 };
    });
  }

  append(additions: readonly Addition[], signal?: AbortSignal): Promise<Answer<void>> {
    return this._write(additions, signal, () =>
      additions.map(({ key, at, records }) => {
        const text = localStorage.getItem(item(key)) ?? "";
        if (size(text) !== at.bytes) throw conflict();
        return [key, (text && text + ",") + encode(join(records))];
      }),
    );
  }

  replace(replacements: readonly Replacement[], signal?: AbortSignal): Promise<Answer<void>> {
    return this._write(replacements, signal, () =>
      replacements.flatMap(({ key, keep, records, at, aside }) => {
        const text = localStorage.getItem(item(key)) ?? "";
        if (at && size(text) !== at.bytes) throw conflict();
        // A text that is replaced whole may be unreadable.
        const old = keep.bytes || aside ? decode(text) : new Uint8Array();
        const changes: [string, string][] = [[key, encode(join([old.slice(0, keep.bytes), ...records]))]];
        if (aside) changes.push([aside, encode(old.slice(keep.bytes))]);
        return changes;
      }),
    );
  }

  remove(keys?: readonly string[]): Promise<Answer<void>> {
    return this._run("failed", async () => {
      for (const found of keys?.map(item) ?? items()) localStorage.removeItem(found);
    });
  }

  close(): void {
    this._closed = true;
  }

  /** If an item can't be written, the ones before it are put back. */
  private _write(
    named: readonly { key: string }[],
    signal: AbortSignal | undefined,
    prepare: () => [key: string, text: string][],
  ): Promise<Answer<void>> {
    return this._run("failed", () =>
      exclusively(
        named.map(({ key }) => key),
        signal,
        async () => {
          stopIfLate(signal);
          const undo: (() => void)[] = [];
          try {
            for (const [key, text] of prepare()) {
              const before = localStorage.getItem(item(key));
              undo.unshift(() =>
                before === null
                  ? localStorage.removeItem(item(key))
                  : localStorage.setItem(item(key), before),
              );
              localStorage.setItem(item(key), text);
            }
          } catch (error) {
            for (const step of undo) step();
            throw error;
          }
        },
      ),
    );
  }

  private _run<T>(otherwise: StorageCode, work: () => Promise<T>): Promise<Answer<T>> {
    return attempt({ name, closed: this._closed }, otherwise, work);
  }
}

/** The names of all items of ours. */
function items(): string[] {
  return Object.keys(localStorage).filter((found) => found.startsWith(item("")));
}
