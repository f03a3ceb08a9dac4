// The payment provider: who authorizes, takes and gives back money. A host brings its own; the one that ships
// plays a bank.
//
// Each call is for a key, and idempotent: the same key is never charged twice. A call that rejects, or is
// late, is unknown, and looked up later. Amounts are [minor units, currency]; null verifies a method alone.

/**
 * @typedef {{ brand?: string, last4?: string, kind?: string }} MethodName
 * @typedef {{ key: string, account: string, operation: string, method: MethodName,
 *   amount: [number, string] | null, token?: string }} PaymentRequest
 * @typedef {"insufficient-funds" | "expired" | "incorrect-details" | "authentication-required"
 *   | "bank-declined" | "do-not-retry" | "other"} DeclineCode as the reasons of a notice
 *   (core/billing/account.h)
 * @typedef {{ kind: "authorized" } | { kind: "declined", code: DeclineCode }
 *   | { kind: "action-needed", url: string } | { kind: "unknown", after?: number }} Outcome
 * @typedef {{ signal: AbortSignal }} Context
 *
 * @typedef {object} PaymentProvider
 * @property {readonly string[]} operations those that it is asked about
 * @property {(request: PaymentRequest, context: Context) => Promise<Outcome>} authorize
 * @property {(key: string, context: Context) => Promise<Outcome | { kind: "unseen" }>} lookUp
 * @property {(key: string, context: Context) => Promise<{ kind: "captured" | "unknown" }>} capture
 * @property {(key: string, context: Context) => Promise<{ kind: "cancelled" | "unknown" }>} cancel
 */

import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** @type {readonly DeclineCode[]} */
export const declineCodes = [
  "insufficient-funds",
  "expired",
  "incorrect-details",
  "authentication-required",
  "bank-declined",
  "do-not-retry",
  "other",
];

/** Why the account refuses, in codes of the widget's messages; `reason` is the bank's. */
export function refusalOf(code, method) {
  const known = declineCodes.includes(code) ? code : "other";
  const args = { method: { method }, reason: known };
  if (known === "authentication-required") return { code: "authentication-failed", args };
  return { code: known === "insufficient-funds" ? "payment-insufficient-funds" : "payment-declined", args };
}

/** The last digits of a card, or the token of the provider's fields, that the played bank acts on. */
const plays = {
  9995: { declined: "insufficient-funds" },
  "0069": { declined: "expired" },
  "0127": { declined: "incorrect-details" },
  "0002": { declined: "bank-declined" },
  9979: { declined: "do-not-retry" },
  "0119": { declined: "other" },
  3220: { confirm: true },
  "0408": { late: true },
};

/**
 * A bank that is played. It agrees, but for cards with the digits above: it declines, wants a person to
 * confirm, or answers so late that it is looked up. `file` is where it remembers, as a bank does; without one
 * it forgets with the process. `page` gives the address where a person confirms.
 *
 * @param {{ file?: string, page?: (key: string) => string, delay?: number }} [options] `delay`: milliseconds
 *   until it answers
 */
export function playedBank({ file, page = (key) => `http://127.0.0.1/bank/${key}`, delay = 0 } = {}) {
  /** @type {Map<string, { state: string, code?: DeclineCode, amount: [number, string] | null }>} */
  const payments = new Map();
  if (file && existsSync(file))
    for (const line of readFileSync(file, "utf8").split("\n"))
      // The last line may be half written.
      if (line.endsWith("}")) {
        const { key, ...rest } = JSON.parse(line);
        payments.set(key, rest);
      }
  const set = (key, change) => {
    const next = { ...payments.get(key), ...change };
    payments.set(key, next);
    if (file) appendFileSync(file, JSON.stringify({ key, ...next }) + "\n");
    return outcomeOf(key);
  };
  /** @returns {Outcome | { kind: "unseen" }} */
  const outcomeOf = (key) => {
    const found = payments.get(key);
    if (!found) return { kind: "unseen" };
    if (found.state === "asks") return { kind: "action-needed", url: page(key) };
    if (found.state === "declined") return { kind: "declined", code: found.code };
    if (found.state === "cancelled") return { kind: "declined", code: "other" };
    return { kind: "authorized" };
  };
  const pause = (milliseconds, signal) =>
    new Promise((done, failed) => {
      const timer = setTimeout(done, milliseconds);
      signal?.addEventListener("abort", () => (clearTimeout(timer), failed(new Error("given up"))), {
        once: true,
      });
    });

  return {
    operations: ["add", "pay"],
    async authorize(
      /** @type {PaymentRequest} */ { key, amount, method, token = "" },
      /** @type {Context} */ { signal },
    ) {
      if (delay) await pause(delay, signal);
      if (payments.has(key)) return /** @type {Outcome} */ (outcomeOf(key));
      const play = plays[token.replace(/^.*-/, "")] ?? plays[method.last4] ?? {};
      const state = play.declined ? "declined" : play.confirm ? "asks" : "authorized";
      const outcome = set(key, { state, amount, ...(play.declined && { code: play.declined }) });
      // It has the payment, but its answer is lost.
      if (play.late) await pause(60_000, signal);
      return /** @type {Outcome} */ (outcome);
    },
    async lookUp(key) {
      return outcomeOf(key);
    },
    /** @returns {Promise<{ kind: "captured" | "unknown" }>} */
    async capture(key) {
      if (payments.get(key)?.state === "authorized") set(key, { state: "captured" });
      return { kind: payments.get(key)?.state === "captured" ? "captured" : "unknown" };
    },
    /** @returns {Promise<{ kind: "cancelled" | "unknown" }>} */
    async cancel(key) {
      if (payments.get(key)?.state !== "captured") set(key, { state: "cancelled" });
      return { kind: "cancelled" };
    },
    /** The person's answer at the bank's page; false where nothing is asked. */
    confirm(key, yes) {
      if (payments.get(key)?.state !== "asks") return false;
      set(key, yes ? { state: "authorized" } : { state: "declined", code: "authentication-required" });
      return true;
    },
    /** Keys and amounts of what was taken, for tests. */
    captured: () =>
      [...payments].filter(([, it]) => it.state === "captured").map(([key, it]) => [key, it.amount]),
    held: () => [...payments].filter(([, it]) => it.state === "authorized").map(([key]) => key),
  };
}
