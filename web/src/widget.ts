// The widget: shows the view, sends what the reader does to the core one event at a time, stores
// before it acts, and moves the focus. Everything that a reader reads comes from messages.
import { render } from "lit-html";
import { Engine } from "./engine.ts";
import { stamped, today, type Happened } from "./event.ts";
import { draw, type Frame } from "./frame.ts";
import { Steps, type Mark } from "./history.ts";
import type { Given, Host, Widget } from "./host.ts";
import { Messages } from "./messages.ts";
import { Room } from "./room.ts";
import { join, remembered, Storage, type Record_ } from "./storage.ts";
import { shared } from "./style/sheets.ts";
import tokens from "./style/tokens.css";
import frameStyle from "./style/frame.css";
import prose from "./style/prose.css";
import controls from "./style/controls.css";
import * as askNode from "./nodes/ask.ts";
import * as readNode from "./nodes/read.ts";
import type { GuideFile, Kind, Mistake } from "./stage.ts";
import type { Effect, Offer, Outcome, Problem, View } from "./types.ts";

// Later chunks take lit-html from here instead of bringing it along.
export { html, noChange, nothing, svg, _$LH } from "lit-html";

/** Takes the article over. Rejects, with the article as it was, where that can't be done. */
export async function start(host: Host, root: ShadowRoot, given: Given, live: () => boolean): Promise<Widget> {
  const [[guide, messages], stored] = await Promise.all([words(host, given), given.stored]);
  const kept = stored || remembered();
  const run = new Run(host, root, given, guide, messages, live);
  try {
    await run.begin(kept);
  } catch (error) {
    run.stop();
    throw error;
  }
  return run;
}

/** A guide that can be shown, and all that it needs to say its first question. */
export async function words(host: Host, given: Given): Promise<[GuideFile, Messages]> {
  const guide = await given.guide;
  if (guide?.guide !== 1) throw "guide-version";
  const { locale: written, text, flow } = guide;
  if (!flow?.nodes || !flow.lists || typeof written !== "string" || !text?.parts || !text.blocks || !text.title) throw "guide-shape";
  const locale = host.locale || written;
  const messages = new Messages(locale, written);
  messages.add(await given.again(locale));
  messages.addGuide(text.messages ?? "");
  return [guide, messages];
}

class Run implements Widget {
  private _host: Host;
  private _root: ShadowRoot;
  private _guide: GuideFile;
  private _messages: Messages;
  private _live: () => boolean;
  private _storage: Storage;
  private _steps: Steps;
  private _engine: Engine;
  private _queue: Promise<void> = Promise.resolve();
  private _kinds: Record<string, Kind> = { ask: askNode, read: readNode };
  private _room = new Room();
  readonly frame: Frame;
  private _shown = false;
  private _acted = false;
  private _mount = document.createElement("div");

  constructor(host: Host, root: ShadowRoot, given: Given, guide: GuideFile, messages: Messages, live: () => boolean) {
    this._host = host;
    this._root = root;
    this._guide = guide;
    this._messages = messages;
    this._live = live;
    this._storage = new Storage(host.account, guide.name, () => this._elsewhere());
    this._engine = new Engine(host, given, guide, messages, this._storage);
    this._steps = new Steps(`${host.account}/${guide.name}`, (mark, by) => this._travel(mark, by));
    const engine = this._engine;
    this.frame = {
      view: guide.first as View, guide, messages, root,
      local: {}, mistakes: [], notices: [], busy: false, article: "shut", status: "", stuck: false, kinds: this._kinds,
      get core() { return engine.core; },
      get day() { return today(); },
      render: () => this._render(),
      act: () => this._act(),
      send: (offer, choice, value) => this._send(offer, choice, value),
      back: () => this._back(),
      fail: (mistakes) => this._fail(mistakes),
      stuckPressed: () => void this._stuck(),
      event: (type, detail) => host.tell(type, detail),
      exportJournal: () => this.exportJournal(),
      importJournal: (bytes) => this.importJournal(bytes),
      tryJournal: (bytes) => this._engine.trial(this.frame.carried!.split(bytes)),
      style: (text) => { root.adoptedStyleSheets = [...root.adoptedStyleSheets, shared(text)]; },
    };
  }

