// The end of a path: what was done, what comes next and when, undo, more to read, the summary for
// support, and whether it helped.
import { html, nothing } from "lit-html";
import { days } from "../parts/diagrams.ts";
import type { Stage } from "../step-context.ts";
import type { Value } from "../../core/types.ts";
import { told } from "../parts/support-summary.ts";
import { undo } from "../parts/undo-button.ts";

export function draw(stage: Stage): unknown {
  const { view, say } = stage;
  const { offers } = view;
  const undone = view.state === "undone";
  const body = undone ? say("undone") : stage.tell("body");
  return html`<div class="panel ${!undone && view.outcome === "fixed" ? "fixed" : ""}" part="outcome">${stage.heading()}
      ${
        body
          ? html`<div class="body">${String(body)
              .split(/\n\s*\n/)
              .map((words) => html`<p>${words}</p>`)}</div>`
          : nothing
      }${undone ? nothing : retries(stage)}</div>
    ${
      offers.answer || offers.undo
        ? html`<div class="actions">${view.choices.map(
            ({ id }) =>
              html`<button type="button" class="second" part="secondary-button" @click=${() => stage.send(offers.answer, id)}>${stage.tell(id) || id}</button>`,
          )}
      ${undo(stage)}</div>`
        : nothing
    }
    ${view.show.length ? html`<div class="prose see" part="see-also">${stage.parts()}</div>` : nothing}
    <details class="said" part="summary"><summary>${say("summary")}</summary>${told(stage)}</details>
    ${helped(stage)}`;
}

/** Where the values name a time from a day until another, it is shown on a line. */
function retries(stage: Stage): unknown {
  const [from, until] = [stage.view.values.from, stage.view.values.until].map(
    (one?: Value) => (one as { day?: string } | undefined)?.day,
  );
  return from && until ? days(stage, from, until) : nothing;
}

function helped(stage: Stage): unknown {
  const { say, local } = stage;
  const answer = (yes: boolean) => () => {
    stage.event("stegvis-helped", { helped: yes });
    stage.set({ helped: yes });
    stage.announce(say("helped-thanks"));
  };
  const button = (yes: boolean) =>
    html`<button type="button" class="second small" @click=${answer(yes)}>${say(yes ? "yes" : "no")}</button>`;
  return html`<div class="helped" part="helped" role="group" aria-labelledby="helped">
    <p id="helped">${say(local.helped === undefined ? "helped" : "helped-thanks")}</p>${local.helped === undefined ? [button(true), button(false)] : nothing}</div>`;
}
