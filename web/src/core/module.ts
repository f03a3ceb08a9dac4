// Starts the compiled core. Its wasm comes in two halves: the first one is enough for a first visit until
// the second question, the other one joins later.

/** The core's class, as Embind makes it. Strings are UTF-8 JSON, but for names. */
export interface RawCore {
  open(guide: string): string;
  load(journal: string, bytes: Uint8Array): string;
  account(snapshot: string, day: string): string;
  view(day: string): string;
  /** `answer` is JSON of a Stamp, or empty where another adapter answers. */
  dispatch(event: string, answer: string): string;
  /** Address, in the core's memory, of the buffer that secret fields are typed into. */
  buffer(): number;
  query(question: string): string;
  snapshot(): string;
  tables(name: string, bytes: Uint8Array): string;
  /** Formats and judges what is in the buffer; the parts of the answer are packed into one number. */
  secret(field: number, length: number, caret: number): number;
  wipe(): void;
  secretInfo(): string;
  delete(): void;
}

/** The core, started. */
export interface CoreModule {
  Core: new () => RawCore;
  /** A part of the core's memory. It is void once that memory grows. */
  bytes(at: number, size: number): Uint8Array;
  /** Adds the second half. */
  join(rest: BufferSource): Promise<void>;
}

interface Instance {
  Core: CoreModule["Core"];
  HEAPU8: Uint8Array;
}

/** The script that the compiler writes. */
export interface Glue {
  default(options: object): Promise<Instance>;
}

/** Starts the first half. */
export async function boot(glue: Glue, first: BufferSource): Promise<CoreModule> {
  let primary: WebAssembly.Exports;
  let table: WebAssembly.Table | undefined;
  // A function of the second half is called by its place in the table. Embind holds some of these before
  // that half is there, so each placeholder looks the function up when it is called.
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
  const instance = await new Promise<Instance>((resolve, reject) => {
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
      .then(resolve, reject);
  });
  return {
    Core: instance.Core,
    bytes: (at, size) => instance.HEAPU8.subarray(at, at + size),
    async join(rest) {
      await WebAssembly.instantiate(rest, { primary });
      table = Object.values(primary).find((item) => item instanceof WebAssembly.Table);
    },
  };
}
