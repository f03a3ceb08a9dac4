// The journals of account and session together, as they are on disk.
import type { Core, CoreRecord } from "../core/core.ts";
import type { Problem } from "../core/types.ts";
import type { openStorage } from "../storage/page-storage.ts";

/** Of the journal store, what the session uses. */
export type JournalStore = Pick<
  ReturnType<typeof openStorage>,
  "read" | "append" | "replace" | "close" | "recover" | "inMemory"
>;

type Kind = CoreRecord["journal"];
export type JournalBytes = Record<Kind, Uint8Array>;

/** The guide over its journals, and what was found on the way. */
export interface Opened {
  core: Core;
  problems: Problem[];
  /** They belong to another version of the guide. */
  changed: boolean;
  /** The session has events. */
  begun: boolean;
  /** The reader's date at the last of them. */
  day?: string;
}

type Found = Awaited<ReturnType<JournalStore["read"]>>;

export class Journals {
  readonly store: JournalStore;
  private _newCore: () => Core;
  private _unused: () => boolean;

  /** `newCore` gives the guide over no journal; `unused` says that nothing was ever stored. */
  constructor(store: JournalStore, newCore: () => Core, unused: () => boolean) {
    this.store = store;
    this._newCore = newCore;
    this._unused = unused;
  }

  /** The guide, opened over the journals. */
  async open(): Promise<Opened> {
    const core = this._newCore();
    const copies = await this.read();
    const problems: Problem[] = [];
    let changed = false;
    let day: string | undefined;
    for (const journal of ["account", "session"] as const) {
      const { bytes, problems: found } = copies[journal];
      problems.push(...found);
      if (!bytes.length) continue;
      const loaded = core.load(journal, bytes);
      if (loaded.problem) problems.push(loaded.problem);
      changed ||= !!loaded.changed;
      day = loaded.day;
    }
    return { core, problems, changed, begun: copies.session.bytes.length > 0, day };
  }

  /** Both, as of one moment. */
  async read(): Promise<Record<Kind, Found>> {
    const read = (journal: Kind) => this.store.read(journal, this._unused());
    for (let account = await read("account"); ;) {
      const session = await read("session");
      if (!session.bytes.length) return { account, session };
      // Another tab may have stored into both between the two reads: what a session did, its account has.
      const again = await read("account");
      if (again.bytes.length === account.bytes.length) return { account, session };
      account = again;
    }
  }

  /** Uses a core that is dropped afterwards, with the guide over no journal. */
  attempt<T>(use: (core: Core) => T): T {
    const core = this._newCore();
    try {
      return use(core);
    } finally {
      core.drop();
    }
  }
}
