// One allocation of the core fails, any of a whole run: the instance is dropped, and a fresh one goes on
// from what is stored. If one fails in that one too, the article stays. It is the wasm that ships; its malloc
// has a counter, put there in wasm's text format.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dist, replay, root, scenario } from "./harness.mjs";
import { sized } from "../size.mjs";

const glue = readFileSync(join(process.env.STEGVIS_CORE ?? join(root, "build/wasm/bin"), "core.js"), "utf8");
const [, malloc] = /_malloc=Module\["_malloc"\]=Module\["asm"\]\["(\w+)"\]/.exec(glue) ?? [];
const features = ["mutable-globals", "sign-ext", "nontrapping-float-to-int", "bulk-memory"];

/** The first half of the core; its global "failing" counts down at each malloc, and the one at 1 fails. */
function countingCore() {
  const folder = mkdtempSync(join(tmpdir(), "stegvis-"));
  const run = (tool, ...args) => execFileSync(tool, [...features.map((name) => "--enable-" + name), ...args]);
  try {
    const text = String(execFileSync("wasm-dis", [join(dist, "core.wasm")], { maxBuffer: 1 << 26 }));
    const [, name] = new RegExp(`\\(export "${malloc}" \\(func (\\S+)\\)\\)`).exec(text) ?? [];
    const head = new RegExp(`\\(func \\${name} .*(\\n +\\(local .*)*\\n`);
    assert.match(text, head, "malloc is found");
    const counter = `
  (global.set $failing (i32.sub (global.get $failing) (i32.const 1)))
  (if (i32.eqz (global.get $failing)) (return (i32.const 0)))
`;
    const global = '(global $failing (mut i32) (i32.const 0)) (export "failing" (global $failing))\n';
    const changed = text.replace(head, (found) => global + found + counter);
    writeFileSync(join(folder, "core.wat"), changed);
    run("wasm-as", join(folder, "core.wat"), "-o", join(folder, "core.wasm"));
    return readFileSync(join(folder, "core.wasm"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * In the page: in each core that is started, the allocation of that number fails, of a list; 0 for none. It
 * lists those that the glue asks for, to bring in text.
 */
function failAt([malloc, ...numbers]) {
  const { instantiate } = WebAssembly;
  window.cores = [];
  window.glue = [];
  WebAssembly.instantiate = /** @type {any} */ (
    async (bytes, imports) => {
      const made = await instantiate(bytes, imports);
      if (imports.primary) return made;
      const exports = /** @type {any} */ (made.instance.exports);
      const { failing } = exports;
      failing.value = numbers[window.cores.length] ?? 0;
      window.cores.push(failing);
      const asked = (size) => {
        window.glue.push(1 - failing.value);
        return exports[malloc](size);
      };
      return { instance: { exports: { ...exports, [malloc]: asked } } };
    }
  );
}

const files = { "core.wasm": countingCore() };
const opened = (scene, ...numbers) =>
  scene.open("", (page) => page.addInitScript(failAt, [malloc, ...numbers]));
/** The number of allocations of each core since the one that failed; 0 where that was its last. */
const since = ({ page }) => page.evaluate(() => window.cores.map(({ value }) => 0 - value));
const errors = async (reader) => (await reader.elementEvents("stegvis-error")).map(({ detail }) => detail);

async function toReplaced(reader) {
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
}

/** The page shows what is stored, and shows it again when it is opened again. */
async function isStored(scene, reader) {
  const { digests } = await reader.view();
  assert.deepEqual(replay(await reader.journal()).at(-1)?.digests, digests);
  const again = await scene.open();
  await again.sees("replaced");
  assert.deepEqual((await again.view()).digests, digests);
}

/** Of a run in which each is given: the last, the last at the second question, and the glue's after that. */
let last, second, glues;

scenario("a run in which every allocation is given", { bare: true, files }, async (scene) => {
  const reader = await opened(scene);
  await reader.answer("notices", "many");
  await reader.sees("added");
  await reader.journal();
  [second] = await since(reader);
  await reader.page.evaluate(() => window.glue.splice(0));
  await reader.addedToReview();
  await reader.replace();
  await reader.sees("replaced");
  [last] = await since(reader);
  glues = await reader.page.evaluate(() => window.glue);
  assert.ok(second > 0 && last > second && glues.length, `${second}, ${last} and ${glues} allocations`);
});

/** The core whose allocation failed has done nothing more, and the one after it has all. */
async function isGivenUp(scene, reader, number) {
  const [first, ...others] = await since(reader);
  assert.deepEqual([first, others.length], [0, 1], `allocation ${number}: that core did nothing more`);
  await isStored(scene, reader);
}

/** By night each of them, of about 7,850. */
const count = sized({ run: 5, ci: 10, long: 8000 });
for (let i = 0; i < count; i++) {
  scenario(
    `allocation ${i + 1} of ${count}, spread over a run, fails`,
    { bare: true, files, expected: /^RuntimeError: Aborted/ },
    async (scene) => {
      const number = 1 + Math.floor((i * last) / count);
      const reader = await opened(scene, number);
      const again = reader.role("button", reader.ui("retry"));
      const ready = reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view?.digests);
      await Promise.race([again.waitFor(), ready]);
      const unstarted = (await again.count()) > 0;
      // Such a core couldn't even be started: the reader is offered to try again.
      if (unstarted) await again.click();
      await toReplaced(reader);
      const found = (await errors(reader)).map(({ code }) => code);
      assert.ok(
        found.length <= 1 && found.every((code) => code === (unstarted ? "load-failed" : "core-failed")),
      );
      await isGivenUp(scene, reader, number);
    },
  );
}

const texts = sized({ run: 2, ci: 3, long: 30 });
for (let i = 0; i < texts; i++) {
  scenario(
    `text ${i + 1} of ${texts} can't be brought into the core`,
    { bare: true, files },
    async (scene) => {
      const number = glues[Math.floor((i * glues.length) / texts)];
      const reader = await opened(scene, number);
      await toReplaced(reader);
      await isGivenUp(scene, reader, number);
    },
  );
}

const twice = sized({ run: 2, long: 60 });
for (let i = 0; i < twice; i++) {
  scenario(
    `where another fails after it, the article stays (${i + 1} of ${twice})`,
    { bare: true, files },
    async (scene) => {
      const number = second + 1 + Math.floor(((i + 1) * (last - second)) / (twice + 1));
      const reader = await opened(scene, number, 1000);
      const done = toReplaced(reader).catch(() => {});
      await reader.element.getByText(reader.ui("notice-article")).waitFor({ timeout: 15_000 });
      assert.deepEqual(
        (await errors(reader)).map(({ code }) => code),
        ["core-failed", "core-failed"],
      );
      assert.deepEqual(await since(reader), [0, 0]);
      await done;
    },
  );
}
