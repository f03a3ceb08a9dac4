// Memory that the core can't get: the instance is dropped and a fresh one goes on from what is stored; the
// second time, the article stays. It is the wasm that ships; growth is refused, and what it has is used up.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newCard, replay, root, scenario } from "./harness.mjs";
import { sized } from "../size.mjs";

/** The names under which the wasm exports malloc and free: the compiler shortens them. */
const glue = readFileSync(join(process.env.STEGVIS_CORE ?? join(root, "build/wasm/bin"), "core.js"), "utf8");
const names = ["malloc", "free"].map(
  (name) => new RegExp(`_${name}=Module\\["_${name}"\\]=Module\\["asm"\\]\\["(\\w+)"\\]`).exec(glue)?.[1],
);

/** In the page: every start of the core's first half is counted, and the last one's exports are at hand. */
function watchCore() {
  const { instantiate } = WebAssembly;
  window.cores = [];
  WebAssembly.instantiate = /** @type {any} */ (
    async (bytes, imports) => {
      const made = await instantiate(bytes, imports);
      if (!imports.primary) window.cores.push(made.instance.exports);
      return made;
    }
  );
}

/** In the page: memory no longer grows, and all but about so many bytes of it are used up. */
function useUp([malloc, free, left]) {
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError("no memory, on purpose");
  };
  const core = window.cores.at(-1);
  const spare = left ? core[malloc](left) : 0;
  for (let size = 1 << 16; size >= 8; size >>= 1) while (core[malloc](size));
  if (spare) core[free](spare);
}

const open = (page) => page.addInitScript(watchCore);
const cores = ({ page }) => page.evaluate(() => window.cores.length);
const errors = async (reader) =>
  (await reader.elementEvents("stegvis-error")).map(({ detail: { code, detail } }) => `${code} ${detail}`);

/** Bytes that are left, so that another allocation is the first that fails. */
const lefts = sized({
  run: [0, 3000],
  ci: [0, 100, 1000, 3000, 10000, 30000],
  long: [0, 16, 64, 100, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 7000, 10000, 20000, 30000],
});

for (const left of lefts) {
  scenario(
    `where ${left} bytes are left, a fresh core goes on at the answer; the second time the article stays`,
    { bare: true },
    async (scene) => {
      const reader = await scene.open("", open);
      const { page, ui } = reader;
      await reader.answer("notices", "many");
      await reader.answer("added", "no");
      await reader.sees("changed");
      await reader.journal();
      const before = await cores(reader);
      await page.evaluate(useUp, [...names, left]);
      await reader.answer("changed", "yes");
      await reader.sees("old");
      assert.ok((await cores(reader)) > before, "another core was started");
      const [error, ...more] = await errors(reader);
      assert.match(error, /^core-failed /);
      assert.deepEqual(more, []);
      assert.deepEqual(
        replay(await reader.journal()).at(-1)?.digests,
        (await reader.view()).digests,
        "what is stored replays to what is shown",
      );
      await page.evaluate(useUp, [...names, left]);
      await reader.row(reader.visa).check();
      if (await reader.element.getByText(ui("continue"), { exact: true }).count()) await reader.go();
      await reader.element.getByText(ui("notice-article")).waitFor();
      assert.equal((await errors(reader)).length, 2);
      await page.reload();
      await reader.sees("old");
    },
  );
}

scenario(
  "where memory is used up while a form is filled, typing goes on over a fresh core",
  { bare: true },
  async (scene) => {
    const reader = await scene.open("", open);
    await reader.toForm();
    const before = await cores(reader);
    await reader.page.evaluate(useUp, [...names, 0]);
    await reader.role("radio", reader.ui("kind-bank-account")).check();
    await reader.field("number").or(reader.field("iban")).first().waitFor();
    await reader.page.waitForFunction((count) => window.cores.length > count, before);
    await reader.role("radio", reader.ui("kind-credit-card")).check();
    await reader.fill(newCard);
    await reader.press(reader.guide("add.action"));
    await reader.seesReview(reader.added);
  },
);

scenario(
  "a file that is too large for the core breaks no session: the reader goes on",
  { bare: true },
  async (scene) => {
    const reader = await scene.open("", open);
    await reader.toOld();
    await reader.page.evaluate(useUp, [...names, 0]);
    const problem = await reader.element.evaluate((element) => element.importJournal(new Uint8Array(3e6)));
    assert.ok(problem, "it is refused");
    await reader.pick("old", reader.visa);
    await reader.sees("new");
  },
);
