// Loads what follows the first question: the core in two halves, and the scripts, messages and tables
// of later steps. Each is loaded once; what failed is tried again when it is needed the next time.
import { boot, type CoreModule, type Glue } from "../core/module.ts";
import type { Value, View } from "../core/types.ts";
import type { GuideRequest, OpenGuide } from "./open-guide.ts";

/** Scripts of later steps add to it; only its renderers matter here. */
export interface ScriptRegistry {
  readonly renderers: Readonly<Record<string, unknown>>;
}

/** A script of later steps adds what it brings to the registry. */
interface LaterScript {
  add(registry: ScriptRegistry): void;
}

/** A table of the core, by the name that the core has for it. */
export type Table = [name: string, bytes: Uint8Array];

export interface LaterScriptsOptions {
  opening: Pick<GuideRequest, "messagesIn" | "resources">;
  /** Read at every use: another language replaces its messages. */
  opened: OpenGuide;
  registry: ScriptRegistry;
  glue: Glue;
  /** The core's first half. */
  first: ArrayBuffer;
}

/** True if the words for a value are its domain's, which come with later steps. */
function isDomains(value: Value): boolean {
  return typeof value === "object" && !("day" in value);
}

export class LaterScripts {
  /** The tables that are loaded. */
  readonly tables: Table[] = [];
  /** The core, once it was started. */
  module?: CoreModule;
  private _options: LaterScriptsOptions;
  private _rest?: ArrayBuffer;
  private _steps?: Promise<void>;
  private _form?: Promise<void>;

  constructor(options: LaterScriptsOptions) {
    this._options = options;
  }

  /** True once the core's second half is there. */
  get whole(): boolean {
    return !!this._rest;
  }

  /** Starts the core, again where it broke. Rejects with "wasm-blocked". */
  async boot(): Promise<void> {
    const { glue, first } = this._options;
    this.module = await boot(glue, first);
    if (this._rest) await this.module.join(this._rest);
  }

  /** The core's second half, and the code and messages of later steps. */
  steps(): Promise<void> {
    return (this._steps ??= this._loadSteps().catch((error) => {
      this._steps = undefined;
      throw error;
    }));
  }

  /** All that a view is drawn with. Gives whether tables were added: the view is another one then. */
  async need(view: View, tables: readonly string[]): Promise<boolean> {
    const { renderers } = this._options.registry;
    const plain = renderers[view.kind] && !view.reasons.length && !view.moved;
    if (!plain || Object.values(view.values).some(isDomains)) await this.steps();
    if (view.kind !== "fill" || (renderers.fill && this.tables.length === tables.length)) return false;
    await (this._form ??= this._loadForm(tables).catch((error) => {
      this._form = undefined;
      throw error;
    }));
    return true;
  }

  private async _loadSteps(): Promise<void> {
    const { resources } = this._options.opening;
    const [rest] = await Promise.all([resources.get("core.rest.wasm", "arrayBuffer"), this._script("steps")]);
    await this.module?.join(rest);
    this._rest = rest;
  }

  private async _loadForm(tables: readonly string[]): Promise<void> {
    const { resources } = this._options.opening;
    const [loaded] = await Promise.all([
      Promise.all(tables.map((name) => resources.get(`tables/${name}.txt`, "arrayBuffer"))),
      this._script("form"),
    ]);
    this.tables.push(...loaded.map((bytes, i): Table => [tables[i], new Uint8Array(bytes)]));
  }

  private async _script(name: string): Promise<void> {
    const { opening, opened, registry } = this._options;
    const { messages } = opened;
    const [script, source] = await Promise.all([
      opening.resources.script<LaterScript>(name + ".js"),
      opening.messagesIn(messages.locale, name),
    ]);
    // The reader may have changed the language meanwhile.
    if (messages !== opened.messages) return this._script(name);
    messages.add(source, name);
    script.add(registry);
  }
}
