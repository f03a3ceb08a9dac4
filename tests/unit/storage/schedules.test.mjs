// The recorded schedules (tests/vectors/schedules.json), run by the page's journal store and recovery: they
// come to what the model of tests/simulation comes to. tests/simulation/recorded.h has the steps.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { load } from "../modules.mjs";
import { hash, record } from "./records.mjs";
import { RowsBackend } from "./rows-backend.mjs";

const {
  JournalStore,
  everything,
  readJournal,
  forgetJournals,
  MemoryBackend,
  recovery,
  frames,
  join,
  sound,
  split,
} = await load(
  "web/src/storage/journal-store.ts",
  "web/src/storage/whole-journals.ts",
  "web/src/storage/memory-backend.ts",
  "web/src/storage/recovery.ts",
  "web/src/storage/record-format.ts",
  "web/src/storage/record-checksum.ts",
);
const schedules = JSON.parse(readFileSync(new URL("../../vectors/schedules.json", import.meta.url), "utf8"));

/** The journals' kinds, in the order in which they are read. */
const kinds = /** @type {const} */ (["account", "session"]);
const keys = { account: "account/a", session: "session/a/g" };
const calls = ["exists", "read", "tail", "append", "replace", "remove"];

const hex = (bytes) => "#" + hash(bytes).toString(16).padStart(16, "0");
const textOf = (bytes) => new TextDecoder().decode(bytes.subarray(20));

/** Sound records by their texts, and the hash of the bytes behind them. */
function texts(bytes) {
  const good = sound(bytes).bytes;
  const list = split(bytes.slice(0, good)).map(textOf);
  return good < bytes.length ? [...list, hex(bytes.subarray(good))] : list;
}

/** A row by its text; by its hash where it isn't the sound record of its sequence. */
function textOfRow(sequence, row) {
  if (row.length >= 20 && join([record(sequence, textOf(row))]).join() === row.join()) return textOf(row);
  return hex(row);
}

/** There is nobody to wait for: the steps say when a call goes on. */
const alone = (work) => work();

/** Lets all that waits for nothing go on. */
const quiet = async () => {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
};

class Schedule {
  primary = new Map();
  mirror = new Map();
  notes = new Map();
  tabs = new Map();

  async run(steps) {
    const results = [];
    for (const [number, step] of steps.entries()) results.push(await this.#step(step, number));
    return { steps: results, ...this.#outcome() };
  }

  async #step(step, number) {
    const act = ["open", "later", "add", "forget", "hear", "fail", "hold", "go", "crash"].find(
      (name) => name in step,
    );
    if (!act) return this.#damage(step);
    const id = step[act];
    if (act === "crash") {
      this.tabs.delete(id);
      return "crashed";
    }
    if (!this.tabs.has(id)) this.tabs.set(id, this.#tab());
    const tab = this.tabs.get(id);
    if (act === "fail" || act === "hold") {
      if (act === "fail") tab.fails.push(step);
      else tab.hold = step;
      return "set";
    }
    if (act === "go") {
      tab.hold = undefined;
      for (const letGo of tab.held.splice(0)) letGo();
      return this.#proceed(tab);
    }
    if (act === "later" || (act === "open" && !step.fresh)) tab.later();
    if (act === "later") {
      await quiet();
      return "there";
    }
    if (act === "hear") {
      tab.heard([everything]);
      await quiet();
      return "heard";
    }
    tab.result = undefined;
    tab.busy = true;
    void this[act](tab, step, number).then((result) => (tab.result = result));
    return this.#proceed(tab);
  }

  async #proceed(tab) {
    await quiet();
    if (!tab.busy) return "quiet";
    if (tab.result === undefined) return "held";
    tab.busy = false;
    return tab.result;
  }

  #tab() {
    const tab = { next: { account: 0, session: 0 }, heard: (_keys) => {}, held: [], fails: [], busy: false };
    const primary = this.#faulty(tab, "primary", new RowsBackend(this.primary));
    const mirror = this.#faulty(tab, "mirror", new MemoryBackend(this.mirror));
    const places = {
      primary,
      memory: new MemoryBackend(new Map()),
      notes: {
        read: (key) => this.notes.get(key),
        write: (key, note) => void this.notes.set(key, note),
        forget: () => this.notes.clear(),
      },
    };
    const store = new JournalStore(
      places,
      "a",
      "g",
      (heard) => void (tab.heard = heard),
      () => {},
    );
    const later = () => store.recover((there) => recovery({ ...there, mirror, alone, mirroring: alone }));
    return Object.assign(tab, { store, later });
  }

