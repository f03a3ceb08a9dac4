// Everything that a node renderer may use: the view, the words, and the ways back to the widget.
import { html, nothing } from "lit-html";
import type { Core } from "../core/core.ts";
import { itemsOf } from "../core/queries.ts";
import type { Offer, Value, View } from "../core/types.ts";
import { inlines, parts, plain } from "../guide/article.ts";
import type { GuideFile } from "../guide/guide-file.ts";
import type { Messages } from "../i18n/messages.ts";
import { nearLocale } from "../loading/locale.ts";
import type { OpenGuide } from "../loading/open-guide.ts";
import type { Session } from "../session/session.ts";
import type { DomainView } from "./domain.ts";
import type { ArticleState, Mistake, StepState, ViewModel } from "./view-model.ts";

type Args = Record<string, Value>;

/** Choice and value of an event. */
export interface Answer {
  choice?: string;
  value?: unknown;
}

/** Requests of a renderer to the widget. */
export interface StepActions {
  /** Hands an event on; nothing happens without an offer, or while another event is under way. */
  dispatch(offer: Offer | undefined, answer?: Answer): void;
  /** Changes the step's state, and draws. */
  set(change: Partial<StepState>): void;
  /** Changes the step's state without drawing: for what the page shows already. */
  remember(change: Partial<StepState>): void;
  /** Calls `job` once, unless it is called again under that name before, or the step is left. */
  after(name: string, milliseconds: number, job: () => void): void;
  /** Shows what is wrong, and moves the focus there. */
  fail(mistakes: Mistake[]): void;
  /** Does the job; where the core breaks in it, it is started again. */
  attempt(job: () => void): void;
  /** An event of the element, for the page around it. */
  emit(type: string, detail: unknown): void;
}

/** Further requests, of panels and layout. */
export interface PanelActions {
  back(): void;
  showArticle(state: ArticleState): void;
  toggleSummary(): void;
  /** An act of the reader came to nothing. */
  report(error: unknown): void;
  /** Begins again from what is stored. */
  retry(): void;
}

export interface StepContext extends StepActions {
  readonly view: View;
  readonly guide: GuideFile;
  readonly messages: Messages;
  readonly core?: Core;
  /** The account is there to try things with. */
  readonly practice: boolean;
  /** The domain's view, once its script is there; none for a domain unknown to the page. */
  readonly domain?: DomainView;
  /** Of the moment in which it is read. */
  readonly state: Readonly<StepState>;
  readonly mistakes: readonly Mistake[];
  /** An event is under way, and no other is taken. */
  readonly working: boolean;
  /** Today, as the reader's calendar has it. */
  readonly day: string;
  readonly root: ShadowRoot;
  /** A message of the widget's own. */
  say(id: string, args?: Args, fallback?: string): string;
  /** The guide's words of a node: an attribute, or the heading where none is named. Text or a template. */
  tell(attribute?: string, node?: string, values?: Args): unknown;
  /** The parts of the article that this node shows. */
  article(): unknown[];
  /** The step's heading, which takes the focus when the step is shown. */
  heading(): unknown;
  /** The button of the form; `label` names an action. */
  submitButton(label?: unknown): unknown;
  /** The mistake of the element with that id. */
  mistakeAt(id: string): unknown;
}

/** Panels and layout may use this too. */
export interface PanelContext extends StepContext, PanelActions {
  readonly model: Readonly<ViewModel>;
  readonly session?: Session;
}

/** The parts of a widget that a context is made of. */
export interface WidgetParts {
  readonly model: Readonly<ViewModel>;
  readonly opened: OpenGuide;
  readonly domain?: DomainView;
  readonly session?: Session;
  readonly practice: boolean;
  readonly day: string;
  readonly root: ShadowRoot;
  readonly actions: StepActions & PanelActions;
}

/** The context of the step that is shown now. */
export function stepContext({
  model,
  opened,
  domain,
  session,
  practice,
  day,
  root,
  actions,
}: WidgetParts): PanelContext {
  const { view } = model;
  const { mistakes = [] } = model.step;
  const core = session?.core;
  const { guide, messages } = opened;
  const { labels = {} } = guide.text;
  const say: StepContext["say"] = (id, args, fallback) => messages.say(id, args, fallback);
  // Variables of another node's messages are what the list of its dates says.
  const valuesOf = (node: string): Args => {
    if (node === view.node) return view.values;
    const dates = guide.flow.nodes.find(({ id }) => id === node)?.dates;
    return (dates && core && itemsOf(core, { list: dates }, day).items[0]?.values) || {};
  };
  const tell: StepContext["tell"] = (attribute, node = view.node, values = valuesOf(node)) => {
    const label = labels[node]?.[attribute ?? "title"];
    return messages.tell(attribute ? `${node}.${attribute}` : node, values) ?? (label && inlines(label));
  };
  const article = () => parts(guide.text, view.show);
  const working = model.busy || view.state === "pending";
  const caption = () => {
    const [, list, step] = /(?:^|\.)list-(\d+)\.step-(\d+)$/.exec(view.node) ?? [];
    const total = list ? guide.flow.lists[Number(list) - 1] : 0;
    return total > 1
      ? html`<span class="caption">${say("step-of", { step: Number(step), total })}</span>`
      : nothing;
  };
  return {
    ...actions,
    model,
    session,
    view,
    guide,
    messages,
    core,
    get state() {
      return model.step;
    },
    mistakes,
    working,
    practice,
    day,
    root,
    domain,
    say,
    tell,
    article,
    heading() {
      // A question that the article doesn't ask in words has its title, which the page shows above.
      const heading = tell(view.heading);
      const repeated =
        view.kind === "ask" &&
        Array.isArray(heading) &&
        plain(labels[view.node].title) === plain(guide.text.title);
      return html`<h2 class="heading" part="heading" tabindex="-1" id="heading">
        ${caption()}
        ${(!repeated && heading) || say("heading-" + view.kind)}
      </h2>`;
    },
    submitButton: (label) =>
      html`<button type="submit" class="go" part="button" aria-busy=${working} aria-disabled=${working}>
        ${label ?? say("continue")}
      </button>`,
    mistakeAt(id) {
      const mistake = mistakes.find(({ at }) => at === id);
      return (
        mistake &&
        html`<p id="${id}-error" class="mistake" part="error">
          <span class="unseen">${say("mistake")} </span>${mistakeText(mistake, messages)}
        </p>`
      );
    },
  };
}

/** The text of a mistake, in the language of the messages. */
export function mistakeText({ kind, code, args, field, text, retry }: Mistake, messages: Messages): string {
  if (kind === "message") return messages.say(code, args);
  if (text) {
    const locales = Object.keys(text);
    const own = typeof text === "string" ? text : text[nearLocale(locales, messages.locale) ?? locales[0]];
    return own + (retry === undefined ? "" : " " + messages.say(retry ? "retry-helps" : "retry-useless"));
  }
  const named = kind === "verdict" && field && { field: messages.say("field-" + field) };
  return messages.explain(kind, code, { ...args, ...named, retry: String(retry) });
}
