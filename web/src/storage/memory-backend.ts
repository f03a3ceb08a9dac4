// Memory: what is stored here is gone when the page is left. All widgets of a page hand in one map.
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

/** The records of each journal, one after another. */
export type MemoryRecords = Map<string, Uint8Array>;

const name = "memory";

export class MemoryBackend implements StorageBackend {
  readonly name = name;
  readonly _journals: MemoryRecords;
  private _closed = false;

  constructor(journals: MemoryRecords) {
    this._journals = journals;
  }

  exists(key?: string, signal?: AbortSignal): Promise<Answer<boolean>> {
    return this._run("unreadable", signal, () => (key ? this._journals.has(key) : this._journals.size > 0));
  }

  read(key: string, signal?: AbortSignal): Promise<Answer<StoredJournal>> {
    return this._run("unreadable", signal, () => {
      const bytes = this._journals.get(key) ?? new Uint8Array();
      return { bytes, end: { records: frames(bytes).length, bytes: bytes.length }, acknowledged: 0 };
    });
  }

  append(additions: readonly Addition[], signal?: AbortSignal): Promise<Answer<void>> {
    return this.replace(
      additions.map((addition) => ({ ...addition, keep: addition.at })),
      signal,
    );
  }

  replace(replacements: readonly Replacement[], signal?: AbortSignal): Promise<Answer<void>> {
    return this._run("failed", signal, () => {
      const found = replacements.map(({ key, at }) => {
        const old = this._journals.get(key) ?? new Uint8Array();
        if (at && at.bytes !== old.length) throw conflict();
        return old;
      });
      replacements.forEach(({ key, keep, records, aside }, i) => {
        if (aside) this._journals.set(aside, found[i].slice(keep.bytes));
        this._journals.set(key, join([found[i].slice(0, keep.bytes), ...records]));
      });
    });
  }

  remove(keys?: readonly string[], signal?: AbortSignal): Promise<Answer<void>> {
    return this._run("failed", signal, () => {
      for (const key of keys ?? [...this._journals.keys()]) this._journals.delete(key);
    });
  }

  close(): void {
    this._closed = true;
  }

  private _run<T>(
    otherwise: StorageCode,
    signal: AbortSignal | undefined,
    work: () => T,
  ): Promise<Answer<T>> {
    return attempt({ name, closed: this._closed }, otherwise, () => {
      stopIfLate(signal);
      return work();
    });
  }
}
