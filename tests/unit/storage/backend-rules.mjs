// Rules for every storage backend (web/src/storage/storage-backend.ts). They run in a
// page over all backends (tests/browser/storage-backends.test.mjs), and in Node over memory.
//
// A place says how a rule gets at what is under a backend:
//   open()              a backend over the place; all of them share what is stored
//   clear()             empties it
//   bounded(b, ms)      the backend with deadlines
//   calls               [owner, name, kind] of each call of the browser that the backend makes; its kind is
//                       "value" where the result is there at once, "request" of IndexedDB, or "promise"
//   cut(key)            takes the last bytes of what is stored under a key away
//   garble(key)         stores bytes under a key that are no journal; absent if the place can't hold any
//   remembers           it says how many records were acknowledged, after they are lost
//   torn                calls that may fail when the first of two journals is written already

import { faultRules, kindsOf } from "./fault-rules.mjs";
import {
  code,
  equal,
  filled,
  first,
  joined,
  position,
  record,
  records,
  second,
  start,
  stored,
  uses,
  value,
} from "./rule-parts.mjs";

export const rules = {
  "reading, asking and removing create nothing": async (place) => {
    const backend = place.open();
    equal(value(await backend.exists()), false, "exists");
    equal(value(await backend.exists("account/a")), false, "exists");
    equal(value(await backend.read("account/a")).bytes.length, 0, "bytes");
    value(await backend.remove(["account/a"]));
    value(await backend.remove());
    equal(value(await place.open().exists()), false, "exists afterwards");
  },

  "a journal that was never stored has no bytes, and an addition goes on from its beginning": async (
    place,
  ) => {
    const backend = place.open();
    equal(value(await backend.read("account/a")).end, start, "its end");
    await filled(place);
    equal(value(await backend.read("session/b")).end, start, "its end");
  },

  "records are read as they were added, in their order": async (place) => {
    const backend = await filled(place);
    for (let i = 3; i < 12; i++) {
      const { end } = value(await backend.read("account/a"));
      value(await backend.append([{ key: "account/a", at: end, records: records(1, i) }]));
    }
    await stored(backend, "account/a", [...first, ...records(9, 3)]);
    await stored(backend, "session/a/g", second);
  },

  "a record of any bytes and of a megabyte comes back as it was": async (place) => {
    const backend = place.open();
    const large = record(0, "x".repeat(1e6));
    for (let i = 20; i < large.length; i++) large[i] = i * 7;
    value(await backend.append([{ key: "account/a", at: start, records: [large] }]));
    equal(value(await backend.read("account/a")).bytes, large, "its bytes");
  },

  "another backend over the same place sees what was stored": async (place) => {
    await filled(place);
    await stored(place.open(), "account/a", first);
    equal(value(await place.open().exists()), true, "exists");
    equal(value(await place.open().exists("account/a")), true, "exists");
    equal(value(await place.open().exists("account/b")), false, "exists");
  },

  "journals with like names stay apart": async (place) => {
    const backend = place.open();
    const keys = [
      "session/a",
      "session/a/g",
      "session/a/g/",
      "session/a%2Fg",
      "session/å/ø",
      "session",
      "aside/session/a",
    ];
    for (const [i, key] of keys.entries())
      value(await backend.append([{ key, at: start, records: records(1, 0, String(i)) }]));
    value(await backend.remove(["session/a"]));
    for (const [i, key] of keys.entries()) await stored(backend, key, i ? records(1, 0, String(i)) : []);
  },

  "an addition that goes on from elsewhere is a conflict, and changes nothing": async (place) => {
    const backend = await filled(place);
    for (const count of [0, 1, 2]) {
      const at = position(first.slice(0, count));
      code(await backend.append([{ key: "account/a", at, records: records(1, count, "other") }]), "conflict");
    }
    const beyond = position([...first, ...records(1, 3)]);
    code(await backend.append([{ key: "account/a", at: beyond, records: records(1, 4) }]), "conflict");
    code(
      await backend.append([{ key: "account/b", at: position(first), records: records(1, 3) }]),
      "conflict",
    );
    await stored(backend, "account/a", first);
    await stored(backend, "account/b", []);
  },

  "a conflict in one journal leaves the other as it was": async (place) => {
    const backend = await filled(place);
    const fits = { key: "account/a", at: position(first), records: records(1, 3) };
    const not = { key: "session/a/g", at: start, records: records(1) };
    code(await backend.append([fits, not]), "conflict");
    code(await backend.append([not, fits]), "conflict");
    code(
      await backend.replace([
        { key: "account/a", keep: start, records: [] },
        { key: "session/a/g", keep: start, records: [], at: position(first) },
      ]),
      "conflict",
    );
    await stored(backend, "account/a", first);
    await stored(backend, "session/a/g", second);
  },

  "of two that add at one place at once, one does and the other has a conflict": async (place) => {
    await filled(place);
    const [own, other] = [place.open(), place.open()];
    const at = position(first);
    const answers = await Promise.all(
      [own, other].map((backend, i) =>
        backend.append([{ key: "account/a", at, records: records(1, 3, `by ${i}`) }]),
      ),
    );
    equal(
      answers.map((answer) => answer.problem?.code ?? "stored").sort(),
      ["conflict", "stored"],
      "answers",
    );
    const by = answers.findIndex((answer) => !answer.problem);
    await stored(own, "account/a", [...first, ...records(1, 3, `by ${by}`)]);
  },

  "a replacement takes the place of what is behind the records that stay": async (place) => {
    const backend = await filled(place);
    const keep = position(first.slice(0, 1));
    value(await backend.replace([{ key: "account/a", keep, records: records(1, 1, "other") }]));
    await stored(backend, "account/a", [first[0], ...records(1, 1, "other")]);
    value(
      await backend.append([
        { key: "account/a", at: position([first[0], ...records(1, 1, "other")]), records: records(1, 2) },
      ]),
    );
    value(await backend.replace([{ key: "account/a", keep: start, records: records(5) }]));
    await stored(backend, "account/a", records(5));
    await stored(backend, "session/a/g", second);
    value(await backend.replace([{ key: "account/b", keep: start, records: records(2) }]));
    await stored(backend, "account/b", records(2));
  },

  "a replacement where the journal ends elsewhere is a conflict, and changes nothing": async (place) => {
    const backend = await filled(place);
    for (const at of [start, position(second.slice(0, 1)), position([...first, ...records(1, 3)])])
      code(await backend.replace([{ key: "account/a", keep: start, records: records(1), at }]), "conflict");
    await stored(backend, "account/a", first);
    value(
      await backend.replace([{ key: "account/a", keep: start, records: records(1), at: position(first) }]),
    );
    await stored(backend, "account/a", records(1));
  },

  "what is set aside goes on under its own key": async (place) => {
    const backend = await filled(place);
    const keep = position(first.slice(0, 1));
    value(await backend.replace([{ key: "account/a", keep, records: [], aside: "aside/account/a" }]));
    await stored(backend, "account/a", first.slice(0, 1));
    equal(value(await backend.read("aside/account/a")).bytes, joined(first.slice(1)), "what was set aside");
  },

  "a removed journal is gone and the others stay; removed whole, no trace stays": async (place) => {
    const backend = await filled(place);
    value(await backend.remove(["account/a"]));
    equal(value(await backend.read("account/a")).acknowledged, 0, "what is remembered of it");
    await stored(backend, "account/a", []);
    await stored(backend, "session/a/g", second);
    value(await backend.remove());
    equal(value(await place.open().exists()), false, "exists");
    await stored(place.open(), "session/a/g", []);
    value(await backend.append([{ key: "account/a", at: start, records: first }]));
    await stored(place.open(), "account/a", first);
  },

  "a backend that is closed answers so, and another one goes on": async (place) => {
    const backend = await filled(place);
    backend.close();
    for (const use of ["read", "append", "replace"]) code(await uses[use](backend), "closed", use);
    await stored(place.open(), "account/a", first);
  },

  "a journal that is cut off is read as it is, and nothing is added to it unseen": async (place) => {
    const backend = await filled(place);
    await place.cut("account/a");
    const { bytes, acknowledged } = value(await place.open().read("account/a"));
    equal(bytes, joined(first).slice(0, bytes.length), "what is left");
    if (bytes.length >= joined(first).length) throw new Error("nothing was cut off");
    if (place.remembers) equal(acknowledged, first.length, "what is remembered");
    code(await uses.append(backend), "conflict");
    await stored(backend, "session/a/g", second);
  },

  "what is added where acknowledged records are missing is a conflict": async (place) => {
    if (!place.remembers) return;
    const backend = await filled(place);
    await place.lose("account/a", first.length - 1);
    const left = first.slice(0, -1);
    const addition = { key: "account/a", at: position(left), records: first.slice(-1), after: left.at(-1) };
    code(await backend.append([addition]), "conflict");
    await stored(backend, "account/a", left);
  },

  "what fills an empty place is unconfirmed until the next write, unless a count is left": async (place) => {
    if (!place.remembers) return;
    const backend = place.open();
    const filling = { key: "account/a", keep: start, records: first, at: start, unconfirmed: true };
    value(await backend.replace([filling]));
    equal(value(await backend.read("account/a")).acknowledged, -1, "what is remembered");
    const end = position(first);
    value(await backend.replace([{ key: "account/a", keep: end, records: [], at: end }]));
    equal(value(await backend.read("account/a")).acknowledged, first.length, "what is remembered then");
    await stored(backend, "account/a", first);
    for (let sequence = first.length; sequence-- > 0;) await place.lose("account/a", sequence);
    value(await backend.replace([filling]));
    equal(
      value(await backend.read("account/a")).acknowledged,
      first.length,
      "what a count that is left says",
    );
  },

  "what is no journal is never read as one that is whole or empty; replaced whole it can be read": async (
    place,
  ) => {
    const backend = await filled(place);
    if (place.garble) {
      await place.garble("account/a");
      const found = await place.open().read("account/a");
      if (found.problem) code(found, "unreadable");
      else equal(found.value.bytes.slice(0, first[0].length + 1), joined([first[0], [0]]), "the beginning");
    }
    value(await backend.replace([{ key: "account/a", keep: start, records: first }]));
    await stored(backend, "account/a", first);
  },

  ...faultRules,
};

/** The names of the rules that a place can be put to. */
export function rulesOf(place) {
  return Object.keys(rules).filter((name) => {
    const how = /^whichever call of the browser (.*?):/.exec(name)?.[1];
    return !how || place.calls.some(([, , kind]) => kindsOf(how).includes(kind));
  });
}

/** Runs one rule over a place that is empty before and after. */
export async function run(name, place) {
  await place.clear();
  try {
    await rules[name](place);
  } finally {
    await place.clear();
  }
}
