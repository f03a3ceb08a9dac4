// Accounts that are open in memory. Each is read once and stays warm, and what is done with it runs one after
// another. If something breaks down on the way, it is opened again from its rows.
import { problem, within } from "./problems.mjs";

/** @typedef {{ core: import("./core.mjs").CoreAccount, version: number, since: number }} Warm */

export const warmLimits = Object.freeze({
  /** Accounts that stay in memory, and requests that wait for one of them. */
  warm: 20,
  waiting: 1000,
  /** Operations from one snapshot to the next. */
  snapshotEvery: 200,
  /** Milliseconds: the database's deadline. */
  database: 5000,
});

/** Rows and account don't fit together. */
export class Damaged extends Error {}

/** Applies the rows that an account lacks. */
export function catchUp(warm, rows) {
  for (const { version, operation, person } of rows) {
    const { version: reached, problem: found } = warm.core.apply(operation, person);
    if (found || reached !== version)
      throw new Damaged(`its operation ${version} can't be applied: ${found?.code}`);
    warm.version = version;
  }
}

export class WarmAccounts {
  #store;
  #core;
  #limits;
  #changed;
  #closed = false;
  /** @type {Map<string, { line: Promise<unknown>, waiting: number, warm: Promise<Warm | null> | null }>} */
  #open = new Map();

  /**
   * @param {object} options
   * @param {import("./store.mjs").Store} options.store
   * @param {{ open(): Promise<import("./core.mjs").CoreAccount> }} options.core
   * @param {typeof warmLimits} options.limits
   * @param {(account: string, version: number) => void} options.changed
   */
  constructor({ store, core, limits, changed }) {
    this.#store = store;
    this.#core = core;
    this.#limits = limits;
    this.#changed = changed;
  }

  /**
   * Runs work when all that came before for this account is done, with the account warm. Its value is the
   * work's, or {problem}.
   * @template T
   * @param {(warm: Warm) => Promise<T>} work
   * @returns {Promise<any>}
   */
  async inLine(account, work) {
    if (this.#closed) return problem("server-ends", "the server is about to end");
    const entry = this.#entry(account);
    if (entry.waiting >= this.#limits.waiting)
      return problem("database-busy", "too many wait for this account");
    entry.waiting++;
    const result = entry.line.then(async () => {
      try {
        entry.warm ??= this.#read(account);
        const warm = await within(entry.warm, this.#limits.database);
        if (!warm) {
          this.#open.delete(account);
          return problem("account-unknown", "there is no such account");
        }
        return await within(work(warm), this.#limits.database);
      } catch (error) {
        // Nobody knows how far it came: the account is opened again from its rows.
        entry.warm = null;
        return error instanceof Damaged || error instanceof WebAssembly.RuntimeError
          ? problem("account-damaged", error.message)
          : problem("database-busy", "the database does not answer");
      } finally {
        entry.waiting--;
        this.#evict();
      }
    });
    entry.line = result;
    return result;
  }

  /**
   * The store's decision about a key: `judge` sees the account as its rows have it, in the transaction.
   * @param {string} account
   * @param {string} key
   * @param {string | undefined} token the digest of the provider's
   * @param {(found: import("./store.mjs").Found, warm: Warm) => any} judge
   * @returns {Promise<any>} the decision, or {problem}
   */
  decide(account, key, token, judge) {
    return this.inLine(account, async (warm) => {
      const asked = { after: warm.version, token };
      const decision = await this.#store.decide(account, key, asked, (found) => {
        catchUp(warm, found.rows);
        if (warm.version !== found.version)
          throw new Damaged(`its rows end at ${warm.version}, not at ${found.version}`);
        return judge(found, warm);
      });
      if (decision.commit?.operation) {
        this.#changed(account, warm.version);
        if (++warm.since >= this.#limits.snapshotEvery) this.#keepSnapshot(account, warm);
      }
      return decision;
    });
  }

  #entry(account) {
    let entry = this.#open.get(account);
    if (entry) this.#open.delete(account);
    else entry = { line: Promise.resolve(), waiting: 0, warm: null };
    // The entry that was used last stands last.
    this.#open.set(account, entry);
    return entry;
  }

  async #read(account) {
    const stored = await this.#store.read(account);
    if (!stored) return null;
    const core = await this.#core.open();
    const { birth, snapshot } = stored;
    let { rows } = stored;
    const born = core.load(birth);
    if (born.problem) throw new Damaged(`${born.problem.code} ${born.problem.where ?? ""}`);
    const restored = snapshot ? core.restore(snapshot.bytes) : born;
    // A damaged snapshot has changed nothing: all rows are applied.
    if (restored.problem) rows = await this.#store.rows(account, born.version);
    const { version } = restored.problem ? born : restored;
    const warm = { core, version, since: rows.length };
    catchUp(warm, rows);
    return warm;
  }

  /** Off the request's path: the answer is on its way before the snapshot is made. */
  #keepSnapshot(account, warm) {
    warm.since = 0;
    setTimeout(() => {
      void this.inLine(account, async (now) => {
        // The account was opened again meanwhile.
        if (now !== warm) return;
        await this.#store.keepSnapshot(account, warm.version, warm.core.snapshot());
      });
    }, 5).unref();
  }

  #evict() {
    for (const [account, { waiting }] of this.#open) {
      if (this.#open.size <= this.#limits.warm) return;
      if (!waiting) this.#open.delete(account);
    }
  }

  /** Waits for what is under way. */
  async close() {
    this.#closed = true;
    await Promise.all([...this.#open.values()].map(({ line }) => line));
  }
}
