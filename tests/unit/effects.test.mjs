// Effects on their way to the account adapter, over a clock that the test moves on.
import { test } from "node:test";
import assert from "node:assert/strict";
import { Clock } from "./clock.mjs";
import { load } from "./modules.mjs";

const { carryOut } = await load("web/src/session/effects.ts");
const effect = { key: "key-1", operation: "replace-all" };

/** Runs an effect; `commit` is the adapter's. What is asked, answered and shown is gathered. */
function start(commit) {
  const clock = new Clock();
  const cancellation = new AbortController();
  const run = {
    clock,
    cancellation,
    asked: [],
    answers: [],
    waits: [],
    notices: new Set(),
    closed: false,
    ended: false,
    result: undefined,
  };
  const adapter = commit && {
    commit: (asked, course) => {
      run.asked.push({ key: asked.key, at: clock.now(), cancelled: course.signal.aborted });
      return commit(course, run.asked.length);
    },
  };
  run.result = carryOut({
    effect,
    host: { account: commit ? "own" : "practice", adapter },
    signal: cancellation.signal,
    after: clock.after,
    observer: {
      update: ({ wait }) => run.waits.push(wait),
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
  assert.deepEqual(run.answers, [{ kind: "committed" }]);
  assert.deepEqual(run.waits, [undefined]);
  assert.equal(run.ended, true);
  assert.equal(run.clock.pending, 0, "no timer is left behind");
});

for (const answer of [
  { kind: "committed", value: { version: 2 } },
  { kind: "refused", value: { reasons: [{ code: "closed" }] } },
  { kind: "conflict", value: { version: 3 } },
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
  settle({ kind: "committed" });
  await run.clock.pass(0);
  assert.equal(run.waits.at(-1), undefined);
});

test("an unknown answer is reported once, and asked again under the same key after longer and longer pauses", async () => {
  const run = start(async (_course, count) => (count < 9 ? { kind: "unknown" } : { kind: "committed" }));
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
    const run = start((_course, count) => (count === 1 ? commit() : Promise.resolve({ kind: "committed" })));
    await run.clock.pass(1000);
    assert.deepEqual(
      run.answers.map(({ kind }) => kind),
      ["unknown", "committed"],
    );
  });
}

test("a reader who calls it off is seen by the adapter at once, and asked about within a second", async () => {
  const run = start(async ({ signal }, count) =>
    count > 2 && signal.aborted
      ? { kind: "refused", value: { reasons: [{ code: "cancelled" }] } }
      : { kind: "unknown" },
  );
  await run.clock.pass(1500);
  run.cancellation.abort();
  await run.clock.pass(1000);
  assert.deepEqual(run.answers.at(-1), { kind: "refused", value: { reasons: [{ code: "cancelled" }] } });
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

test("nobody is asked any more once the session is closed", async () => {
  const run = start(async () => ({ kind: "unknown" }));
  await run.clock.pass(0);
  run.closed = true;
  await run.clock.pass(600_000);
  assert.equal(run.asked.length, 1);
  assert.equal(run.ended, true);
  assert.equal(run.clock.pending, 0);
});
