// What every storage backend keeps to (web/src/storage/storage-backend.ts): one list of rules. They run in a
// page over all backends (tests/browser/storage-backends.test.mjs), and in Node over memory.
//
// A place says how a rule gets at what is under a backend:
//   open()              a backend over the place; all of them share what is stored
//   clear()             empties it
//   bounded(b, ms)      the backend with deadlines
//   calls               [owner, name, kind] of each call of the browser that the backend makes; its kind is
//                       "value" where the result is there at once, "request" of IndexedDB, or "promise"
//   cut(key)            takes the last bytes of what is stored under a key away
//   garble(key)         stores under a key what is no journal in any form; without it there is no such thing
//   remembers           it says how many records were acknowledged, after they are lost
//   torn                calls that may fail when the first of two journals is written already

const start = { records: 0, bytes: 0 };

/** Bytes of a record, framed as in web/src/storage/record-format.ts. Backends don't look at its checksum. */
export function record(sequence, text) {
  const payload = new TextEncoder().encode(text);
  const bytes = new Uint8Array(20 + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payload.length, true);
  view.setUint32(4, sequence, true);
  bytes.set(payload, 20);
  return bytes;
}

/** `count` records, numbered from `from`. */
const records = (count, from = 0, text = "record") =>
  Array.from({ length: count }, (_none, i) => record(from + i, `${text} ${from + i}`));

const joined = (list) => new Uint8Array(list.flatMap((bytes) => [...bytes]));
const position = (list) => ({ records: list.length, bytes: joined(list).length });

function equal(found, wanted, what) {
  const [a, b] = [found, wanted].map((value) =>
    JSON.stringify(value instanceof Uint8Array ? [...value] : value),
  );
  if (a !== b) throw new Error(`${what}: ${a?.slice(0, 300)} where ${b?.slice(0, 300)} was expected`);
}
const value = (answer) => {
  if (answer.problem) throw new Error(`a problem: ${JSON.stringify(answer.problem)}`);
  return answer.value;
};
const code = (answer, wanted, what) => equal(answer.problem?.code, wanted, what ?? "the code");

async function stored(backend, key, list, what = `what is under ${key}`) {
  const found = value(await backend.read(key));
  equal(found.bytes, joined(list), what);
  equal(found.end, position(list), `where ${key} ends`);
}

/** Two journals with three and two records. */
const first = records(3, 0, "account");
const second = records(2, 0, "session");
async function filled(place) {
  const backend = place.open();
  value(
    await backend.append([
      { key: "account/a", at: start, records: first },
      { key: "session/a/g", at: start, records: second },
    ]),
  );
  return backend;
}

/** Puts something in the place of a call; gives what puts the call back. */
function replaced([owner, name], make) {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  const original = owner[name];
  Object.defineProperty(owner, name, { value: make(original), configurable: true, writable: true });
  return () => {
    if (own) Object.defineProperty(owner, name, own);
    else delete owner[name];
  };
}

const fault = (name) => () =>
  function () {
    throw new DOMException("on purpose", name);
  };

/** The same for all calls of a place. */
function allReplaced(place, make) {
  const undo = place.calls.map((call) => replaced(call, make));
  return () => undo.reverse().forEach((step) => step());
}

/** What each call of the interface does to the two journals. */
const uses = {
  exists: (backend) => backend.exists("account/a"),
  read: (backend) => backend.read("account/a"),
  append: (backend) =>
    backend.append([
      { key: "account/a", at: position(first), records: records(2, 3) },
      { key: "session/a/g", at: position(second), records: records(1, 2) },
    ]),
  replace: (backend) =>
    backend.replace([
      {
        key: "account/a",
        keep: position(first.slice(0, 1)),
        records: records(1, 1),
        aside: "aside/account/a",
      },
      { key: "session/a/g", keep: start, records: records(1) },
    ]),
  remove: (backend) => backend.remove(["account/a", "session/a/g"]),
};
const after = {
  append: [
    [...first, ...records(2, 3)],
    [...second, ...records(1, 2)],
  ],
  replace: [[first[0], ...records(1, 1)], records(1)],
  remove: [[], []],
};

