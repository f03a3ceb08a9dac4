// The button that takes the latest change back, where the view offers it; and the same with a question first.
import { html, nothing } from "lit-html";
import type { StepContext } from "../step-context.ts";

export function undoButton({ view, say, dispatch, working }: StepContext, words = say("undo")): unknown {
  const { undo } = view.offers;
  if (!undo) return nothing;
  return html`<button type="button" class="second" part="undo" aria-busy=${working}
    @click=${() => dispatch(undo)}>${words}</button>`;
}

export function undoWithQuestion(step: StepContext): unknown {
  const { view, say, set, state } = step;
  if (!view.offers.undo) return nothing;
  const ask = (undoAsked: boolean) => () => set({ undoAsked });
  if (!state.undoAsked)
    return html`<button type="button" class="link" part="undo-ask" aria-expanded="false"
      @click=${ask(true)}>${say("undo")}</button>`;
  return html`<div class="notice" part="undo-question" role="group" aria-labelledby="undo-sure">
    <p id="undo-sure">${say("undo-sure")}</p>
    <div class="actions">
      ${undoButton(step, say("undo-now"))}
      <button type="button" class="second" @click=${ask(false)}>${say("undo-keep")}</button>
    </div>
  </div>`;
}
