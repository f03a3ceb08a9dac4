// The core and what comes with it: started in its first half, opened from what is on disk, and made
// whole with the code and words of later steps when the first of them is near.
import { boot, Core, type Loaded, type Module } from "./core.ts";
import type { Given, Host } from "./host.ts";
import type { Messages } from "./messages.ts";
import type { GuideFile } from "./stage.ts";
import type { Storage } from "./storage.ts";
import type { Problem } from "./types.ts";

type More = typeof import("./more.ts");
type Forms = typeof import("./forms.ts");

/** What stood on disk. */
export interface Opened { problems: Problem[]; changed: boolean; kept: boolean; day?: string }

export class Engine {
  core?: Core;
  private _host: Host;
  private _given: Given;
  private _guide: GuideFile;
  private _messages: Messages;
  private _storage: Storage;
  private _module?: Module;
  private _rest?: ArrayBuffer;
  private _tables: [name: string, bytes: Uint8Array][] = [];
  private _more?: Promise<void>;
  private _forms?: Promise<void>;

  constructor(host: Host, given: Given, guide: GuideFile, messages: Messages, storage: Storage) {
    this._host = host;
    this._given = given;
    this._guide = guide;
    this._messages = messages;
    this._storage = storage;
  }

  /** The second half is there. */
  get whole(): boolean { return !!this._rest; }
  get booted(): boolean { return !!this._module; }

  async boot(): Promise<void> {
    this._module = await boot(...(await this._given.core));
    if (this._rest) await this._module.join(this._rest);
  }

  close(): void {
    this.core?.drop();
    this.core = undefined;
  }

  /** The guide, opened over the journals as they are on disk. */
  async open(): Promise<Opened> {
    const core = this._fresh();
    const old = this.core;
    const { account, session } = await this.journals();
    const problems: Problem[] = [];
    let changed = false;
    let day: string | undefined;
    for (const [journal, { bytes, differ }] of [["account", account], ["session", session]] as const) {
      if (differ) problems.push({ code: "journal-copies", where: journal });
      if (!bytes.length) continue;
      const loaded = core.load(journal, bytes);
      if (loaded.problem) problems.push(loaded.problem);
      changed ||= !!loaded.changed;
      day = loaded.day;
    }
    this.core = core;
    old?.drop();
    return { problems, changed, kept: session.bytes.length > 0, day };
  }

  /** Whether these journals can be opened here, whole; nothing is changed by it. */
  trial({ account, session }: { account: Uint8Array; session: Uint8Array }): Loaded {
    const core = this._fresh();
    const first: Loaded = account.length ? core.load("account", account) : {};
    const loaded = first.problem ? first : core.load("session", session);
    core.drop();
    return loaded.problem || loaded.records ? loaded : { problem: { code: "journal-header" } };
  }

  /** The valid records of either journal. */
  async journals() {
    const count = (journal: "account" | "session", account?: Uint8Array) => (bytes: Uint8Array) => {
      const trial = this._fresh();
      if (account) trial.load("account", account);
      const records = trial.load(journal, bytes).records ?? 0;
      trial.drop();
      return records;
    };
    const read = (journal: "account" | "session", account?: Uint8Array) => this._storage.read(journal, !this._rest, count(journal, account));
    for (let account = await read("account");;) {
      const session = await read("session", account.bytes);
      if (!session.bytes.length) return { account, session };
      // Another tab may have stored into both between the two looks: what a session did, its account has.
      const again = await read("account");
      if (again.bytes.length === account.bytes.length) return { account, session };
      account = again;
    }
  }

  private _fresh(): Core {
    const { flow, fingerprints } = this._guide;
    const core = new Core(this._module!);
    const { problem } = core.open({ flow, fingerprints, account: this._host.account });
    if (problem) {
      core.drop();
      this._host.tell("stegvis-error", problem);
      throw problem.code;
    }
    for (const [name, bytes] of this._tables) core.tables(name, bytes);
    return core;
  }

  /** The core's second half, and the code and words of later steps. */
  more(use: (more: More) => void): Promise<void> {
    return (this._more ??= this._load(use).catch((error) => {
      this._more = undefined;
      throw error;
    }));
  }

  private async _load(use: (more: More) => void): Promise<void> {
    const [rest, more] = await Promise.all([this._get("core.rest.wasm"), this._chunk<More>("more")]);
    use(more);
    this._storage.copies(more.copies);
    await this._module?.join(rest);
    this._rest = rest;
  }

  /** The code, words and tables of forms. */
  forms(use: (forms: Forms) => void): Promise<void> {
    return (this._forms ??= Promise.all([this._get("tables/addresses.txt"), this._get("tables/bank.txt"), this._chunk<Forms>("forms")]).then(([addresses, bank, forms]) => {
      this._tables = [["addresses", new Uint8Array(addresses)], ["bank", new Uint8Array(bank)]];
      for (const [name, bytes] of this._tables) this.core?.tables(name, bytes);
      use(forms);
    }).catch((error) => {
      this._forms = undefined;
      throw error;
    }));
  }

  private async _chunk<T>(name: string): Promise<T> {
    const { beside, nearest } = this._given;
    const { locale } = this._messages;
    const [module, words] = await Promise.all([import(beside(name + ".js")) as Promise<T>, this._get(`ui/${nearest(locale)}.${name}.ftl`)]);
    // The reader may have changed the language meanwhile.
    if (locale !== this._messages.locale) return this._chunk(name);
    this._messages.add(new TextDecoder().decode(words), name);
    return module;
  }

  private async _get(name: string): Promise<ArrayBuffer> {
    const response = await fetch(this._given.beside(name));
    if (!response.ok) throw new Error(`${response.status} ${name}`);
    return response.arrayBuffer();
  }
}
