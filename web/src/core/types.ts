// Types and constants of the boundary to the core. Printed by `stegvis types` from core/runtime/types.cpp.

/** A typed value: number, text, yes or no, {day}, {money}, {country}, {method}, or a list. */
export type Value = number | string | boolean | { day: string } | { money: [number, string] }
  | { country: string } | { practice: string; number?: number } | { method: Record<string, string> } | Value[];

/** The secret fields by their numbers, as `secret` of the core takes them. */
export const secretFields: Record<string, number> = {
  "number": 0,
  "code": 1,
  "iban": 2,
  "us-routing": 3,
  "uk-sort-code": 4,
  "uk-account-number": 5,
  "au-bsb": 6,
  "ca-transit": 7,
  "account-number": 8,
};

/** The brands by their numbers, as `secret` of the core gives them; 0 is none. */
export const brands: readonly string[] = [
  "",
  "visa",
  "mastercard",
  "american-express",
  "discover",
  "diners-club",
  "jcb",
  "unionpay",
  "maestro",
  "mir",
  "rupay",
  "elo",
  "hipercard",
  "hiper",
  "verve",
  "troy",
  "dankort",
  "uatp",
  "naranja",
  "uzcard",
  "humo",
  "napas",
  "gpn",
  "borica",
  "national",
];

/** The bytes of the buffer for secret fields. */
export const secretBytes = 128;

/** The newest versions that this build reads, of a journal and of an event. */
export const newestVersions = { journal: 2, event: 3 };

/** An event as the view offers it; the element adds v, id, at and day, and a choice or value. */
export interface Offer {
  kind: string;
  node: string;
}

/** Why something can't be done: the message is `reason-<code>`. */
export interface Reason {
  code: string;
  args: Record<string, Value>;
  /** A host's own words, in one language or by locale. */
  text?: string | Record<string, string>;
  /** The field of the form that a host refuses. */
  field?: string;
  /** Trying again may help, or can't. */
  retry?: boolean;
}

/** One line of a list. */
export interface Item {
  id: string;
  enabled: boolean;
  /** Chosen beforehand, where the reader has not chosen yet. */
  suggested?: boolean;
  reasons?: Reason[];
  values: Record<string, Value>;
}

/** At most 50 items of a list. */
export interface List {
  list: string;
  of?: string;
  /** The operation that an item is picked for. */
  purpose?: string;
  total: number;
  from: number;
  search?: string;
  items: Item[];
}

/** One input of a form. */
export interface Field {
  id: string;
  kind: "text" | "secret" | "expiry" | "choice" | "country" | "provider";
  required: boolean;
  /** The country's name for it: the message is `field-<id>-<label>`. */
  label?: string;
  autofill?: string;
  /** A known value or a draft; a secret field never has one. */
  value?: Value;
  /** Of a choice and a country; of a provider's fields, the names of the values that they give. */
  options?: string[];
}

/** The kind of a typed value. */
export interface Verdict {
  standing: "valid" | "possible" | "invalid";
  /** The message is `verdict-<code>`. */
  code?: string;
  args?: Record<string, Value>;
}

/** One answer of an ask, or a further way out of another node. */
export interface Choice {
  id: string;
  chosen?: boolean;
  /** The account's answer; the reader may choose otherwise. */
  known?: boolean;
}

/** A field of a form that was filled in. */
export interface RowField {
  field: string;
  value: Value;
}

/** A line of the review: what was answered at a node. */
export interface Row {
  node: string;
  choice: string;
  item?: Item;
  fields?: RowField[];
  /** The account's answer: it was not asked for. */
  known?: boolean;
  /** The reader's own answer, which it stands against. */
  said?: string;
  /** Without an account: the reader says that it is done. */
  byHand?: boolean;
  /** As in a view. */
  heading?: "action";
  /** The event that goes there. */
  change?: Offer;
}

/** The fields of a form, in the order in which they are asked. */
export interface Form {
  form: string;
  of?: string;
  fields: Field[];
  /** Of a form that an operation is carried out with. */
  undoable?: boolean;
}

/** The answers, and what will change. */
export interface Review {
  operation: string;
  rows: Row[];
  /** The changes that the operation will make. */
  changes?: List;
  undoable?: boolean;
  /** Something was carried out on the way here. */
  begun?: boolean;
  /** Doubts that the reader is asked about; it can be done all the same. */
  warnings?: Reason[];
}

/** The events that are possible. */
export interface Offers {
  answer?: Offer;
  confirm?: Offer;
  back?: Offer;
  undo?: Offer;
  restart?: Offer;
}

/** A change that a form made on the way to one that was undone. */
export interface Left {
  operation: string;
  /** Those of its messages. */
  values: Record<string, Value>;
  /** It is taken back too. */
  undone?: boolean;
}

/** 16 hex characters each. */
export interface Digests {
  flow: string;
  session: string;
  account: string;
}

