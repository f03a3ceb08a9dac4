// The widget: shows the view, hands what the reader does to the engine, and moves the focus. Everything
// that a reader reads comes from messages. The engine is not among what the first question waits for.
import { render } from "lit-html";
import type { Engine, Screen } from "../session/session.ts";
import { today } from "../session/event.ts";
import { draw, type Frame } from "./layout.ts";
import { Steps, type Mark } from "./browser-history.ts";
import type { Given, Host, Widget } from "../loading/host.ts";
import type { MemoryRecords } from "../storage/memory-backend.ts";
import { Messages } from "../i18n/messages.ts";
import { Room } from "./reserved-space.ts";
import { shared } from "../style/sheets.ts";
import tokens from "../style/tokens.css";
import frameStyle from "../style/frame.css";
import prose from "../style/prose.css";
import controls from "../style/controls.css";
import * as askNode from "./nodes/ask.ts";
import * as readNode from "./nodes/read.ts";
import type { GuideFile, Mistake } from "./step-context.ts";
import type { Offer, Problem, View } from "../core/types.ts";

// Later chunks take lit-html from here instead of bringing it along.
export { html, noChange, nothing, svg, _$LH } from "lit-html";

/** Records of journals that storage refused; shared by all widgets of the page. */
export const memory: MemoryRecords = new Map();

