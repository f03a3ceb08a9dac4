// The core's class as Embind gives it, and its start from what the loader fetched.
import type { Effect, Field, List, Outcome, Problem, Value, Verdict, View } from "./types.ts";

interface Raw {
  open(json: string): string;
  load(journal: string, bytes: Uint8Array): string;
  view(day: string): string;
  dispatch(event: string): string;
  outgoing(): Uint8Array;
  query(json: string): string;
  tables(name: string, bytes: Uint8Array): string;
  secret(field: number, length: number, caret: number): number;
  buffer(): Uint8Array;
  wipe(): void;
  secretInfo(): string;
  delete(): void;
}

export interface Loaded { records?: number; changed?: boolean; problem?: Problem }

const secrets: Record<string, number> = { number: 0, code: 1, iban: 2, "us-routing": 3, "uk-sort-code": 4,
  "uk-account-number": 5, "au-bsb": 6, "ca-transit": 7, "account-number": 8 };
const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Brands by the core's numbers, as they are first met. */
const brands: string[] = [""];
const standings = ["valid", "possible", "invalid"] as const;

/** What a secret field shows after a key: the text as it is grouped, the caret, and its standing. */
export class Typed {
  readonly caret: number;
  readonly standing: Verdict["standing"];
  constructor(private _raw: Raw, readonly text: string, packed: number, readonly brand: string) {
    this.caret = (packed >> 8) & 255;
    this.standing = standings[(packed >> 16) & 15] ?? "invalid";
  }
  /** Of what was typed last. */
  get verdict(): Verdict { return JSON.parse(this._raw.secretInfo()).verdict; }
}

/** The core's first half, started; what a first visit does until the second question runs on it. */
export interface Module {
  Core: new () => Raw;
  /** Brings the second half in. */
  join(rest: BufferSource): Promise<void>;
}

/** Starts the wasm. Errors: wasm-blocked. */
export async function boot(glue: { default: (options: object) => Promise<{ Core: Module["Core"] }> }, first: BufferSource): Promise<Module> {
  let primary: WebAssembly.Exports;
  let table: WebAssembly.Table | undefined;
  // A function of the second half is called by its place in the table. Embind has taken some of these
  // before the second half is there, so they lead on.
  const placeholder = new Proxy({}, {
    get: (_target, place) => (...args: unknown[]) => {
      if (!table) throw new Error("core.rest.wasm is not there yet");
      return (table.get(Number(place)) as (...args: unknown[]) => unknown)(...args);
    },
  });
  try {
    const { Core } = await new Promise<{ Core: Module["Core"] }>((resolve, reject) => glue.default({
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
        WebAssembly.instantiate(first, { ...imports, placeholder }).then(({ instance }) => {
          primary = instance.exports;
          done(instance);
        }, reject);
        return {};
      },
    }).then(resolve, reject));
    return {
      Core,
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
  private _raw: Raw;
  private _buffer?: Uint8Array;
  constructor(module: Module) { this._raw = new module.Core(); }

  open(guide: object): { problem?: Problem } { return JSON.parse(this._raw.open(JSON.stringify(guide))); }
  load(journal: "account" | "session", bytes: Uint8Array): Loaded { return JSON.parse(this._raw.load(journal, bytes)); }
  view(day: string): View { return JSON.parse(this._raw.view(day)); }
  dispatch(event: object): Outcome { return JSON.parse(this._raw.dispatch(JSON.stringify(event))); }
  /** A copy: the wasm's memory moves on. */
  outgoing(): Uint8Array { return this._raw.outgoing().slice(); }
  tables(name: string, bytes: Uint8Array): void { this._raw.tables(name, bytes); }
  drop(): void { this._raw.delete(); }

  list(list: string, of: string, from: number, search: string, day: string): List {
    return this._ask({ query: "list", list, of, from, count: 50, search, day });
  }
  form(form: string, of: string, given: Record<string, Value>, day: string): Field[] {
    return this._ask<{ fields?: Field[] }>({ query: "form", form, of, given, day }).fields ?? [];
  }
  check(form: string, field: string, value: Value, given: Record<string, Value>, day: string): Verdict {
    return this._ask({ query: "check", form, field, value, given, day });
  }
  summary(day: string): Told { return this._ask({ query: "summary", day }); }
  effects(): Effect[] { return this._ask({ query: "effects" }); }

  /** What is typed goes into the core's one buffer as bytes, never as a string, and is wiped. */
  type(field: string, text: string, caret: number): Typed {
    let bytes = this._bytes();
    let length = put(text, bytes);
    let before = caret;
    if (length < 0) {
      length = encoder.encodeInto(text, bytes).written;
      before = encoder.encode(text.slice(0, caret)).length;
    }
    const packed = this._raw.secret(secrets[field] ?? 0, length, before < length ? before : length);
    bytes = this._bytes();
    const shown = stands(text, bytes, packed & 255) ? text : decoder.decode(bytes.subarray(0, packed & 255));
    bytes.fill(0);
    const brand = brands[packed >> 20] ??= JSON.parse(this._raw.secretInfo()).brand as string;
    return new Typed(this._raw, shown, packed, brand);
  }

  /** The core's buffer, again where its memory has grown and taken the old view away. */
  private _bytes(): Uint8Array {
    if (!this._buffer?.length) this._buffer = this._raw.buffer();
    return this._buffer;
  }

  private _ask<T>(question: object): T { return JSON.parse(this._raw.query(JSON.stringify(question))); }
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

/** Puts a text into the buffer where it is ASCII and fits, and gives its length; else -1. */
function put(text: string, bytes: Uint8Array): number {
  const { length } = text;
  if (length > bytes.length) return -1;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return -1;
    bytes[i] = code;
  }
  return length;
}

/** Whether the text stands there as it was typed. */
function stands(text: string, bytes: Uint8Array, length: number): boolean {
  if (text.length !== length) return false;
  for (let i = 0; i < length; i++) if (text.charCodeAt(i) !== bytes[i]) return false;
  return true;
}
