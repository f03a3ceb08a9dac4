// What stands around every step: Back, notices, the error summary, the ways out (stuck, the whole
// article, start again) and the article itself.
import { html, nothing } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { inlines, parts, plain } from "../guide/article.ts";
import type { GuideFile, Kind, Local, Mistake, Stage, Wait } from "./step-context.ts";
import type { Core, Loaded } from "../core/core.ts";
import type { Messages } from "../i18n/messages.ts";
import type { Offer, Value, View } from "../core/types.ts";

export interface Frame {
  view: View;
  /** Guide and messages become those of another language in place. */
  guide: GuideFile;
  messages: Messages;
  root: ShadowRoot;
  readonly core?: Core;
  readonly day: string;
  local: Local;
  mistakes: Mistake[];
  /** Ids of messages. */
  notices: string[];
  busy: boolean;
  /** room: as much as the size leaves room for; open; shut; alone: the article and nothing else. */
  article: "room" | "open" | "shut" | "alone";
  /** Said to those who listen. */
  status: string;
  stuck: boolean;
  kinds: Record<string, Kind>;
  /** What later steps put above and below the step, once their code is there. */
  above?: (stage: Stage) => unknown;
  below?: (stage: Stage) => unknown;
  mark?: Stage["mark"];
  carryOut?: typeof import("./parts/progress.ts").carryOut;
  carried?: typeof import("./parts/transfer-panel.ts");
  wait?: Wait;
  /** The reader's date at their last event of an earlier visit. */
  since?: string;
  /** The last wish for another language. */
  asked?: () => unknown;
  render(): void;
  act(): void;
  send(offer: Offer | undefined, choice?: string, value?: unknown): void;
  back(): void;
  fail(mistakes: Mistake[]): void;
  stuckPressed(): void;
  exportJournal(): Promise<Uint8Array>;
  /** Whether such a file can be taken over, and the date of its last event. */
  tryJournal(bytes: Uint8Array): Promise<Loaded> | Loaded;
  /** Goes on from a file that was tried. */
  takeJournal(bytes: Uint8Array): Promise<unknown>;
  event(type: string, detail: unknown): void;
  /** Adds the style sheet of a later step. */
  style(text: string): void;
}

export function draw(frame: Frame): unknown {
  const { view, guide } = frame;
  const stage = stageOf(frame);
  const { say } = stage;
  const kind = frame.kinds[view.kind];
  const open = frame.article === "open";
  const show = (how: Frame["article"]) => {
    frame.act();
    frame.article = how;
    frame.render();
  };
  const article = html`<section id="article" class="article ${frame.article}" part="article" aria-label=${say("article")}
    hidden=${frame.article === "shut" ? "until-found" : nothing} @beforematch=${() => show("open")}
    @focusin=${() => frame.article === "room" && show("open")}><slot></slot></section>`;
  if (frame.article === "alone")
    return html`<div class="frame" part="frame"><div role="status">${note("notice-article", say)}</div>${article}</div>`;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!frame.busy) kind.submit?.(stageOf(frame));
  };
  return html`<div class="frame" part="frame" lang=${guide.locale} dir=${guide.direction}>
    <section class="step" part="step" aria-label=${say("widget")}>
      <div class="top">${
        view.offers.back
          ? html`<button type="button" class="back" part="back" @click=${frame.back}><span class="arrow" aria-hidden="true"></span>${say("back")}</button>`
          : nothing
      }</div>
      <div role="status">${frame.notices.map((id) => note(id, say))}${view.moved ? note("notice-moved", say) : nothing}${frame.above?.(stage)}</div>${summary(frame, say)}
      ${keyed(view.node, html`<form novalidate autocomplete="on" part="form" @submit=${submit}>${kind.draw(stage)}</form>`)}
      ${frame.below?.(stage)}</section>
    <div class="tools" part="tools">
      <button type="button" class="tool" aria-expanded=${frame.stuck} @click=${frame.stuckPressed}>${say("stuck")}</button>
      <button type="button" class="tool" aria-expanded=${open} aria-controls="article"
        @click=${() => show(open ? "shut" : "open")}>${say(open ? "article-hide" : "article-show")}</button>
      ${view.offers.restart ? html`<button type="button" class="tool" @click=${() => frame.send(view.offers.restart)}>${say("restart")}</button>` : nothing}</div>
    <div class="unseen" role="status">${
      frame.status ||
      (frame.wait
        ? say(frame.wait.cancelled ? "wait-cancelled" : "wait")
        : frame.busy || view.state === "pending"
          ? say("working")
          : "")
    }</div>
    ${article}</div>`;
}

