// The core in Node: an account and its rules, in a wasm of its own (wasm/backend/binding.cpp). Each account
// has an instance to itself: if a call breaks down, that account alone is opened again, and its memory is
// returned as a whole when nobody asks for it any more.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Reads the built core once, for all accounts. `open()` gives a CoreAccount without an account yet.
 * @param {{ built?: string, addresses?: string }} [paths] the folder of backend.cjs, and the address table
 */
export async function loadCore({
  built = join(root, "build/wasm/bin"),
  addresses = join(root, "core/payment/data/address.txt"),
} = {}) {
  const factory = createRequire(import.meta.url)(join(built, "backend.cjs"));
  const compiled = await WebAssembly.compile(readFileSync(join(built, "backend.wasm")));
  const table = readFileSync(addresses);
  return {
    async open() {
      let refuse;
      const failed = new Promise((_, reject) => (refuse = reject));
      const module = await Promise.race([
        failed,
        factory({
          instantiateWasm(imports, done) {
            WebAssembly.instantiate(compiled, imports).then((it) => done(it, compiled), refuse);
            return {};
          },
        }),
      ]);
      return new CoreAccount(module, table);
    },
  };
}

export class CoreAccount {
  #module;
  #core;

  constructor(module, table) {
    this.#module = module;
    this.#core = new module.Backend();
    this.#fill(table);
    const { problem } = JSON.parse(this.#core.table("addresses"));
    if (problem) throw new Error(`the address table: ${problem.code} ${problem.detail}`);
  }

  /**
   * @param {string | Uint8Array} account as JSON
   * @returns {{ version?: number, problem?: { code: string, detail: string, where?: string } }}
   */
  load(account) {
    this.#fill(typeof account === "string" ? Buffer.from(account) : account);
    return JSON.parse(this.#core.load());
  }

  restore(snapshot) {
    this.#fill(snapshot);
    return JSON.parse(this.#core.restore());
  }

  knows(person) {
    return this.#core.knows(person) === 1;
  }

  /** @returns {{ values?: any, reasons?: { code: string, args: object }[], problem?: { code: string } }} */
  prepare(operation, person) {
    return JSON.parse(this.#core.prepare(operation, person));
  }

  /** @returns {{ version?: number, made?: string, problem?: { code: string, detail: string } }} */
  apply(operation, person) {
    return JSON.parse(this.#core.apply(operation, person));
  }

  /** The account as JSON text. */
  encode(person) {
    return this.#core.encode(person);
  }

  digest(person) {
    return this.#core.digest(person);
  }

  /** A copy of the bytes that restore() takes. */
  snapshot() {
    const [address, size] = JSON.parse(this.#core.snapshot());
    return Buffer.from(this.#module.HEAPU8.subarray(address, address + size));
  }

  #fill(bytes) {
    const address = this.#core.buffer(bytes.length);
    this.#module.HEAPU8.set(bytes, address);
  }
}
