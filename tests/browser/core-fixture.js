// The core with the functions of forms, as the widget uses them together.
import { Core } from "../../web/src/core/core.ts";
import { boot } from "../../web/src/core/module.ts";
import { type } from "../../web/src/core/secret-field.ts";

/** @type {any} */ (Core.prototype).type = function (field, text, caret) {
  return type(this, field, text, caret);
};
/** @type {any} */ (Core.prototype).check = function (form, field, value, values, day) {
  return this.query({ query: "check", form, field, value, values, day });
};
const urlOf = (name) => new URL(name, import.meta.url).href;

/** The bytes of a file in the same folder. */
export const bytes = async (name) => (await fetch(urlOf(name))).arrayBuffer();

/** Loads both halves of the wasm from the same folder. */
export async function load() {
  const module = await boot(await import(urlOf("core.js")), await bytes("core.wasm"));
  await module.join(await bytes("core.rest.wasm"));
  return module;
}

/** A core that has opened a guide. @returns {any} */
export function opened(module, { flow, fingerprints }, account = "practice") {
  const core = new Core(module);
  const { problem } = core.open({ flow, fingerprints, account });
  if (problem) throw new Error(JSON.stringify(problem));
  return core;
}
