// The end of a path: what was done, what comes next and when, undo, more to read, the summary for
// support, and whether it helped.
import { html, nothing } from "lit-html";
import type { Value } from "../../core/types.ts";
import { days } from "../parts/diagrams.ts";
import { sendOn } from "../parts/send-on.ts";
import { supportSummary } from "../parts/support-summary.ts";
import { undoButton, undoWithQuestion } from "../parts/undo-button.ts";
import type { NodeRenderer } from "../registry.ts";
import { nextArticle, nextButton } from "../parts/next-guide-panels.ts";
import type { PanelContext, StepContext } from "../step-context.ts";
import { choiceButton } from "./read.ts";

function draw(step: PanelContext): unknown {
  const { view, say } = step;
  const undone = view.state === "undone";
  const unverified = view.heading === "unverified";
  const stays = view.left && !view.left.undone;
  // After a refused payment the change stays done, but green would say that all is.
  const fixed = !view.heading && !view.reasons.length && ["fixed", "paid"].includes(view.outcome!);
  const instead = undone ? say(stays ? "undone-left" : "undone") : unverified && say("unverified");
  const body = instead || step.tell("body");
  const paragraphs = body ? String(body).split(/\n\s*\n/) : [];
  return html`<div class="panel ${fixed ? "fixed" : ""}" part="outcome">
      ${step.heading()}
      ${body ? html`<div class="body">${paragraphs.map((words) => html`<p>${words}</p>`)}</div>` : nothing}
      ${undone ? left(step) : retries(step)}
      ${sendOn(step)}
    </div>
    ${offered(step)}
    ${ways(step)}
    ${stays ? nothing : undoWithQuestion(step)}
    ${view.show.length ? html`<div class="prose see" part="see-also">${step.article()}</div>` : nothing}
    ${summary(step)}
    ${helped(step)}`;
}

/** Further nodes of this guide, and another guide. */
function ways(step: PanelContext): unknown {
  const { choices } = step.view;
  const next = nextButton(step);
  if (!choices.length && next === nothing) return nothing;
  return html`<div class="actions">${choices.map(({ id }) => choiceButton(step, id))} ${next}</div>
    ${nextArticle(step)}`;
}

/** The operation that is possible here, and that it can't be undone. */
function offered(step: StepContext): unknown {
  const { view, say, tell, submitButton } = step;
  if (view.undoable === undefined) return nothing;
  return html`${view.undoable ? nothing : html`<p class="yet">${say("outcome-final")}</p>`}
    <div class="actions">${submitButton(tell("action") || say("confirm"))}</div>`;
}

/** The change that a form made on the way here stays after an undo, until it is taken back too. */
function left(step: StepContext): unknown {
  const { say, view } = step;
  if (!view.left) return nothing;
  const { operation, values, undone } = view.left;
  const there = say("left-" + operation, values, say("left-other"));
  const taken = say("taken-" + operation, values, say("taken-other"));
  return html`<p part="left">${undone ? taken : there}</p>
    ${undoButton(step, say("take-" + operation, values, say("take-other")))}`;
}

/** It is made when it is opened: it asks the core for more than the view has. */
function summary(step: StepContext): unknown {
  const { say, state, set } = step;
  const toggled = ({ target }: Event) => set({ outcomeSummary: (target as HTMLDetailsElement).open });
  return html`<details class="said" part="summary" @toggle=${toggled}>
    <summary>${say("summary")}</summary>
    ${state.outcomeSummary ? supportSummary(step) : nothing}
  </details>`;
}

/** A time from a day until another is shown on a line, if the values name it. */
function retries(step: StepContext): unknown {
  const dayIn = (value?: Value) => (value as { day?: string } | undefined)?.day;
  const { from, until, left } = step.view.values;
  const [first, last] = [dayIn(from), dayIn(until)];
  return first && last && left !== 0 ? days(step, first, last) : nothing;
}

function helped({ say, state, emit, set }: StepContext): unknown {
  const answer = (yes: boolean) => {
    emit("stegvis-helped", { helped: yes });
    set({ helped: yes, status: say("helped-thanks") });
  };
  const button = (yes: boolean) =>
    html`<button type="button" class="second small" @click=${() => answer(yes)}>
      ${say(yes ? "yes" : "no")}
    </button>`;
  const asked = state.helped === undefined;
  return html`<div class="helped" part="helped" role="group" aria-labelledby="helped">
    <p id="helped">${say(asked ? "helped" : "helped-thanks")}</p>
    ${asked ? [button(true), button(false)] : nothing}
  </div>`;
}

function submit({ view: { offers }, dispatch }: StepContext): void {
  dispatch(offers.confirm);
}

export const outcome: NodeRenderer = { draw, submit };
