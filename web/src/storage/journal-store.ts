// Journals on this device: the primary, and behind it the mirror. It knows no API of a browser: places and
// the channel to other tabs are handed in (page-storage.ts). Nothing is created before the first append.
// Where storage is refused, records live in memory. What is rare comes with later scripts (recovery.ts).
import type { Notifier } from "./notifier.ts";
import type { Kind, Record_ } from "./record-format.ts";
import {
  nothing,
  start,
  type Addition,
  type Answer,
  type FirstBackend,
  type Position,
  type Replacement,
  type StorageBackend,
  type StorageCode,
  type StorageProblem,
} from "./storage-backend.ts";

/** The number of acknowledged records, noted at once in a place other than the primary. */
export interface Notes {
  /** undefined where nothing is noted. */
  acknowledged(key: string): number | undefined;
  /** Notes it for a journal, and that something was stored here. */
  acknowledge(key: string, records: number): void;
  /** Removes all of them. */
  forget(): void;
}

/** In the place of keys: another tab has removed everything that was ever stored here. */
const everything = "everything";

/** Everything that a store needs. */
export interface Places {
  primary: FirstBackend;
  memory: Pick<StorageBackend, "read" | "append">;
  notes: Notes;
}

/** The records that this tab has read or has had acknowledged. */
export interface Held {
  readonly journal: Kind;
  readonly key: string;
  /** Its records, in parts of any number of records. */
  bytes: readonly Uint8Array[];
  end: Position;
  /** The repair that the primary needs before the next append. */
  repair?: Replacement;
  /**
   * The mirror isn't what is held: it is written whole at the next append, and what it has beyond that
   * goes under the key `aside`. "leave": it can't be read and may have more; it stays as it is until it
   * can.
   */
  mirror?: { aside?: string } | "leave";
}

/** The result of a read, and the problems that the reader is to hear of. */
export interface Found {
  bytes: Uint8Array;
  problems: { code: string; where: string; detail?: string }[];
}

/** This part comes with later scripts. */
export interface Recovery {
  /** The primary, whole. */
  readonly primary: StorageBackend;
  /** The longest sound prefix of a journal in any place. */
  read(held: Held): Promise<Found>;
  /** Does what the primary needs before the next append. */
  repair(held: readonly Held[]): Promise<Answer<void>>;
  /**
   * Adds where the primary ends elsewhere, unless another tab has stored something there: then the problem is
   * "conflict".
   */
  settle(held: readonly Held[], additions: readonly Addition[]): Promise<Answer<void>>;
  /** Replaces journals whole; gives the records of each as an addition to nothing. */
  replace(
    held: readonly Held[],
    bytes: readonly Uint8Array[],
    options: { inMemory: boolean },
  ): Promise<Answer<Addition[]>>;
  /** Does the work while no other tab of the account stores anything. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Removes everything that was ever stored on this device, of all accounts and guides. */
  forget(): Promise<Answer<void>>;
  /** Drops what this tab holds. */
  drop(held: readonly Held[]): Promise<void>;
  /** Has the mirror follow. */
  follow(held: readonly Held[], additions: readonly Addition[]): Promise<void>;
}

/** @template P the places of this page, as later scripts know them */
export class JournalStore<P extends Places = Places> {
  /** Storage was refused: what is done is there until the page is left. */
  inMemory = false;
  private _places: P;
  private _held: readonly [account: Held, session: Held];
  private _notifier?: Notifier;
  /** Another tab has stored something since the last look. */
  private _stale = false;
  private _writing: Promise<unknown> = Promise.resolve();
  private _following: Promise<unknown> = Promise.resolve();
  private _recovery?: Recovery;
  /** Brings in what comes with later scripts. */
  declare recover: (recovery: (places: P) => Recovery) => void;
  /** The same, once it is there. */
  readonly recovering = new Promise<Recovery>((resolve) => {
    this.recover = (recovery) => resolve((this._recovery ??= recovery(this._places)));
  });

  /**
   * @param notifier opens the channel to other tabs
   * @param changed called when another tab has stored records of either journal; once until they are read
   */
  constructor(
    places: P,
    account: string,
    guide: string,
    notifier: (heard: (keys: readonly string[]) => void) => Notifier | undefined,
    changed: () => void,
  ) {
    this._places = places;
    this._held = [
      { journal: "account", key: `account/${account}`, bytes: [], end: start },
      { journal: "session", key: `session/${account}/${guide}`, bytes: [], end: start },
    ];
    this._notifier = notifier((keys) => {
      if (keys.includes(everything)) return void this._drop().then(changed);
      if (this._stale || !this._held.some(({ key }) => keys.includes(key))) return;
      this._stale = true;
      changed();
    });
  }

