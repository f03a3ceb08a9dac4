// Snapshots of an account with many operations. The core opens with one instead of applying each operation
// again. It stands for the first records of the account's journal, which stays whole: a snapshot that is
// lost, damaged or of another journal costs time and nothing else.
import type { Core, CoreRecord } from "../core/core.ts";
import { snapshotOf } from "../core/queries.ts";
import type { Loaded } from "../core/types.ts";
import type { Environment } from "../loading/environment.ts";
import type { JournalStore } from "./journals.ts";

/** A snapshot is written when the account has so many records more than the last one stood for. */
const enough = 500;
/** Milliseconds without a record after which it is written. */
const idle = 2000;

export interface SnapshotsOptions {
  /** The account's name. */
  account: string;
  store: Pick<JournalStore, "recovering" | "inMemory" | "held">;
  after: Environment["after"];
  /** The guide as it is by now. */
  core(): Core | undefined;
}

export class Snapshots {
  /** The number of records that the stored snapshot stands for, and the journal's. */
  private _restored = 0;
  private _records = 0;
  private _stop?: () => void;
  private _key: string;
  private _options: SnapshotsOptions;

  constructor(options: SnapshotsOptions) {
    this._key = `snapshot/account/${options.account}`;
    this._options = options;
  }

  /** Hands the stored snapshot to a core, before the account's journal is loaded. */
  async prepare(core: Core): Promise<void> {
    const { primary } = await this._options.store.recovering;
    const { value } = await primary.read(this._key);
    if (value?.bytes.length) core.load("snapshot", value.bytes);
  }

  /** The account's journal was loaded. */
  opened({ restored = 0, records }: Loaded): void {
    this._restored = restored;
    this._records = records;
    this._plan();
  }

  /** Records were stored. */
  stored(records: readonly CoreRecord[]): void {
    for (const { journal, sequence } of records) if (journal === "account") this._records = sequence + 1;
    this._plan();
  }

  stop(): void {
    this._stop?.();
  }

  /** Writes one once nothing has happened for a while. */
  private _plan(): void {
    const { store, after } = this._options;
    this._stop?.();
    if (this._records - this._restored < enough || store.inMemory) return;
    this._stop = after(idle, () => void this._write().catch(() => {}));
  }

  private async _write(): Promise<void> {
    const core = this._options.core();
    const snapshot = core && snapshotOf(core);
    if (!snapshot) return;
    // A place that refuses it is asked again after as many records.
    this._restored = snapshot.records;
    const { recovering, held } = this._options.store;
    await (await recovering).snapshot(held[0], this._key, snapshot.bytes, snapshot.records);
  }
}