/** Takes the article over. Rejects, with the article as it was, where that can't be done. */
export async function start(
  host: Host,
  root: ShadowRoot,
  given: Given,
  live: () => boolean,
): Promise<Widget> {
  const [guide, messages] = await words(host, given);
  const kept = memory.size > 0 || !!(given.marked ?? (await given.stored));
  const run = new Run(host, root, given, guide, messages, live);
  try {
    await run.begin(kept, given.stored);
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
  if (
    !flow?.nodes ||
    !flow.lists ||
    typeof written !== "string" ||
    !text?.parts ||
    !text.blocks ||
    !text.title
  )
    throw "guide-shape";
  const locale = host.locale || written;
  const messages = new Messages(locale, written);
  messages.add(await given.again(locale));
  messages.addGuide(text.messages ?? "");
  return [guide, messages];
}

class Run implements Widget, Screen {
  private _host: Host;
  private _root: ShadowRoot;
  private _steps: Steps;
  private _engine?: Engine;
  private _ready: Promise<Engine>;
  private _queue: Promise<void> = Promise.resolve();
  private _room = new Room();
  readonly live: () => boolean;
  readonly frame: Frame;
  private _shown = false;
  private _mount = document.createElement("div");

  constructor(
    host: Host,
    root: ShadowRoot,
    given: Given,
    guide: GuideFile,
    messages: Messages,
    live: () => boolean,
  ) {
    this._host = host;
    this._root = root;
    this.live = live;
    this._steps = new Steps(`${host.account}/${guide.name}`, (mark, by) => this._travel(mark, by));
    const self = this;
    this.frame = {
      view: guide.first as View,
      guide,
      messages,
      root,
      local: {},
      mistakes: [],
      notices: [],
      busy: false,
      article: "shut",
      status: "",
      stuck: false,
      kinds: { ask: askNode, read: readNode },
      get core() {
        return self._engine?.core;
      },
      get day() {
        return today();
      },
      render: () => this._render(),
      act: () => this._act(),
      send: (offer, choice, value) => this._send(offer, choice, value),
      back: () => this._back(),
      fail: (mistakes) => this.fail(mistakes),
      stuckPressed: () => void this._stuck().catch(() => {}),
      event: (type, detail) => host.tell(type, detail),
      exportJournal: () => this.exportJournal(),
      takeJournal: (bytes) => this.importJournal(bytes, true),
      tryJournal: (bytes) => this._engine!.trial(bytes),
      style: (text) => {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, shared(text)];
      },
    };
    this._ready = given.core.then(([, , { Engine }]) => {
      if (!live()) throw "stopped";
      return (this._engine = new Engine(this, host, given));
    });
    this._ready.catch(() => {});
  }

  /**
   * A first visit sees the guide's first question at once; a reader who comes back, where they were. One who
   * comes back without the mark sees the first question until the places of storage have told.
   */
  async begin(kept: boolean, stored?: Promise<boolean>): Promise<void> {
    const { first } = this.frame.guide;
    if (!kept && first && this.frame.kinds[first.kind]) this.show(first);
    const ready = this.enqueue(async () => {
      try {
        await (await this._ready).begin(kept || !!(await stored));
      } catch (error) {
        if (!this.live()) return;
        if (!this._shown) throw error;
        this.giveUp(typeof error === "string" ? error : "load-failed", String(error));
      }
    });
    if (!this._shown) await ready;
    else ready.catch(() => {});
  }

  async exportJournal(): Promise<Uint8Array> {
    let bytes = new Uint8Array() as Uint8Array;
    await this.enqueue(async () => {
      bytes = await (await this._ready).exported();
    });
    return bytes;
  }

  async importJournal(bytes: Uint8Array, tried = false): Promise<Problem | undefined> {
    let problem: Problem | undefined;
    await this.enqueue(async () => {
      problem = await (await this._ready).imported(bytes, tried);
    });
    return problem;
  }

  stop(): void {
    this.frame.kinds[this.frame.view?.kind]?.leave?.();
    this._steps.stop();
    this._engine?.close();
    this._root.adoptedStyleSheets = this._root.adoptedStyleSheets.slice(0, 1);
    this._root.replaceChildren(document.createElement("slot"));
  }

  enqueue(job: () => Promise<void>): Promise<void> {
    const done = this._queue.then(() => (this.live() ? job() : undefined));
    this._queue = done.catch(() => {});
    return done;
  }

  private _send(offer: Offer | undefined, choice?: string, value?: unknown, travel = false): void {
    if (!offer || (this.frame.busy && !travel)) return;
    this._act();
    this.frame.busy = true;
    this.frame.mistakes = [];
    this._render();
    this.enqueue(async () => (await this._ready).dispatch({ ...offer, choice, value }, travel))
      .catch((error) => this.problem({ code: "widget-failed", detail: String(error) }, "notice-failed"))
      .finally(() => {
        this.frame.busy = false;
        if (this.live()) this._render();
      });
  }

  problem(problem: Problem, notice: string): void {
    this._host.tell("stegvis-error", problem);
    this.notice(notice);
    if (this._shown) this._render();
  }

  notice(id: string): void {
    if (!this.frame.notices.includes(id)) this.frame.notices.push(id);
  }

  fail(mistakes: Mistake[]): void {
    this._act();
    this.frame.mistakes = mistakes;
    this._render();
    if (mistakes.length) this._focus(".mistakes");
  }

  show(view: View, by?: string, travel = false): void {
    if (!this.live()) return;
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
      frame.mistakes = view.reasons.map(({ code, args }) => ({
        text: () => frame.messages.explain("reason", code, args),
      }));
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
      if (by) void this._engine?.more().catch(() => {});
    }
  }

  private _takeOver(): void {
    this._shown = true;
    this.frame.article = "room";
    this._room.take(
      this._host,
      this._root,
      this._mount,
      shared(tokens + frameStyle + prose + controls),
      () => {
        this._act();
        this._render();
      },
    );
  }

  private _act(): void {
    this._room.release();
    if (this.frame.article === "room") this.frame.article = "shut";
  }

  private _render(): void {
    if (this._shown && this.live()) render(draw(this.frame), this._mount);
  }

  private _focus(selector: string): void {
    const target = this._root.querySelector<HTMLElement>(selector);
    target?.focus({ preventScroll: true });
    const top = this._root.querySelector(".frame")?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight * 0.7)
      this._root.querySelector(".frame")?.scrollIntoView({ block: "start" });
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

  private async _stuck(): Promise<void> {
    await (await this._ready).more();
    await this.enqueue(async () => {});
    this.frame.stuck = !this.frame.stuck;
    this._act();
    this._render();
    if (this.frame.stuck) this._focus(".told");
  }

  stay(): void {
    this._steps.settle(this.frame.view.node);
  }

  /** The article comes back, whole. */
  giveUp(code: string, detail: string): void {
    this._host.tell("stegvis-error", { code, detail });
    this._act();
    this.frame.article = "alone";
    this._render();
  }
}
