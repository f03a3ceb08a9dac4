// Loads what follows the first question: the core in two halves, and the scripts, messages and tables
// of later steps. Each is loaded once; what failed is asked for again when it is needed the next time.
import { boot, type CoreModule, type Glue } from "../core/module.ts";
import type { Value, View } from "../core/types.ts";
import type { loadForm } from "./form-parts.ts";
import { forCore } from "../timing/limits.ts";
import type { GuideRequest, OpenGuide } from "./open-guide.ts";
import type { PartLoader } from "./part-loader.ts";

/** Scripts of later steps add to it; of it, only this matters here. */
export interface ScriptRegistry {
  readonly renderers: Readonly<Record<string, unknown>>;
  readonly session: { loadForm?: typeof loadForm };
}

/** A script of later steps adds what it brings to the registry. */
interface LaterScript {
  add(registry: ScriptRegistry): void;
}

/** A table of the core, by the name that the core has for it. */
export type Table = [name: string, bytes: Uint8Array];

export interface LaterScriptsOptions {
  opening: Pick<GuideRequest, "messagesFile">;
  parts: PartLoader;
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
  tables: Table[] = [];
  /** The core, once it was started. */
  module?: CoreModule;
  readonly _options: LaterScriptsOptions;
  private _rest?: ArrayBuffer;
  private _steps?: Promise<void>;
  private _form?: Promise<Table[]>;

  constructor(options: LaterScriptsOptions) {
    this._options = options;
  }

  /** True once the core's second half is there. */
  get whole(): boolean {
    return !!this._rest;
  }

  /** Starts the core, again where it broke. Rejects with a LoadProblem. */
  async boot(): Promise<void> {
    const { glue, first, parts } = this._options;
    this.module = await parts.inTime("core.wasm", boot(glue, first), forCore);
    if (this._rest) await this._join(this._rest);
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
    const { registry } = this._options;
    const { renderers } = registry;
    const plain = renderers[view.kind] && !view.reasons.length && !view.moved;
    if (!plain || Object.values(view.values).some(isDomains)) await this.steps();
    if (view.kind !== "fill" || (renderers.fill && this.tables.length === tables.length)) return false;
    this.tables = await (this._form ??= registry.session.loadForm!(this, tables).finally(() => {
      this._form = undefined;
    }));
    return true;
  }

  private async _loadSteps(): Promise<void> {
    const { parts } = this._options;
    const [rest] = await Promise.all([parts.get("core.rest.wasm", "arrayBuffer"), this._script("steps")]);
    await this._join(rest);
    this._rest = rest;
  }

  private async _join(rest: ArrayBuffer): Promise<void> {
    const { parts } = this._options;
    if (this.module) await parts.inTime("core.rest.wasm", this.module.join(rest), forCore);
  }

  async _script(name: string): Promise<void> {
    const { opening, opened, parts, registry } = this._options;
    const { messages } = opened;
    if (messages.scripts.includes(name)) return;
    const file = opening.messagesFile(messages.locale, name);
    const [script, source] = await Promise.all([
      parts.script<LaterScript>(name + ".js"),
      parts.get(file, "text"),
    ]);
    // The reader may have changed the language meanwhile.
    if (messages !== opened.messages) return this._script(name);
    script.add(registry);
    messages.add(source, name);
  }
}
