// The widget: shows the view, sends what the reader does to the core one event at a time, stores
// before it acts, and moves the focus. Everything that a reader reads comes from messages.
import { render } from "lit-html";
import { boot, Core, type Module } from "./core.ts";
import { ask, here, type Adapter } from "./adapter.ts";
import { draw, type Frame } from "./frame.ts";
import { Steps, type Mark } from "./history.ts";
import { Messages } from "./messages.ts";
import { join, Storage, stored, type Record_ } from "./storage.ts";
import { shared } from "./style/sheets.ts";
import tokens from "./style/tokens.css";
import frameStyle from "./style/frame.css";
import prose from "./style/prose.css";
import controls from "./style/controls.css";
import * as askNode from "./nodes/ask.ts";
import * as readNode from "./nodes/read.ts";
import type { GuideFile, Kind, Mistake } from "./stage.ts";
import type { Effect, Offer, Outcome, Problem, View } from "./types.ts";

/** What the loader has asked for already. */
export interface Given {
  guide: Promise<GuideFile>;
  words: Promise<string>;
  wordsIn: string;
  again(locale: string): Promise<string>;
  nearest(locale: string): string;
  beside(name: string): string;
  core: Promise<[Parameters<typeof boot>[0], ArrayBuffer]>;
}

export interface Host extends HTMLElement {
  account: string;
  locale: string;
  adapter?: Adapter;
  tell(type: string, detail: unknown): void;
}

export interface Widget {
  readonly view: View;
  exportJournal(): Promise<Uint8Array>;
  stop(): void;
}

// Later chunks take lit-html from here instead of bringing it along.
export { html, noChange, nothing, _$LH } from "lit-html";

type Event_ = Offer & { choice?: string; value?: unknown };

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The reader's date, by their own clock and time zone. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** Takes the article over. Rejects, with the article as it was, where that can't be done. */
export async function start(host: Host, root: ShadowRoot, given: Given, live: () => boolean): Promise<Widget> {
  const [guide, kept] = await Promise.all([given.guide, stored()]);
  if (guide?.guide !== 1) throw "guide-version";
  const { locale: written, text, flow } = guide;
  if (!flow?.nodes || !flow.lists || typeof written !== "string" || !text?.parts || !text.blocks || !text.title) throw "guide-shape";
  const locale = host.locale || guide.locale;
  const messages = new Messages(locale, guide.locale);
  messages.add(await given.again(locale));
  messages.addGuide(guide.text.messages ?? "");
  const run = new Run(host, root, given, guide, messages, live);
  try {
    await run.begin(kept);
  } catch (error) {
    run.stop();
    throw error;
  }
  return run;
}

class Run implements Widget {
  private _host: Host;
  private _root: ShadowRoot;
  private _given: Given;
  private _guide: GuideFile;
  private _messages: Messages;
  private _live: () => boolean;
  private _storage: Storage;
  private _steps: Steps;
  private _module?: Module;
  private _core?: Core;
  private _queue: Promise<void> = Promise.resolve();
  private _kinds: Record<string, Kind> = { ask: askNode, read: readNode };
  private _room = new CSSStyleSheet();
  private _frame: Frame;
  private _shown = false;
  private _acted = false;
  private _more?: Promise<void>;
  private _forms?: Promise<void>;
  private _tables?: Uint8Array;
  private _rest?: ArrayBuffer;
  private _mount = document.createElement("div");

  constructor(host: Host, root: ShadowRoot, given: Given, guide: GuideFile, messages: Messages, live: () => boolean) {
    this._host = host;
    this._root = root;
    this._given = given;
    this._guide = guide;
    this._messages = messages;
    this._live = live;
    this._storage = new Storage(host.account, guide.name, () => this._elsewhere());
    this._steps = new Steps(`${host.account}/${guide.name}`, (mark, by) => this._travel(mark, by));
    const run = this;
    this._frame = {
      view: guide.first as View, guide, messages, root,
      local: {}, mistakes: [], notices: [], busy: false, article: "shut", status: "", stuck: false, kinds: this._kinds,
      get core() { return run._core; },
      get day() { return today(); },
      render: () => this._render(),
      act: () => this._act(),
      send: (offer, choice, value) => this._send(offer, choice, value),
      back: () => this._back(),
      fail: (mistakes) => this._fail(mistakes),
      stuckPressed: () => void this._stuck(),
      event: (type, detail) => host.tell(type, detail),
      style: (text) => { root.adoptedStyleSheets = [...root.adoptedStyleSheets, shared(text)]; },
    };
  }

