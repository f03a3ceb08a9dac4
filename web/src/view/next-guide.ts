// An outcome leads into another guide: the file beside `src`, in the same locale. It is opened in this
// guide's place, over the same account, with a session of its own; the article is its article. Back returns.
// An entry of the browser's history says which guides led to the one that it shows, so that a reload stays.
import { html } from "lit-html";
import { blocks, inlines, plain } from "../guide/article.ts";
import { isGuideName, type GuideFile } from "../guide/guide-file.ts";
import { openGuide, type OpenGuide } from "../loading/open-guide.ts";
import { problemOf } from "../loading/problem.ts";
import type { View } from "../core/types.ts";
import type { Observer } from "../session/observer.ts";
import type { openSession, OpenSessionOptions } from "../session/open-session.ts";
import type { Session } from "../session/session.ts";
import { noteWaiting, takeWaiting } from "../session/waiting-guide.ts";
import type { BrowserHistory, Entry } from "./browser-history.ts";
import type { PanelContext } from "./step-context.ts";
import type { Controller } from "./widget.ts";

/** The members of the widget that are used here: the build shortens these names as it does in widget.js. */
type Shared =
  | "_act"
  | "_change"
  | "_focus"
  | "_history"
  | "_host"
  | "_leaveStep"
  | "_live"
  | "_model"
  | "_opening"
  | "_parts"
  | "_session"
  | "_started"
  | "_travelled"
  | "_useDomainWords";
type Widget = Pick<Controller, Shared | "guides" | "opened" | keyof Observer>;

/** The names of the guides that led here, and this one's; none for the guide at `src`. */
type Path = readonly string[];

interface Going {
  /** A session that was there before begins again. */
  fresh?: boolean;
  /** A new entry of the browser's history is for it. */
  push?: boolean;
  /** Only where an operation is under way there. */
  waits?: boolean;
}

/** The address of a guide beside the one at `src`, or of its article's page. */
export function besideAddress(src: string, name: string, locale: string, end = ".json"): string {
  return new URL(`${name}.${locale}${end}`, src).href;
}

/** The guides of one widget. */
class NextGuides {
  path: Path = [];
  private _widget: Widget;
  private _opened = new Map<string, OpenGuide>();
  private _first: string;
  private _going: Promise<unknown> = Promise.resolve();

  constructor(widget: Widget) {
    this._widget = widget;
    this._first = widget.opened.guide.name;
    this._opened.set(this._first, widget.opened);
    const travelled = ({ state }: PopStateEvent) => {
      if (!widget._live()) return removeEventListener("popstate", travelled);
      const path = this.pathIn(state);
      if (path && path.join() !== this.path.join()) this.go(path).catch((error) => widget.failed(error));
    };
    addEventListener("popstate", travelled);
  }

  /** The words for the guide that led here. */
  get before(): string {
    const opened = this._opened.get(this.path.at(-2) ?? this._first);
    return opened ? plain(opened.guide.text.title) : "";
  }

  /** The guides that an entry of the browser's history names; undefined where the entry isn't ours. */
  pathIn(state: unknown): Path | undefined {
    const { stegvis = {} } = (state ?? {}) as { stegvis?: Record<string, Entry | undefined> };
    const entry = stegvis[this._key("guides")] ?? (stegvis[this._key()] && { node: "" });
    const path = entry && String(entry.node).split(" ").filter(Boolean);
    return path?.every(isGuideName) ? path : undefined;
  }

  /** Shows the last guide of a path. Rejects, and the guide that is shown stays, where it can't be opened. */
  go(path: Path, going: Going = {}): Promise<void> {
    const gone = this._going.then(() => this._go(path, going));
    this._going = gone.catch(() => {});
    return gone;
  }

  /** Returns to the guide that led here. */
  back(): void {
    const { _widget: widget, path } = this;
    const before = path.slice(0, -1);
    const direct = () => {
      if (this.path === path) this.go(before, { push: true }).catch((error) => widget.failed(error));
    };
    // The entry below the first one of a guide is the one that led to it.
    if (this.pathIn(history.state)?.join() !== path.join() || this._entry()?.depth) return direct();
    widget._opening.environment.after(500, direct);
    history.back();
  }

