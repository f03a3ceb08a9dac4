// What crosses the boundary to the core. Printed by `stegvis types`: change core/runtime/types.cpp.

/** A typed value: number, text, boolean, {day}, {money}, {country}, {method}, or a list of those. */
export type Value = number | string | boolean | { day: string } | { money: [number, string] }
  | { country: string } | { method: Record<string, string> } | Value[];

/** An event as the view offers it; the element adds v, id, at and day, and a choice or value. */
export interface Offer { kind: string; node: string }

/** One line of a list. */
export interface Item {
  id: string;
  enabled: boolean;
  /** Chosen beforehand, where the reader has not chosen yet. */
  suggested?: boolean;
  reasons?: Reason[];
  values: Record<string, Value>;
}

/** Why something can't be done: the message is `reason-<code>`. */
export interface Reason { code: string; args: Record<string, Value> }

/** At most 50 items of a list. */
export interface List { list: string; of?: string; total: number; from: number; search?: string; items: Item[] }

/** One input of a form. A secret field never has a value. */
export interface Field {
  id: string;
  kind: "text" | "secret" | "expiry" | "choice" | "country";
  required: boolean;
  autofill?: string;
  value?: Value;
  options?: string[];
}

/** What a typed value is. The message is `verdict-<code>`. */
export interface Verdict { standing: "valid" | "possible" | "invalid"; code?: string; args?: Record<string, Value> }

/** One answer of an ask, or a further way out of another node. */
export interface Choice { id: string; chosen?: boolean; known?: boolean }

/** A line of the review: what was answered at a node, and the event that changes it. */
export interface Row { node: string; choice?: string; item?: Item; fields?: { field: string; value: Value }[]; change?: Offer }

/** What to show now. */
export interface View {
  guide: string;
  node: string;
  kind: "read" | "ask" | "pick" | "fill" | "review" | "outcome";
  /** open; pending (an operation is under way); done (it was carried out here); undone. */
  state: "open" | "pending" | "done" | "undone";
  /** Parts of the article to show. */
  show: string[];
  /** Variables of this node's messages. */
  values: Record<string, Value>;
  choices: Choice[];
  /** Of a pick: what is picked from; `chosen` is the id that the reader picked. */
  list?: List;
  chosen?: string;
  /** Of a pick: the list that tells more of an item. */
  detail?: string;
  /** Of a fill. */
  form?: { form: string; of?: string; fields: Field[] };
  /** Of a review, and of an outcome after one: the answers, and what moves. */
  review?: { operation: string; rows: Row[]; changes: List; undoable: boolean };
  /** Of an outcome: its name. */
  outcome?: string;
  /** Why the last confirm or undo came to nothing. */
  reasons: Reason[];
  /** The guide was changed, and the reader is not where they were. */
  moved?: boolean;
  offers: { answer?: Offer; confirm?: Offer; back?: Offer; undo?: Offer; restart?: Offer };
  digests: { flow: string; session: string; account: string };
}

/** Something that the element must do, once the records are stored. */
export interface Effect { kind: "commit"; key: string; operation: string; args: unknown[]; day: string; version: number }

/** A record to store: so many of the outgoing bytes, under that journal and sequence. */
export interface Append { journal: "account" | "session"; sequence: number; bytes: number }

/** A mistake: a code of the closed list, its place and what was found. */
export interface Problem { code: string; where?: string; line?: number; column?: number; detail?: string }

/** What came of an event. With a problem, nothing was changed. */
export interface Outcome {
  view?: View;
  append?: Append[];
  effects?: Effect[];
  problem?: Problem;
  /** Of a form: the fields that are not valid. */
  verdicts?: { field: string; verdict: Verdict }[];
}
