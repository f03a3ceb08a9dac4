// One reader's run through a guide, one event at a time: the core decides, storage keeps the records, then
// the view is shown and effects run. A first visit runs on the core's first half until its second event.
import { Core, type Dispatched } from "../core/core.ts";
import type { Effect, Outcome, Problem, View } from "../core/types.ts";
import type { Environment } from "../loading/environment.ts";
import type { LaterScripts } from "../loading/later-scripts.ts";
import type { OpenGuide } from "../loading/open-guide.ts";
import { noteStored } from "../storage/presence.ts";
import { isLoadProblem } from "../loading/problem.ts";
import { isHosted } from "./account-name.ts";
import type { AccountAdapter } from "./adapter.ts";
import { dayOf, stamp, stamped, type Happened } from "./event.ts";
import type { HostAccount } from "./host-account.ts";
import type { Journals, JournalStore } from "./journals.ts";
import type { SessionParts, Transfer } from "./later-parts.ts";
import type { Observer } from "./observer.ts";
import type { Snapshots } from "./snapshots.ts";

/** The origin of an event: the browser's Back or Forward may have led to it. */
export interface Travel {
  travelled?: boolean;
}

export interface SessionOptions {
  host: {
    /** The name of the account that the guide is for. */
    readonly account: string;
    /** The host's account; without one it is in this browser. The page may set it at any time. */
    readonly adapter?: AccountAdapter;
    /** Of "keep": "answers" keeps no account of the host in this browser. */
    getAttribute?(name: string): string | null;
    /** Dispatches an event of the element. */
    emit?(type: string, detail: unknown): void;
  };
  opening: { environment: Pick<Environment, "now" | "randomize" | "after" | "unsaved"> };
  opened: OpenGuide;
  observer: Observer;
  registry: { readonly session: SessionParts };
  scripts: Pick<LaterScripts, "boot" | "module" | "need" | "steps" | "tables" | "whole">;
  store: JournalStore;
  /** Another guide has led to this one. */
  beside?: boolean;
}

/** Milliseconds between two looks at what other tabs store, while they go on with it. */
const rest = 200;

/** The outcome of an event; a conflict where another tab had stored something in its place. */
export type Decided = Dispatched & { conflict?: boolean };
/** Decides, and has the records stored. */
export type Decide = (append: JournalStore["append"]) => Promise<Decided>;

export class Session {
  /** The guide as it is by now; undefined until the session is begun. */
  declare core?: Core;
  _options: SessionOptions;
  declare _journals?: Journals;
  private _queue: Promise<unknown> = Promise.resolve();
  _closed = false;
  private _dispatched = false;
  /** The account knows an answer to the node that is shown. */
  private _known = false;
  _node = "";
  /** The view that is shown. */
  declare _view?: View;
  /** Other tabs act too, and the look at what they have stored that is to come. */
  _others = false;
  _heard = false;
  /** Another tab has everything removed, and the reader hears of it once it is. */
  private _removed = false;
  /** The next look waits a little. */
  private _rests = false;
  private _tables: string[] = [];
  declare _snapshots?: Snapshots;
  /** The page's own account, where the guide is for one. */
  declare _account?: HostAccount;
  /** The host's account here lacks a change that the host has carried out. */
  declare _behind?: boolean;
  declare _cancellation?: AbortController;
  /** The key of the effect that is asked about, and whether it was to be carried out once more meanwhile. */
  declare _underWay?: string;
  declare _again?: boolean;
  /** Ends the wait that an effect is in. */
  declare _wake?: () => void;
  /** The core, whole, has broken once. */
  _broken = false;
  /** An event that is stored, while what its view is drawn with couldn't be loaded. */
  declare _unshown?: { happened: Happened; options?: Travel };
  /** Conflicts, one after another, while no tab stored anything. */
  _conflicts = 0;
  /** The most records that were held at a conflict. */
  _mostStored = 0;

  constructor(options: SessionOptions) {
    this._options = options;
  }

  /** Starts, and shows where the reader is; `returning` where anything of ours was stored before. */
  begin(returning: boolean | Promise<boolean>): Promise<void> {
    return this._enqueue(async () => {
      const { scripts } = this._options;
      await scripts.boot();
      if (await returning) {
        noteStored();
        await this._load();
      }
      try {
        await this._open();
        if (this._hosted) void this._load().catch(() => {});
      } catch (error) {
        if (typeof (error as Problem).code === "string") throw error;
        await this._openWhole(error);
      }
    });
  }

