// The button that takes the latest change back, where the view offers it.
import { html, nothing } from "lit-html";
import type { StepContext } from "../step-context.ts";

export function undoButton({ view, say, dispatch, working }: StepContext, words = say("undo")): unknown {
  const { undo } = view.offers;
  if (!undo) return nothing;
  return html`<button type="button" class="second" part="undo" aria-busy=${working}
    @click=${() => dispatch(undo)}>${words}</button>`;
}
