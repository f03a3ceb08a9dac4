// The widget's controller: shows views, hands events on to the session, and moves the focus. It alone
// writes the view model. The session is not among what the first question waits for.
import { render } from "lit-html";
import type { FieldVerdict, Offer, Problem, View } from "../core/types.ts";
import type { Glue } from "../core/module.ts";
import type { Environment } from "../loading/environment.ts";
import { partLoader, type PartLoader } from "../loading/part-loader.ts";
import { isLoadProblem, problemOf } from "../loading/problem.ts";
import { openGuide, type GuideRequest, type OpenGuide } from "../loading/open-guide.ts";
import { isPractice } from "../session/account-name.ts";
import type { AccountAdapter } from "../session/adapter.ts";
import { dayOf } from "../session/event.ts";
import type { Observer, SessionState } from "../session/observer.ts";
import type * as sessionScript from "../session/open-session.ts";
import type { Session, Travel } from "../session/session.ts";
import { sheetOf } from "../style/sheets.ts";
import controls from "../style/controls.css";
import frame from "../style/frame.css";
import prose from "../style/prose.css";
import tokens from "../style/tokens.css";
import { BrowserHistory, type Entry } from "./browser-history.ts";
import type * as languageScript from "./switch-language.ts";
import type { DomainView } from "./domain.ts";
import { layout } from "./layout.ts";
import { ask } from "./nodes/ask.ts";
import { read } from "./nodes/read.ts";
import type { Registry } from "./registry.ts";
import { ReservedSpace } from "./reserved-space.ts";
import { stepContext, type Answer, type PanelActions, type StepActions } from "./step-context.ts";
import type { Mistake, StepState, ViewModel } from "./view-model.ts";

/** The element that a widget is for. */
export interface Host extends HTMLElement {
  src: string;
  account: string;
  locale: string;
  adapter?: AccountAdapter;
  /** Begins the widget again, from what is stored. */
  reopen(): void;
  /** Dispatches an event of the element. */
  emit(type: string, detail: unknown): void;
}

/** Requests of the loader that are under way when the widget starts. */
export interface LoaderOpening extends GuideRequest {
  /** True if this browser holds anything of ours; undefined if it doesn't say so at once. */
  returning?: boolean;
}

export interface Opening extends LoaderOpening {
  /** The same, once all places were looked into. */
  stored: Promise<boolean>;
  environment: Environment;
}

/** Requests of the element to its widget. */
export interface Widget {
  /** The view that is shown. */
  readonly view: View;
  exportJournal(): Promise<Uint8Array>;
  importJournal(bytes: Uint8Array): Promise<Problem | undefined>;
  forget(): Promise<Problem | undefined>;
  /** Shows the same in the language of a request; `restart` is called where that is another guide. */
  translate(request: () => GuideRequest, restart: () => void): void;
  stop(): void;
}

/**
 * Takes the article's place; `live` says whether the widget is still wanted. Rejects, with the article as it
 * was, where that can't be done.
 */
export async function startWidget(
  host: Host,
  root: ShadowRoot,
  opening: Opening,
  live: () => boolean,
): Promise<Widget> {
  const parts = partLoader(opening.resources, opening.environment);
  // The first answer needs the core; the first question doesn't, so the core doesn't compete with it.
  const core = Promise.all([opening.guide, opening.messages]).then(() =>
    Promise.all([
      parts.script<Glue>("core.js"),
      parts.get("core.wasm", "arrayBuffer"),
      parts.script<typeof sessionScript>("session.js"),
    ]),
  );
  core.catch(() => {});
  const opened = await openGuide(opening, parts);
  const returning = opening.environment.unsaved.size > 0 || (opening.returning ?? (await opening.stored));
  const widget = new Controller(host, root, opening, live, opened, parts, core);
  try {
    await widget.begin(returning);
  } catch (error) {
    widget.stop();
    throw error;
  }
  return widget;
}