/** Stands in a region that is there before it, or a listener may not be told. */
function note(id: string, say: Stage["say"]): unknown {
  return html`<div class="notice" part="notice" dir="auto">${say(id)}</div>`;
}

/** Focused when it appears, so it is read once; every line leads to its field. */
function summary({ mistakes, root }: Frame, say: Stage["say"]): unknown {
  const go = (at: string) => (event: Event) => {
    event.preventDefault();
    root.getElementById(at)?.focus();
  };
  return mistakes.length
    ? html`<div class="mistakes" part="error-summary" tabindex="-1" role="group" aria-labelledby="mistakes">
    <h2 id="mistakes">${say("problem")}</h2>
    <ul>${mistakes.map(({ at, text }) => html`<li>${at ? html`<a href="#${at}" @click=${go(at)}>${text()}</a>` : text()}</li>`)}</ul></div>`
    : nothing;
}

export function stageOf(frame: Frame): Stage {
  const { view, guide, messages, core } = frame;
  const { labels = {} } = guide.text;
  const say: Stage["say"] = (id, args, fallback) => messages.say(id, args, fallback);
  // Variables of another node's messages are what its dates list says.
  const valuesOf = (node: string): Record<string, Value> => {
    if (node === view.node) return view.values;
    const dates = guide.flow.nodes.find((one) => one.id === node)?.dates;
    return (dates && core?.list(dates, "", 0, "", frame.day).items[0]?.values) || {};
  };
  const words = (attribute?: string, node = view.node, values = valuesOf(node)) =>
    messages.tell(attribute ? `${node}.${attribute}` : node, values);
  const tell: Stage["tell"] = (attribute, node = view.node) => {
    const label = labels[node]?.[attribute ?? "title"];
    return words(attribute, node) ?? (label && inlines(label));
  };
  const shown = () => parts(guide.text, view.show);
  const working = frame.busy || view.state === "pending";
  return {
    view,
    guide,
    messages,
    core,
    say,
    tell,
    working,
    local: frame.local,
    mark: frame.mark,
    mistakes: frame.mistakes,
    day: frame.day,
    root: frame.root,
    send: frame.send,
    fail: frame.fail,
    event: frame.event,
    parts: shown,
    title: (node, values) => words(undefined, node, values) ?? plain(labels[node]?.title ?? []) ?? node,
    folded: () =>
      view.show.length
        ? html`<details class="said" part="said" open><summary>${say("article-says")}</summary><div class="prose">${shown()}</div></details>`
        : nothing,
    heading() {
      const step = /(?:^|\.)list-(\d+)\.step-(\d+)$/.exec(view.node);
      const total = step ? guide.flow.lists[Number(step[1]) - 1] : 0;
      // A question that the article doesn't ask in words has its title, which stands above already.
      const isTitle =
        view.kind === "ask" &&
        words() === undefined &&
        plain(labels[view.node]?.title ?? []) === plain(guide.text.title);
      return html`<h2 class="heading" part="heading" tabindex="-1" id="heading">${
        step && total > 1
          ? html`<span class="caption">${say("step-of", { step: Number(step[2]), total })}</span>`
          : nothing
      }${
        (view.state === "undone" && tell("undone")) ||
        (isTitle ? undefined : tell()) ||
        say("heading-" + view.kind)
      }</h2>`;
    },
    submit: (label) =>
      html`<button type="submit" class="go" part="button" aria-busy=${working} aria-disabled=${working}>${label ?? say("continue")}</button>`,
    mistakeAt(id) {
      const found = frame.mistakes.find((one) => one.at === id);
      return (
        found &&
        html`<p id="${id}-error" class="mistake" part="error"><span class="unseen">${say("mistake")} </span>${found.text()}</p>`
      );
    },
    set(change) {
      Object.assign(frame.local, change);
      frame.render();
    },
    announce(text) {
      frame.status = text;
      frame.render();
    },
  };
}