  private async _go(path: Path, { fresh, push, waits }: Going): Promise<void> {
    const widget = this._widget;
    widget._act();
    widget._change({ busy: true });
    let session: Session | undefined;
    try {
      const opened = await this._load(path.at(-1) ?? this._first);
      const calls: [keyof Observer, unknown[]][] = [];
      session = await this._open(opened, calls);
      await session.begin(true);
      const shown = () => calls.findLast(([name]) => name === "show")?.[1][0] as View | undefined;
      const { restart } = shown()?.offers ?? {};
      if (fresh && restart) await session.dispatch(restart, { travelled: true });
      const view = shown();
      if (!view) throw calls.find(([name]) => name === "unusable")?.[1][0] ?? { code: "widget-failed" };
      if (!widget._live()) throw "stopped";
      if (waits && !/pending|action/.test(view.state)) throw "stopped";
      if (push) this._push(path, opened.guide.name);
      this.path = path;
      this._take(opened, session);
      for (const [name, args] of calls)
        if (name !== "show" && !(fresh && name === "update"))
          (widget[name] as (...args: unknown[]) => void)(...args);
      this._show(view);
    } catch (error) {
      if (session && widget._started !== session) session.close();
      throw error;
    } finally {
      widget._change({ busy: false });
    }
  }

  /** The guide of that name, and its messages. */
  private async _load(name: string): Promise<OpenGuide> {
    const { opened, _host: host, _parts: parts, _opening: opening } = this._widget;
    const { locale, scripts } = opened.messages;
    const before = this._opened.get(name);
    const same = before?.messages.locale === locale && before.guide.locale === opened.guide.locale;
    if (before && (same || name === this._first)) return before;
    const src = besideAddress(new URL(host.src, document.baseURI).href, name, opened.guide.locale);
    const { resources, messagesFile, words } = opening;
    const guessed = messagesFile(locale);
    const [guide, messages] = [resources.get<GuideFile>(src, "json"), resources.get(guessed, "text")];
    messages.catch(() => {});
    const request = { resources, guide, messages, guessed, locale, words, messagesFile };
    const other = await openGuide(request, parts);
    const { flow } = other.guide;
    if (other.guide.name !== name || flow.domain !== opened.guide.flow.domain)
      throw { code: "load-damaged", where: src };
    for (const script of scripts)
      other.messages.add(await parts.get(messagesFile(other.messages.locale, script), "text"), script);
    this._opened.set(name, other);
    return other;
  }

  /** A session over the guide. Until it is shown, all that it says is in `calls`. */
  private async _open(opened: OpenGuide, calls: [keyof Observer, unknown[]][]): Promise<Session> {
    const { _parts: parts, _session } = this._widget;
    const options = (await _session)._options as unknown as OpenSessionOptions;
    const observer = new Proxy({} as Observer, {
      get:
        (_target, name: keyof Observer) =>
        (...args: unknown[]) =>
          void calls.push([name, args]),
    });
    const script = await parts.script<{ openSession: typeof openSession }>("session.js");
    return script.openSession({ ...options, opened, observer, beside: true });
  }

  private _take(opened: OpenGuide, session: Session): void {
    const widget = this._widget;
    widget._leaveStep("next");
    widget._started?.close();
    widget._history.stop();
    widget.opened = opened;
    widget._started = session;
    widget._session = Promise.resolve(session);
    session._options.observer = widget;
    const { after } = widget._opening.environment;
    // Its class is in the widget's script.
    const History = widget._history.constructor as typeof BrowserHistory;
    widget._history = new History(window, this._key(""), after, (entry, by) => widget._travelled(entry, by));
    widget._useDomainWords();
  }

