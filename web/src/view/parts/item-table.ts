// Items as a table: what a method pays for, or what moves. Each row begins with an item's name. Roles are
// written out: a narrow page lays rows out as a grid, which would take them away.
import { html, nothing } from "lit-html";
import type { Item } from "../../core/types.ts";
import type { StepContext } from "../step-context.ts";
import { directionOf, nameOf } from "./item-text.ts";
import * as virtualList from "./virtual-list.ts";

/** So many rows are there at first; the others come when they are asked for. */
const shownFirst = 6;

/** `columns` are the names of the columns, `cells` an item's cells after its name. */
export function itemTable(
  step: StepContext,
  source: virtualList.Source,
  columns: unknown,
  cells: (item: Item) => unknown,
): unknown {
  const { say, state, set } = step;
  const { total, items } = source.first;
  const { expanded = [] } = state;
  const row = (item: Item) => html`<tr role="row">
    <th scope="row" role="rowheader"><bdi dir=${directionOf(step, item)}>${nameOf(step, item)}</bdi></th>
    ${cells(item)}
  </tr>`;
  const head = html`<thead role="rowgroup"><tr role="row">${columns}</tr></thead>`;
  if (expanded.includes(source.id))
    return html`${virtualList.searchField(step, source)}${virtualList.table(step, source, head, row)}`;
  const table = html`<table class="table" role="table">
    ${head}
    <tbody role="rowgroup">${items.slice(0, shownFirst).map(row)}</tbody>
  </table>`;
  const expand = html`<p>
    <button type="button" class="link" @click=${() => set({ expanded: [...expanded, source.id] })}>
      ${say("list-all", { count: total })}
    </button>
  </p>`;
  return html`${virtualList.scrollable(say("list-total", { count: total }), table)}
    ${total > shownFirst ? expand : nothing}`;
}