  close(): void {
    this._notifier?.close();
    void this._writing.then(() => this._places.primary.close());
  }

  /**
   * A journal as it is stored.
   * @param fresh nothing was ever stored here: no place is looked at, and the first append finds it if
   *   that is wrong
   */
  async read(journal: Kind, fresh: boolean): Promise<Found> {
    this._stale = false;
    const held = this._held.find((entry) => entry.journal === journal)!;
    const { value: found } = await this._places.memory.read(held.key);
    this.inMemory ||= !!found?.bytes.length;
    if (!fresh && !this.inMemory) return (await this.recovering).read(held);
    const { bytes, end } = found ?? nothing;
    Object.assign(held, { bytes: [bytes], end });
    return { bytes, problems: [] };
  }

  /** All records or none. "conflict": another tab has stored under that sequence already. */
  append(records: readonly Record_[]): Promise<"stored" | "conflict"> {
    return this._next(async () => {
      const additions = this._held
        .map(({ journal, key, bytes: parts, end: { bytes } }): Addition => {
          const list = records.filter((record) => record.journal === journal);
          return {
            key,
            at: { records: list[0]?.sequence, bytes },
            records: list.map((record) => record.bytes),
            after: parts.at(-1),
          };
        })
        .filter((addition) => addition.records.length);
      if (!additions.length) return "stored";
      this._stale = false;
      if (!this.inMemory) {
        const problem = await this._write(additions);
        if (problem === "conflict") return problem;
        if (problem) await this._goOnInMemory();
      }
      if (this.inMemory && (await this._places.memory.append(additions)).problem) return "conflict";
      this._stored(additions);
      return "stored";
    });
  }

  /**
   * From here on these journals count, whole, in both copies. Gives the problem where they can't be
   * stored.
   */
  replace(journals: Record<Kind, Uint8Array>): Promise<StorageProblem | undefined> {
    return this._next(async () => {
      const { _held: held, inMemory } = this;
      const bytes = held.map(({ journal }) => journals[journal]);
      const { value, problem } = await (await this.recovering).replace(held, bytes, { inMemory });
      if (!value) return problem;
      this._stored(value);
      await this._following;
    });
  }

  /** Removes everything on this device. Gives the problem of what is left. */
  forget(): Promise<StorageProblem | undefined> {
    return this._next(async () => {
      await this._following;
      const { problem } = await (await this.recovering).forget();
      await this._drop();
      this._notifier?.announce([everything]);
      return problem;
    });
  }

  private async _drop(): Promise<void> {
    await (await this.recovering).drop(this._held);
    this.inMemory = false;
  }

  /** The code of what speaks against it. */
  private async _write(additions: readonly Addition[]): Promise<StorageCode | undefined> {
    const { _held: held, _recovery: recovery } = this;
    const append = () => this._places.primary.append(additions);
    // A first answer comes before the later scripts: its sequence alone decides between tabs.
    if (!recovery) return (await append()).problem?.code;
    return recovery.alone(async () => {
      let { problem } = await recovery.repair(held);
      if (!problem) ({ problem } = await append());
      if (problem?.code === "conflict") ({ problem } = await recovery.settle(held, additions));
      return problem?.code;
    });
  }

  /** The held records go on in memory, so that the session doesn't begin again. */
  private async _goOnInMemory(): Promise<void> {
    this.inMemory = true;
    // If another widget of the page went on before, its records count, and the next append says so.
    for (const { key, bytes } of this._held)
      await this._places.memory.append([{ key, at: start, records: bytes }]);
  }

  private _stored(additions: readonly Addition[]): void {
    for (const { key, records } of additions) {
      const held = this._held.find((entry) => entry.key === key)!;
      held.bytes = [...held.bytes, ...records];
      held.end = {
        records: held.end.records + records.length,
        bytes: records.reduce((sum, { length }) => sum + length, held.end.bytes),
      };
      if (!this.inMemory) this._places.notes.acknowledge(key, held.end.records);
    }
    if (this.inMemory) return;
    this._notifier?.announce(additions.map(({ key }) => key));
    // The mirror has records in the order of the primary.
    this._following = this._following
      .then(async () => (await this.recovering).follow(this._held, additions))
      .catch(() => {});
  }

  /** One write after another. */
  private _next<T>(write: () => Promise<T>): Promise<T> {
    const done = this._writing.then(write);
    this._writing = done.catch(() => {});
    return done;
  }
}
