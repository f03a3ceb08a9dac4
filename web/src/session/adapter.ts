// The account's place. The page may bring its own by setting `element.adapter`; without an adapter it
// is this browser's storage, which answers at once and applies the operation with the answer.
import type { Effect } from "../core/types.ts";

export interface Answer {
  /** unknown: nobody can say whether it was done; the same effect is asked again, under its key. */
  kind: "committed" | "refused" | "conflict" | "unknown";
  /** committed: {version, made?}; refused: {reasons}; conflict: {version}. */
  value?: Record<string, unknown>;
}

/** Passed between widget and adapter while a change is under way. */
export interface Course {
  /**
   * Aborted where the reader calls the change off. What has not been done by then is left, and the
   * answer is refused with the reason {code: "cancelled"}; where it was too late, it is committed. An
   * adapter that can say neither is asked again, and sees the signal aborted then.
   */
  signal: AbortSignal;
  /** The share that is done, from 0 to 1. */
  progress(part: number): void;
}

export interface Adapter {
  /** Carries the effect out once: a key that was seen before gives its first answer again. */
  commit(effect: Effect, course: Course): Promise<Answer>;
}
