// Copies words, and says so; without a clipboard they are selected, to be copied by hand.
import type { StepContext } from "../step-context.ts";

/** `selector` finds the element that shows the words. */
export async function copyText(
  { root, set, say }: StepContext,
  words: string,
  selector: string,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const shown = root.querySelector(selector);
    if (shown) getSelection()?.selectAllChildren(shown);
    return set({ status: say("summary-selected") });
  }
  set({ status: say("summary-copied") });
}
