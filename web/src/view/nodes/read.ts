// A step to read: what the article says, and Continue.
import { html, nothing } from "lit-html";
import type { NodeRenderer } from "../registry.ts";
import type { StepContext } from "../step-context.ts";

function draw(step: StepContext): unknown {
  const { view } = step;
  const body = step.tell("body");
  return html`${step.heading()}
    ${body ? html`<p class="body">${body}</p>` : nothing}
    <div class="prose" part="prose">${step.article()}</div>
    <div class="actions">
      ${view.offers.answer ? step.submitButton() : nothing}
      ${view.choices.map(({ id }) => choiceButton(step, id))}
    </div>`;
}

/** A choice of the view as a button: a way out. */
export function choiceButton({ view, tell, dispatch }: StepContext, choice: string): unknown {
  return html`<button type="button" class="second" part="secondary-button"
    @click=${() => dispatch(view.offers.answer, { choice })}>${tell(choice) || choice}</button>`;
}

function submit(step: StepContext): void {
  step.dispatch(step.view.offers.answer, { choice: "next" });
}

export const read: NodeRenderer = { draw, submit };