/** Nothing was done, or all of it; where a place has no transactions, each journal by itself. */
async function whole(place, use, call) {
  const backend = place.open();
  const done = [];
  for (const [i, key] of ["account/a", "session/a/g"].entries()) {
    const found = [...value(await backend.read(key)).bytes].join();
    const before = [...joined([first, second][i])].join();
    const wanted = [...joined((after[use] ?? [first, second])[i])].join();
    if (found !== before && found !== wanted) throw new Error(`half of ${use} is in ${key}: ${found}`);
    if (after[use]) done.push(found === wanted);
  }
  if (done[0] !== done[1] && use !== "remove" && !place.torn?.includes(call[1]))
    throw new Error(`${use} was done in one journal and not in the other`);
  return done.every(Boolean);
}

/** A call that is made, or answers, when each of `held` is called. */
const heldUp = (original, held) =>
  function (...args) {
    if (original.name !== "open")
      return new Promise((resolve) => held.push(() => resolve(original.apply(this, args))));
    const request = original.apply(this, args);
    const late = {
      get result() {
        return request.result;
      },
    };
    request.onsuccess = () => held.push(() => late.onsuccess());
    return late;
  };

const soon = 120;

/** A request that has no answer: its transaction, where it has one, stays open until it is taken back. */
function unanswered(owner) {
  if (!globalThis.IDBObjectStore || !(owner instanceof IDBObjectStore)) return undefined;
  const again = () => {
    try {
      owner.get("nothing").onsuccess = again;
    } catch {
      // It was taken back.
    }
  };
  again();
  return owner.transaction;
}

