// The core and what comes with it: started in its first half while the first question is read, opened
// from what is on disk, and made whole with the code and words of later steps when the first of them is
// near. It takes what the reader does one event at a time: the core decides, storage keeps it, then it
// is shown and its effects run.
import { boot, Core, type Loaded, type Module } from "../core/core.ts";
import { stamped, today, type Happened } from "./event.ts";
import type { Frame } from "../view/layout.ts";
import type { Given, Host } from "../loading/host.ts";
import { join, type Record_ } from "../storage/record-format.ts";
import type { Mistake } from "../view/step-context.ts";
import { openStorage } from "../storage/page-storage.ts";
import { memory } from "../view/widget.ts";
import { mark } from "../storage/presence.ts";
import type { Effect, Outcome, Problem, View } from "../core/types.ts";

type More = typeof import("../entry/steps.ts");
type Forms = typeof import("../entry/form.ts");

/** What stood on disk. */
interface Opened {
  problems: Problem[];
  changed: boolean;
  kept: boolean;
  day?: string;
}

/** Where things are shown. */
export interface Screen {
  readonly frame: Frame;
  live(): boolean;
  /** One job after another. One that fails fails alone. */
  enqueue(job: () => Promise<void>): Promise<void>;
  /** `by` is the event that led here; none where it is only shown again. */
  show(view: View, by?: string, travel?: boolean): void;
  /** The browser's Back came to an entry that can't be shown. */
  stay(): void;
  notice(id: string): void;
  /** Told to the page as an event, and to the reader in words. */
  problem(problem: Problem, notice: string): void;
  fail(mistakes: Mistake[]): void;
  giveUp(code: string, detail: string): void;
}

/** The records that the core gives out with its last answer. */
function outgoing(core: Core, { append = [] }: Outcome): Record_[] {
  const bytes = core.outgoing();
  let at = 0;
  return append.map(({ journal, sequence, bytes: length }) => ({
    journal,
    sequence,
    bytes: bytes.slice(at, (at += length)),
  }));
}

export class Engine {
  core?: Core;
  private _screen: Screen;
  private _host: Host;
  private _given: Given;
  private _storage: ReturnType<typeof openStorage>;
  private _acted = false;
  private _module?: Module;
  private _rest?: ArrayBuffer;
  private _tables: [name: string, bytes: Uint8Array][] = [];
  private _more?: Promise<void>;
  private _forms?: Promise<void>;

  constructor(screen: Screen, host: Host, given: Given) {
    this._screen = screen;
    this._host = host;
    this._given = given;
    this._storage = openStorage(host.account, screen.frame.guide.name, memory, () => this._elsewhere());
  }

  /** Starts, and shows where the reader is; `kept` where something of ours was stored before. */
  async begin(kept: boolean): Promise<void> {
    await this._boot();
    if (kept) {
      mark();
      await this.more();
    }
    try {
      await this._reopen();
    } catch (error) {
      if (this._rest || typeof error === "string") throw error;
      await this._whole();
    }
  }

  close(): void {
    this._storage.close();
    this.core?.drop();
    this.core = undefined;
  }

  /** What is kept of this guide: the account's journal, then the session's. */
  async exported(): Promise<Uint8Array> {
    await this.more();
    const { account, session } = await this._journals();
    return join([account.bytes, session.bytes]);
  }

  /** Goes on where such a journal ends; gives the mistake that speaks against one that was not tried before. */
  async imported(bytes: Uint8Array, tried: boolean): Promise<Problem | undefined> {
    await this.more();
    const { problem } = tried ? {} : this.trial(bytes);
    if (problem) return problem;
    const unstored = await this._storage.replace(this._screen.frame.carried!.split(bytes));
    if (unstored) return { ...unstored, code: "storage-" + unstored.code };
    await this._reopen();
  }

