// A click travels once: from the button to the core and to disk, and back into the page.
import assert from "node:assert/strict";
import { built, scenario } from "./harness.mjs";

/** The core's glue, which notes each call in window.crossings: a method's name, and what a query asks. */
const files = {
  "glue.js": built("core.js"),
  "core.js": `
    import glue from "./glue.js";
    window.crossings = [];
    export default async (options) => {
      const module = await glue(options);
      const { prototype } = module.Core;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const method = prototype[name];
        if (name === "constructor" || typeof method !== "function") continue;
        prototype[name] = function (...args) {
          window.crossings.push(name === "query" ? "query " + JSON.parse(args[0]).query : name);
          return method.apply(this, args);
        };
      }
      return module;
    };`,
};

/** Counts from now on: crossings to the core, and drawings, for which lit-html reads its own property. */
const count = (reader) =>
  reader.element.evaluate((element) => {
    window.crossings.length = 0;
    window.drawings = 0;
    const mount = element.shadowRoot.firstElementChild;
    const part = mount["_$litPart$"];
    Object.defineProperty(mount, "_$litPart$", {
      get() {
        window.drawings++;
        return part;
      },
    });
  });
/** The counts, once the page has come to rest. */
const counted = (reader) =>
  reader.page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { crossings: window.crossings, drawings: window.drawings };
  });

scenario("a replacement crosses to the core once and is drawn twice", { files }, async (reader) => {
  await reader.toReview();
  await count(reader);
  await reader.replace();
  await reader.sees("replaced");
  assert.deepEqual(await counted(reader), { crossings: ["dispatch"], drawings: 2 });
});

scenario("an undo crosses to the core once and is drawn twice", { files }, async (reader) => {
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
  await reader.press(reader.ui("undo"));
  await count(reader);
  await reader.press(reader.ui("undo-now"));
  await reader.element.getByText(reader.ui("undone")).first().waitFor();
  assert.deepEqual(await counted(reader), { crossings: ["dispatch"], drawings: 2 });
});

scenario("an answer crosses to the core once and is drawn twice", { files }, async (reader) => {
  await reader.toOld();
  await reader.check(reader.visa, { exact: false });
  await count(reader);
  await reader.go();
  await reader.sees("new");
  assert.deepEqual(await counted(reader), { crossings: ["dispatch"], drawings: 2 });
});
