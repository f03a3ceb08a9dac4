// The page's state around the core's view. Only data: the widget's controller alone writes it, and
// layout and renderers read it.
import type { Field, Item, List, Value, View } from "../core/types.ts";
import type { MountedFields } from "../session/adapter.ts";
import type { SessionState } from "../session/observer.ts";

/** A line of the error summary, as a message: another language says it too. */
export interface Mistake {
  /** The id of the element that it leads to. */
  at?: string;
  kind: "message" | "reason" | "verdict";
  /** The message's id, or the code of the reason or verdict. */
  code: string;
  args?: Record<string, Value>;
  /** The field that a verdict is of, or that a host refuses. */
  field?: string;
  /** A host's own words for its reason, and its advice: see Refusal (session/adapter.ts). */
  text?: string | Record<string, string>;
  retry?: boolean;
}

/** The part of a list that is in the page, what it is searched for, and how high a line is in pixels. */
export interface ListWindow {
  readonly list: List;
  readonly search: string;
  readonly lineHeight: number;
  /** The box's width when the height was measured. */
  readonly width?: number;
}

/** A journal file that was opened and is not imported yet, and the date of its last event. */
export interface JournalFile {
  bytes: Uint8Array;
  day?: string;
}

/** The reader's input at this step that is not sent yet. A new step begins without any. */
export interface StepState {
  mistakes?: readonly Mistake[];
  /** Announced to people who listen. */
  status?: string;
  /** The summary for support is open. */
  summaryOpen?: boolean;
  /** The reader is asked whether the change is to be undone. */
  undoAsked?: boolean;
  choice?: string;
  /** The item that was picked: its id, and itself. */
  item?: string;
  pickedItem?: Item;
  /** Windows of lists, by the ids of their boxes. */
  lists?: Readonly<Record<string, ListWindow>>;
  /** The list with the details of an item, by the item's id. */
  details?: Readonly<Record<string, List>>;
  /** The tables that are shown whole, not only their first lines. */
  expanded?: readonly string[];
  /** The fields of the host's payment provider, and whether they are taking in what is in them. */
  provider?: Promise<MountedFields>;
  tokenizing?: boolean;
  /** Typed values, by field. */
  values?: Readonly<Record<string, string>>;
  /** The form's fields, where an answer in it has changed them. */
  fields?: readonly Field[];
  /** The brand that the core has found in a secret field. */
  brands?: Readonly<Record<string, string>>;
  /** Secret fields were emptied, as the reader left the page. */
  wiped?: boolean;
  /** The last draft that was sent, as JSON. */
  draft?: string;
  helped?: boolean;
  /** The guide that an outcome leads into couldn't be opened. */
  nextFailed?: boolean;
  /** A step that is done elsewhere: the reader can't find what it is about. */
  missing?: boolean;
  /** The outcome's own summary for support is open. */
  outcomeSummary?: boolean;
  journalFile?: JournalFile;
  /** The reader is asked whether everything on this device is to be removed. */
  forgetting?: boolean;
  /** Everything was removed, or not everything could be. */
  forgotten?: "done" | "failed";
  /** The code of why a file can't be imported. */
  fileProblem?: string;
}

/**
 * The part of the article that is shown: reserved, as much as the widget leaves of its height; open;
 * shut; alone, the article and nothing else.
 */
export type ArticleState = "reserved" | "open" | "shut" | "alone";

export interface ViewModel extends SessionState {
  view: View;
  /** The widget is in the article's place. */
  shown: boolean;
  step: StepState;
  /** Ids of messages. */
  notices: readonly string[];
  /** An event of the reader is under way. */
  busy: boolean;
  article: ArticleState;
  /** The article of another guide than the page's, as a template. */
  text?: unknown;
  /** The article is alone, and trying again may help. */
  retry?: boolean;
}