  /** A first visit sees the guide's first question at once; a reader who comes back, where they were. */
  async begin(kept: boolean): Promise<void> {
    const first = this._guide.first;
    if (!kept && first && this._kinds[first.kind]) this._show(first);
    const ready = this._enqueue(async () => {
      try {
        await this._engine.boot();
        if (kept) await this._needMore();
        try {
          await this._reopen();
        } catch (error) {
          if (this._engine.whole || typeof error === "string") throw error;
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

  async exportJournal(): Promise<Uint8Array> {
    let bytes = new Uint8Array();
    await this._enqueue(async () => {
      await this._needMore();
      const { account, session } = await this._engine.journals();
      bytes = join([account.bytes, session.bytes]) as typeof bytes;
    });
    return bytes;
  }

  async importJournal(bytes: Uint8Array): Promise<Problem | undefined> {
    let problem: Problem | undefined;
    await this._enqueue(async () => {
      await this._needMore();
      const { split } = this.frame.carried!;
      problem = this._engine.trial(split(bytes)).problem;
      if (problem) return;
      await this._storage.replace(split(bytes));
      await this._reopen();
    });
    return problem;
  }

  stop(): void {
    this.frame.kinds[this.frame.view?.kind]?.leave?.();
    this._steps.stop();
    this._storage.close();
    this._engine.close();
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
    const { problems, changed, kept, day } = await this._engine.open();
    this.frame.since = day;
    for (const problem of problems) this._problem(problem, "notice-journal");
    if (changed) await this._dispatch({ kind: "guide-changed", node: "" });
    const core = this._engine.core!;
    await this._need(core.view(today()));
    this._show(core.view(today()));
    if (kept) for (const effect of core.effects()) void this._enqueue(() => this._run(effect));
  }

  /** It went another way than a first visit of the demo does: from what is on disk, with the whole core. */
  private async _whole(): Promise<void> {
    await this._needMore();
    await this._engine.boot();
    await this._reopen();
  }

  private _send(offer: Offer | undefined, choice?: string, value?: unknown, travel = false): void {
    if (!offer || (this.frame.busy && !travel)) return;
    this._act();
    this.frame.busy = true;
    this.frame.mistakes = [];
    this._render();
    this._enqueue(() => this._dispatch({ ...offer, choice, value }, travel))
      .catch((error) => this._problem({ code: "widget-failed", detail: String(error) }, "notice-failed"))
      .finally(() => {
        this.frame.busy = false;
        if (this._live()) this._render();
      });
  }

  /** One event: the core decides, storage keeps it, then it is shown and its effects run. */
  private async _dispatch(event: Happened, travel = false): Promise<void> {
    // The first event of a visit finds all that it needs in the core's first half; all later ones wait for the second.
    if (this._acted) await this._needMore();
    const sent = stamped(event);
    let outcome: Outcome;
    try {
      outcome = this._engine.core!.dispatch(sent);
    } catch (error) {
      if (this._engine.whole) throw error;
      await this._whole();
      outcome = this._engine.core!.dispatch(sent);
    }
    this._acted = true;
    const core = this._engine.core!;
    // Where the browser's Back can't lead, what is shown stays, and the entry is its own.
    if (outcome.problem) return travel ? this._steps.settle(this.frame.view.node) : this._refused(event, outcome);
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

  /** A change under way ends with an answer of the adapter. */
  private async _run(effect: Effect): Promise<void> {
    await this._needMore();
    await this.frame.carryOut!(this.frame, this._host.adapter, effect, this._live, ({ kind, value }) =>
      this._dispatch({ kind, node: this.frame.view.node, value: { ...value, of: effect.key } }));
  }

  private _refused(event: Happened, outcome: Outcome): void {
    const verdicts = outcome.verdicts ?? [];
    if (verdicts.length) {
      return this._fail(verdicts.map(({ field, verdict }) => ({
        at: "field-" + field,
        text: () => this._messages.explain("verdict", verdict.code ?? "", { ...verdict.args, field: this._messages.say("field-" + field, {}, field) }) })));
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
    if (!this.frame.notices.includes(id)) this.frame.notices.push(id);
  }

  private _fail(mistakes: Mistake[]): void {
    this._act();
    this.frame.mistakes = mistakes;
    this._render();
    if (mistakes.length) this._focus(".mistakes");
  }

  /** `by` is the event that led here; none where it is only shown again. */
  private _show(view: View, by?: string, travel = false): void {
    if (!this._live()) return;
    const frame = this.frame;
    const before = this._shown ? frame.view : undefined;
    const moved = !before || before.node !== view.node;
    const turned = moved || before.state !== view.state;
    if (moved) {
      if (before) frame.kinds[before.kind]?.leave?.();
      frame.local = {};
      frame.notices = frame.notices.filter((one) => (by ? one === "notice-memory" : one !== "notice-failed"));
      frame.stuck = false;
      frame.status = "";
      if (by) frame.since = "";
    }
    if (turned) frame.mistakes = [];
    frame.view = view;
    if (view.reasons.length) {
      frame.mistakes = view.reasons.map(({ code, args }) => ({ text: () => this._messages.explain("reason", code, args) }));
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

  private _takeOver(): void {
    this._shown = true;
    this.frame.article = "room";
    this._room.take(this._host, this._root, this._mount, shared(tokens + frameStyle + prose + controls), () => {
      this._act();
      this._render();
    });
  }

  private _act(): void {
    this._room.release();
    if (this.frame.article === "room") this.frame.article = "shut";
  }

  private _render(): void {
    if (this._shown && this._live()) render(draw(this.frame), this._mount);
  }

  private _focus(selector: string): void {
    const target = this._root.querySelector<HTMLElement>(selector);
    target?.focus({ preventScroll: true });
    const top = this._root.querySelector(".frame")?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight * 0.7) this._root.querySelector(".frame")?.scrollIntoView({ block: "start" });
  }

  private _back(): void {
    const { back } = this.frame.view.offers;
    this._steps.back(() => this._send(back));
  }

  /** The browser's Back or Forward brought the reader to an entry. */
  private _travel(mark: Mark, by: number): void {
    const { view } = this.frame;
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
    if (!this._engine.booted) return;
    void this._enqueue(async () => {
      await this._needMore();
      const { node } = this.frame.view;
      await this._reopen();
      if (this.frame.view.node !== node) {
        this._notice("notice-elsewhere");
        this._render();
      }
    }).catch(() => {});
  }

  private async _stuck(): Promise<void> {
    await this._needMore();
    await this._enqueue(async () => {});
    this.frame.stuck = !this.frame.stuck;
    this._act();
    this._render();
    if (this.frame.stuck) this._focus(".told");
  }

  private async _need(view: View): Promise<void> {
    if (!this._kinds[view.kind] || view.reasons.length || view.moved) await this._needMore();
    if (view.kind === "fill") {
      await this._engine.forms((forms) => forms.add(this.frame, { draft: (value) => this._draft(value) }));
    }
  }

  private _needMore(): Promise<void> {
    return this._engine.more((more) => more.add(this.frame));
  }

  /** What stands in a form, without secrets, is kept as the reader leaves a field. */
  private _draft(value: Record<string, unknown>): void {
    const { node } = this.frame.view;
    void this._enqueue(async () => {
      if (this.frame.view.node === node) await this._dispatch({ kind: "draft", node, value });
    }).catch(() => {});
  }

  /** The article comes back, whole. */
  private _giveUp(code: string, detail: string): void {
    this._host.tell("stegvis-error", { code, detail });
    this._act();
    this.frame.article = "alone";
    this._render();
  }
}
