// Journals on this device: IndexedDB, and a second copy in the origin's private files or, without
// those, in localStorage. One copy in IndexedDB is one unit of failure: a single bad bit can empty it.
// Nothing is created before the first append. Where storage is refused, records live in memory.
import { openDB, type IDBPDatabase } from "idb";
import type * as Copies from "./mirror.ts";
import { frames, join, type Kind, type Record_ } from "./record-format.ts";
import { folder as name, mark } from "./presence.ts";
import { memory } from "../view/widget.ts";

const store = "records";

export class Storage {
  /** Storage was refused: what is done is kept until the page is left. */
  inMemory = false;
  private _keys: Record<Kind, string>;
  private _db?: Promise<IDBPDatabase>;
  private _channel?: BroadcastChannel;
  private _repair = new Map<Kind, Uint8Array>();
  /** How long the second copy is; -1 where it is not what the first one says. */
  private _size = new Map<Kind, number>();
  /** The code of the second copy, which comes with that of later steps. */
  declare copies: (there: typeof Copies) => void;
  private _copies = new Promise<typeof Copies>((there) => {
    this.copies = there;
  });
  private _copying: Promise<void> = Promise.resolve();

  /** `changed` is called when another tab has stored records of either journal. */
  constructor(account: string, guide: string, changed: () => void) {
    this._keys = { account: `account/${account}`, session: `session/${account}/${guide}` };
    if (typeof BroadcastChannel === "function") {
      this._channel = new BroadcastChannel(name);
      this._channel.onmessage = ({ data }) => {
        if (Object.values(this._keys).some((key) => data?.includes?.(key))) changed();
      };
    }
  }

  close(): void {
    this._channel?.close();
    void this._db?.then(
      (db) => db.close(),
      () => {},
    );
    this._db = undefined;
  }

  /**
   * The journal's bytes. `count` says how many records of the bytes are valid: the longer valid copy
   * counts. `differ` is set where both are as long and not the same. `fresh`: nothing was ever stored.
   */
  async read(
    journal: Kind,
    fresh: boolean,
    count: (bytes: Uint8Array) => number,
  ): Promise<{ bytes: Uint8Array; differ?: boolean }> {
    const key = this._keys[journal];
    const first = join([...(await this._rows(key)).values()]);
    const second = fresh ? new Uint8Array() : await (await this._copies).read(key);
    this._repair.delete(journal);
    this._size.set(journal, first.length);
    if (same(first, second) || !second.length) return { bytes: first };
    const [one, two] = [count(first), count(second)];
    if (two > one) {
      this._repair.set(journal, second);
      this._size.set(journal, second.length);
      return { bytes: second };
    }
    this._size.set(journal, -1);
    return { bytes: first, differ: one === two && first.length === second.length };
  }

  /** All records or none. "conflict": another tab has stored under that sequence already. */
  async append(records: Record_[]): Promise<"stored" | "conflict"> {
    if (!records.length) return "stored";
    if (!this.inMemory) {
      try {
        await this._retried((db) => this._write(db, records));
      } catch (error) {
        if ((error as DOMException)?.name === "ConstraintError") return "conflict";
        this.inMemory = true;
        await this._remember();
      }
    }
    if (this.inMemory) {
      for (const { journal, sequence, bytes } of records) rows(this._keys[journal]).set(sequence, bytes);
      return "stored";
    }
    const keys = [...new Set(records.map((record) => this._keys[record.journal]))];
    this._channel?.postMessage(keys);
    this._follow(() => this._copy(records));
    return "stored";
  }

  /** From here on these journals count, whole, in both copies. */
  async replace(journals: Record<Kind, Uint8Array>): Promise<void> {
    const kinds: Kind[] = ["account", "session"];
    for (const journal of kinds) this._repair.set(journal, journals[journal]);
    if (!this.inMemory) await this._retried((db) => this._write(db, []));
    const copies = await this._copies;
    for (const journal of kinds) {
      const key = this._keys[journal];
      const bytes = journals[journal];
      if (this.inMemory) {
        const kept = rows(key);
        kept.clear();
        frames(bytes).forEach((at, i, starts) => kept.set(i, bytes.slice(at, starts[i + 1])));
      } else {
        await this._follow(
          async () => void this._size.set(journal, await copies.append(key, -1, bytes, async () => bytes)),
        );
      }
    }
    this._channel?.postMessage(kinds.map((journal) => this._keys[journal]));
  }

