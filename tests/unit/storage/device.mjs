// A device in memory: what its places hold, the tabs on it, and the ways in which its places fail.
import assert from "node:assert/strict";
import { load } from "../modules.mjs";
import { record } from "./records.mjs";

const {
  JournalStore,
  readJournal,
  replaceJournals,
  forgetJournals,
  nextRecords,
  differs,
  toCompare,
  MemoryBackend,
  Mirror,
  recovery,
  withDeadline,
  join,
} = await load(
  "web/src/storage/journal-store.ts",
  "web/src/storage/whole-journals.ts",
  "web/src/storage/long-journals.ts",
  "web/src/storage/memory-backend.ts",
  "web/src/storage/mirror.ts",
  "web/src/storage/recovery.ts",
  "web/src/storage/deadline-backend.ts",
  "web/src/storage/record-format.ts",
);
export { MemoryBackend, Mirror, join, replaceJournals, forgetJournals, nextRecords, readJournal };
export { differs, toCompare };

/** There is nobody to wait for. */
const alone = (work) => work();

export const account = "account/a";
export const session = "session/a/g";

/** A backend, calls of which come to what `faults` says by their names: a code, or "never". */
export class Faulty {
  name = "faulty";
  faults = {};
  /** Each call of a backend. @type {any} */
  read;
  /** @type {any} */
  tail;
  /** @type {any} */
  append;
  constructor(inner) {
    for (const name of ["exists", "read", "tail", "append", "replace", "remove"].filter(
      (name) => name in inner,
    ))
      this[name] = (...args) => {
        const fault = this.faults[name];
        if (fault === "never") return new Promise(() => {});
        return fault ? Promise.resolve({ problem: { code: fault, where: "faulty" } }) : inner[name](...args);
      };
  }
  close() {}
}

/** A device: what its places hold, and tabs on it. */
export class Device {
  primary = new Map();
  mirror = new Map();
  notes = new Map();
  tabs = [];
  /** The primary's backend. */
  Primary = MemoryBackend;

  /**
   * @param {object} [options]
   * @param {boolean} [options.later] whether the later scripts are there
   * @param {number} [options.deadline] of every call, in milliseconds
   * @param {Map<string, any>} [options.memory] what is stored in memory
   * @param {(work: () => any) => any} [options.turn] waits until no other tab stores
   */
  tab({ later = true, deadline, memory = new Map(), turn = alone } = {}) {
    const primary = new Faulty(new this.Primary(this.primary));
    const mirror = new Faulty(new MemoryBackend(this.mirror));
    const tab = { primary, mirror, changed: 0, posted: [] };
    const places = {
      primary: deadline ? withDeadline(primary, deadline) : primary,
      memory: new MemoryBackend(memory),
      notes: {
        read: (key) => this.notes.get(key),
        write: (key, note) => void this.notes.set(key, note),
        forget: () => this.notes.clear(),
      },
    };
    const notifier = (heard) => {
      tab.heard = heard;
      return {
        announce: (keys) => {
          for (const other of this.tabs) if (other !== tab) other.heard(keys);
        },
        close() {},
      };
    };
    const store = new JournalStore(places, "a", "g", notifier, () => tab.changed++);
    const whole = (there) => recovery({ ...there, mirror, alone: turn, mirroring: alone });
    if (later) store.recover(whole);
    Object.assign(tab, {
      store,
      later: () => store.recover(whole),
      /** Stores the next record of each journal named, and says what came of it. */
      async adds(text, ...journals) {
        const records = (journals.length ? journals : ["session"]).map((journal) => {
          const sequence = tab.next[journal]++;
          return { journal, sequence, bytes: record(sequence, `${journal} ${text}`) };
        });
        const answer = await store.append(records);
        if (answer === "conflict") for (const { journal } of records) tab.next[journal]--;
        await settled();
        return answer;
      },
      next: { account: 0, session: 0 },
      /** Opens both journals, as a reload does; gives the session's texts and all problems. */
      async opens({ fresh = false } = {}) {
        const nothing = { bytes: new Uint8Array(), problems: [] };
        const read = async (journal) => (fresh ? nothing : readJournal(store, journal));
        const found = { account: await read("account"), session: await read("session") };
        for (const [journal, { bytes }] of Object.entries(found)) tab.next[journal] = texts(bytes).length;
        return {
          account: texts(found.account.bytes),
          session: texts(found.session.bytes),
          problems: [...found.account.problems, ...found.session.problems].map(({ code }) => code),
        };
      },
    });
    this.tabs.push(tab);
    return tab;
  }

  /** The session's texts in a place. */
  in(place, key = session) {
    return texts(this[place].get(key) ?? new Uint8Array());
  }

  /** Changes what a place holds. */
  change(place, key, change) {
    this[place].set(key, change(this[place].get(key)));
  }
}

export const settled = () => new Promise((resolve) => setTimeout(resolve, 2));

/** The texts of records, without a look at their checksums. */
export function texts(bytes) {
  const found = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 20 <= bytes.length;) {
    const end = at + 20 + view.getUint32(at, true);
    found.push(new TextDecoder().decode(bytes.slice(at + 20, end)).replace(/^(account|session) /, ""));
    at = end;
  }
  return found;
}

export const cutOff = (count) => (bytes) => {
  const left = texts(bytes).slice(0, -count);
  const size = left.reduce((sum, text) => sum + 20 + new TextEncoder().encode("session " + text).length, 0);
  return bytes.slice(0, size);
};
export const bitOff = (place) => (bytes) => bytes.map((byte, i) => (i === place ? byte ^ 1 : byte));

/** A tab that has stored three records of the session and one of the account. */
export async function three(options) {
  const device = new Device();
  const tab = device.tab(options);
  await tab.opens({ fresh: !options?.later });
  assert.equal(await tab.adds("0", "account", "session"), "stored");
  assert.equal(await tab.adds("1"), "stored");
  assert.equal(await tab.adds("2"), "stored");
  return { device, tab };
}
