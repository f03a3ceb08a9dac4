// A reader is told once where the browser may delete what is stored by itself, and is asked nothing.
import { test } from "node:test";
import assert from "node:assert/strict";
import { load } from "../modules.mjs";

const { mayEnd } = await load("web/src/storage/lasting.ts");

/** A browser, as far as it is asked. Gives the calls of persist(). */
function browser(t, options = /** @type {any} */ ({})) {
  const { persisted = false, state = "prompt", safari = false, foreign = false, items } = options;
  const calls = [];
  const stored = items ?? new Map();
  const globals = {
    navigator: {
      storage: {
        persisted: async () => persisted,
        persist: async () => calls.push("persist") > 0,
      },
      permissions: { query: async () => ({ state }) },
    },
    top: foreign
      ? {
          get location() {
            throw new DOMException("", "SecurityError");
          },
        }
      : { location: { href: "https://example.com/" } },
    localStorage: {
      getItem: (name) => stored.get(name) ?? null,
      setItem: (name, value) => stored.set(name, value),
    },
  };
  if (safari) globals.GestureEvent = class {};
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true });
  t.after(() => {
    for (const name of Object.keys(globals)) delete globalThis[name];
  });
  return calls;
}

test("a browser that would ask the reader is not asked", async (t) => {
  const calls = browser(t, { state: "prompt" });
  assert.equal(await mayEnd(), false);
  assert.deepEqual(calls, []);
});

test("a browser that asks nobody keeps what is stored", async (t) => {
  const calls = browser(t, { state: "granted", safari: true });
  assert.equal(await mayEnd(), false);
  assert.deepEqual(calls, ["persist"]);
});

test("Safari's reader hears it once", async (t) => {
  const items = new Map();
  browser(t, { safari: true, items });
  assert.equal(await mayEnd(), true);
  assert.equal(await mayEnd(), false);
  assert.deepEqual([...items.keys()], ["stegvis.said-to-end"]);
});

test("in a frame of another site the reader hears it", async (t) => {
  browser(t, { foreign: true });
  assert.equal(await mayEnd(), true);
});

test("what is kept already needs no word", async (t) => {
  browser(t, { persisted: true, safari: true });
  assert.equal(await mayEnd(), false);
});

test("a browser that says nothing of itself is no reason to worry a reader", async (t) => {
  browser(t, { safari: true });
  Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
  assert.equal(await mayEnd(), false);
});