  private _show(view: View): void {
    const { _widget: widget, path } = this;
    const { title, blocks: text } = widget.opened.guide.text;
    const { shown } = widget._model;
    widget._change({
      // A node of another guide may have the same name.
      view: { ...widget._model.view, node: "" },
      text: path.length
        ? html`<div class="prose"><h2>${inlines(title)}</h2>${blocks(text)}</div>`
        : undefined,
    });
    widget.show(view);
    if (shown) widget._focus(".heading");
    const { name, locale } = widget.opened.guide;
    widget._host.emit("stegvis-guide", { guide: name, locale, title: plain(title) });
    const entry = this._entry();
    if (entry && entry.node !== view.node) widget._travelled(entry, -1);
  }

  /** Names the first guide, and the account. */
  get name(): string {
    return this._key();
  }

  private _key(of?: string): string {
    const name = of === "" ? (this.path.at(-1) ?? this._first) : this._first + (of ? "/" + of : "");
    return `${this._widget._host.account}/${name}`;
  }

  /** The entry of the guide that is shown, in the browser's history. */
  private _entry(): Entry | undefined {
    return (history.state as { stegvis?: Record<string, Entry> } | null)?.stegvis?.[this._key("")];
  }

  private _push(path: Path, name: string): void {
    const { state } = history;
    if (state !== null && Object.getPrototypeOf(state) !== Object.prototype) return;
    const entry = (path: Path) => ({ [this._key("guides")]: { depth: path.length, node: path.join(" ") } });
    const write = (how: "pushState" | "replaceState", more: object) =>
      history[how]({ ...state, stegvis: { ...state?.stegvis, ...more } }, "");
    try {
      write("replaceState", entry(this.path));
      write("pushState", { ...entry(path), [`${this._widget._host.account}/${name}`]: undefined });
    } catch {
      // Too many entries in a short time, or a sandboxed iframe: the button goes back all the same.
    }
  }
}

const guidesOf = (widget: Widget): NextGuides => (widget.guides ??= new NextGuides(widget)) as NextGuides;

/** The widget of a step, or of a session. */
const widgetOf = (session: Session | undefined) => session?._options.observer as Widget | undefined;

/** Leads into the guide that the outcome names. Where it can't be opened, this one stays, and says so. */
export async function leadOn(step: PanelContext): Promise<void> {
  const widget = widgetOf(step.session);
  const { next } = step.view;
  if (!widget || !next || step.working) return;
  const guides = guidesOf(widget);
  step.set({ nextFailed: false });
  try {
    await guides.go([...guides.path, next], { fresh: true, push: true });
  } catch (error) {
    if (!widget._live()) return;
    widget.problem(problemOf(error, "widget-failed"));
    step.set({ nextFailed: true, status: step.say("next-failed") });
  }
}

/** The title of the guide that led to the one that is shown, and the way back to it. */
export function ledFrom({ session }: PanelContext): { title: string; back(): void } | undefined {
  const guides = widgetOf(session)?.guides as NextGuides | undefined;
  return guides?.path.length ? { title: guides.before, back: () => guides.back() } : undefined;
}

/** The step waits for a person at the bank: a new load comes back to it, in whichever guide it is. */
export function waitsHere({ session }: PanelContext): void {
  const guides = widgetOf(session)?.guides as NextGuides | undefined;
  if (guides?.path.length) noteWaiting(guides.name, guides.path);
}

/** A reader who comes back is in the guide that the entry of the browser's history names. */
export async function resume(session: Session): Promise<boolean> {
  const widget = widgetOf(session)!;
  const first = !widget.guides;
  const guides = guidesOf(widget);
  const noted = first ? takeWaiting(guides.name) : [];
  const before = guides.pathIn(history.state);
  const path = before ?? noted;
  if (!first || !path.length) return false;
  try {
    if (!widget.opened.guide.text.next?.includes(path[0])) throw { code: "load-failed", where: path[0] };
    await guides.go(path, before ? {} : { waits: true, push: true });
    return true;
  } catch (error) {
    if (error === "stopped") return false;
    widget.problem(problemOf(error, "widget-failed"), "notice-next");
    return false;
  }
}
