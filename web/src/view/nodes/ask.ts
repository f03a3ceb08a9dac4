// A question: one group of radios whose legend is the heading.
import { html, nothing } from "lit-html";
import type { NodeRenderer } from "../registry.ts";
import type { StepContext } from "../step-context.ts";

function draw(step: StepContext): unknown {
  const { view } = step;
  const closed = !view.offers.answer;
  const known = view.choices.some(({ known, id }) => known && id === chosen(step));
  const hint = step.tell("hint");
  const described = describedBy(step, "choice-1");
  const article = step.article();
  const said = !view.show.length
    ? nothing
    : view.unless
      ? html`<details class="said" part="said">
          <summary>${step.tell("unless")}</summary>
          <div class="prose">${article}</div>
        </details>`
      : html`<div class="prose said" part="said">${article}</div>`;
  // A question with words of its own can be answered without the article's, so the answers come first.
  const worded = typeof step.tell() === "string";
  return html`<fieldset class="question" aria-describedby=${described} ?disabled=${closed}>
      <legend>${step.heading()}</legend>
      ${hint ? html`<p id="hint" class="hint" part="hint">${hint}</p>` : nothing}
      ${worded ? nothing : said}
      ${step.mistakeAt("choice-1")}
      ${choices(step)}
      ${known ? html`<p class="hint known">${step.say("known")}</p>` : nothing}
    </fieldset>
    ${closed ? nothing : html`<div class="actions">${step.submitButton()}</div>`}
    ${worded ? said : nothing}`;
}

/** The ids of a question's hint, and of what is wrong with its answer: that is at the element `first`. */
export function describedBy({ tell, mistakes }: StepContext, first: string): unknown {
  return (tell("hint") ? "hint " : "") + (mistakes.length ? first + "-error" : "") || nothing;
}

/** The reader's choice, here or before, else the account's answer; none if an item was picked. */
export function chosen({ state, view: { choices } }: StepContext): string | undefined {
  if (state.item) return undefined;
  return state.choice ?? (choices.find(({ chosen }) => chosen) ?? choices.find(({ known }) => known))?.id;
}

/** The choices of the view, a radio each. */
export function choices(step: StepContext): unknown {
  const now = chosen(step);
  const radio = ({ id }: { id: string }, i: number) => html`<label class="choice" part="choice">
    <input type="radio" name="choice" id="choice-${i + 1}" value=${id} .checked=${now === id}
      @change=${() => step.set({ choice: id, item: undefined, mistakes: [] })}>
    <span>${step.tell(id) || step.say("answer-" + id)}</span>
  </label>`;
  return html`<div class="choices">${step.view.choices.map(radio)}</div>`;
}

function submit(step: StepContext): void {
  const choice = chosen(step);
  if (choice) step.dispatch(step.view.offers.answer, { choice });
  else step.fail([{ at: "choice-1", kind: "message", code: "choose" }]);
}

export const ask: NodeRenderer = { draw, submit };
