// IndexedDB: the database "stegvis", its store "records", a record a row under [journal key, sequence].
// How many records were acknowledged is in the key of one further row, whose value is empty:
// [journal key, "acknowledged", count]; -1 where they are unconfirmed (storage-backend.ts).
//
// This is what a first visit needs of the backend: one connection, and appending. The rest is in
// indexeddb-backend.ts.
import { folder } from "./presence.ts";
import { bytesOf, endsWith } from "./record-format.ts";
import {
  conflict,
  problemOf,
  stopIfLate,
  type Addition,
  type Answer,
  type FirstBackend,
  type StorageCode,
} from "./storage-backend.ts";

const store = "records";
const name = "indexeddb";
const length = "acknowledged";

/** The rows of a journal from a sequence on. */
export const rows = (key: string, from = 0) => IDBKeyRange.bound([key, from], [key, Infinity]);
/** The row that says how many records are acknowledged, if there are so many. */
export const lengths = (key: string, from = -1) =>
  IDBKeyRange.bound([key, length, from], [key, length, Infinity]);

/** The result of a request. It needn't be waited for: where it fails, the transaction does too. */
export function result<T>(request: IDBRequest<T>): Promise<T> {
  const promise = new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  promise.catch(() => {});
  return promise;
}

/** The sequence that the next record of a journal has. */
export async function end(records: IDBObjectStore, key: string): Promise<number> {
  const last = await result(records.openKeyCursor(rows(key), "prev"));
  return last ? sequenceAfter(last) : 0;
}

const sequenceAfter = ({ key }: IDBCursor) => (key as [string, number])[1] + 1;

/** True if a journal ends at that sequence, with the last record of these bytes. */
export async function endsAt(
  records: IDBObjectStore,
  key: string,
  sequence: number,
  bytes?: Uint8Array,
): Promise<boolean> {
  const last = await result(records.openCursor(rows(key), "prev"));
  if (!last) return !sequence;
  return sequenceAfter(last) === sequence && (!bytes || endsWith(bytes, bytesOf(last.value)));
}

/** True if it isn't acknowledged that a journal has so many records. */
async function endsBefore(records: IDBObjectStore, key: string, count: number): Promise<boolean> {
  return !(await result(records.getKey(lengths(key, count))));
}

/** Notes how many records of a journal are acknowledged. */
export async function acknowledge(records: IDBObjectStore, key: string, count: number): Promise<void> {
  result(records.delete(lengths(key))).catch(() => {});
  await result(records.put(new Uint8Array(), [key, length, count]));
}

export class IndexedDbConnection implements FirstBackend {
  readonly name = name;
  private _opened?: Promise<IDBDatabase>;
  private _closed = false;

  append(additions: readonly Addition[], signal?: AbortSignal): Promise<Answer<void>> {
    return this.run("readwrite", "failed", signal, async (records) => {
      // Of calls side by side, none is made by a plain function: a call that throws is then a promise that
      // rejects, like its neighbours', and each promise is listened to.
      const found = await Promise.all(
        additions.flatMap(({ key, at, after }) => [
          // Behind these, acknowledged records may be missing.
          endsBefore(records, key, at.records + 1),
          endsAt(records, key, at.records, after),
        ]),
      );
      if (found.includes(false)) throw conflict();
      await Promise.all(
        additions.flatMap(({ key, at, records: list }) => [
          ...list.map(async (bytes, i) => result(records.add(bytes, [key, at.records + i]))),
          acknowledge(records, key, at.records + list.length),
        ]),
      );
    });
  }

  /** True if the database was opened here, and so is there. */
  get opened(): boolean {
    return !!this._opened;
  }

  close(): void {
    this._closed = true;
    this.forget();
  }

  /**
   * One transaction: it has answered when it is complete or was taken back, whatever its requests do. A dead
   * handle never works again: the database is opened again, once.
   * @param otherwise the code of a failure that has none of its own
   */
  async run<T>(
    mode: IDBTransactionMode,
    otherwise: StorageCode,
    signal: AbortSignal | undefined,
    work: (records: IDBObjectStore) => Promise<T>,
  ): Promise<Answer<T>> {
    for (let again = true; ; again = false) {
      let tx: IDBTransaction | undefined;
      const undo = () => {
        try {
          tx?.abort();
        } catch {
          // It has ended already.
        }
      };
      try {
        if (this._closed) throw new DOMException("", "InvalidStateError");
        const db = await this._open();
        stopIfLate(signal);
        tx = db.transaction(store, mode, { durability: "strict" });
        signal?.addEventListener("abort", undo);
        const records = tx.objectStore(store);
        const ended = new Promise<void>((resolve, reject) => {
          tx!.oncomplete = () => resolve();
          tx!.onabort = () => reject(tx!.error);
        });
        const [value] = await Promise.all([work(records), ended]);
        return { value };
      } catch (error) {
        undo();
        const answer = problemOf(error, name, otherwise);
        if (!again || this._closed || !["closed", otherwise].includes(answer.problem.code)) return answer;
        this.forget();
      } finally {
        signal?.removeEventListener("abort", undo);
      }
    }
  }

  private _open(): Promise<IDBDatabase> {
    return (this._opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(folder, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store);
      request.onsuccess = () => {
        const db = request.result;
        // The browser closed it, or another tab deletes it.
        db.onclose = db.onversionchange = () => this.forget();
        resolve(db);
      };
      request.onerror = () => reject(request.error);
    }));
  }

  /** Lets the handle go; the next call opens another. */
  forget(): void {
    void this._opened?.then(
      (db) => db.close(),
      () => {},
    );
    this._opened = undefined;
  }
}
