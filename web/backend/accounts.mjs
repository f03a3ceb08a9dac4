// The accounts of a server: each is opened once and stays warm in memory, and its commits run one after
// another. The core judges and applies; the store decides by version and key in one transaction; the payment
// provider is asked in between, while nobody waits in line. Functions give their value or {problem}.
//
// A payment never stands alone: it is authorized, then the operation is stored, then the money is taken. If
// the operation can't be stored, the authorization is given back. Both are tried again until they are done.
import { digestOf, operationOf, sha256 } from "./effect.mjs";
import { refusalOf } from "./provider.mjs";
import { problem, within } from "./problems.mjs";
import { catchUp, Damaged, WarmAccounts, warmLimits } from "./warm-accounts.mjs";

/**
 * @typedef {{ kind: "committed", version: number, made?: string }
 *   | { kind: "refused", reasons: { code: string, args?: object }[] }
 *   | { kind: "conflict", version: number }
 *   | { kind: "action-needed", url: string }
 *   | { kind: "unknown", after?: number }} Answer
 */

/** The days that an effect may be late, as one that was pending for long, and early, as east of here. */
const late = 7;
const early = 1;
const dayLength = 86_400_000;

export class Accounts {
  #store;
  #core;
  #warm;
  #provider;
  #now;
  #limits;
  /** @type {Map<string, Set<(version: number) => void>>} */
  #listeners = new Map();
  #retry;
  #unwatch;
  #closed = false;

  /**
   * @param {object} options
   * @param {import("./store.mjs").Store} options.store
   * @param {{ open(): Promise<import("./core.mjs").CoreAccount> }} options.core
   * @param {import("./provider.mjs").PaymentProvider} options.provider
   * @param {() => number} [options.now] milliseconds since 1970
   * @param {Partial<typeof defaults>} [options.limits]
   */
  constructor({ store, core, provider, now = Date.now, limits = {} }) {
    this.#store = store;
    this.#core = core;
    this.#provider = provider;
    this.#now = now;
    this.#limits = { ...defaults, ...limits };
    const changed = (account, version) => this.#changed(account, version);
    this.#warm = new WarmAccounts({ store, core, limits: this.#limits, changed });
  }

  async start() {
    this.#unwatch = await this.#store.watch((account, version) => this.#changed(account, version));
    this.#retry = setInterval(() => void this.settlePayments(), this.#limits.retryPayments);
    this.#retry.unref();
    void this.settlePayments();
  }

  /** Stores a new account: false where there is one of that name already. */
  async create(account, json) {
    const core = await this.#core.open();
    const { version, problem: found } = core.load(json);
    if (found)
      throw new Error(`${account} is no account: ${found.code} ${found.where ?? ""} ${found.detail}`);
    // The account here keeps what an undo needs, from the beginning.
    const whole = JSON.stringify({ changes: [], lineage: [], ...JSON.parse(String(json)) });
    return this.#store.create(account, Buffer.from(whole), version);
  }