  /** Hands an event on to the core; `travelled` where the browser's Back or Forward led to it. */
  dispatch(happened: Happened, options?: Travel): Promise<void> {
    const { _view: view } = this;
    return this._enqueue(async () => {
      const { turns } = this._options.registry.session;
      if (this._others && turns?.isLate(this, happened, view))
        return this._options.observer.notice("notice-elsewhere");
      // An act is late where the reader has left its node, as by the Back of the browser or another tab.
      if (happened.node === this._node || /go-to|change/.test(happened.kind))
        await this._dispatch(happened, options);
    });
  }

  /** Loads what later steps need. */
  load(): Promise<void> {
    return this._enqueue(() => this._load());
  }

  /** Shows what another tab has stored; `removed` where it has everything removed. */
  reload(removed?: boolean): void {
    const { scripts, observer, opening } = this._options;
    if (!scripts.module) return;
    this._others = this._heard = true;
    // Behind the first step, something of the reader's goes with it.
    this._removed ||= !!removed && !!this._view?.offers.restart;
    if (this._rests) return;
    this._rests = true;
    opening.environment.after(rest, () => {
      this._rests = false;
      if (this._heard && !this._closed) this.reload();
    });
    void this._enqueue(async () => {
      await this._load();
      if (!this._heard) return;
      this._heard = false;
      const node = this._node;
      await this._open(true);
      const gone = this._removed && !this._view!.offers.restart;
      if (gone) this._removed = false;
      if (gone || this._node !== node) observer.notice(gone ? "notice-forgotten" : "notice-elsewhere");
    }).catch(() => {});
  }

  /** The core broke: it is started again over what is stored. Rejects where it did so before. */
  restart(error: unknown): Promise<void> {
    return this._enqueue(() => this._openWhole(error));
  }

  /** Calls the effect off that is under way. */
  cancelEffect(): void {
    this._cancellation?.abort();
  }

  /** Does something with the journals as a whole, with what comes with the later scripts. */
  transfer<T>(use: (transfer: Transfer, session: Session) => Promise<T>): Promise<T> {
    return this._enqueue(async () => {
      await this._load();
      return use(this._options.registry.session.transfer!, this);
    });
  }

  close(): void {
    this._closed = true;
    this._snapshots?.stop();
    this._account?.stop();
    this._options.store.close();
    this.core?.drop();
    this.core = undefined;
  }

  /** The guide is for an account that the page brings. */
  get _hosted(): boolean {
    const { host, opened } = this._options;
    return !!opened.guide.flow.domain && isHosted(host);
  }

  get _today(): string {
    return dayOf(this._options.opening.environment.now());
  }

  /** One job after another. One that fails fails alone; rejects with "stopped" once the session is closed. */
  _enqueue<T>(job: () => Promise<T>): Promise<T> {
    const done = this._queue.then(() => {
      if (this._closed) throw "stopped";
      return job();
    });
    this._queue = done.catch(() => {});
    return done;
  }

  async _dispatch(happened: Happened, options?: Travel): Promise<void> {
    const { observer, store, host, opening, registry } = this._options;
    // The first event of a visit finds all that it needs in the core's first half, unless the account knows
    // answers to further questions too.
    if (this._dispatched || this._known || this._hosted) await this._load();
    await this._account?.arrived();
    const { kind } = happened;
    if (this._unshown && kind !== "draft" && (await registry.session.faults!.catchUp(this, happened))) return;
    const settled = (kind === "confirm" || kind === "undo") && !host.adapter;
    const event = stamped(happened, opening.environment);
    const answer = settled ? stamp(opening.environment) : undefined;
    const outcome = await this._decide(happened, async (append) => {
      const decided = this.core!.dispatch(event, answer);
      this._dispatched = true;
      if (decided.problem) return decided;
      const records = this._account?.toStore(decided.records) ?? decided.records;
      return { ...decided, conflict: (await append(records)) === "conflict" };
    });
    if (!outcome) return;
    if (outcome.problem)
      return options?.travelled ? observer.travelRefused() : this._refuse(happened, outcome);
    if (outcome.conflict) {
      await this._load();
      return registry.session.faults!.reopen(this);
    }
    this._conflicts = 0;
    this._behind = outcome.behind;
    this._snapshots?.stored(outcome.records);
    if (store.inMemory) observer.notice("notice-memory");
    if (kind === "draft" || !outcome.view) return;
    try {
      await this._show(outcome.view, kind, options);
    } catch (error) {
      if (!isLoadProblem(error)) return observer.unusable(error);
      this._unshown = { happened, options };
      throw error;
    }
    // The next steps are loaded while the reader looks at this one.
    void this._load().catch(() => {});
    // An effect whose answer is unknown is still there; its own run asks again.
    if (kind !== "confirm" && kind !== "undo") return;
    void registry.session.keep?.(observer);
    this._carryOut(outcome.effects ?? []);
  }

