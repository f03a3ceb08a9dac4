// The core's class as Embind gives it, and its start from what the loader fetched.
import type { Effect, Field, List, Outcome, Problem, Value, Verdict, View } from "./types.ts";

export interface Raw {
  open(json: string): string;
  load(journal: string, bytes: Uint8Array): string;
  view(day: string): string;
  dispatch(event: string): string;
  /** Addresses and sizes in the core's memory. */
  outgoing(): number;
  outgoingSize(): number;
  buffer(): number;
  bufferSize(): number;
  query(json: string): string;
  tables(name: string, bytes: Uint8Array): string;
  secret(field: number, length: number, caret: number): number;
  wipe(): void;
  secretInfo(): string;
  delete(): void;
}

export interface Loaded {
  records?: number;
  changed?: boolean;
  day?: string;
  problem?: Problem;
}

/** The core's first half, started; what a first visit does until the second question runs on it. */
export interface Module {
  Core: new () => Raw;
  /** A part of the core's memory, until that grows. */
  bytes(at: number, size: number): Uint8Array;
  /** Brings the second half in. */
  join(rest: BufferSource): Promise<void>;
}

interface Glued {
  Core: Module["Core"];
  HEAPU8: Uint8Array;
}

/** Starts the wasm. Errors: wasm-blocked. */
export async function boot(
  glue: { default: (options: object) => Promise<Glued> },
  first: BufferSource,
): Promise<Module> {
  let primary: WebAssembly.Exports;
  let table: WebAssembly.Table | undefined;
  // A function of the second half is called by its place in the table. Embind has taken some of these
  // before the second half is there, so they lead on.
  const placeholder = new Proxy(
    {},
    {
      get:
        (_target, place) =>
        (...args: unknown[]) => {
          if (!table) throw new Error("core.rest.wasm is not there yet");
          return (table.get(Number(place)) as (...args: unknown[]) => unknown)(...args);
        },
    },
  );
  try {
    const glued = await new Promise<Glued>((resolve, reject) =>
      glue
        .default({
          instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
            WebAssembly.instantiate(first, { ...imports, placeholder }).then(({ instance }) => {
              primary = instance.exports;
              done(instance);
            }, reject);
            return {};
          },
        })
        .then(resolve, reject),
    );
    return {
      Core: glued.Core,
      bytes: (at, size) => glued.HEAPU8.subarray(at, at + size),
      async join(rest) {
        await WebAssembly.instantiate(rest, { primary: primary as never });
        table = Object.values(primary).find((one) => one instanceof WebAssembly.Table);
      },
    };
  } catch {
    throw "wasm-blocked";
  }
}

export class Core {
  readonly raw: Raw;
  private _module: Module;
  constructor(module: Module) {
    this._module = module;
    this.raw = new module.Core();
  }

  open(guide: object): { problem?: Problem } {
    return JSON.parse(this.raw.open(JSON.stringify(guide)));
  }
  load(journal: "account" | "session", bytes: Uint8Array): Loaded {
    return JSON.parse(this.raw.load(journal, bytes));
  }
  view(day: string): View {
    return JSON.parse(this.raw.view(day));
  }
  dispatch(event: object): Outcome {
    return JSON.parse(this.raw.dispatch(JSON.stringify(event)));
  }
  /** A copy: the wasm's memory moves on. */
  outgoing(): Uint8Array {
    return this._module.bytes(this.raw.outgoing(), this.raw.outgoingSize()).slice();
  }
  /** Where a secret field's bytes go, until the memory grows: then it is empty. */
  buffer(): Uint8Array {
    return this._module.bytes(this.raw.buffer(), this.raw.bufferSize());
  }
  tables(name: string, bytes: Uint8Array): void {
    this.raw.tables(name, bytes);
  }
  drop(): void {
    this.raw.delete();
  }

  list(list: string, of: string, from: number, search: string, day: string): List {
    return this._ask({ query: "list", list, of, from, count: 50, search, day });
  }
  /** What the review that is shown would change. */
  changes(from: number, search: string, day: string): List {
    return this._ask({ query: "changes", from, count: 50, search, day });
  }
  form(form: string, of: string, given: Record<string, Value>, day: string): Field[] {
    return this._ask<{ fields?: Field[] }>({ query: "form", form, of, given, day }).fields ?? [];
  }
  check(form: string, field: string, value: Value, given: Record<string, Value>, day: string): Verdict {
    return this._ask({ query: "check", form, field, value, given, day });
  }
  summary(day: string): Told {
    return this._ask({ query: "summary", day });
  }
  effects(): Effect[] {
    return this._ask({ query: "effects" });
  }

  private _ask<T>(question: object): T {
    return JSON.parse(this.raw.query(JSON.stringify(question)));
  }
}

/** The answer to the query "summary": no names, numbers or addresses. */
export interface Told {
  guide: string;
  node: string;
  day: string;
  path: { node: string; choice?: string; item?: unknown }[];
  changes: { operation: string; id: string; day: string; undone: boolean; values: Record<string, Value> }[];
  reasons: string[];
  digests: { flow: string; session: string; account: string };
}