  private async _write(db: IDBPDatabase, records: Record_[]): Promise<void> {
    const tx = db.transaction(store, "readwrite", { durability: "strict" });
    const writes: Promise<unknown>[] = [];
    for (const [journal, bytes] of this._repair) {
      writes.push(tx.store.delete(all(this._keys[journal])));
      const starts = frames(bytes);
      starts.forEach((at, i) =>
        writes.push(tx.store.put(bytes.slice(at, starts[i + 1]), [this._keys[journal], i])),
      );
    }
    for (const { journal, sequence, bytes } of records)
      writes.push(tx.store.add(bytes, [this._keys[journal], sequence]));
    // Every promise is handled: a conflict rejects the write and the transaction.
    const [failed] = (await Promise.allSettled([...writes, tx.done])).filter(
      (one) => one.status === "rejected",
    );
    if (failed) throw failed.reason;
    this._repair.clear();
    mark();
  }

  /** Where they don't fit on to what is there, the second copy is made anew. */
  private async _copy(records: Record_[]): Promise<void> {
    const copies = await this._copies;
    for (const journal of ["account", "session"] as const) {
      const fresh = records.filter((record) => record.journal === journal).map((record) => record.bytes);
      if (!fresh.length) continue;
      const key = this._keys[journal];
      this._size.set(
        journal,
        await copies.append(key, this._size.get(journal) ?? 0, join(fresh), async () =>
          join([...(await this._rows(key)).values()]),
        ),
      );
    }
  }

  /** Records stand in the second copy in the order of the first: one thing is written after another. */
  private _follow(write: () => Promise<void>): Promise<void> {
    return (this._copying = this._copying.then(write).catch(() => {}));
  }

  private async _rows(key: string): Promise<Map<number, Uint8Array>> {
    if (this.inMemory || memory.has(key)) return rows(key);
    const out = new Map<number, Uint8Array>();
    if (!(await this._exists())) return out;
    try {
      await this._retried(async (db) => {
        const range = all(key);
        const tx = db.transaction(store);
        const [keys, values] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)]);
        keys.forEach((one, i) => out.set((one as [string, number])[1], values[i] as Uint8Array));
      });
    } catch {
      // Unreadable: the second copy counts.
    }
    return out;
  }

  private async _exists(): Promise<boolean> {
    if (this._db) return true;
    try {
      return (await indexedDB.databases()).some((one) => one.name === name);
    } catch {
      // Without that call a database is opened and, where it is new, taken back.
      try {
        (await openDB(name, 1, { upgrade: (_db, _old, _new, tx) => tx.abort() })).close();
        return true;
      } catch {
        return false;
      }
    }
  }

  /** What was stored so far goes on in memory, so that the session does not begin again. */
  private async _remember(): Promise<void> {
    for (const key of Object.values(this._keys)) {
      this.inMemory = false;
      const before = await this._rows(key);
      this.inMemory = true;
      for (const [sequence, bytes] of before) rows(key).set(sequence, bytes);
    }
  }

  /** A dead handle never works again: it is opened anew, once. */
  private async _retried<T>(use: (db: IDBPDatabase) => Promise<T>): Promise<T> {
    try {
      return await use(await this._open());
    } catch (error) {
      if (["ConstraintError", "SecurityError"].includes((error as DOMException)?.name)) throw error;
      const old = this._db;
      this._db = undefined;
      void old?.then(
        (db) => db.close(),
        () => {},
      );
      return use(await this._open());
    }
  }

  private async _open(): Promise<IDBPDatabase> {
    return (this._db ??= openDB(name, 1, {
      upgrade: (db) => void db.createObjectStore(store),
      blocking: () => this._forget(),
      terminated: () => this._forget(),
    }));
  }

  private _forget(): void {
    void this._db?.then(
      (db) => db.close(),
      () => {},
    );
    this._db = undefined;
  }
}

/** All records of a journal. */
function all(key: string): IDBKeyRange {
  return IDBKeyRange.bound([key, 0], [key, Infinity]);
}

function rows(key: string): Map<number, Uint8Array> {
  let found = memory.get(key);
  if (!found) memory.set(key, (found = new Map()));
  return found;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
