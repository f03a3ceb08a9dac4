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
  const { view, say, set, root, state } = step;
  if (!view.offers.undo) return nothing;
  const keep = () => {
    set({ undoAsked: false });
    root.querySelector<HTMLElement>("[part=undo-ask]")?.focus();
  };
  const question = html`<div class="notice" part="undo-question" role="group" aria-labelledby="undo-sure">
    <p id="undo-sure">${say("undo-sure")}</p>
    <div class="actions">
      ${undoButton(step, say("undo-now"))}
      <button type="button" class="second" @click=${keep}>${say("undo-keep")}</button>
    </div>
  </div>`;
  // The button stays, and the focus with it.
  return html`<div class="actions">
      <button type="button" class="link" part="undo-ask" aria-expanded=${!!state.undoAsked}
        @click=${() => set({ undoAsked: !state.undoAsked })}>${say("undo")}</button>
    </div>
    ${state.undoAsked ? question : nothing}`;
}