  /** The place as the tab knows it: a call may be left waiting, or fail. */
  #faulty(tab, place, inner) {
    const faulty = { name: place, close() {} };
    for (const call of calls.filter((call) => call in inner))
      faulty[call] = async (...args) => {
        const name = call === "tail" ? "read" : call;
        const meant = (step) => step?.place === place && step.call === name;
        if (meant(tab.hold)) {
          tab.hold = undefined;
          await new Promise((resolve) => tab.held.push(resolve));
        }
        const at = tab.fails.findIndex(meant);
        if (at < 0) return inner[call](...args);
        const [{ code, done }] = tab.fails.splice(at, 1);
        if (done) await inner[call](...args);
        return { problem: { code, where: place } };
      };
    return faulty;
  }

  async open(tab, { fresh = false }) {
    const out = { problems: [] };
    for (const kind of kinds) {
      const nothing = { bytes: new Uint8Array(), problems: [] };
      const { bytes, problems } = fresh ? nothing : await readJournal(tab.store, kind);
      tab.next[kind] = frames(bytes).length;
      out[kind] = texts(bytes);
      out.problems.push(...problems.map(({ code }) => code));
    }
    return out;
  }

  async add(tab, { journals }, number) {
    const records = kinds
      .filter((kind) => journals.includes(kind))
      .map((journal) => {
        const sequence = tab.next[journal]++;
        return { journal, sequence, bytes: record(sequence, `${journal} ${number}`) };
      });
    if ((await tab.store.append(records)) === "conflict") {
      for (const { journal } of records) tab.next[journal]--;
      return "conflict";
    }
    return tab.store.inMemory ? "stored in memory" : "stored";
  }

  async forget(tab) {
    return (await forgetJournals(tab.store))?.code ?? "removed";
  }

  #damage(step) {
    if (step.clear) {
      for (const place of ["primary", "mirror", "notes"])
        if (step.clear === place || step.clear === "all") this[place].clear();
      return "damaged";
    }
    const act = ["flip", "drop", "cut"].find((name) => name in step);
    const key = keys[step.key];
    if (step[act] === "primary") this.#damageRows(act, step, this.primary.get(key)?.rows ?? new Map());
    else if (this.mirror.has(key)) this.mirror.set(key, damaged(act, step, this.mirror.get(key)));
    return "damaged";
  }

  #damageRows(act, { record: sequence, bit, bytes }, rows) {
    if (act === "cut") {
      const last = Math.max(...rows.keys());
      if (rows.size) rows.set(last, rows.get(last).slice(0, Math.max(0, rows.get(last).length - bytes)));
    } else if (act === "drop") rows.delete(sequence);
    else if (rows.has(sequence)) rows.set(sequence, flipped(rows.get(sequence), bit));
  }

  #outcome() {
    const entries = [...this.primary]
      .filter(([, { rows, acknowledged }]) => rows.size || acknowledged)
      .map(([key, { rows, acknowledged }]) => [
        key,
        {
          acknowledged,
          rows: Object.fromEntries([...rows].map(([sequence, row]) => [sequence, textOfRow(sequence, row)])),
        },
      ]);
    const files = [...this.mirror].filter(([, bytes]) => bytes.length);
    return {
      primary: Object.fromEntries(entries),
      mirror: Object.fromEntries(files.map(([key, bytes]) => [key, texts(bytes)])),
      notes: Object.fromEntries(this.notes),
    };
  }
}

const flipped = (bytes, bit) =>
  bytes.map((byte, i) => (i === Math.floor(bit / 8) ? byte ^ (1 << (bit % 8)) : byte));

/** A file after a damage. */
function damaged(act, { record: number, bit, bytes: count }, bytes) {
  if (act === "cut") return bytes.slice(0, Math.max(0, bytes.length - count));
  const starts = frames(bytes);
  if (number >= starts.length) return bytes;
  const [from, to] = [starts[number], starts[number + 1] ?? bytes.length];
  if (act === "drop") return join([bytes.slice(0, from), bytes.slice(to)]);
  return join([bytes.slice(0, from), flipped(bytes.slice(from, to), bit), bytes.slice(to)]);
}

test("there are schedules of each kind", () => assert.ok(schedules.length >= 60));

for (const { name, steps, expect } of schedules)
  test(`${name}: the page's store comes to what the model comes to`, async () => {
    assert.deepEqual(await new Schedule().run(steps), expect);
  });

test("the number of schedules is printed", () => {
  const steps = schedules.reduce((sum, { steps }) => sum + steps.length, 0);
  console.log(`${schedules.length} recorded schedules, ${steps} steps, by the page's journal store`);
  assert.ok(steps > schedules.length);
});
