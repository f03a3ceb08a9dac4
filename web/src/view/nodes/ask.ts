// A question: one group of radios whose legend is the heading.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { Stage } from "../step-context.ts";

export function draw(stage: Stage): unknown {
  const { view } = stage;
  const hint = stage.tell("hint");
  const done = !view.offers.answer;
  const known = view.choices.some((one) => one.known && one.id === chosen(stage));
  return html`<fieldset class="question" aria-describedby=${about(stage, "choice-1")} ?disabled=${done}>
      <legend>${stage.heading()}</legend>
      ${hint ? html`<p id="hint" class="hint" part="hint">${hint}</p>` : nothing}
      ${view.show.length ? html`<div class="prose said" part="said">${stage.parts()}</div>` : nothing}
      ${stage.mistakeAt("choice-1")}${ways(stage)}
      ${known ? html`<p class="hint known">${stage.say("known")}</p>` : nothing}</fieldset>
    ${done ? nothing : html`<div class="actions">${stage.submit()}</div>`}`;
}

/** What a question is described by: its hint, and what is wrong with the answer that begins there. */
export function about({ tell, mistakes }: Stage, first: string): unknown {
  return (tell("hint") ? "hint " : "") + (mistakes.length ? first + "-error" : "") || nothing;
}

/** The way that the reader chose here or before, else the one that the account knows. */
export function chosen({ local, view }: Stage): string | undefined {
  if (local.item) return undefined;
  return (
    local.choice ?? (view.choices.find((one) => one.chosen) ?? view.choices.find((one) => one.known))?.id
  );
}

export function ways(stage: Stage): unknown {
  const now = chosen(stage);
  return html`<div class="choices">${stage.view.choices.map(
    ({ id }, i) => html`<label class="choice" part="choice">
    <input type="radio" name="choice" id="choice-${i + 1}" value=${id} .checked=${live(now === id)}
      @change=${() => stage.set({ choice: id, item: undefined })}><span>${stage.tell(id) || stage.say("answer-" + id, {}, id)}</span></label>`,
  )}</div>`;
}

export function submit(stage: Stage): void {
  const choice = chosen(stage);
  if (choice) stage.send(stage.view.offers.answer, choice);
  else stage.fail([{ at: "choice-1", text: () => stage.say("choose") }]);
}
