// Check answers: what was answered, what will change, and the words that nothing has happened yet.
// After it was carried out the same step shows what was done, and does it no more.
import { html, nothing } from "lit-html";
import { answerOf, facts, fieldValue } from "../parts/item-text.ts";
import { wide } from "../parts/virtual-list.ts";
import { moves } from "../parts/diagrams.ts";
import type { Stage } from "../step-context.ts";
import { things } from "../parts/item-table.ts";
import type { Item, Row, Value } from "../../core/types.ts";

export function draw(stage: Stage): unknown {
  const { view, say } = stage;
  const { rows, undoable, begun } = view.review!;
  const hint = stage.tell("hint");
  const done = view.state === "done" || view.state === "undone";
  return html`${stage.heading()}
    ${
      done
        ? html`<p class="notice" part="notice">${say(view.state === "undone" ? "review-undone" : "review-done")}</p>`
        : hint
          ? html`<p class="hint" part="hint">${hint}</p>`
          : nothing
    }
    <dl class="answers" part="answers">${rows.map(
      (row) => html`<div class="answer">
      <dt>${stage.tell(undefined, row.node) ?? row.node}</dt><dd>${answerOf(stage, row)}</dd>
      ${
        row.change && !done
          ? html`<dd class="change"><button type="button" class="link" @click=${() => stage.send(row.change)}>${say("change")}<span
        class="unseen"> ${stage.tell(undefined, row.node)}</span></button></dd>`
          : nothing
      }</div>`,
    )}</dl>
    ${changes(stage)}
    ${stage.folded()}
    ${
      done
        ? nothing
        : html`<p class="yet">${say(begun ? "review-begun" : "review-yet")} ${undoable ? say("review-undoable") : ""}</p>
      <div class="actions">${
        view.offers.confirm || view.state === "pending"
          ? stage.submit(stage.tell("action") || say("confirm"))
          : nothing
      }</div>`
    }
    ${done && view.offers.answer ? html`<div class="actions">${stage.submit()}</div>` : nothing}`;
}

/** What will change, before and after: seen in a picture, and the same in a table. */
function changes(stage: Stage): unknown {
  const { view, say, messages, core, day } = stage;
  const { operation, changes: list } = view.review!;
  if (!list?.total) return nothing;
  const { old, new: next } = view.values;
  const head = html`<h3>${say("changes-" + operation, { count: list.total })}</h3>`;
  if (!old || !next)
    return html`<div class="changes" part="changes">${head}${details(stage, list.items[0])}</div>`;
  const [before, after] = [old, next].map(
    (one) => html`<td role="cell"><bdi dir=${stage.guide.direction}>${messages.format.value(one)}</bdi></td>`,
  );
  const columns = html`<th scope="col" role="columnheader">${say("things-name")}</th><th scope="col" role="columnheader">${say("before")}</th><th scope="col" role="columnheader">${say("after")}</th>`;
  const source = {
    id: "changes",
    first: list,
    fetch: (from: number, search: string) => core?.changes(from, search, day),
  };
  return html`<div class="changes" part="changes">${head}${moves(stage, old, next, list.items, list.total)}
    ${things(stage, source, columns, () => [before, after])}</div>`;
}

/** Of a method: the details that differ, as they are and as they will be. */
function details(stage: Stage, item: Item): unknown {
  const { say } = stage;
  const changed = item.values.changed;
  const row = stage.view.review!.rows.find(({ fields }) => fields);
  if (!Array.isArray(changed) || !row)
    return html`<p><bdi>${stage.messages.format.value(item.values.method ?? "")}</bdi> <span class="facts">${facts(stage, item)}</span></p>`;
  const known = before(stage, row, item.id);
  const value = (field: string, one: Value | undefined) =>
    html`<td role="cell"><bdi>${one === undefined || one === "" ? "–" : fieldValue(stage, field, one)}</bdi></td>`;
  return wide(
    say("changes-update"),
    html`<table class="things" role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${say("things-field")}</th><th scope="col" role="columnheader">${say("before")}</th>
    <th scope="col" role="columnheader">${say("after")}</th></tr></thead><tbody role="rowgroup">${changed
      .map(String)
      .map(
        (field) =>
          html`<tr role="row"><th scope="row" role="rowheader">${say("field-" + field, {}, field)}</th>${value(
            field,
            known[field],
          )}${value(field, row.fields!.find((one) => one.field === field)?.value)}</tr>`,
      )}</tbody></table>`,
  );
}

/** What the form would be filled in with, had the reader not changed it. */
function before({ core, guide, day }: Stage, row: Row, of: string): Record<string, Value | undefined> {
  const form = guide.flow.nodes.find(({ id }) => id === row.node)?.form;
  const fields = form && core ? core.form(form, of, {}, day) : [];
  return Object.fromEntries(fields.map(({ id, value }) => [id, value]));
}

export function submit(stage: Stage): void {
  const { offers, state } = stage.view;
  if (offers.confirm) stage.send(offers.confirm);
  else if (offers.answer && state !== "open") stage.send(offers.answer, "done");
}

export { leave } from "../parts/virtual-list.ts";
