// One guide, opened in the compiled core: typed calls over its JSON. What can fail gives a `problem`.
import type { CoreModule, RawCore } from "./module.ts";
import {
  secretBytes,
  type Append,
  type Effect,
  type Loaded,
  type Opened,
  type Outcome,
  type Problem,
  type View,
} from "./types.ts";

/** A record to store: the core's bytes, which storage doesn't look into. */
export interface CoreRecord extends Omit<Append, "bytes"> {
  bytes: Uint8Array;
}

/** The outcome of an event, and the records to store before anything else happens. */
export interface Dispatched extends Outcome {
  records: CoreRecord[];
}

/** Id and time of an event that the core makes itself: it has no randomness and no clock. */
export interface Stamp {
  id: string;
  at: number;
}

export class Core {
  readonly raw: RawCore;
  private _module: CoreModule;
  private _buffer?: Uint8Array;

  constructor(module: CoreModule) {
    this._module = module;
    this.raw = new module.Core();
  }

  /** Opens a guide over an empty account and session. */
  open(guide: object): Opened {
    return JSON.parse(this.raw.open(JSON.stringify(guide)));
  }

  /**
   * Reads a journal: the account's, after its snapshot, before the session's. With a problem, its valid
   * records are in use.
   */
  load(journal: "account" | "session" | "snapshot", bytes: Uint8Array): Loaded {
    return JSON.parse(this.raw.load(journal, bytes));
  }

  /** Adds a table that the guide's forms need. */
  tables(name: string, bytes: Uint8Array): { problem?: Problem } {
    return JSON.parse(this.raw.tables(name, bytes));
  }

  /** The view of that day. */
  view(day: string): View {
    return JSON.parse(this.raw.view(day));
  }

  /**
   * Hands an event on. With an `answer`, an account that lives in this browser answers in the same call.
   * With a problem, nothing was changed.
   */
  dispatch(event: object, answer?: Stamp): Dispatched {
    return this._dispatched(this.raw.dispatch(JSON.stringify(event), answer ? JSON.stringify(answer) : ""));
  }

  /** Takes an account that a host has sent. With a problem, nothing was changed. */
  account(snapshot: object, day: string): Dispatched {
    return this._dispatched(this.raw.account(JSON.stringify(snapshot), day));
  }

  private _dispatched(text: string): Dispatched {
    const outcome: Outcome = JSON.parse(text);
    const { append = [], outgoing: [start, size] = [0, 0] } = outcome;
    const bytes = this.bytes(start, size);
    let at = 0;
    const records = append.map((record) => ({ ...record, bytes: bytes.slice(at, (at += record.bytes)) }));
    return { ...outcome, records };
  }

  /** A copy of a part of the core's memory, which the next call may write into. */
  bytes(at: number, size: number): Uint8Array {
    return this._module.bytes(at, size).slice();
  }

  /** The buffer for a secret field's bytes. It is looked up again after the core's memory has grown. */
  get buffer(): Uint8Array {
    if (!this._buffer?.length) this._buffer = this._module.bytes(this.raw.buffer(), secretBytes);
    return this._buffer;
  }

  /** Effects that have no answer yet. */
  effects(): Effect[] {
    return this.query({ query: "effects" });
  }

  /** Frees the core's memory of it; it can't be used afterwards. */
  drop(): void {
    try {
      this.raw.delete();
    } catch {
      // It broke before.
    }
  }

  /** The answer to a question about what is opened (queries.ts). */
  query<T>(question: object): T {
    return JSON.parse(this.raw.query(JSON.stringify(question)));
  }
}
