// What a method pays for, or what moves, as a table: a thing a row, its name first. Roles are written out:
// a narrow page lays rows out as a grid, which would take them away.
import { html, nothing } from "lit-html";
import { nameOf, runOf } from "./item-text.ts";
import * as long from "./virtual-list.ts";
import type { Stage } from "../step-context.ts";
import type { Item } from "../../core/types.ts";

/** So many stand there at first; the others come when they are asked for. */
const first = 6;

/** `head` are the column's names, `cells` what stands beside a thing's name. */
export function things(
  stage: Stage,
  source: long.Source,
  head: unknown,
  cells: (item: Item) => unknown,
): unknown {
  const { say, local } = stage;
  const { total, items } = source.first;
  const row = (item: Item) => html`<tr role="row">${named(stage, item)}${cells(item)}</tr>`;
  const top = html`<thead role="rowgroup"><tr role="row">${head}</tr></thead>`;
  if (local.all?.includes(source.id))
    return html`${long.search(stage, source)}${long.body(stage, source, top, row)}`;
  return html`${long.wide(say("list-total", { count: total }), html`<table class="things" role="table">${top}<tbody role="rowgroup">${items.slice(0, first).map(row)}</tbody></table>`)}
    ${
      total > first
        ? html`<p><button type="button" class="link" @click=${() => stage.set({ all: [...(local.all ?? []), source.id] })}>${say(
            "list-all",
            { count: total },
          )}</button></p>`
        : nothing
    }`;
}

function named(stage: Stage, item: Item): unknown {
  return html`<th scope="row" role="rowheader"><bdi dir=${runOf(stage, item)}>${nameOf(stage, item)}</bdi></th>`;
}