  /** A first visit sees the guide's first question at once; a reader who comes back, where they were. */
  async begin(kept: boolean): Promise<void> {
    const first = this._guide.first;
    if (!kept && first && this._kinds[first.kind]) this._show(first);
    const ready = this._enqueue(async () => {
      try {
        await this._boot();
        if (kept) await this._needMore();
        try {
          await this._reopen();
        } catch (error) {
          if (this._rest || typeof error === "string") throw error;
          await this._whole();
        }
      } catch (error) {
        if (!this._live()) return;
        if (!this._shown) throw error;
        this._giveUp(typeof error === "string" ? error : "load-failed", String(error));
      }
    });
    if (!this._shown) await ready;
    else ready.catch(() => {});
  }

  get view(): View { return this._frame.view; }

  async exportJournal(): Promise<Uint8Array> {
    let bytes = new Uint8Array();
    await this._enqueue(async () => {
      await this._needMore();
      const { account, session } = await this._journals();
      bytes = join([account.bytes, session.bytes]) as typeof bytes;
    });
    return bytes;
  }

  stop(): void {
    this._frame.kinds[this._frame.view?.kind]?.leave?.();
    this._steps.stop();
    this._storage.close();
    this._core?.drop();
    this._core = undefined;
    this._root.adoptedStyleSheets = this._root.adoptedStyleSheets.slice(0, 1);
    this._root.replaceChildren(document.createElement("slot"));
  }

  /** One at a time, in order. A job that fails fails alone. */
  private _enqueue(job: () => Promise<void>): Promise<void> {
    const done = this._queue.then(() => (this._live() ? job() : undefined));
    this._queue = done.catch(() => {});
    return done;
  }

  /** Opens everything from disk and shows where the reader is. */
  private async _reopen(): Promise<void> {
    const core = this._open();
    const old = this._core;
    const { account, session } = await this._journals();
    const problems: Problem[] = [];
    let changed = false;
    for (const [journal, { bytes, differ }] of [["account", account], ["session", session]] as const) {
      if (differ) problems.push({ code: "journal-copies", where: journal });
      if (!bytes.length) continue;
      const loaded = core.load(journal, bytes);
      if (loaded.problem) problems.push(loaded.problem);
      changed ||= !!loaded.changed;
    }
    this._core = core;
    old?.drop();
    for (const problem of problems) this._problem(problem, "notice-journal");
    if (changed) await this._dispatch({ kind: "guide-changed", node: "" });
    await this._need(core.view(today()));
    this._show(core.view(today()));
    if (session.bytes.length) for (const effect of core.effects()) void this._enqueue(() => this._run(effect));
  }

  /** The valid records of either journal, as they are on disk. */
  private async _journals() {
    const count = (journal: "account" | "session", account?: Uint8Array) => (bytes: Uint8Array) => {
      const trial = this._open();
      if (account) trial.load("account", account);
      const records = trial.load(journal, bytes).records ?? 0;
      trial.drop();
      return records;
    };
    const account = await this._storage.read("account", !this._rest, count("account"));
    return { account, session: await this._storage.read("session", !this._rest, count("session", account.bytes)) };
  }

  /** It went another way than a first visit of the demo does: from what is on disk, with the whole core. */
  private async _whole(): Promise<void> {
    await this._needMore();
    await this._boot();
    await this._reopen();
  }

  private async _boot(): Promise<void> {
    this._module = await boot(...(await this._given.core));
    if (this._rest) await this._module.join(this._rest);
  }

  private _open(): Core {
    const core = new Core(this._module!);
    const { problem } = core.open({
      flow: this._guide.flow, fingerprints: this._guide.fingerprints, account: this._host.account });
    if (problem) {
      core.drop();
      this._host.tell("stegvis-error", problem);
      throw problem.code;
    }
    if (this._tables) core.tables("addresses", this._tables);
    return core;
  }

  private _send(offer: Offer | undefined, choice?: string, value?: unknown, travel = false): void {
    if (!offer || (this._frame.busy && !travel)) return;
    this._act();
    this._frame.busy = true;
    this._frame.mistakes = [];
    this._render();
    this._enqueue(() => this._dispatch({ ...offer, choice, value }, travel))
      .catch((error) => this._problem({ code: "widget-failed", detail: String(error) }, "notice-failed"))
      .finally(() => {
        this._frame.busy = false;
        if (this._live()) this._render();
      });
  }

