// A person who does random operations at an account, as a page would: under one key each, asked again as long
// as nobody can say what came of it. It notes what was answered.
import assert from "node:assert/strict";
import { Client, newKey } from "./client.mjs";

/** The same numbers from the same seed (mulberry32, Tommy Ettinger, 2017). */
export function dice(seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  return { below: (bound) => next() % bound, of: (list) => list[next() % list.length] };
}

const hex = (dice, length) => Array.from({ length }, () => dice.below(16).toString(16)).join("");

export class Player {
  /** @type {{ key: string, version: number, made?: string }[]} */
  committed = [];
  refused = 0;
  conflicts = 0;
  /** Times that an answer was lost or unknown, and the effect was asked about or sent again. */
  again = 0;

  /**
   * @param {string | (() => string)} address
   * @param {{ person: string, seed: number, account?: string, day?: string, patience?: number }} options
   *   patience: milliseconds for an answer
   */
  constructor(address, { person, seed, account, day, patience = 30_000 }) {
    this.where = typeof address === "function" ? address : () => address;
    this.client = new Client(this.where(), { person, account, ...(day && { day }) });
    this.dice = dice(seed);
    this.patience = patience;
  }

  async play(count) {
    await this.#load();
    for (let i = 0; i < count; i++) await this.#operation();
  }

  async #operation() {
    for (;;) {
      const [operation, args] = this.#choice();
      const effect = this.client.effect(operation, args, { key: hex(this.dice, 32) });
      const answer = await this.#answered(effect);
      if (answer.kind === "committed") {
        this.committed.push({ key: effect.key, ...answer });
        // A key that is asked about, or comes again, has the same answer.
        if (this.dice.below(5) === 0) assert.deepEqual(await this.#answered(effect), answer);
      }
      if (answer.kind === "refused") this.refused++;
      if (answer.kind === "conflict") this.conflicts++;
      await this.#load();
      if (answer.kind !== "conflict") return;
    }
  }

  /** The answer, whatever it takes: the same effect under its key. */
  async #answered(effect) {
    const until = Date.now() + this.patience;
    for (let round = 0; ; round++) {
      const answer = await this.#once(effect, round);
      if (answer && answer.kind !== "unknown") return answer;
      this.again++;
      if (Date.now() > until) assert.fail(`no answer for ${effect.key}`);
      await new Promise((done) => setTimeout(done, 5 + this.dice.below(30)));
    }
  }

  /** Asked once: nothing where the connection broke, or the server was busy or made a mistake. */
  async #once(effect, round) {
    try {
      this.client.address = this.where();
      if (round % 2) {
        const { status, body } = await this.client.ask("GET", `${this.client.path}/commits/${effect.key}`);
        // Not seen: it is sent again.
        return status === 200 ? body : undefined;
      }
      const { status, body } = await this.client.send(effect);
      if (status === 200) return body;
      assert.ok([429, 500, 503].includes(status), `${status} ${JSON.stringify(body)}`);
    } catch (error) {
      // fetch says so where a connection is cut.
      if (error.name === "AssertionError") throw error;
    }
    return undefined;
  }

  async #load() {
    const until = Date.now() + this.patience;
    for (;;) {
      try {
        this.client.address = this.where();
        this.account = (await this.client.load()).account;
        return;
      } catch (error) {
        if (Date.now() > until) throw error;
        await new Promise((done) => setTimeout(done, 20));
      }
    }
  }

  /** A random operation; the rules allow three of four. */
  #choice() {
    const { dice: d, account } = this;
    const { methods, subscriptions } = account;
    const there = methods.filter((it) => !it.deleted);
    const own = there.filter((it) => it["added-by"] === account.reader);
    const method = () => d.of(d.below(8) && own.length ? own : there).id;
    const paidBy = (id) => subscriptions.filter((it) => it.method === id).length;
    const alone = subscriptions.filter((it) => own.some(({ id }) => id === it.method));
    switch (d.below(10)) {
      case 0:
      case 1:
      case 2: {
        const paying = own.filter(({ id }) => paidBy(id));
        return ["replace-all", [paying.length ? d.of(paying).id : method(), method()]];
      }
      case 3:
      case 4:
      case 5:
        return ["replace-one", [d.of(d.below(8) && alone.length ? alone : subscriptions).id, method()]];
      case 6:
        return ["update", [method(), { name: d.of(["Ingrid Myrvang", "Jonas Fjellheim", "Sara Holmvik"]) }]];
      case 7:
      case 8:
        return there.length < 30 ? ["add", [this.#card()]] : ["delete", [method()]];
      default:
        return ["undo", [this.committed.at(-1)?.key ?? newKey()]];
    }
  }

  #card() {
    return {
      kind: "credit-card",
      brand: "visa",
      last4: String(1000 + this.dice.below(1000)),
      expiry: `2029-${String(1 + this.dice.below(12)).padStart(2, "0")}`,
      name: "Ingrid Myrvang",
      country: "NO",
      line1: "Sagbruksveien 12",
      city: "Skoddevik",
      "postal-code": "8999",
    };
  }
}