/** The step to show now. */
export interface View {
  guide: string;
  node: string;
  /** by-hand: to be done elsewhere, without an account; action-needed: the bank asks a person. */
  kind: "read" | "ask" | "pick" | "fill" | "review" | "by-hand" | "action-needed" | "outcome";
  /** pending: an operation is under way; action-needed: it waits for a person; done: carried out here. */
  state: "open" | "pending" | "action-needed" | "done" | "undone";
  /** The attribute of the node's message that is the heading here; else the message itself is. */
  heading?: "action" | "undone" | "unverified";
  /** Parts of the article to show. */
  show: string[];
  /** The account says that they don't hold; the node's .unless says why. */
  unless?: boolean;
  /** Variables of this node's messages. */
  values: Record<string, Value>;
  /** Answers that the reader sees by name. */
  choices: Choice[];
  /** Of a step by hand: the answer that says that it is done. */
  choice?: string;
  /** Of a step by hand with an account: once it is done, the account is loaded again, and back. */
  again?: boolean;
  /** Of a pick. */
  list?: List;
  /** Of a pick: the item that was picked. */
  chosen?: string;
  /** The same as an item, where it is not among those of the list here. */
  picked?: Item;
  /** Of a pick: the list that tells more of an item. */
  detail?: string;
  /** Of a fill. */
  form?: Form;
  /** Of a review. */
  review?: Review;
  /** Of an outcome: its name. */
  outcome?: string;
  /** Of an outcome: the guide that it leads into, if the guide's text says that it is there. */
  next?: string;
  /** Of an outcome that confirms now: an undo can restore the account. */
  undoable?: boolean;
  /** The account's answers on the way here, as long as nothing was carried out. */
  known?: Row[];
  /** The reason why the reader is here, as the account knows it. */
  facts?: Record<string, Value>;
  /** After an undo: what a form made on the way, and what the next undo takes back. */
  left?: Left;
  /** Why the last confirm or undo came to nothing, or this one would. */
  reasons: Reason[];
  /** The guide was changed, and the reader is not where they were. */
  moved?: boolean;
  /** The events that are possible here. */
  offers: Offers;
  digests: Digests;
}

/** The work of the adapter, once the records are stored. */
export interface Effect {
  kind: "commit";
  /** The id of the event that asked for it. */
  key: string;
  operation: string;
  args: unknown[];
  day: string;
  /** Of the account, as it was read. */
  version: number;
  /** The adapter has said that a person has to confirm it. */
  actionNeeded?: boolean;
  /** The answer of a practice account's bank; it agrees where there is none. */
  bank?: Bank;
}

/** The answer of a practice account's bank. */
export interface Bank {
  /** A person has to confirm it. */
  confirm?: boolean;
  /** It refuses. */
  reasons?: Reason[];
}

/** A record to store: the next so many of the outgoing bytes. */
export interface Append {
  journal: "account" | "session";
  sequence: number;
  bytes: number;
}

/** A mistake: a code of the closed list, its place and what was found. */
export interface Problem {
  code: string;
  where?: string;
  line?: number;
  column?: number;
  detail?: string;
}

/** Something that a host's account has in another way: `different-<what>`. */
export interface Difference {
  what: "new" | "gone" | "details" | "paid";
  /** Those of its message. */
  values: Record<string, Value>;
}

/**  */
export interface Differences {
  /** Of all; the first few are named. */
  total: number;
  first: Difference[];
}

/** The verdict of one field. */
export interface FieldVerdict {
  field: string;
  verdict: Verdict;
}

/** The outcome of an event. With a problem, nothing was changed. */
export interface Outcome {
  view?: View;
  /** Records to store, in this order, in one transaction. */
  append?: Append[];
  /** Address and size of their bytes in the core's memory. */
  outgoing?: [number, number];
  effects?: Effect[];
  /** A host has carried out a change that the account here lacks: load it. */
  behind?: boolean;
  /** Answers are about what a host's account no longer has: send account-changed. */
  gone?: boolean;
  /** A host's account is another one than it was here. */
  different?: Differences;
  problem?: Problem;
  /** Of a form: the fields that are not valid, or are asked about once. */
  verdicts?: FieldVerdict[];
}

/** The answer to `open`: tables to load, or why nothing was opened. */
export interface Opened {
  /** Names of the tables that the domain's forms need. */
  tables?: string[];
  problem?: Problem;
}

/** The outcome of loading a journal. */
export interface Loaded {
  /** The number of records in use. */
  records: number;
  /** They belong to another version of the guide: send guide-changed. */
  changed?: boolean;
  /** Of an account: the number of records that a snapshot stood for. */
  restored?: number;
  /** The session's first record about a change that the account does not have: send account-changed. */
  lost?: number;
  /** As in an outcome. */
  behind?: boolean;
  /** Of a session: the reader's date at its last event. */
  day?: string;
  problem?: Problem;
}

/** The answer at a node, with nothing that is personal. */
export interface SummaryRow {
  node: string;
  choice?: string;
  item?: unknown;
  /** Without an account: the reader says that it is done. */
  byHand?: boolean;
  /** As in a view. */
  heading?: "action";
}

/** A change that was made. */
export interface SummaryChange {
  operation: string;
  id: string;
  day: string;
  undone: boolean;
  values: Record<string, Value>;
}

/** For support: what was asked, answered and done. */
export interface Summary {
  guide: string;
  node: string;
  day: string;
  path: SummaryRow[];
  changes: SummaryChange[];
  reasons: string[];
  digests: Digests;
}
