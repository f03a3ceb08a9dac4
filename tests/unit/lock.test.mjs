// One tab at a time works on an account; one that is frozen is not waited for.
import { test } from "node:test";
import assert from "node:assert/strict";
import { load } from "./modules.mjs";

const { alone } = await load("web/src/storage/lock.ts");

const browserHas = (locks) =>
  Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });

/** Locks as a browser has them; `frozen` names are held and never given back. */
function withLocks(frozen = []) {
  const queues = new Map();
  const request = (name, { signal }, work) => {
    const before = frozen.includes(name) ? new Promise(() => {}) : (queues.get(name) ?? Promise.resolve());
    const late = new Promise((_resolve, reject) =>
      signal.addEventListener("abort", () => reject(new DOMException("", "AbortError"))),
    );
    const done = Promise.race([before, late]).then(work);
    queues.set(
      name,
      done.catch(() => {}),
    );
    return done;
  };
  browserHas({ request });
}

test("two works under one name follow each other, under two names they don't wait", async (t) => {
  withLocks();
  t.after(() => delete globalThis.navigator);
  const order = [];
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const first = alone("a", () => (order.push("first begins"), held.then(() => order.push("first ends"))));
  const second = alone("a", async () => order.push("second"));
  await alone("b", async () => order.push("other"));
  release();
  await Promise.all([first, second]);
  assert.deepEqual(order, ["first begins", "other", "first ends", "second"]);
});

test("a tab that never gives the lock back is waited for two seconds", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  withLocks(["stegvis/a"]);
  t.after(() => delete globalThis.navigator);
  let done = false;
  const work = alone("a", async () => (done = true));
  t.mock.timers.tick(1999);
  await new Promise(setImmediate);
  assert.equal(done, false);
  t.mock.timers.tick(1);
  await work;
  assert.equal(done, true);
});

test("a request for the lock that never answers, or fails, holds nothing up, and the work is done once", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => delete globalThis.navigator);
  for (const request of [
    () => new Promise(() => {}),
    () => Promise.reject(new DOMException("", "SecurityError")),
    () => {
      throw new DOMException("", "InvalidStateError");
    },
  ]) {
    browserHas({ request });
    let times = 0;
    const work = alone("a", async () => ++times);
    t.mock.timers.tick(2000);
    assert.equal(await work, 1);
  }
});

test("a lock that is given too late starts no work again", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => delete globalThis.navigator);
  let give;
  browserHas({
    request: (_name, _options, work) => new Promise((resolve) => (give = () => resolve(work()))),
  });
  let times = 0;
  const work = alone("a", async () => ++times);
  t.mock.timers.tick(2000);
  await work;
  give();
  await new Promise(setImmediate);
  assert.equal(times, 1);
});

test("without locks the work is done at once", async (t) => {
  browserHas(undefined);
  t.after(() => delete globalThis.navigator);
  assert.equal(await alone("a", async () => "done"), "done");
});

test("a work that fails fails, and is not done a second time", async (t) => {
  withLocks();
  t.after(() => delete globalThis.navigator);
  let times = 0;
  await assert.rejects(
    alone("a", async () => {
      times++;
      throw new Error("it failed");
    }),
    /it failed/,
  );
  assert.equal(times, 1);
});
