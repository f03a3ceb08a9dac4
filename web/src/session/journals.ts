// The journals of account and session together, as they are on disk.
import type { Core, CoreRecord } from "../core/core.ts";
import type { Loaded, Problem } from "../core/types.ts";
import type { Found } from "../storage/journal-store.ts";
import { readJournal } from "../storage/whole-journals.ts";
import type { openStorage } from "../storage/page-storage.ts";
import { leftMemory } from "./after-faults.ts";
import type { Session } from "./session.ts";
import type { Snapshots } from "./snapshots.ts";

export type JournalStore = ReturnType<typeof openStorage>;

type Kind = CoreRecord["journal"];
export type JournalBytes = Record<Kind, Uint8Array>;

/** The guide over its journals, and what was found on the way. */
export interface Opened {
  core: Core;
  problems: Problem[];
  /** They belong to another version of the guide. */
  changed: boolean;
  /** The session's first record about a change that the account does not have. */
  lost?: number;
  /** The host's account lacks a change that was carried out in this session. */
  behind?: boolean;
  /** The session has events. */
  begun: boolean;
  /** The reader's date at the last of them. */
  day?: string;
}

export class Journals {
  readonly store: JournalStore;
  /** Gives the guide over no journal. */
  private _newCore: () => Core;

  constructor(session: Session) {
    this.store = session._options.store;
    this._newCore = () => session._newCore();
    this.store.left = (left) => leftMemory(session, left);
  }

  /** The guide, opened over the journals, and over a snapshot of the account where there are any. */
  async open(snapshots?: Snapshots): Promise<Opened> {
    const core = this._newCore();
    const { since, hear } = await this.store.recovering;
    const removed = since(this.store.held.map(({ key }) => key));
    const [copies] = await Promise.all([this.read(), snapshots?.prepare(core)]);
    const problems: Problem[] = [];
    let changed = false;
    let lost: number | undefined;
    let behind: boolean | undefined;
    let day: string | undefined;
    let account: Loaded = { records: 0 };
    for (const journal of ["account", "session"] as const) {
      const { bytes, problems: found } = copies[journal];
      problems.push(...found);
      if (!bytes.length) continue;
      const loaded = core.load(journal, bytes);
      if (journal === "account") account = loaded;
      if (loaded.problem) {
        problems.push(loaded.problem);
        await (await this.store.recovering).setAside(this.store, journal, loaded);
      }
      changed ||= !!loaded.changed;
      ({ lost, behind, day } = loaded);
    }
    // Another tab may have had everything removed after the session was read.
    if (lost) await hear();
    if (removed()) {
      core.drop();
      return this.open(snapshots);
    }
    snapshots?.opened(account);
    // An account that can't be read may have the change: to ask for it again would do it twice.
    if (copies.account.unsure) lost = undefined;
    return { core, problems, changed, lost, behind, begun: copies.session.bytes.length > 0, day };
  }

  /** Both. The account comes second: what a session did, its account has, though a tab stores meanwhile. */
  async read(): Promise<Record<Kind, Found>> {
    const session = await readJournal(this.store, "session");
    return { session, account: await readJournal(this.store, "account") };
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
