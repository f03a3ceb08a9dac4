// Where the account lives. The page may bring its own by setting `element.adapter`; without one it
// is this browser's storage, which answers at once and applies the operation with the answer.
import type { Effect } from "./types.ts";

export interface Answer {
  /** unknown: nobody can say whether it was done; the same effect is asked again, under its key. */
  kind: "committed" | "refused" | "conflict" | "unknown";
  /** committed: {version, made?}; refused: {reasons}; conflict: {version}. */
  value?: Record<string, unknown>;
}

export interface Adapter {
  /** Carries the effect out once: a key that was seen before gives its first answer again. */
  commit(effect: Effect): Promise<Answer>;
}

export const here: Adapter = {
  commit: async () => ({ kind: "committed" }),
};

/** The adapter's answer; one that fails or says nothing is unknown. */
export async function ask(adapter: Adapter, effect: Effect): Promise<Answer> {
  try {
    const answer = await adapter.commit(effect);
    return ["committed", "refused", "conflict"].includes(answer?.kind) ? answer : { kind: "unknown" };
  } catch {
    return { kind: "unknown" };
  }
}
