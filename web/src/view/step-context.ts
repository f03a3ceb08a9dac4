// What a step is drawn with: the view, the words, and the ways back to the widget. Each node kind is
// a function from this to a template; what it keeps between two drawings stands in `local`.
import type { Messages } from "../i18n/messages.ts";
import type { Core } from "../core/core.ts";
import type { Text } from "../guide/article.ts";
import type { Field, Item, List, Offer, Value, View } from "../core/types.ts";

export interface GuideFile {
  guide: number;
  name: string;
  locale: string;
  direction: "ltr" | "rtl";
  flow: {
    lists: number[];
    start: string;
    nodes: { id: string; kind: string; dates?: string; form?: string; list?: string; of?: string }[];
  };
  fingerprints?: Record<string, string>;
  first?: View;
  text: Text;
}

/** A line of the error summary; `at` is the id of what it leads to. Its text is in the language of the moment. */
export interface Mistake {
  at?: string;
  text: () => string;
}

/** The window of a list that is shown, what it is searched for, and the height of a line in pixels. */
export interface Long {
  list: List;
  search: string;
  line: number;
  width?: number;
}

/** A change under way that is felt: how far it is, from 0 to 1, where the adapter tells. */
export interface Wait {
  part?: number;
  cancelled: boolean;
  cancel(): void;
}

/** A file that was opened to go on from and is not taken over yet, and the date of its last event. */
export interface Carried {
  bytes: Uint8Array;
  day?: string;
}

/** What the reader did at this step and has not sent yet. */
export interface Local {
  choice?: string;
  item?: string;
  /** The item that was chosen here. */
  named?: Item;
  /** Lists that are longer than what the view brought, by the ids of their boxes. */
  lists?: Record<string, Long>;
  /** What tells more of items, by their ids. */
  details?: Record<string, List>;
  /** Tables that are shown whole, not the first few lines. */
  all?: string[];
  values?: Record<string, string>;
  fields?: Field[];
  /** The brand that a secret field was seen to have. */
  brand?: Record<string, string>;
  helped?: boolean;
  /** A file that was opened to go on from, or the code of why it can't be. */
  carried?: Carried;
  refused?: string;
}

type Args = Record<string, Value>;

export interface Stage {
  view: View;
  guide: GuideFile;
  messages: Messages;
  core?: Core;
  local: Local;
  mistakes: Mistake[];
  /** Something is under way, and nothing is sent meanwhile. */
  working: boolean;
  /** Today, as the reader's calendar has it. */
  day: string;
  root: ShadowRoot;
  say(id: string, args?: Args, fallback?: string): string;
  /** The guide's words of a node: an attribute, or the heading where none is named. Text or a template. */
  tell(attribute?: string, node?: string): unknown;
  /** A node's heading as text, with these values. */
  title(node: string, values?: Args): string;
  /** The parts of the article that this node shows. */
  parts(): unknown[];
  /** The same, in a fold that stands open: where the widget does what the article says. */
  folded(): unknown;
  /** The step's heading, which takes the focus when the step is shown. */
  heading(): unknown;
  /** The button that carries on; `label` names an action. */
  submit(label?: unknown): unknown;
  /** The mark of a payment method, once its code is there. */
  mark?(method?: Value): unknown;
  mistakeAt(id: string): unknown;
  set(change: Partial<Local>): void;
  send(offer: Offer | undefined, choice?: string, value?: unknown): void;
  fail(mistakes: Mistake[]): void;
  announce(text: string): void;
  event(type: string, detail: unknown): void;
}

/** A node kind: what its form holds, and what Continue does. */
export interface Kind {
  draw(stage: Stage): unknown;
  submit?(stage: Stage): void;
  /** Called when the step leaves the page. */
  leave?(): void;
}