  /** undefined where the event was meant for what is shown no more. */
  private async _decide(happened: Happened, decide: Decide): Promise<Decided | undefined> {
    const { store, registry } = this._options;
    const alone = () => decide((records) => store.append(records));
    const withOthers = this._others && this._journals && !this._hosted;
    try {
      return await (withOthers ? registry.session.turns!.inTurn(this, happened, decide) : alone());
    } catch (error) {
      await this._openWhole(error);
      return alone();
    }
  }

  private _refuse(happened: Happened, { verdicts = [], problem }: Outcome): void {
    const { observer } = this._options;
    if (verdicts.length) observer.invalid(verdicts);
    else if (happened.kind !== "draft") observer.problem(problem!, "notice-failed");
  }

  /** Shows a view, once all is there that it is drawn with. */
  async _show(view: View, event?: string, options?: Travel): Promise<void> {
    const { scripts, observer, opened } = this._options;
    if (await scripts.need(view, this._tables)) {
      this._addTables(this.core!);
      view = this.core!.view(this._today);
    }
    this._node = view.node;
    this._view = view;
    this._known =
      view.choices.some(({ known }) => known) &&
      opened.guide.flow.nodes.filter(({ known }) => known).length > 1;
    if (!this._closed) observer.show(view, event, options);
  }

  /** Each ends with an answer of the adapter. Until then the core takes no act of the reader. */
  _carryOut(effects: Effect[], resumed = false): void {
    const { observer, registry } = this._options;
    for (const effect of effects) {
      void this._load()
        .then(() => registry.session.effects!.carryOutOf(this, effect, resumed))
        .catch((error) => {
          if (!this._closed) observer.failed(error);
        });
    }
  }

  /**
   * A first visit needs more than the core's first half has, or the core broke: another core, whole, opens
   * what is stored. Rejects with "core-failed" where that one broke too.
   */
  async _openWhole(error: unknown): Promise<void> {
    const { scripts, observer } = this._options;
    if (scripts.whole) {
      const problem = { code: "core-failed", detail: String(error) };
      if (this._broken) throw problem;
      this._broken = true;
      observer.problem(problem);
    }
    await this._load();
    await scripts.boot();
    await this._open();
  }

  /** Opens everything and shows where the reader is; `follows` where all that the core has is stored. */
  async _open(follows = false): Promise<void> {
    const { scripts, registry } = this._options;
    if (scripts.whole) return registry.session.open!(this, follows);
    // Nothing was ever stored here.
    this.core = this._newCore();
    await this._show(this.core.view(this._today));
  }

  _newCore(): Core {
    const { host, opened, scripts } = this._options;
    const { flow, fingerprints } = opened.guide;
    const core = new Core(scripts.module!);
    const { problem, tables = [] } = core.open({ flow, fingerprints, account: host.account });
    if (problem) {
      core.drop();
      throw problem;
    }
    this._tables = tables;
    this._addTables(core);
    return core;
  }

  private _addTables(core: Core): void {
    const { scripts } = this._options;
    for (const [name, bytes] of scripts.tables) {
      const { problem } = core.tables(name, bytes);
      if (!problem) continue;
      scripts.tables = [];
      throw { code: "load-damaged", where: name, detail: problem.code };
    }
  }

  private async _load(): Promise<void> {
    const { scripts, store, registry, host, opening } = this._options;
    await scripts.steps();
    const { recover, Journals, Snapshots, HostAccount } = registry.session;
    store.recover(recover!);
    if (this._hosted) this._account ??= new HostAccount!(this);
    this._journals ??= new Journals!(this);
    this._snapshots ??= new Snapshots!({
      account: host.account,
      store,
      after: opening.environment.after,
      core: () => this.core,
    });
  }
}
