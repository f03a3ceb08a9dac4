// The account's place. The page may bring its own by setting `element.adapter`; without an adapter it
// is this browser's storage, which answers at once and applies the operation with the answer.
import type { Effect } from "../core/types.ts";

/** Why the account refuses: the message `reason-<code>` with these values, or a general one. */
export interface Refusal {
  code: string;
  args?: Record<string, unknown>;
}

/** The account's answer to an effect. */
export type Answer =
  /** Done. `made`: the id of what was made. `version`: the account's own, after the change. */
  | { kind: "committed"; version?: number; made?: string }
  | { kind: "refused"; reasons: Refusal[] }
  /** Somebody else was faster. */
  | { kind: "conflict"; version?: number }
  /** A person has to confirm it first. */
  | ({ kind: "action-needed" } & ActionNeeded)
  /** Nobody can say whether it was done: the same effect is asked again, after so many milliseconds. */
  | { kind: "unknown"; after?: number };

/**
 * The place where the reader confirms: the bank's page, or what the adapter shows. The outcome is asked for
 * again when the reader says that it is confirmed, looks at this page again, or loads it again.
 */
export interface ActionNeeded {
  /** An address of the bank; https, or this machine. The reader goes there in the same tab. */
  url?: string;
  /** Draws the bank's frame into an empty element. `done` asks for the outcome. */
  mount?(container: Element, done: () => void): void;
}

/** Passed to the adapter while a change is under way. */
export interface CommitContext {
  /**
   * Aborted where the reader calls the change off. What has not been done by then is left, and the
   * answer is refused with the reason {code: "cancelled"}; where it was too late, it is committed. An
   * adapter that can say neither is asked again, and sees the signal aborted then.
   */
  signal: AbortSignal;
  /** Milliseconds since 1970: an answer that comes later is unknown. */
  deadline: number;
  /** The share that is done, from 0 to 1. */
  progress(part: number): void;
}

export interface Adapter {
  /** Carries the effect out once: a key that was seen before gives its first answer again. */
  commit(effect: Effect, context: CommitContext): Promise<Answer>;
  /**
   * Gives what came of the effect of that key, after a new load of the page or a return from the bank.
   * Without it, and where it says unknown, the same effect is committed again under its key.
   */
  status?(key: string, context: Pick<CommitContext, "signal" | "deadline">): Promise<Answer>;
}
