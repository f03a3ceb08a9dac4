// Parts of the page, over a clock that the test moves on: each has a deadline, and its failure a code.
import { test } from "node:test";
import assert from "node:assert/strict";
import { Clock } from "./clock.mjs";
import { load } from "./modules.mjs";

const { forPart, isLoadProblem, partLoader } = await load(
  "web/src/loading/part-loader.ts",
  "web/src/loading/problem.ts",
  "web/src/timing/limits.ts",
);

/** A loader; `answers` says what comes of each request in turn. */
function loaderOf(...answers) {
  const clock = new Clock();
  const asked = [];
  const next = async (name) => {
    asked.push(name);
    const answer = answers.shift();
    if (answer === "never") return new Promise(() => {});
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { clock, asked, ...partLoader({ get: next, script: next }, { after: clock.after, failures: 0 }) };
}

test("a part that is there is given as it is, and no timer is left", async () => {
  const { get, script, clock, asked } = loaderOf("a = A\n# end\n", { add() {} });
  assert.equal(await get("ui/a.ftl", "text"), "a = A\n# end\n");
  assert.deepEqual(Object.keys(await script("steps.js")), ["add"]);
  assert.deepEqual(asked, ["ui/a.ftl", "steps.js"]);
  await clock.pass(0);
  assert.equal(clock.pending, 0);
});

for (const [what, answer, code] of [
  ["a request that fails", new TypeError("Failed to fetch"), "load-failed"],
  ["no JSON", new SyntaxError("Unexpected token"), "load-damaged"],
  ["a text without its last line", "<!doctype html>", "load-damaged"],
  ["an empty text", "", "load-damaged"],
  ["a script that exports nothing", {}, "load-damaged"],
])
  test(`${what} is ${code}, and is asked for at another address`, async () => {
    const { get, asked } = loaderOf(answer, "# end\n");
    await assert.rejects(get("ui/a.ftl", "text"), (/** @type {any} */ problem) => {
      assert.equal(problem.code, code);
      assert.equal(problem.where, "ui/a.ftl");
      return isLoadProblem(problem);
    });
    await get("ui/a.ftl", "text");
    assert.deepEqual(asked, ["ui/a.ftl", "ui/a.ftl?again=1"]);
  });

test("a part that never comes is late at its deadline and not before", async () => {
  const { get, clock, asked } = loaderOf("never", "# end\n");
  /** @type {any} */
  let problem;
  const got = get("ui/a.ftl", "text").catch((error) => (problem = error));
  await clock.pass(forPart - 1);
  assert.equal(problem, undefined);
  await clock.pass(1);
  await got;
  assert.equal(problem.code, "load-late");
  assert.equal(await get("ui/a.ftl", "text"), "# end\n");
  assert.deepEqual(asked, ["ui/a.ftl", "ui/a.ftl?again=1"]);
});

test("work under way has a deadline of its own", async () => {
  const { inTime, clock } = loaderOf();
  let problem;
  const done = inTime("core.wasm", new Promise(() => {}), 10).catch((error) => (problem = error));
  await clock.pass(10);
  await done;
  assert.deepEqual(problem, { code: "load-late", where: "core.wasm", detail: "late" });
});