  /** Whether such a journal can be opened here, whole; nothing is changed by it. */
  trial(bytes: Uint8Array): Loaded {
    const { account, session } = this._screen.frame.carried!.split(bytes);
    const core = this._fresh();
    const first: Loaded = account.length ? core.load("account", account) : {};
    const loaded = first.problem ? first : core.load("session", session);
    core.drop();
    return loaded.problem || loaded.records ? loaded : { problem: { code: "journal-header" } };
  }

  async dispatch(event: Happened, travel = false): Promise<void> {
    // The first event of a visit finds all that it needs in the core's first half; all later ones wait for the second.
    if (this._acted) await this.more();
    const sent = stamped(event);
    let outcome: Outcome;
    try {
      outcome = this.core!.dispatch(sent);
    } catch (error) {
      if (this._rest) throw error;
      await this._whole();
      outcome = this.core!.dispatch(sent);
    }
    this._acted = true;
    const core = this.core!;
    if (outcome.problem) return travel ? this._screen.stay() : this._refused(event, outcome);
    const records = outgoing(core, outcome);
    let by = event.kind;
    // This browser's own account answers at once: a change and its answer are stored together or not at all.
    const [effect] = (!this._host.adapter && outcome.effects) || [];
    if (effect) {
      const answered = core.dispatch(
        stamped({ kind: "committed", node: event.node, value: { of: effect.key } }),
      );
      if (!answered.problem) {
        records.push(...outgoing(core, answered));
        outcome = answered;
        by = "committed";
      }
    }
    if ((await this._storage.append(records)) === "conflict") {
      this._screen.notice("notice-elsewhere");
      await this.more();
      return this._reopen();
    }
    if (this._storage.inMemory) this._screen.notice("notice-memory");
    if (event.kind === "draft" || !outcome.view) return;
    try {
      await this._need(outcome.view);
    } catch (error) {
      return this._screen.giveUp("load-failed", String(error));
    }
    this._screen.show(outcome.view.kind === "fill" ? core.view(today()) : outcome.view, by, travel);
    // An effect whose answer is unknown is still there; its own run asks again.
    if (by === "confirm" || by === "undo") this._carryOut(outcome.effects ?? []);
  }

  /** A change under way ends with an answer of the adapter. */
  private _carryOut(effects: Effect[]): void {
    const { frame, live } = this._screen;
    for (const effect of effects) {
      void this._screen.enqueue(async () => {
        await this.more();
        await frame.carryOut!(frame, this._host.adapter, effect, live, ({ kind, value }) =>
          this.dispatch({ kind, node: frame.view.node, value: { ...value, of: effect.key } }),
        );
      });
    }
  }

  private _refused(event: Happened, outcome: Outcome): void {
    const verdicts = outcome.verdicts ?? [];
    const { messages } = this._screen.frame;
    if (verdicts.length) {
      return this._screen.fail(
        verdicts.map(({ field, verdict }) => ({
          at: "field-" + field,
          text: () =>
            messages.explain("verdict", verdict.code ?? "", {
              ...verdict.args,
              field: messages.say("field-" + field, {}, field),
            }),
        })),
      );
    }
    if (event.kind !== "draft") this._screen.problem(outcome.problem!, "notice-failed");
  }

  private async _boot(): Promise<void> {
    const [glue, first] = await this._given.core;
    this._module = await boot(glue, first);
    if (this._rest) await this._module.join(this._rest);
  }

  /** It went another way than a first visit of the demo does: from what is on disk, with the whole core. */
  private async _whole(): Promise<void> {
    await this.more();
    await this._boot();
    await this._reopen();
  }

  /** Opens everything from disk and shows where the reader is. */
  private async _reopen(): Promise<void> {
    const { problems, changed, kept, day } = await this._open();
    this._screen.frame.since = day;
    for (const problem of problems) this._screen.problem(problem, "notice-journal");
    if (changed) await this.dispatch({ kind: "guide-changed", node: "" });
    const core = this.core!;
    await this._need(core.view(today()));
    this._screen.show(core.view(today()));
    if (kept) this._carryOut(core.effects());
  }

