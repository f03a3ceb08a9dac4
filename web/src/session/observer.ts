// The session reports to the view through this. The session itself shows nothing.
import type { Differences, FieldVerdict, Problem, Value, View } from "../core/types.ts";
import type { ActionNeeded, Answer } from "./adapter.ts";

/** An effect that has been without an answer for a while. */
export interface Wait {
  /** The share that is done, from 0 to 1, if the adapter reports it. */
  part?: number;
  /** The reader has called it off. */
  cancelled: boolean;
}

/** A person has to confirm an effect: where, and the way on. */
export interface Action extends ActionNeeded {
  /** The page plays the bank of a practice account. */
  practice: boolean;
  /** Asks for the outcome; of a practice account, it is this answer. */
  goOn(reply?: Answer): void;
}

/** Facts about the session that its view doesn't have. */
export interface SessionState {
  /** An effect is waited for. */
  wait?: Wait;
  action?: Action;
  /**
   * Why the page's own account is not here, or not as it is by now: the message `account-<why>`. `day`: the
   * one here is of that day.
   */
  accountMissing?: { why: string; day?: string };
  /** The name of the tenant whose account of the host's it is. */
  accountOf?: Value;
  /** The differences of a host's account since the reader came to that node. */
  different?: Differences & { node: string };
  /** The reader's date at the last event of an earlier visit, until they do something. */
  lastVisit?: string;
}

export interface Observer {
  /** Shows a view. `event` is the kind of the event that led to it: none where it is shown again. */
  show(view: View, event?: string, options?: { travelled?: boolean }): void;
  update(change: SessionState): void;
  /** The browser's Back or Forward led to a node that can't be shown. */
  travelRefused(): void;
  /** Fields of the form that are not valid. */
  invalid(verdicts: FieldVerdict[]): void;
  /** Adds or takes away a notice, by the id of its message. */
  notice(id: string, options?: { shown: boolean }): void;
  /** Reports a problem to the page, and to the reader where there is a notice for it. */
  problem(problem: Problem, notice?: string): void;
  /** An act of the reader came to nothing. */
  failed(error: unknown): void;
  /** The widget can't go on; the error is a problem, or what was thrown. */
  unusable(error: unknown): void;
}
