// IndexedDB, whole: what a connection (indexeddb-connection.ts) does, and what only later steps need.
import {
  acknowledge,
  end,
  endsAt,
  lengths,
  result,
  rows,
  type IndexedDbConnection,
} from "./indexeddb-connection.ts";
import { folder, inTime } from "./presence.ts";
import { bytesOf, join } from "./record-format.ts";
import {
  conflict,
  nothing,
  problemOf,
  type Addition,
  type Answer,
  type Replacement,
  type StorageBackend,
  type StoredJournal,
} from "./storage-backend.ts";

/** The number of records of a journal that are acknowledged; 0 where nothing says it. */
async function acknowledged(records: IDBObjectStore, key: string): Promise<number> {
  const row = await result(records.getKey(lengths(key)));
  return row ? (row as [string, string, number])[2] : 0;
}

export class IndexedDbBackend implements StorageBackend {
  readonly name: string;
  private _connection: IndexedDbConnection;

  constructor(connection: IndexedDbConnection) {
    this._connection = connection;
    this.name = connection.name;
  }

  async exists(key?: string, signal?: AbortSignal): Promise<Answer<boolean>> {
    const created = await this._there();
    return !key || !created.value
      ? created
      : this._connection.run(
          "readonly",
          "unreadable",
          signal,
          async (records) => (await end(records, key)) > 0,
        );
  }

  read(key: string, signal?: AbortSignal): Promise<Answer<StoredJournal>> {
    return this.tail({ key, from: 0 }, signal);
  }

  async tail(
    { key, from, count }: { key: string; from: number; count?: number },
    signal?: AbortSignal,
  ): Promise<Answer<StoredJournal>> {
    const created = await this._there();
    if (created.problem) return created;
    if (!created.value) return { value: nothing };
    return this._connection.run("readonly", "unreadable", signal, async (records) => {
      const [list, last, remembered] = await Promise.all([
        result<unknown[]>(records.getAll(rows(key, from), count)),
        end(records, key),
        acknowledged(records, key),
      ]);
      const bytes = join(list.map(bytesOf));
      return { bytes, end: { records: last, bytes: bytes.length }, acknowledged: remembered };
    });
  }

  async keys(_what?: undefined, signal?: AbortSignal): Promise<Answer<string[]>> {
    const created = await this._there();
    if (!created.value) return created.problem ? created : { value: [] };
    return this._connection.run("readonly", "unreadable", signal, async (records) => {
      const keys: string[] = [];
      for (let rest: IDBKeyRange | undefined; ;) {
        const cursor = await result(records.openKeyCursor(rest));
        if (!cursor) return keys;
        const [key] = cursor.key as [string];
        keys.push(key);
        // An array is behind every number and text.
        rest = IDBKeyRange.lowerBound([key, []]);
      }
    });
  }

  append(additions: readonly Addition[], signal?: AbortSignal): Promise<Answer<void>> {
    return this._connection.append(additions, signal);
  }

  replace(replacements: readonly Replacement[], signal?: AbortSignal): Promise<Answer<void>> {
    return this._connection.run("readwrite", "failed", signal, async (records) => {
      for (const { key, keep, records: list, at, aside, after, unconfirmed } of replacements) {
        if (at && !(await endsAt(records, key, at.records, after))) throw conflict();
        const from = keep.records;
        if (aside) {
          const keys = await result(records.getAllKeys(rows(key, from)));
          const values = await result(records.getAll(rows(key, from)));
          const moved = keys.map((row, i) => records.put(values[i], [aside, (row as [string, number])[1]]));
          await Promise.all(moved.map(result));
        }
        // Records are written first and cut off then, so there are never fewer than before.
        await Promise.all(list.map((bytes, i) => result(records.put(bytes, [key, from + i]))));
        await result(records.delete(rows(key, from + list.length)));
        const fills = unconfirmed && (await acknowledged(records, key)) < 1;
        await acknowledge(records, key, fills ? -1 : from + list.length);
      }
    });
  }

  async remove(keys?: readonly string[], signal?: AbortSignal): Promise<Answer<void>> {
    const created = await this._there();
    if (!created.value) return created.problem ? created : { value: undefined };
    if (keys) {
      return this._connection.run("readwrite", "failed", signal, async (records) => {
        // An array is behind every number and text.
        for (const key of keys) await result(records.delete(IDBKeyRange.bound([key], [key, []])));
      });
    }
    this._connection.forget();
    try {
      await result(indexedDB.deleteDatabase(folder));
      return { value: undefined };
    } catch (error) {
      return problemOf(error, this.name, "failed");
    }
  }

  close(): void {
    this._connection.close();
  }

  /** True if the database is there: to open it would create it. */
  private async _there(): Promise<Answer<boolean>> {
    if (this._connection.opened) return { value: true };
    try {
      const found = await inTime<IDBDatabaseInfo[] | undefined>(indexedDB.databases(), undefined);
      return { value: found!.some(({ name }) => name === folder) };
    } catch {
      return this._tried();
    }
  }

  /** If the browser doesn't list its databases, this one is opened and, if it is new, deleted. */
  private _tried(): Promise<Answer<boolean>> {
    return new Promise((resolve) => {
      let created = false;
      const failed = (error: unknown) => resolve(problemOf(error, this.name, "unreadable"));
      try {
        const request = indexedDB.open(folder, 1);
        request.onupgradeneeded = () => {
          created = true;
          request.transaction!.abort();
        };
        request.onsuccess = () => {
          request.result.close();
          resolve({ value: true });
        };
        request.onerror = () => (created ? resolve({ value: false }) : failed(request.error));
      } catch (error) {
        failed(error);
      }
    });
  }
}
