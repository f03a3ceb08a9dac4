// A host with an account of its own, for tests of the page: it runs here, so that a new load of the page
// finds it as it was left. It knows one operation, replace-all, and keeps the first answer of each key.
import { execFileSync } from "node:child_process";
import { command, today } from "./harness.mjs";

/** Only this project's code writes these down of an account. */
const bookkeeping = ["version", "changes", "lineage", "rules"];

export class FakeHost {
  version = 7;
  /** Requests, in order: ["load", request], ["commit", effect], ["status", key]. */
  log = [];
  /** Takes the place of what it does, by the name of the method; gives what the adapter gives. */
  instead = {};
  #answers = new Map();

  constructor({ scenario = "declined", subscriptions = 2 } = {}) {
    const options = ["--subscriptions", subscriptions, "--seed", 1, "--scenario", scenario, "--day", today];
    this.account = JSON.parse(String(execFileSync(command, ["account", ...options.map(String)])));
    for (const member of bookkeeping) delete this.account[member];
    this.account.tenant.name = "Contoso AS";
  }

  /** The requests of that name. */
  asked(method) {
    return this.log.filter(([name]) => name === method).map(([, argument]) => argument);
  }

  async call(method, argument) {
    this.log.push([method, argument]);
    try {
      return { value: await (this.instead[method] ?? this[method]).call(this, argument) };
    } catch (error) {
      return { error: { message: String(error), status: error.status, code: error.code } };
    }
  }

  load(/** @type {{ version?: number }} */ { version } = {}) {
    return version === this.version
      ? { version }
      : { version: this.version, account: structuredClone(this.account) };
  }

  commit(effect) {
    if (!this.#answers.has(effect.key)) this.#answers.set(effect.key, this.#answer(effect));
    return this.#answers.get(effect.key);
  }

  status(key) {
    return this.#answers.get(key) ?? { kind: "unknown" };
  }

  #answer({ operation, args, version }) {
    if (version !== this.version) return { kind: "conflict", version: this.version };
    if (operation !== "replace-all") return { kind: "refused", reasons: [{ code: "not-here" }] };
    this.moveAll(...args);
    return { kind: "committed", version: this.version };
  }

  /** Everything that one method pays for is paid for by another from now on. */
  moveAll(from, to) {
    for (const use of [...this.account.profiles, ...this.account.subscriptions])
      if (use.method === from) use.method = to;
    this.version += 3;
  }

  /** Another administrator has deleted that method, and what it paid for is paid for by the other one. */
  remove(method, other) {
    this.moveAll(method, other);
    const { account } = this;
    account.methods = account.methods.filter(({ id }) => id !== method);
    account.notices = account.notices.filter((notice) => notice.method !== method);
  }

  /** The ids of all that a method pays for. */
  paysFor(method) {
    const { profiles, subscriptions } = this.account;
    return [...profiles, ...subscriptions].filter((use) => use.method === method).map(({ id }) => id);
  }
}

/** The adapter's methods in the page, over the host's. */
export function adapterInPage(methods) {
  const call = async (method, argument) => {
    const { value, error } = await window.callHost(method, argument);
    if (error) throw Object.assign(new Error(error.message), error);
    return value;
  };
  const all = {
    load: ({ account, version }) => call("load", { account, version }),
    commit: (effect) => call("commit", effect),
    status: (key) => call("status", key),
    subscribe(changed) {
      window.hostChanged = changed;
      return () => delete window.hostChanged;
    },
  };
  return Object.fromEntries(methods.map((name) => [name, all[name]]));
}

/**
 * Opens a page with that host's adapter, as `open` of a bare scenario opens one.
 * @param {Function} open
 * @param {FakeHost} host
 * @param {{ methods?: string[], late?: number, keep?: string, words?: Record<string, string> }} [options] the
 *   adapter's methods, the milliseconds after which the page sets it, the attribute of the element, and the
 *   page's own messages
 */
export const withHost = (
  open,
  host,
  { methods = ["load", "commit", "status", "subscribe"], late = 0, keep = "", words = undefined } = {},
) =>
  open("", async (/** @type {any} */ page) => {
    await page.exposeFunction("callHost", (method, argument) => host.call(method, argument));
    const set = `document.querySelector("stegvis-guide").adapter =
      (${adapterInPage})(${JSON.stringify(methods)})`;
    const attribute = keep && `document.querySelector("stegvis-guide").setAttribute("keep", "${keep}");`;
    if (words)
      await page.addInitScript(`customElements.whenDefined("stegvis-guide").then(() => {
        document.querySelector("stegvis-guide").messages = ${JSON.stringify(words)};
      });`);
    const when = late ? `setTimeout(() => { ${set} }, ${late})` : set;
    await page.addInitScript(
      `customElements.whenDefined("stegvis-guide").then(() => { ${attribute} ${when} });`,
    );
  });

/** Waits until a change is under way. */
export const pending = (reader) =>
  reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.state === "pending");

/** A page of a host's, which the test opens. */
export const hosted = { account: "contoso", bare: true };
/** The problems that the page has heard of. */
export const errors = async (reader) =>
  (await reader.elementEvents("stegvis-error")).map(({ detail }) => detail);
export const state = async (reader) => (await reader.view()).state;
export const notice = (reader, id, args) => reader.element.getByText(reader.ui(id, args)).waitFor();
