// The core as the widget and its forms use it together.
import { Core } from "../../web/src/core/core.ts";
import { boot } from "../../web/src/core/module.ts";
import { type } from "../../web/src/core/secret-field.ts";

/** @type {any} */ (Core.prototype).type = function (field, text, caret) {
  return type(this, field, text, caret);
};
const beside = (name) => new URL(name, import.meta.url).href;

/** The bytes of what lies beside. */
export const bytes = async (name) => (await fetch(beside(name))).arrayBuffer();

/** The wasm, whole; it lies beside. */
export async function load() {
  const module = await boot(await import(beside("core.js")), await bytes("core.wasm"));
  await module.join(await bytes("core.rest.wasm"));
  return module;
}

/** A core with that guide open. @returns {any} */
export function opened(module, { flow, fingerprints }, account = "practice") {
  const core = new Core(module);
  const { problem } = core.open({ flow, fingerprints, account });
  if (problem) throw new Error(JSON.stringify(problem));
  return core;
}
