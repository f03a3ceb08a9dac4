// Effects on their way to the account adapter, over a clock that the test moves on.
import { test } from "node:test";
import assert from "node:assert/strict";
import { Clock } from "./clock.mjs";
import { load } from "./modules.mjs";

const { carryOut } = await load("web/src/session/effects.ts");
const { jitter } = await load("web/src/session/jitter.ts");
const effect = { key: "key-1", operation: "replace-all", version: 1 };

/**
 * @typedef {{ status?: (context: object) => unknown, resumed?: boolean, actionNeeded?: boolean,
 *   bank?: object }} Options
 */

/** Runs an effect; `commit` is the adapter's. What is asked, answered and shown is gathered. */
function start(commit = undefined, /** @type {Options} */ { status, resumed = false, ...more } = {}) {
  const clock = new Clock();
  const cancellation = new AbortController();
  const run = {
    clock,
    cancellation,
    asked: [],
    answers: [],
    waits: [],
    notices: new Set(),
    problems: [],
    action: undefined,
    wake: undefined,
    closed: false,
    ended: false,
    result: undefined,
  };
  const adapter = commit && {
    commit: (asked, course) => {
      run.asked.push({ key: asked.key, at: clock.now(), cancelled: course.signal.aborted });
      return commit(course, run.asked.length);
    },
    status:
      status &&
      (async (key, context) => {
        run.asked.push({ key, at: clock.now(), status: true });
        return status(context);
      }),
  };
  run.result = carryOut({
    effect: { ...effect, ...more },
    host: { account: commit ? "own" : "practice", adapter },
    signal: cancellation.signal,
    environment: clock,
    resumed,
    wake: (end) => (run.wake = end),
    observer: {
      update: (change) => {
        if ("wait" in change) run.waits.push(change.wait);
        if ("action" in change) run.action = change.action;
      },
      problem: ({ code, where }) => run.problems.push({ code, where }),
      notice: (id, { shown } = { shown: true }) => run.notices[shown ? "add" : "delete"](id),
    },
    closed: () => run.closed,
    answered: async (answer) => void run.answers.push(answer),
  }).then(() => {
    run.ended = true;
  });
  return run;
}

test("the account of this browser commits at once, and no wait is shown", async () => {
  const run = start();
  await run.clock.pass(0);
  assert.deepEqual(run.answers, [{ kind: "committed", version: 2 }]);
  assert.deepEqual(run.waits, [undefined]);
  assert.equal(run.ended, true);
  assert.equal(run.clock.pending, 0, "no timer is left behind");
});

for (const answer of [
  { kind: "committed", version: 2 },
  { kind: "refused", reasons: [{ code: "closed" }] },
  { kind: "conflict", version: 3 },
]) {
  test(`${answer.kind} is the last word`, async () => {
    const run = start(async () => answer);
    await run.clock.pass(120_000);
    assert.deepEqual(run.answers, [answer]);
    assert.equal(run.asked.length, 1);
  });
}

test("a wait is shown after a second, with how much is done, and taken away at the end", async () => {
  let settle, course;
  const run = start((passed) => {
    course = passed;
    return new Promise((done) => (settle = done));
  });
  course ?? (await run.clock.pass(0));
  course.progress(0.25);
  await run.clock.pass(999);
  assert.deepEqual(run.waits, []);
  await run.clock.pass(1);
  assert.deepEqual(run.waits, [{ cancelled: false, part: 0.25 }]);
  course.progress(2);
  course.progress(-1);
  course.progress(NaN);
  assert.deepEqual(
    run.waits.map(({ part }) => part),
    [0.25, 1, 0, 0],
  );
  settle({ kind: "committed", version: 2 });
  await run.clock.pass(0);
  assert.equal(run.waits.at(-1), undefined);
});

test("an unknown answer is reported once, and asked again under the same key after longer and longer pauses", async () => {
  const run = start(async (_course, count) =>
    count < 9 ? { kind: "unknown" } : { kind: "committed", version: 2 },
  );
  await run.clock.pass(0);
  assert.deepEqual(run.answers, [{ kind: "unknown" }]);
  assert.ok(run.notices.has("notice-unknown"));
  await run.clock.pass(600_000);
  assert.deepEqual(
    run.answers.map(({ kind }) => kind),
    ["unknown", "committed"],
  );
  assert.deepEqual(
    run.asked.map(({ at }) => at / 1000),
    [0, 1, 3, 7, 15, 31, 61, 91, 121],
  );
  assert.ok(run.asked.every(({ key }) => key === "key-1"));
  assert.ok(!run.notices.has("notice-unknown"));
});

const unknown = { kind: "unknown" };
const needed = { kind: "action-needed", url: "https://bank.example/confirm" };

test("the page says after how long it is asked again", async () => {
  const run = start(async (_context, count) =>
    count === 1 ? { kind: "unknown", after: 7000 } : { kind: "committed", version: 2 },
  );
  await run.clock.pass(6999);
  assert.equal(run.asked.length, 1);
  await run.clock.pass(1);
  assert.equal(run.asked.length, 2);
});

