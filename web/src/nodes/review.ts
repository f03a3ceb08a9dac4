// Check answers: what was answered, what will change, and the words that nothing has happened yet.
// After it was carried out the same step shows what was done, and does it no more.
import { html, nothing } from "lit-html";
import { answerOf, lines } from "../items.ts";
import type { Stage } from "../stage.ts";

const first = 10;

export function draw(stage: Stage): unknown {
  const { view, say, local } = stage;
  const { rows, changes, operation, undoable, begun } = view.review!;
  const hint = stage.tell("hint");
  const done = view.state === "done" || view.state === "undone";
  return html`${stage.heading()}
    ${done ? html`<p class="notice" part="notice">${say(view.state === "undone" ? "review-undone" : "review-done")}</p>`
      : hint ? html`<p class="hint" part="hint">${hint}</p>` : nothing}
    <dl class="answers" part="answers">${rows.map((row) => html`<div class="answer">
      <dt>${stage.tell(undefined, row.node) ?? row.node}</dt><dd>${answerOf(stage, row)}</dd>
      ${row.change && !done ? html`<dd class="change"><button type="button" class="link" @click=${() => stage.send(row.change)}>${say("change")}<span
        class="unseen"> ${stage.tell(undefined, row.node)}</span></button></dd>` : nothing}</div>`)}</dl>
    ${changes?.total ? html`<div class="changes" part="changes"><h3>${say("changes-" + operation, { count: changes.total })}</h3>
      ${lines(stage, local.all ? changes.items : changes.items.slice(0, first))}
      ${rest(stage, changes.items.length, changes.total)}</div>` : nothing}
    ${stage.folded()}
    ${done ? nothing : html`<p class="yet">${say(begun ? "review-begun" : "review-yet")} ${undoable ? say("review-undoable") : ""}</p>
      <div class="actions">${view.offers.confirm || view.state === "pending"
        ? stage.submit(stage.tell("action") || say("confirm")) : nothing}</div>`}
    ${done && view.offers.answer ? html`<div class="actions">${stage.submit()}</div>` : nothing}`;
}

function rest(stage: Stage, there: number, total: number): unknown {
  const { local, say } = stage;
  const shown = local.all ? there : Math.min(first, there);
  if (shown < there) return html`<p><button type="button" class="link" @click=${() => stage.set({ all: true })}>${say("list-more")}</button></p>`;
  return shown < total ? html`<p class="hint">${say("list-rest", { count: total - shown })}</p>` : nothing;
}

export function submit(stage: Stage): void {
  const { offers, state } = stage.view;
  if (offers.confirm) stage.send(offers.confirm);
  else if (offers.answer && state !== "open") stage.send(offers.answer, "done");
}