  /**
   * The account as that person sees it; the version alone where it is the one that is known already.
   * @param {string} account
   * @param {string} person
   * @param {number} [known]
   * @returns {Promise<{ version?: number, text?: string, digest?: string,
   *   problem?: import("./problems.mjs").Problem }>}
   */
  snapshot(account, person, known) {
    return this.#warm.inLine(account, async (warm) => {
      if (!warm.core.knows(person)) return notYours();
      catchUp(warm, await this.#store.rows(account, warm.version));
      const { version, core } = warm;
      if (version === known) return { version };
      return { version, text: core.encode(person), digest: core.digest(person) };
    });
  }

  /** The version, where the account is that person's. */
  async version(account, person) {
    return this.#warm.inLine(account, async (warm) => {
      if (!warm.core.knows(person)) return notYours();
      catchUp(warm, await this.#store.rows(account, warm.version));
      return { version: warm.version };
    });
  }

  /**
   * Carries an effect out once.
   * @param {string} account
   * @param {string} person
   * @param {import("./effect.mjs").Effect} effect
   * @returns {Promise<{ answer?: Answer, problem?: import("./problems.mjs").Problem }>}
   */
  async commit(account, person, effect) {
    const { key, version } = effect;
    const body = digestOf(effect, person);
    const operation = operationOf(effect);
    const token = effect.token && sha256(effect.token);
    const first = await this.#warm.decide(account, key, token, (found, warm) => {
      if (!warm.core.knows(person)) return notYours();
      const seen = found.commit ?? found.payment;
      // Called off before it arrived: nobody knew its body.
      if (seen?.body === "" && seen.person === person) return { answer: seen.answer };
      if (seen && seen.body !== body)
        return problem("key-reused", "the key came before with another body", "/key");
      if (found.commit) return { answer: found.commit.answer };
      if (found.payment) return { follow: true };
      if (found.tokenOf) return problem("payment-token-reused", "the token came before", "/token");
      if (version !== found.version) return conflict(found);
      const reasons = this.#isOfNow(effect.day)
        ? against(warm, operation, person)
        : [{ code: "day-differs" }];
      if (reasons.problem) return reasons;
      if (reasons.length) return { ...refused(reasons, person, body), token };
      if (!this.#provider.operations.includes(effect.operation))
        return { ...carriedOut(warm, operation, person, body), token };
      const { values } = warm.core.prepare(operation, person);
      const request = {
        account,
        key: `${account}/${key}`,
        operation: effect.operation,
        method: values.method?.method ?? {},
        amount: values.amount?.money ?? null,
      };
      const payment = { person, body, effect: { operation, version }, request, state: "asked" };
      return { payment, token, ask: request };
    });
    if (first.ask) return this.#settle(account, key, await this.#authorize(first.ask, effect.token));
    if (first.follow) return this.#follow(account, key, effect);
    return first.problem ? { problem: first.problem } : { answer: first.answer };
  }

  /** The answer that a key has by now. */
  async status(account, person, key) {
    const found = await this.#warm.inLine(account, async (warm) =>
      warm.core.knows(person) ? this.#store.find(account, key) : notYours(),
    );
    if (found.problem) return found;
    if (found.commit) return { answer: found.commit.answer };
    if (!found.payment) return { answer: { kind: "unknown" } };
    return this.#follow(account, key);
  }

  /**
   * Calls a key off: refused for good where it is not committed yet, also where it has not arrived.
   * @returns {Promise<{ answer?: Answer, problem?: import("./problems.mjs").Problem }>}
   */
  async callOff(account, person, key) {
    const decision = await this.#warm.decide(account, key, undefined, (found, warm) => {
      if (!warm.core.knows(person)) return notYours();
      const { commit, payment } = found;
      if (payment && payment.person !== person)
        return problem("key-reused", "the key is another person's", "/key");
      if (commit) return { answer: commit.answer };
      const cancelled = refused([{ code: "cancelled" }], person, payment?.body ?? "");
      return payment ? { ...cancelled, payment: { ...payment, state: "to-cancel" } } : cancelled;
    });
    if (decision.problem) return { problem: decision.problem };
    if (decision.payment) void this.#finish(account, key, decision.payment);
    return { answer: decision.answer };
  }

  /** Is called with each version from now on; gives the function that ends it. */
  watch(account, changed) {
    const listeners = this.#listeners.get(account) ?? new Set();
    this.#listeners.set(account, listeners.add(changed));
    return () => {
      listeners.delete(changed);
      if (!listeners.size) this.#listeners.delete(account);
    };
  }

  /** Takes or gives back what is authorized, and asks about payments that nobody came back for. */
  async settlePayments() {
    try {
      let after = 0;
      for (;;) {
        const open = await this.#store.openPayments(after);
        for (const { account, key } of open) if (!this.#closed) await this.#follow(account, key);
        if (!open.length || this.#closed) return;
        after = open.at(-1).id;
      }
    } catch {
      // The database is not there: the next round asks again.
    }
  }

  async ping() {
    await within(this.#store.ping(), this.#limits.database);
  }

  /** Waits for what is under way. */
  async close() {
    this.#closed = true;
    clearInterval(this.#retry);
    await this.#warm.close();
    await this.#unwatch?.();
  }

  // --- payments

  async #authorize(request, token) {
    return this.#asked((signal) =>
      this.#provider.authorize({ ...request, ...(token && { token }) }, { signal }),
    );
  }

  /** Asks the provider: an answer that is late, or an error, is unknown. */
  async #asked(ask) {
    const controller = new AbortController();
    try {
      return await within(ask(controller.signal), this.#limits.provider);
    } catch {
      return { kind: "unknown" };
    } finally {
      controller.abort();
    }
  }

  /** Goes on with a payment where it stands. With its effect, sent again, the provider may be asked again. */
  async #follow(account, key, effect) {
    const { commit, payment } = await this.#store
      .find(account, key)
      .catch(() => ({ commit: null, payment: null }));
    if (payment?.state === "to-capture" || payment?.state === "to-cancel")
      void this.#finish(account, key, payment);
    if (commit) return { answer: commit.answer };
    if (!payment) return problem("database-busy", "the database does not answer");
    if (payment.state !== "asked")
      return this.#warm.decide(account, key, undefined, (found) => conflict(found));
    let outcome = await this.#asked((signal) => this.#provider.lookUp(payment.request.key, { signal }));
    if (outcome.kind === "unseen")
      outcome = effect
        ? await this.#authorize(payment.request, effect.token)
        : { kind: "unknown", after: 1000 };
    return this.#settle(account, key, outcome);
  }

  /** Stores what follows from the provider's answer. */
  async #settle(account, key, outcome) {
    if (outcome.kind === "action-needed") return { answer: { kind: "action-needed", url: outcome.url } };
    if (outcome.kind !== "authorized" && outcome.kind !== "declined")
      return { answer: { kind: "unknown", after: outcome.after ?? 2000 } };
    const decision = await this.#warm.decide(account, key, undefined, (found, warm) => {
      const { commit, payment } = found;
      if (commit) return { answer: commit.answer };
      if (payment?.state !== "asked") return conflict(found);
      const { person, body, request } = payment;
      const { operation, version } = payment.effect;
      if (outcome.kind === "declined") {
        const decision = refused([refusalOf(outcome.code, request.method)], person, body);
        return { ...decision, payment: { ...payment, state: "closed" } };
      }
      const giveBack = { ...payment, state: "to-cancel" };
      if (version !== found.version) return { ...conflict(found), payment: giveBack };
      const reasons = against(warm, operation, person);
      if (reasons.problem) return { ...conflict(found), payment: giveBack };
      if (reasons.length) return { ...refused(reasons, person, body), payment: giveBack };
      return { ...carriedOut(warm, operation, person, body), payment: { ...payment, state: "to-capture" } };
    });
    if (decision.problem) return { problem: decision.problem };
    const { payment } = decision;
    if (payment && payment.state !== "closed") void this.#finish(account, key, payment);
    return { answer: decision.answer };
  }

  /** Takes the money, or gives it back; the next round tries again where nobody knows. */
  async #finish(account, key, { state, request }) {
    const outcome = await this.#asked((signal) =>
      state === "to-capture"
        ? this.#provider.capture(request.key, { signal })
        : this.#provider.cancel(request.key, { signal }),
    );
    if (outcome.kind === "unknown") return;
    await this.#store.setPayment(account, key, "closed").catch(() => {});
  }

  #changed(account, version) {
    for (const listener of this.#listeners.get(account) ?? []) listener(version);
  }

  #isOfNow(day) {
    const from = Date.parse(`${day}T00:00:00Z`) - this.#now();
    return from > -(late + 1) * dayLength && from < early * dayLength;
  }
}

const defaults = {
  ...warmLimits,
  /** Milliseconds: the provider's deadline, and from one round of unfinished payments to the next. */
  provider: 5000,
  retryPayments: 60_000,
};

/** All reasons against an operation that is asked for now; or a problem, where it is none. */
function against(warm, operation, person) {
  const { reasons = [], problem: found } = warm.core.prepare(operation, person);
  return found ? problem("body-shape", found.code, found.where) : reasons;
}

function refused(reasons, person, body) {
  const answer = { kind: "refused", reasons };
  return { answer, commit: { person, body, answer } };
}

function carriedOut(warm, operation, person, body) {
  const { version, made, problem: found } = warm.core.apply(operation, person);
  if (found) throw new Damaged(`prepared, but not applied: ${found.code} ${found.detail}`);
  const answer = { kind: "committed", version, ...(made && { made }) };
  // An operation of an id that the account was born with changes nothing.
  const isNew = version > warm.version;
  warm.version = version;
  return { answer, commit: { person, body, answer, ...(isNew && { operation }) } };
}

const conflict = ({ version }) => ({ answer: { kind: "conflict", version } });
const notYours = () => problem("account-not-yours", "the person is none of this account");
