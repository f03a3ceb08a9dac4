// Check answers: what was answered, what will change, and the words that nothing has happened yet.
// After it was carried out the same step shows what was done, and does it no more.
import { html, nothing } from "lit-html";
import { changesOf, fieldsOf } from "../../core/queries.ts";
import type { Item, Row, Value } from "../../core/types.ts";
import { differences } from "../parts/differences-panel.ts";
import { foldedArticle } from "../parts/folded-article.ts";
import { folded } from "../parts/folded.ts";
import { itemTable } from "../parts/item-table.ts";
import { answerOf, facts, fieldValue, nameOf } from "../parts/item-text.ts";
import { linesOf, scrollable } from "../parts/virtual-list.ts";
import type { NodeRenderer } from "../registry.ts";
import type { PanelContext, StepContext } from "../step-context.ts";

function draw(step: PanelContext): unknown {
  const { view, say } = step;
  const { rows } = view.review!;
  const isPart = ({ item, fields }: Row) => item || fields;
  const others = rows.filter((row) => !isPart(row));
  const hint = step.tell("hint");
  const done = view.state === "done" || view.state === "undone";
  const notice = say(view.state === "undone" ? "review-undone" : "review-done");
  return html`${step.heading()}
    ${differences(step)}
    ${
      done
        ? html`<p class="notice" part="notice">${notice}</p>`
        : hint
          ? html`<p class="hint" part="hint">${hint}</p>`
          : nothing
    }
    ${answers(step, rows.filter(isPart), !done)}
    ${changes(step)}
    ${foldedArticle(step)}
    ${done ? nothing : warnings(step)}
    ${done ? nothing : confirmation(step)}
    ${others.length ? folded(say("other-answers"), answers(step, others, !done)) : nothing}
    ${done && view.offers.answer ? html`<div class="actions">${step.submitButton()}</div>` : nothing}`;
}

function answers(step: StepContext, rows: readonly Row[], changeable: boolean): unknown {
  if (!rows.length) return nothing;
  return html`<dl class="answers" part="answers">
    ${rows.map((row) => answerRow(step, row, { changeable }))}
  </dl>`;
}

function answerRow(step: StepContext, row: Row, { changeable }: { changeable: boolean }): unknown {
  const { say, tell, dispatch } = step;
  const change = html`<dd class="change">
    <button type="button" class="link" @click=${() => dispatch(row.change)}>
      ${say("change")}<span class="unseen"> ${tell(undefined, row.node)}</span>
    </button>
  </dd>`;
  return html`<div class="answer">
    <dt>${tell(undefined, row.node) ?? row.node}</dt>
    <dd>${answerOf(step, row)}</dd>
    ${row.change && changeable ? change : nothing}
  </div>`;
}

/** Doubts, before the press: it can be done all the same. */
function warnings({ view, messages }: StepContext): unknown {
  return view.review!.warnings?.map(
    ({ code, args }) =>
      html`<p class="notice" part="notice" dir="auto">${messages.explain("warning", code, args)}</p>`,
  );
}

function confirmation({ view, say, tell, submitButton }: StepContext): unknown {
  const { undoable, begun } = view.review!;
  const confirms = view.offers.confirm || view.state === "pending";
  const yet = say(begun ? "review-begun" : "review-yet");
  const undone = say(undoable ? "review-undoable" : "review-final");
  return html`<p class="yet">${yet} ${undone}</p>
    <div class="actions">${confirms ? submitButton(tell("action") || say("confirm")) : nothing}</div>`;
}

/** The changes, before and after: seen in a picture, and the same in a table. */
function changes(step: StepContext): unknown {
  const { view, say, messages, core, day } = step;
  const { operation, changes: list } = view.review!;
  if (!list?.total) return nothing;
  const { old, new: next } = view.values;
  const heading = html`<h3>${say("changes-" + operation, { count: list.total })}</h3>`;
  const source = {
    id: "changes",
    first: list,
    fetch: (from: number, search: string) => core && changesOf(core, day, linesOf(step, from, search)),
  };
  if (!old || !next) {
    const columns = ["column-name", "column-facts"].map((id) => column(say(id)));
    const cell = (item: Item) => html`<td role="cell">${facts(step, item)}</td>`;
    return html`<div class="changes" part="changes">
      ${heading}
      ${list.total > 1 ? itemTable(step, source, columns, cell) : details(step, list.items[0])}
    </div>`;
  }
  const cells = [old, next].map(
    (value) =>
      html`<td role="cell"><bdi dir=${step.guide.direction}>${messages.format.value(value)}</bdi></td>`,
  );
  const columns = ["column-name", "before", "after"].map((id) => column(say(id)));
  return html`<div class="changes" part="changes">
    ${heading}
    ${itemTable(step, source, columns, () => cells)}
    ${folded(say("as-picture"), step.domain?.changePicture?.(step, { before: old, after: next, items: list }))}
  </div>`;
}

function column(name: string): unknown {
  return html`<th scope="col" role="columnheader">${name}</th>`;
}

/** Of one item: the details that differ, as they are and as they will be. */
function details(step: StepContext, item: Item): unknown {
  const { say, view } = step;
  const { changed } = item.values;
  const row = view.review!.rows.find(({ fields }) => fields);
  if (!Array.isArray(changed) || !row)
    return html`<p><bdi>${nameOf(step, item)}</bdi> <span class="facts">${facts(step, item)}</span></p>`;
  const known = knownFields(step, row, item.id);
  const cell = (field: string, value?: Value) => {
    const empty = value === undefined || value === "";
    return html`<td role="cell"><bdi>${empty ? "–" : fieldValue(step, field, value)}</bdi></td>`;
  };
  const line = (field: string) => html`<tr role="row">
    <th scope="row" role="rowheader">${say("field-" + field)}</th>
    ${cell(field, known[field])}
    ${cell(field, row.fields!.find((typed) => typed.field === field)?.value)}
  </tr>`;
  return scrollable(
    say("changes-update"),
    html`<table class="table" role="table">
      <thead role="rowgroup">
        <tr role="row">${["column-field", "before", "after"].map((id) => column(say(id)))}</tr>
      </thead>
      <tbody role="rowgroup">${changed.map((field) => line(String(field)))}</tbody>
    </table>`,
  );
}

/** The form's values as the account has them, before the reader changed any. */
function knownFields(
  { core, guide, day }: StepContext,
  row: Row,
  of: string,
): Record<string, Value | undefined> {
  const form = guide.flow.nodes.find(({ id }) => id === row.node)?.form;
  const fields = form && core ? fieldsOf(core, { form, of }, {}, day) : [];
  return Object.fromEntries(fields.map(({ id, value }) => [id, value]));
}

function submit({ view: { offers, state }, dispatch }: StepContext): void {
  if (offers.confirm) dispatch(offers.confirm);
  else if (offers.answer && state !== "open") dispatch(offers.answer, { choice: "done" });
}

export const review: NodeRenderer = { draw, submit };
