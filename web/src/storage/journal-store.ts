// Journals on this device: the primary, and behind it the mirror. It knows no API of a browser: places and
// the channel to other tabs are handed in (page-storage.ts). Nothing is created before the first append.
// Where storage is refused, records live in memory. What is rare comes with later scripts (recovery.ts).
import type { Left } from "./leave-memory.ts";
import type { Notifier } from "./notifier.ts";
import { noteOf, type Kind, type Record_ } from "./record-format.ts";
import {
  start,
  type Addition,
  type Answer,
  type FirstBackend,
  type Position,
  type Replacement,
  type StorageBackend,
  type StorageCode,
} from "./storage-backend.ts";

/** The acknowledged records (record-format.ts, noteOf), noted at once in a place other than the primary. */
export interface Notes {
  /** The note of a journal; undefined or null where there is none. */
  read(key: string): string | null | undefined;
  /** Notes it for a journal, and that something was stored here. */
  write(key: string, note: string): void;
  /** Removes all of them. */
  forget(): void;
}

/** In the place of keys: another tab has removed everything that was ever stored here. */
export const everything = "everything";

/** Everything that a store needs. */
export interface Places {
  primary: FirstBackend;
  memory: Pick<StorageBackend, "append">;
  notes: Notes;
}

/** The records that this tab has read or has had acknowledged. */
export interface Held {
  readonly journal: Kind;
  readonly key: string;
  /** Its records, in parts of any number of records. */
  bytes: readonly Uint8Array[];
  end: Position;
  /** The note as it was when the journal was read. */
  noted?: string;
  /** The primary couldn't be read then. */
  unsure?: boolean;
  /** The repair that the primary needs before the next append. */
  repair?: Replacement;
  /**
   * The mirror isn't what is held: it is written whole at the next append, and what it has beyond that
   * goes under the key `aside`. "leave": it can't be read and may have more; it stays as it is until it
   * can.
   */
  mirror?: { aside?: string } | "leave";
  /** It was opened by its mirror, and the primary, row by row, is that or isn't (long-journals.ts). */
  compared?: "not yet" | "differs";
}

/** The result of a read, and the problems that the reader is to hear of. */
export interface Found {
  bytes: Uint8Array;
  problems: { code: string; where: string; detail?: string }[];
  /** The primary can't be read: it may have more. */
  unsure?: boolean;
}

/** The number of records that the core can use, and why not more. */
export interface Usable {
  records: number;
  problem?: { code: string; detail?: string };
}

/** This part comes with later scripts. */
export interface Recovery {
  /** The primary, whole, and the records that storage refused. */
  readonly primary: StorageBackend;
  readonly memory: StorageBackend;
  /** The longest sound prefix of a journal in any place. */
  read(held: Held): Promise<Found>;
  /**
   * The records that another tab has stored behind those that are held, which then are held too; undefined
   * where the journal has to be read whole.
   */
  next(held: Held): Promise<Uint8Array | undefined>;
  /** Does the work, a write of this store included, while no other tab of the account stores anything. */
  turn<T>(work: () => Promise<T>): Promise<T>;
  /** Adds, and repairs the primary first where it has to be; "conflict" where another tab has stored. */
  write(held: readonly Held[], additions: readonly Addition[]): Promise<Answer<void>>;
  /** Replaces journals whole; gives the records of each as an addition to nothing. */
  replace(
    held: readonly Held[],
    bytes: readonly Uint8Array[],
    options: { inMemory: boolean },
  ): Promise<Answer<Addition[]>>;
  /** Replaces a journal whole, unless it isn't what is held any more: then, "conflict". */
  renew(held: Held, bytes: Uint8Array): Promise<Answer<Addition[]>>;
  /**
   * Removes everything that was ever stored on this device, of all accounts and guides.
   * @param announce tells the other tabs
   */
  forget(announce: () => void): Promise<Answer<void>>;
  /** An answer is in memory: storage is tried again, now and then. */
  leave(store: JournalStore): Promise<void>;
  /**
   * Gives what says if everything was removed since, as this tab has heard, or as it finds by the notes that
   * these journals have by now.
   */
  since(keys?: readonly string[]): () => boolean;
  /** Waits until what other tabs have announced by now is heard. */
  hear(): Promise<void>;
  /** Drops what this tab holds: everything was removed. */
  drop(store: Pick<JournalStore, "held" | "inMemory">): Promise<void>;
  /** Records behind those that the core can use go to another key, at the next append. */
  setAside(store: Pick<JournalStore, "held">, journal: Kind, usable: Usable): Promise<void>;
  /** Has the mirror follow; ends when it has all that it was to follow by then. */
  follow(held: readonly Held[], additions: readonly Addition[]): Promise<void>;
  /** Stores a snapshot of an account that stands for so many of the held records. */
  snapshot(account: Held, key: string, bytes: Uint8Array, records: number): Promise<void>;
}