  /** Another tab has stored something: what is on disk counts. */
  private _elsewhere(): void {
    if (!this._module) return;
    void this._screen
      .enqueue(async () => {
        await this.more();
        const { frame } = this._screen;
        const { node } = frame.view;
        await this._reopen();
        if (frame.view.node !== node) {
          this._screen.notice("notice-elsewhere");
          frame.render();
        }
      })
      .catch(() => {});
  }

  /** The guide, opened over the journals as they are on disk. */
  private async _open(): Promise<Opened> {
    const core = this._fresh();
    const old = this.core;
    const { account, session } = await this._journals();
    const problems: Problem[] = [];
    let changed = false;
    let day: string | undefined;
    for (const [journal, { bytes, problems: found }] of [
      ["account", account],
      ["session", session],
    ] as const) {
      problems.push(...found);
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

  /** The valid records of either journal. */
  private async _journals() {
    const read = (journal: "account" | "session") => this._storage.read(journal, !this._rest);
    for (let account = await read("account"); ;) {
      const session = await read("session");
      if (!session.bytes.length) return { account, session };
      // Another tab may have stored into both between the two looks: what a session did, its account has.
      const again = await read("account");
      if (again.bytes.length === account.bytes.length) return { account, session };
      account = again;
    }
  }

  private _fresh(): Core {
    const { flow, fingerprints } = this._screen.frame.guide;
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

  /** The code and words of what a view shows. */
  private async _need(view: View): Promise<void> {
    if (!this._screen.frame.kinds[view.kind] || view.reasons.length || view.moved) await this.more();
    if (view.kind === "fill") await this._formed();
  }

  /** The core's second half, and the code and words of later steps. */
  more(): Promise<void> {
    return (this._more ??= this._load().catch((error) => {
      this._more = undefined;
      throw error;
    }));
  }

  private async _load(): Promise<void> {
    const [rest, more] = await Promise.all([this._get("core.rest.wasm"), this._chunk<More>("steps")]);
    more.add(this._screen.frame);
    this._storage.recover(more.recover);
    await this._module?.join(rest);
    this._rest = rest;
  }

  /** The code, words and tables of forms. */
  private _formed(): Promise<void> {
    return (this._forms ??= Promise.all([
      this._get("tables/addresses.txt"),
      this._get("tables/bank.txt"),
      this._chunk<Forms>("form"),
    ])
      .then(([addresses, bank, forms]) => {
        this._tables = [
          ["addresses", new Uint8Array(addresses)],
          ["bank", new Uint8Array(bank)],
        ];
        for (const [name, bytes] of this._tables) this.core?.tables(name, bytes);
        forms.add(this._screen.frame, { draft: (value) => this._draft(value) });
      })
      .catch((error) => {
        this._forms = undefined;
        throw error;
      }));
  }

  /** What stands in a form, without secrets, is kept as the reader leaves a field. */
  private _draft(value: Record<string, unknown>): void {
    const { frame } = this._screen;
    const { node } = frame.view;
    void this._screen
      .enqueue(async () => {
        if (frame.view.node === node) await this.dispatch({ kind: "draft", node, value });
      })
      .catch(() => {});
  }

  private async _chunk<T>(name: string): Promise<T> {
    const { beside, nearest } = this._given;
    const { messages } = this._screen.frame;
    const { locale } = messages;
    const [module, words] = await Promise.all([
      import(beside(name + ".js")) as Promise<T>,
      this._get(`ui/${nearest(locale)}.${name}.ftl`),
    ]);
    // The reader may have changed the language meanwhile.
    if (locale !== messages.locale) return this._chunk(name);
    messages.add(new TextDecoder().decode(words), name);
    return module;
  }

  private async _get(name: string): Promise<ArrayBuffer> {
    const response = await fetch(this._given.beside(name));
    if (!response.ok) throw new Error(`${response.status} ${name}`);
    return response.arrayBuffer();
  }
}
