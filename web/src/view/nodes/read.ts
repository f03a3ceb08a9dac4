// A step to read: what the article says, and Continue.
import { html, nothing } from "lit-html";
import type { Stage } from "../step-context.ts";

export function draw(stage: Stage): unknown {
  const { view } = stage;
  const body = stage.tell("body");
  return html`${stage.heading()}${body ? html`<p class="body">${body}</p>` : nothing}
    <div class="prose" part="prose">${stage.parts()}</div>
    <div class="actions">${view.offers.answer ? stage.submit() : nothing}${view.choices.map(
      ({ id }) =>
        html`<button type="button" class="second" part="secondary-button" @click=${() => stage.send(view.offers.answer, id)}>${stage.tell(id) || id}</button>`,
    )}</div>`;
}

export function submit(stage: Stage): void {
  stage.send(stage.view.offers.answer, "next");
}