  /** One event: the core decides, storage keeps it, then it is shown and its effects run. */
  private async _dispatch(event: Event_, travel = false): Promise<void> {
    // The first event of a visit finds all that it needs in the core's first half; all later ones wait for the second.
    if (this._acted) await this._needMore();
    const id = hex(crypto.getRandomValues(new Uint8Array(16)));
    const sent = { v: 1, id, at: Date.now(), day: today(), ...event };
    let outcome: Outcome;
    try {
      outcome = this._core!.dispatch(sent);
    } catch (error) {
      if (this._rest) throw error;
      await this._whole();
      outcome = this._core!.dispatch(sent);
    }
    this._acted = true;
    const core = this._core!;
    // Where the browser's Back can't lead, what is shown stays, and the entry is its own.
    if (outcome.problem) return travel ? this._steps.settle(this._frame.view.node) : this._refused(event, outcome);
    const bytes = core.outgoing();
    const records: Record_[] = [];
    let at = 0;
    for (const { journal, sequence, bytes: length } of outcome.append ?? []) {
      records.push({ journal, sequence, bytes: bytes.slice(at, (at += length)) });
    }
    if ((await this._storage.append(records)) === "conflict") {
      this._notice("notice-elsewhere");
      await this._needMore();
      return this._reopen();
    }
    if (this._storage.inMemory) this._notice("notice-memory");
    if (event.kind === "draft" || !outcome.view) return;
    try {
      await this._need(outcome.view);
    } catch (error) {
      return this._giveUp("load-failed", String(error));
    }
    this._show(outcome.view.kind === "fill" ? core.view(today()) : outcome.view, event.kind, travel);
    // An effect whose answer is unknown is still there; its own run asks again.
    if (event.kind !== "confirm" && event.kind !== "undo") return;
    for (const effect of outcome.effects ?? []) void this._enqueue(() => this._run(effect));
  }

  /** Asks the adapter, again after a while where it can't say; the key stays the same. */
  private async _run(effect: Effect): Promise<void> {
    const adapter = this._host.adapter ?? here;
    this._frame.busy = true;
    this._render();
    for (let wait = 1000; this._live(); wait *= 2) {
      const answer = await ask(adapter, effect);
      if (answer.kind !== "unknown" || wait === 1000) {
        await this._dispatch({ kind: answer.kind, node: this._frame.view.node, value: { ...answer.value, of: effect.key } });
      }
      if (answer.kind !== "unknown") break;
      this._notice("notice-unknown");
      this._render();
      await new Promise((resolve) => setTimeout(resolve, Math.min(wait, 30000)));
    }
    this._frame.busy = false;
    if (this._live()) this._render();
  }

  private _refused(event: Event_, outcome: Outcome): void {
    const verdicts = outcome.verdicts ?? [];
    if (verdicts.length) {
      return this._fail(verdicts.map(({ field, verdict }) => ({
        at: "field-" + field,
        text: this._messages.explain("verdict", verdict.code ?? "", { ...verdict.args, field: this._messages.say("field-" + field, {}, field) }) })));
    }
    if (event.kind === "draft") return;
    this._problem(outcome.problem!, "notice-failed");
  }

  /** Told to the page as an event, and to the reader in words. */
  private _problem(problem: Problem, notice: string): void {
    this._host.tell("stegvis-error", problem);
    this._notice(notice);
    if (this._shown) this._render();
  }

  private _notice(id: string): void {
    if (!this._frame.notices.includes(id)) this._frame.notices.push(id);
  }

  private _fail(mistakes: Mistake[]): void {
    this._act();
    this._frame.mistakes = mistakes;
    this._render();
    if (mistakes.length) this._focus(".mistakes");
  }

  /** `by` is the event that led here; none where it is only shown again. */
  private _show(view: View, by?: string, travel = false): void {
    if (!this._live()) return;
    const frame = this._frame;
    const before = this._shown ? frame.view : undefined;
    const moved = !before || before.node !== view.node;
    const turned = moved || before.state !== view.state;
    if (moved) {
      if (before) frame.kinds[before.kind]?.leave?.();
      frame.local = {};
      frame.notices = frame.notices.filter((one) => one === "notice-memory" || one === "notice-elsewhere" && !by);
      frame.stuck = false;
      frame.status = "";
    }
    if (turned) frame.mistakes = [];
    frame.view = view;
    if (view.reasons.length) {
      frame.mistakes = view.reasons.map(({ code, args }) => ({ text: this._messages.explain("reason", code, args) }));
    }
    if (moved && before && by) {
      if (travel || by === "back") this._steps.settle(view.node);
      else this._steps.forward(before.node, view.node);
    }
    if (!this._shown) this._takeOver();
    this._render();
    if (before && by) {
      if (view.reasons.length) this._focus(".mistakes");
      else if (turned && view.state !== "pending") this._focus(".heading");
    }
    if (moved) {
      this._host.tell("stegvis-step", { node: view.node, kind: view.kind });
      if (view.kind === "outcome") this._host.tell("stegvis-done", { outcome: view.outcome });
      if (by) void this._needMore().catch(() => {});
    }
  }