test("an adapter that never answers is asked again after a minute", async () => {
  let deadline;
  const run = start((context, count) => {
    deadline ??= context.deadline;
    return count === 1 ? new Promise(() => {}) : { kind: "committed", version: 2 };
  });
  await run.clock.pass(61_000);
  assert.equal(deadline, 60_000);
  assert.deepEqual(run.answers, [unknown, { kind: "committed", version: 2 }]);
});

test("an action that is needed is said once, and the outcome asked for when the reader has done it", async () => {
  const run = start(async (_context, count) => (count < 3 ? needed : { kind: "committed", version: 2 }));
  await run.clock.pass(100_000);
  assert.deepEqual(run.answers, [needed]);
  assert.equal(run.asked.length, 1, "nobody asks while the reader is at the bank");
  assert.equal(run.action.url, needed.url);
  assert.deepEqual(run.waits.at(-1), undefined);
  run.action.goOn();
  await run.clock.pass(0);
  assert.ok(run.action, "it is still needed");
  assert.equal(run.asked.length, 2);
  run.action.goOn();
  await run.clock.pass(0);
  assert.deepEqual(run.answers, [needed, { kind: "committed", version: 2 }]);
  assert.equal(run.action, undefined);
});

test("an action that is known to be needed is not said again after a new load", async () => {
  const run = start(async () => needed, { resumed: true, actionNeeded: true });
  await run.clock.pass(0);
  assert.deepEqual(run.answers, []);
  assert.ok(run.action);
});

test("after a new load, and a return from the bank, the adapter looks the key up", async () => {
  const answers = [unknown, { kind: "committed", version: 4 }];
  const run = start(async () => needed, { resumed: true, status: () => answers.shift() });
  await run.clock.pass(1000);
  run.action.goOn();
  await run.clock.pass(0);
  assert.deepEqual(
    run.asked.map(({ key, status }) => [key, !!status]),
    [
      ["key-1", true],
      ["key-1", false],
      ["key-1", true],
    ],
    "where it knows nothing of the key, the effect is committed under it",
  );
  assert.deepEqual(run.answers.at(-1), { kind: "committed", version: 4 });
});

test("a reader who calls off what needs an action is told what the adapter says of it", async () => {
  const run = start(async ({ signal }) =>
    signal.aborted ? { kind: "refused", reasons: [{ code: "cancelled" }] } : needed,
  );
  await run.clock.pass(0);
  run.cancellation.abort();
  await run.clock.pass(0);
  assert.deepEqual(run.answers.at(-1).reasons, [{ code: "cancelled" }]);
});

test("the bank of a practice account answers by the reader's press", async () => {
  const refusal = { kind: "refused", reasons: [{ code: "authentication-failed" }] };
  for (const reply of [{ kind: "committed", version: 2 }, refusal]) {
    const run = start(undefined, { bank: { confirm: true } });
    await run.clock.pass(0);
    assert.deepEqual(run.answers, [{ kind: "action-needed" }]);
    assert.equal(run.action.practice, true);
    run.action.goOn(reply);
    await run.clock.pass(0);
    assert.deepEqual(run.answers.at(-1), reply);
    assert.equal(run.ended, true);
  }
});

test("the bank of a practice account may refuse", async () => {
  const reasons = [{ code: "payment-insufficient-funds", args: {} }];
  const run = start(undefined, { bank: { reasons } });
  await run.clock.pass(0);
  assert.deepEqual(run.answers, [{ kind: "refused", reasons }]);
});

test("where another tab has heard the answer, nothing is waited for", async () => {
  const run = start(async () => needed);
  await run.clock.pass(0);
  run.closed = true;
  run.wake();
  await run.clock.pass(0);
  assert.equal(run.ended, true);
  assert.equal(run.action, undefined);
  assert.equal(run.asked.length, 1);
});