/** Notes that these records are stored. */
export function acknowledge(notes: Notes, additions: readonly Addition[]): void {
  for (const { key, at, records } of additions)
    notes.write(key, noteOf(at.records + records.length, records.at(-1)));
}

/** @template P the places of this page, as later scripts know them */
export class JournalStore<P extends Places = Places> {
  /** Storage was refused: what is done is there until the page is left. */
  inMemory = false;
  private _places: P;
  readonly held: readonly [account: Held, session: Held];
  readonly notifier?: Notifier;
  /** Another tab has stored something since the last look. */
  stale = false;
  /** Another tab has had everything removed since the last write began. */
  private _removed = false;
  private _writing: Promise<unknown> = Promise.resolve();
  /** Called when what was in memory is stored, or gave way to what is stored by now. */
  declare left?: (left: Left) => void;
  /** Ends when the mirror has followed. */
  following: Promise<unknown> = Promise.resolve();
  private _recovery?: Recovery;
  /** Brings in what comes with later scripts. */
  declare recover: (recovery: (places: P) => Recovery) => void;
  /** The same, once it is there. */
  readonly recovering = new Promise<Recovery>((resolve) => {
    this.recover = (recovery) => resolve((this._recovery ??= recovery(this._places)));
  });

  /**
   * @param notifier opens the channel to other tabs
   * @param changed called when another tab has stored records of either journal, once until they are read;
   *   or when it has removed everything
   */
  constructor(
    places: P,
    account: string,
    guide: string,
    notifier: (heard: (keys: readonly string[]) => void) => Notifier | undefined,
    changed: (removed?: boolean) => void,
  ) {
    this._places = places;
    this.held = [
      { journal: "account", key: `account/${account}`, bytes: [], end: start },
      { journal: "session", key: `session/${account}/${guide}`, bytes: [], end: start },
    ];
    this.notifier = notifier((keys) => {
      if (keys.includes(everything)) {
        this._removed = true;
        void this.recovering.then(({ drop }) => drop(this)).then(() => changed(true));
      } else if (!this.stale && this.held.some(({ key }) => keys.includes(key))) {
        this.stale = true;
        changed();
      }
    });
  }

  close(): void {
    this.notifier?.close();
    void this._writing.then(() => this._places.primary.close());
  }

  /** All records or none. "conflict": another tab has stored under that sequence already. */
  append(records: readonly Record_[]): Promise<"stored" | "conflict"> {
    return this.next(() => this.appendInTurn(records));
  }

  /** The same, in a turn of this store's own: nothing else writes. */
  async appendInTurn(records: readonly Record_[]): Promise<"stored" | "conflict"> {
    const additions = this.held
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
    this.stale = false;
    if (!this.inMemory) {
      const problem = await this._write(additions);
      if (problem === "conflict") return problem;
      if (problem) await this._goOnInMemory();
    }
    if (this.inMemory && (await this._places.memory.append(additions)).problem) return "conflict";
    this.stored(additions);
    return "stored";
  }

  /** The code of what speaks against it. */
  private async _write(additions: readonly Addition[]): Promise<StorageCode | undefined> {
    const { held, _places: places, _recovery: recovery } = this;
    if (recovery) return (await recovery.write(held, additions)).problem?.code;
    const { notes, primary } = places;
    this._removed = false;
    const { problem } = await primary.append(additions);
    // A first answer comes before the later scripts: its sequence and the notes decide between tabs.
    if (this._removed || additions.some(({ key, at }) => parseInt(notes.read(key)!) > at.records))
      return "conflict";
    if (!problem) acknowledge(notes, additions);
    return problem?.code;
  }

  /** The held records go on in memory, so that the session doesn't begin again. */
  private async _goOnInMemory(): Promise<void> {
    this.inMemory = true;
    // If another widget of the page went on before, its records count, and the next append says so.
    for (const { key, bytes } of this.held)
      await this._places.memory.append([{ key, at: start, records: bytes }]);
  }

  /** These records are stored and noted: they are held, announced and mirrored. */
  stored(additions: readonly Addition[]): void {
    for (const { key, records } of additions) {
      const held = this.held.find((entry) => entry.key === key)!;
      held.bytes = [...held.bytes, ...records];
      held.end = {
        records: held.end.records + records.length,
        bytes: records.reduce((sum, { length }) => sum + length, held.end.bytes),
      };
    }
    if (this.inMemory) return void this.recovering.then(({ leave }) => leave(this)).catch(() => {});
    this.notifier?.announce(additions.map(({ key }) => key));
    // The mirror has records in the order of the primary.
    this.following = this.recovering.then(({ follow }) => follow(this.held, additions)).catch(() => {});
  }

  /** One write after another. */
  next<T>(write: () => Promise<T>): Promise<T> {
    const done = this._writing.then(write);
    this._writing = done.catch(() => {});
    return done;
  }
}