  /** The box keeps the article's size until the reader acts: the room that is left shows the article. */
  private _takeOver(): void {
    this._shown = true;
    const { width, height } = this._host.getBoundingClientRect();
    this._root.replaceChildren(this._mount);
    this._frame.article = "room";
    this._room.replaceSync(`.frame{min-block-size:${height}px}`);
    const [host, ...later] = this._root.adoptedStyleSheets;
    this._root.adoptedStyleSheets = [host, shared(tokens + frameStyle + prose + controls), this._room, ...later];
    // A turned screen or a dragged edge makes that size void.
    const watch = new ResizeObserver(([{ contentRect }]) => {
      if (Math.abs(contentRect.width - width) < 1) return;
      watch.disconnect();
      this._room.replaceSync("");
      if (this._frame.article === "room") this._frame.article = "shut";
      this._render();
    });
    watch.observe(this._host);
  }

  private _act(): void {
    this._room.replaceSync("");
    if (this._frame.article === "room") this._frame.article = "shut";
  }

  private _render(): void {
    if (this._shown && this._live()) render(draw(this._frame), this._mount);
  }

  private _focus(selector: string): void {
    const target = this._root.querySelector<HTMLElement>(selector);
    target?.focus({ preventScroll: true });
    const top = this._root.querySelector(".frame")?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight * 0.7) this._root.querySelector(".frame")?.scrollIntoView({ block: "start" });
  }

  private _back(): void {
    const { back } = this._frame.view.offers;
    this._steps.back(() => this._send(back));
  }

  /** The browser's Back or Forward brought the reader to an entry. */
  private _travel(mark: Mark, by: number): void {
    const { view } = this._frame;
    if (!this._shown || mark.node === view.node) return;
    const plain = { review: "done", fill: "filled" }[view.kind as string];
    if (by > 0 && view.state !== "open" && view.offers.answer && plain) {
      this._send(view.offers.answer, plain, undefined, true);
    } else {
      this._send({ kind: "go-to", node: mark.node }, undefined, undefined, true);
    }
  }

  /** Another tab has stored something: what is on disk counts. */
  private _elsewhere(): void {
    if (!this._module) return;
    void this._enqueue(async () => {
      await this._needMore();
      const { node } = this._frame.view;
      await this._reopen();
      if (this._frame.view.node !== node) {
        this._notice("notice-elsewhere");
        this._render();
      }
    }).catch(() => {});
  }

  private async _stuck(): Promise<void> {
    await this._needMore();
    await this._enqueue(async () => {});
    this._frame.stuck = !this._frame.stuck;
    this._act();
    this._render();
    if (this._frame.stuck) this._focus(".told");
  }

  private async _need(view: View): Promise<void> {
    if (!this._kinds[view.kind] || view.reasons.length || view.moved) await this._needMore();
    if (view.kind === "fill") {
      await (this._forms ??= this._chunk("forms.js", "forms", (module) => (module as typeof import("./forms.ts")).add(
        this._frame, { draft: (value) => this._draft(value) }), "tables/addresses.txt")
        .catch((error) => { this._forms = undefined; throw error; }));
    }
  }

  /** The core's second half, and the code and words of later steps. */
  private _needMore(): Promise<void> {
    return (this._more ??= this._loadMore().catch((error) => {
      this._more = undefined;
      throw error;
    }));
  }

  private async _loadMore(): Promise<void> {
    const [rest] = await Promise.all([
      this._get("core.rest.wasm"),
      this._chunk("more.js", "more", (module) => {
        const more = module as typeof import("./more.ts");
        more.add(this._frame);
        this._storage.copies(more.copies);
      }),
    ]);
    await this._module?.join(rest);
    this._rest = rest;
  }

  private async _get(name: string): Promise<ArrayBuffer> {
    const response = await fetch(this._given.beside(name));
    if (!response.ok) throw new Error(`${response.status} ${name}`);
    return response.arrayBuffer();
  }

  /** Code and words of later steps, when first needed. */
  private async _chunk(script: string, words: string, use: (module: unknown) => void, tables?: string): Promise<void> {
    const { beside, nearest } = this._given;
    const locale = nearest(this._host.locale || this._guide.locale);
    const [module, source, rows] = await Promise.all([
      import(beside(script)), this._get(`ui/${locale}.${words}.ftl`), tables && this._get(tables)]);
    this._messages.add(new TextDecoder().decode(source));
    if (rows) {
      this._tables = new Uint8Array(rows);
      this._core?.tables("addresses", this._tables);
    }
    use(module);
  }

  /** What stands in a form, without secrets, is kept as the reader leaves a field. */
  private _draft(value: Record<string, unknown>): void {
    const { node } = this._frame.view;
    void this._enqueue(async () => {
      if (this._frame.view.node === node) await this._dispatch({ kind: "draft", node, value });
    }).catch(() => {});
  }

  /** The article comes back, whole. */
  private _giveUp(code: string, detail: string): void {
    this._host.tell("stegvis-error", { code, detail });
    this._act();
    this._frame.article = "alone";
    this._render();
  }
}