export class Controller implements Widget, Observer {
  opened: OpenGuide;
  _host: Host;
  private _root: ShadowRoot;
  _opening: Opening;
  _live: () => boolean;
  _parts: PartLoader;
  /** Counts wishes for another language: the last one counts. */
  private _wishes = 0;
  readonly _model: ViewModel;
  private _registry: Registry;
  declare private _domain?: DomainView;
  _history: BrowserHistory;
  _session: Promise<Session>;
  /** The same, once it is there. */
  declare _started?: Session;
  private _space = new ReservedSpace();
  private _mount = document.createElement("div");
  private _drawn = true;
  private _timers = new Map<string, () => void>();
  private _actions: StepActions & PanelActions;
  /** The guides that led here (next-guide.ts). */
  declare guides?: unknown;

  constructor(
    host: Host,
    root: ShadowRoot,
    opening: Opening,
    live: () => boolean,
    opened: OpenGuide,
    parts: PartLoader,
    core: Promise<[Glue, ArrayBuffer, typeof sessionScript]>,
  ) {
    const { environment } = opening;
    this._host = host;
    this._root = root;
    this._opening = opening;
    this._live = live;
    this.opened = opened;
    this._parts = parts;
    const model: ViewModel = (this._model = {
      view: opened.guide.first as View,
      shown: false,
      step: {},
      notices: [],
      busy: false,
      article: "shut",
    });
    this._registry = {
      renderers: { ask, read },
      above: [],
      before: [],
      below: [],
      session: {},
      addDomains: (domains) => {
        this._domain = domains[opened.guide.flow.domain ?? ""];
        this._useDomainWords();
      },
      addStyle: (text) => {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(text, environment.sheets)];
        // The panels that come with it are drawn when its words are there too.
        queueMicrotask(() => this._draw());
      },
    };
    const key = `${host.account}/${opened.guide.name}`;
    this._history = new BrowserHistory(window, key, environment.after, (entry, by) =>
      this._travelled(entry, by),
    );
    this._actions = {
      dispatch: (offer, answer) => this._dispatch(offer, answer),
      set: (change) => this._set(change),
      remember(change) {
        model.step = { ...model.step, ...change };
      },
      after: (name, milliseconds, job) => this._after(name, milliseconds, job),
      fail: (mistakes) => this._fail(mistakes),
      attempt: (job) => {
        try {
          job();
        } catch (error) {
          this._restart(error);
        }
      },
      emit: (type, detail) => host.emit(type, detail),
      back: () => this._back(),
      showArticle: (article) => {
        this._act();
        this._change({ article });
      },
      report: (error) => this.failed(error),
      toggleSummary: () => void this._toggleSummary().catch(this._actions.report),
      retry: () => host.reopen(),
    };
    this._session = core.then(([glue, first, { openSession }]) => {
      if (!live()) throw "stopped";
      const { _registry: registry } = this;
      return (this._started = openSession({
        host,
        opening,
        opened,
        parts,
        observer: this,
        registry,
        glue,
        first,
      }));
    });
  }

  get view(): View {
    return this._model.view;
  }

  /**
   * A first visit sees the guide's first question at once; a reader who comes back, where they were. One who
   * comes back where the browser can't say so at once sees the first question until storage was looked into.
   */
  async begin(returning: boolean): Promise<void> {
    const { first } = this.opened.guide;
    if (!returning && first && this._registry.renderers[first.kind]) this.show(first);
    const begun = this._session
      .then((session) => session.begin(returning || this._opening.stored))
      .catch((error) => {
        if (!this._live()) return;
        // A reader who comes back misses the widget.
        if (!this._model.shown && !(returning && first)) throw error;
        this.unusable(error);
      });
    if (!this._model.shown) await begun;
  }

  async exportJournal(): Promise<Uint8Array> {
    return (await this._session).transfer(({ exportJournals }, on) => exportJournals(on));
  }

  async importJournal(bytes: Uint8Array): Promise<Problem | undefined> {
    return (await this._session).transfer(({ importJournals }, on) => importJournals(on, bytes));
  }

  async forget(): Promise<Problem | undefined> {
    return (await this._session).transfer(({ forget }, on) => forget(on));
  }

  translate(request: () => GuideRequest, restart: () => void): void {
    const wish = ++this._wishes;
    const wanted = () => wish === this._wishes && this._live();
    this._parts
      .script<typeof languageScript>("language.js")
      .then(({ switchLanguage }) => {
        if (wanted()) return switchLanguage(this, request(), this._parts, wanted, restart);
      })
      .catch((error) => wanted() && this.failed(error));
  }

  /** Shows the same with these words. */
  setLanguage({ guide, messages }: OpenGuide): void {
    // The session and the scripts of later steps read it from the same place.
    this.opened.guide = guide;
    this.opened.messages = messages;
    this._useDomainWords();
    this._set({ status: "" });
    this._draw();
  }

  stop(): void {
    const { _root: root } = this;
    this._leaveStep();
    this._history.stop();
    this._started?.close();
    this._space.release();
    root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, 1);
    root.replaceChildren(document.createElement("slot"));
  }

  show(view: View, event?: string, options?: Travel): void {
    if (!this._live()) return;
    const before = this._model.shown ? this._model.view : undefined;
    const moved = !before || before.node !== view.node;
    const turned = moved || before.state !== view.state || before.left?.undone !== view.left?.undone;
    if (moved) this._leaveStep(event);
    const { fields = view.form?.fields } = this._model.step;
    const reasons = view.reasons.map((reason): Mistake => {
      const at = fields?.some(({ id }) => id === reason.field) ? "field-" + reason.field : undefined;
      return { ...reason, kind: "reason", at };
    });
    if (turned || reasons.length) this._set({ mistakes: reasons });
    this._change({ view, busy: this._model.busy && !event });
    if (moved && before && event) {
      if (options?.travelled || event === "back") this._history.settle(view.node);
      else this._history.forward(before.node, view.node);
    }
    if (!this._model.shown) this._takeOver();
    this._draw();
    if (before && event) {
      if (reasons.length) this._focus(".mistakes");
      else if (turned && view.state !== "pending") this._focus(".heading");
    }
    if (moved) {
      this._host.emit("stegvis-step", { node: view.node, kind: view.kind });
      if (view.kind === "outcome") this._host.emit("stegvis-done", { outcome: view.outcome });
    }
  }

  travelRefused(): void {
    this._history.settle(this._model.view.node);
  }

  invalid(verdicts: FieldVerdict[]): void {
    this._fail(
      verdicts.map(({ field, verdict: { code = "", args } }) => {
        return { at: "field-" + field, kind: "verdict", code, args, field };
      }),
    );
  }

  notice(id: string, { shown = true } = {}): void {
    const others = this._model.notices.filter((notice) => notice !== id);
    if (shown !== others.length < this._model.notices.length)
      this._change({ notices: shown ? [...others, id] : others });
  }

  problem(problem: Problem, notice?: string): void {
    this._host.emit("stegvis-error", problem);
    if (notice) this.notice(notice);
  }

  failed(error: unknown): void {
    const problem = problemOf(error, "widget-failed");
    if (problem.code === "core-failed") this.unusable(problem);
    else this.problem(problem, isLoadProblem(problem) ? "notice-load" : "notice-failed");
  }

  /** The article comes back, whole. */
  unusable(error: unknown): void {
    if (this._model.article === "alone") return;
    const problem = problemOf(error, "widget-failed");
    this.problem(problem);
    if (!this._model.shown) this._takeOver();
    this._act();
    this._change({ article: "alone", retry: /^(load|storage)-/.test(problem.code) });
  }

  update(change: SessionState): void {
    this._change(change);
  }

  private _dispatch(offer: Offer | undefined, answer?: Answer, options?: Travel): void {
    if (!offer) return;
    const dispatched = async () => (await this._session).dispatch({ ...offer, ...answer }, options);
    if (offer.kind === "draft") return void dispatched().catch(() => {});
    if (this._model.busy && !options?.travelled) return;
    this._act();
    this._set({ mistakes: [] });
    const notices = this._model.notices.filter((id) => !/load|failed/.test(id));
    this._change({ busy: true, notices });
    dispatched()
      .catch((error) => {
        if (this._live()) this.failed(error);
      })
      .finally(() => this._change({ busy: false }));
  }

  _useDomainWords(): void {
    this.opened.messages.format.domainWords = this._domain?.words;
  }

  private _fail(mistakes: Mistake[]): void {
    this._act();
    this._set({ mistakes });
    this._change({ busy: false });
    this._draw();
    if (mistakes.length) this._focus(".mistakes");
  }

  /** The step is left: what belonged to it alone ends, and so do the notices that the reader has seen. */
  _leaveStep(event?: string): void {
    for (const end of this._timers.values()) end();
    this._timers.clear();
    const { notices, lastVisit } = this._model;
    this._change({
      step: {},
      notices: notices.filter((id) =>
        event && event !== "committed" ? id === "notice-memory" : id !== "notice-failed",
      ),
      lastVisit: event ? undefined : lastVisit,
    });
  }

  private _after(name: string, milliseconds: number, job: () => void): void {
    this._timers.get(name)?.();
    this._timers.set(name, this._opening.environment.after(milliseconds, job));
  }

  private _takeOver(): void {
    this._model.shown = true;
    this._model.article = "reserved";
    const sheet = sheetOf(tokens + frame + prose + controls, this._opening.environment.sheets);
    this._space.take(this._host, this._root, this._mount, sheet, () => this._act());
  }

  /** The reader acts: the article's height is no longer held. */
  _act(): void {
    this._space.release();
    if (this._model.article === "reserved") this._change({ article: "shut" });
  }

  private _set(change: Partial<StepState>): void {
    this._change({ step: { ...this._model.step, ...change } });
  }

  /** Writes the view model, and draws before the browser paints. Several changes are one drawing. */
  _change(change: Partial<ViewModel>): void {
    const model = this._model;
    const keys = Object.keys(change) as (keyof ViewModel)[];
    if (keys.every((key) => change[key] === model[key])) return;
    Object.assign(model, change);
    if (!this._drawn) return;
    this._drawn = false;
    queueMicrotask(() => this._drawn || this._draw());
  }

  private _draw(): void {
    this._drawn = true;
    const { article, shown } = this._model;
    if (!shown || !this._live()) return;
    const { messages } = this.opened;
    try {
      render(
        layout(() => this._context(), this._registry),
        this._mount,
      );
      if (messages.missing) this.unusable({ code: "message-missing", where: messages.missing });
    } catch (error) {
      // A half drawn step can't be gone on with.
      this._mount = document.createElement("div");
      this._root.replaceChildren(article === "alone" ? document.createElement("slot") : this._mount);
      if (article !== "alone") this._restart(error);
    }
  }

  /** The core broke, or the page; the second time the article comes back. */
  private _restart(error: unknown): void {
    if (!this._started) return this.unusable(error);
    this._started.restart(error).catch((error) => this._live() && this.unusable(error));
  }

  private _context() {
    return stepContext({
      model: this._model,
      opened: this.opened,
      domain: this._domain,
      session: this._started,
      practice: !!this.opened.guide.flow.domain && isPractice(this._host),
      day: dayOf(this._opening.environment.now()),
      root: this._root,
      actions: this._actions,
    });
  }

  _focus(selector: string): void {
    const { _root: root } = this;
    const focused = root.querySelector<HTMLElement>(selector);
    focused?.focus({ preventScroll: true });
    // Another node is seen from its top.
    const seen = selector === ".heading" ? root.querySelector(".frame") : focused;
    const top = seen?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight * 0.7) seen?.scrollIntoView();
  }

  private _back(): void {
    const { back } = this._model.view.offers;
    this._history.back(() => this._dispatch(back));
  }

  /** The browser's Back or Forward brought the reader to an entry. */
  _travelled(entry: Entry, by: number): void {
    const { view, shown } = this._model;
    if (!shown || entry.node === view.node) return;
    const done = { review: "done", fill: "filled" }[view.kind as string];
    if (by > 0 && view.state !== "open" && view.offers.answer && done)
      this._dispatch(view.offers.answer, { choice: done }, { travelled: true });
    else this._dispatch({ kind: "go-to", node: entry.node }, {}, { travelled: true });
  }

  private async _toggleSummary(): Promise<void> {
    await (await this._session).load();
    const summaryOpen = !this._model.step.summaryOpen;
    this._act();
    this._set({ summaryOpen });
    this._draw();
    if (summaryOpen) this._focus(".stuck");
  }
}