for (const [where, answer] of [
  ["/kind", { kind: "perhaps" }],
  ["/kind", []],
  ["", "committed"],
  ["", null],
  ["/version", { kind: "committed", version: "2" }],
  ["/version", { kind: "conflict", version: 0.5 }],
  ["/version", { kind: "committed" }],
  ["/version", { kind: "conflict" }],
  ["/made", { kind: "committed", made: 7 }],
  ["/account", { kind: "committed", version: 2, account: 7 }],
  ["/reasons", { kind: "refused" }],
  ["/reasons", { kind: "refused", reasons: [] }],
  ["/reasons/1/code", { kind: "refused", reasons: [{ code: "a" }, {}] }],
  ["/reasons/0", { kind: "refused", reasons: [null] }],
  ["/reasons/0/args", { kind: "refused", reasons: [{ code: "a", args: 3 }] }],
  ["/reasons/0/args/who", { kind: "refused", reasons: [{ code: "a", args: { who: null } }] }],
  ["/reasons/0/args/day", { kind: "refused", reasons: [{ code: "a", args: { day: { day: "tomorrow" } } }] }],
  [
    "/reasons/0/args/sum",
    { kind: "refused", reasons: [{ code: "a", args: { sum: { money: [1.5, "NOK"] } } }] },
  ],
  ["/reasons/0/args/sum", { kind: "refused", reasons: [{ code: "a", args: { sum: { money: [1, "kr"] } } }] }],
  [
    "/reasons/0/args/by",
    { kind: "refused", reasons: [{ code: "a", args: { by: { method: { last4: 1 } } } }] },
  ],
  ["/reasons/0/args/it", { kind: "refused", reasons: [{ code: "a", args: { it: ["a", {}] } }] }],
  ["/reasons/0/text", { kind: "refused", reasons: [{ code: "a", text: {} }] }],
  ["/reasons/0/text", { kind: "refused", reasons: [{ code: "a", text: { nb: 3 } }] }],
  ["/reasons/0/field", { kind: "refused", reasons: [{ code: "a", field: 3 }] }],
  ["/reasons/0/retry", { kind: "refused", reasons: [{ code: "a", retry: "no" }] }],
  ["/url", { kind: "action-needed", url: "http://bank.example/" }],
  ["/url", { kind: "action-needed", url: "javascript:alert(1)" }],
  ["/url", { kind: "action-needed", url: 7 }],
  ["/mount", { kind: "action-needed", mount: {} }],
  ["/after", { kind: "unknown", after: -1 }],
]) {
  test(`the answer ${JSON.stringify(answer)} is no answer: the page is told where, and it is asked again`, async () => {
    const run = start(async (_context, count) => (count === 1 ? answer : { kind: "committed", version: 2 }));
    await run.clock.pass(1000);
    assert.deepEqual(run.problems, [{ code: "answer-shape", where }]);
    assert.deepEqual(run.answers, [unknown, { kind: "committed", version: 2 }]);
  });
}

for (const [what, commit] of Object.entries({
  "an adapter that rejects": async () => {
    throw new Error("offline");
  },
  "an adapter that throws": () => {
    throw new Error("broken");
  },
  "an answer of no kind": async () => ({}),
  "an answer of a kind that there is not": async () => ({ kind: "perhaps" }),
  "no answer at all": async () => undefined,
})) {
  test(`${what} is unknown, never refused`, async () => {
    const run = start((_course, count) =>
      count === 1 ? commit() : Promise.resolve({ kind: "committed", version: 2 }),
    );
    await run.clock.pass(1000);
    assert.deepEqual(
      run.answers.map(({ kind }) => kind),
      ["unknown", "committed"],
    );
  });
}

test("a reader who calls it off is seen by the adapter at once, and asked about within a second", async () => {
  const run = start(async ({ signal }, count) =>
    count > 2 && signal.aborted ? { kind: "refused", reasons: [{ code: "cancelled" }] } : { kind: "unknown" },
  );
  await run.clock.pass(1500);
  run.cancellation.abort();
  await run.clock.pass(1000);
  assert.deepEqual(run.answers.at(-1), { kind: "refused", reasons: [{ code: "cancelled" }] });
  assert.deepEqual(
    run.asked.map(({ at, cancelled }) => [at, cancelled]),
    [
      [0, false],
      [1000, false],
      [2500, true],
    ],
  );
});

test("a wait that is shown says that it was called off", async () => {
  const run = start(() => new Promise(() => {}));
  await run.clock.pass(1000);
  run.cancellation.abort();
  assert.deepEqual(run.waits.at(-1), { cancelled: true });
});

test("a wait that is called off ends soon, though the adapter hears nothing", async () => {
  const run = start((_course, count) =>
    count === 1 ? new Promise(() => {}) : { kind: "committed", version: 2 },
  );
  await run.clock.pass(1500);
  run.cancellation.abort();
  await run.clock.pass(2999);
  assert.deepEqual(run.answers, []);
  await run.clock.pass(1);
  assert.deepEqual(run.answers, [{ kind: "unknown" }], "nobody knows yet");
  await run.clock.pass(1000);
  assert.deepEqual(run.answers.at(-1), { kind: "committed", version: 2 });
  assert.equal(run.asked[1].key, "key-1");
});

test("no two readers come back to a server at once", () => {
  const of = (byte) => jitter(1000, (bytes) => bytes.fill(byte));
  assert.deepEqual([0, 128, 255].map(of), [1000, 1250, 1498]);
});

test("nobody is asked any more once the session is closed", async () => {
  const run = start(async () => ({ kind: "unknown" }));
  await run.clock.pass(0);
  run.closed = true;
  await run.clock.pass(600_000);
  assert.equal(run.asked.length, 1);
  assert.equal(run.ended, true);
  assert.equal(run.clock.pending, 0);
});
