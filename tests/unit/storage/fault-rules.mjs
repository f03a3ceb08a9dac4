// The rules of a storage backend whose calls of the browser fail: each in turn, in each way.
import {
  code,
  equal,
  filled,
  first,
  joined,
  second,
  start,
  stored,
  uses,
  value,
  whole,
} from "./rule-parts.mjs";

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

/** A call that is made, or answers, when each of `held` is called. */
const heldUp = (original, held, kind) =>
  function (...args) {
    if (kind === "promise")
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

/** The kinds of call that can fail in a way. */
export function kindsOf(how) {
  if (how === "is taken back") return ["request"];
  return how.startsWith("throws") ? ["value", "request", "promise"] : ["request", "promise"];
}

export const faultRules = {
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
        for (const call of place.calls.filter(([, , kind]) => kindsOf(how).includes(kind))) {
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
    for (const call of place.calls.filter(
      ([, name, kind]) => kind === "promise" || (kind === "request" && name === "open"),
    )) {
      for (const use of ["append", "replace"]) {
        await place.clear();
        await filled(place);
        const backend = place.bounded(place.open(), soon);
        const held = [];
        const undo = replaced(call, (original) => heldUp(original, held, call[2]));
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