/** Which kinds of call can fail in a way. */
function kinds(how) {
  if (how === "is taken back") return ["request"];
  return how.startsWith("throws") ? ["value", "request", "promise"] : ["request", "promise"];
}

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
    const [one, two] = [place.open(), place.open()];
    const at = position(first);
    const answers = await Promise.all(
      [one, two].map((backend, i) =>
        backend.append([{ key: "account/a", at, records: records(1, 3, `by ${i}`) }]),
      ),
    );
    equal(
      answers.map((answer) => answer.problem?.code ?? "stored").sort(),
      ["conflict", "stored"],
      "answers",
    );
    const by = answers.findIndex((answer) => !answer.problem);
    await stored(one, "account/a", [...first, ...records(1, 3, `by ${by}`)]);
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

  "a place that is refused says so at every call": async (place) => {
    const backend = await filled(place);
    const undo = allReplaced(place, fault("SecurityError"));
    try {
      for (const [use, call] of Object.entries(uses)) {
        code(await call(place.open()), "refused", use);
        code(await call(backend), "refused", use);
      }
    } finally {
      undo();
    }
    await stored(place.open(), "account/a", first);
  },

  "a place that can't be read says so, and nothing is lost by trying": async (place) => {
    await filled(place);
    const undo = allReplaced(place, fault("UnknownError"));
    try {
      code(await place.open().read("account/a"), "unreadable", "read");
      code(await place.open().exists("account/a"), "unreadable", "exists");
      for (const use of ["append", "replace", "remove"])
        if (!(await uses[use](place.open())).problem) throw new Error(`${use} has no problem`);
    } finally {
      undo();
    }
    await stored(place.open(), "account/a", first);
    await stored(place.open(), "session/a/g", second);
  },

  "a place that is full says so, and is as it was": async (place) => {
    await filled(place);
    let failed = 0;
    for (const call of place.calls) {
      const undo = replaced(call, fault("QuotaExceededError"));
      let answer;
      try {
        answer = await uses.append(place.open());
      } finally {
        undo();
      }
      if (!answer.problem) {
        value(
          await place.open().replace([
            { key: "account/a", keep: start, records: first },
            { key: "session/a/g", keep: start, records: second },
          ]),
        );
        continue;
      }
      code(answer, "full", call[1]);
      await whole(place, "append", call);
      await place.clear();
      await filled(place);
      failed++;
    }
    if (!failed) throw new Error("no call was made");
  },

  ...Object.fromEntries(
    Object.entries({
      throws: fault("UnknownError"),
      "throws at its second time": (original) => {
        let count = 0;
        return function (...args) {
          if (++count === 2) throw new DOMException("on purpose", "UnknownError");
          return original.apply(this, args);
        };
      },
      "fails later": () =>
        function () {
          const error = new DOMException("on purpose", "UnknownError");
          const never = unanswered(this);
          // One object is a promise for the one kind of call and a request for the other.
          const failed = Promise.reject(error);
          failed.catch(() => {});
          const request = { error, then: failed.then.bind(failed), catch: failed.catch.bind(failed) };
          setTimeout(() => {
            never?.abort();
            request.onerror?.({ target: request });
          });
          return request;
        },
      "is taken back": (original) =>
        function (...args) {
          const request = original.apply(this, args);
          request?.transaction?.abort();
          return request;
        },
      "never answers": () =>
        function () {
          unanswered(this);
          return { then() {}, catch() {} };
        },
    }).map(([how, make]) => [
      `whichever call of the browser ${how}: a problem or the whole, no half, no exception, and an end in time`,
      async (place) => {
        const wrong = [];
        for (const call of place.calls.filter(([, , kind]) => kinds(how).includes(kind))) {
          for (const use of Object.keys(uses)) {
            await place.clear();
            await filled(place);
            const backend = place.bounded(place.open(), soon);
            const undo = replaced(call, make);
            const begun = performance.now();
            let answer;
            try {
              answer = await uses[use](backend);
            } catch (error) {
              wrong.push(`${use} with ${call[1]}: ${error}`);
              continue;
            } finally {
              undo();
            }
            if (performance.now() - begun > 4 * soon + 1000)
              wrong.push(`${use} with ${call[1]}: it took too long`);
            try {
              const done = await whole(place, use, call);
              if (!answer.problem) {
                if (use === "read") equal(answer.value.bytes, joined(first), "what was read");
                else if (use === "exists") equal(answer.value, true, "exists");
                else if (!done) throw new Error("it has no problem, and was not done");
              } else if (!place.codes.includes(answer.problem.code))
                throw new Error(`its code is ${answer.problem.code}`);
              else if (answer.problem.code === "conflict") throw new Error("it is no conflict");
            } catch (error) {
              wrong.push(`${use} with ${call[1]}: ${error.message}`);
            }
          }
        }
        if (wrong.length) throw new Error(wrong.join("\n"));
      },
    ]),
  ),

  "a call that answers after its deadline changes nothing any more": async (place) => {
    const wrong = [];
    for (const call of place.calls.filter(([, name, kind]) => kind === "promise" || name === "open")) {
      for (const use of ["append", "replace"]) {
        await place.clear();
        await filled(place);
        const backend = place.bounded(place.open(), soon);
        const held = [];
        const undo = replaced(call, (original) => heldUp(original, held));
        const answer = await uses[use](backend);
        undo();
        for (const letGo of held) letGo();
        await new Promise((resolve) => setTimeout(resolve, 60));
        try {
          const done = await whole(place, use, call);
          if (answer.problem && done && !place.torn?.includes(call[1]))
            throw new Error("it was done after its deadline");
        } catch (error) {
          wrong.push(`${use} with ${call[1]}: ${error.message}`);
        }
      }
    }
    if (wrong.length) throw new Error(wrong.join("\n"));
  },
};

/** The names of the rules that a place can be put to. */
export function rulesOf(place) {
  return Object.keys(rules).filter((name) => {
    const how = /^whichever call of the browser (.*?):/.exec(name)?.[1];
    return !how || place.calls.some(([, , kind]) => kinds(how).includes(kind));
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
