// A choice from what the account holds: a radio and a line for each item. An item that can't be chosen is
// still reached by a screen reader, and says why.
import { html, nothing } from "lit-html";
import { itemsOf } from "../../core/queries.ts";
import type { Item } from "../../core/types.ts";
import { folded } from "../parts/folded.ts";
import { foldedArticle } from "../parts/folded-article.ts";
import { itemTable } from "../parts/item-table.ts";
import { directionOf, facts, nameOf } from "../parts/item-text.ts";
import * as virtualList from "../parts/virtual-list.ts";
import { live } from "../live.ts";
import type { NodeRenderer } from "../registry.ts";
import type { StepContext } from "../step-context.ts";
import { choices, chosen, describedBy } from "./ask.ts";

function draw(step: StepContext): unknown {
  const { view, say } = step;
  const source = sourceOf(step);
  const { items, total, search } = virtualList.windowOf(step, source);
  const item = picked(step);
  const hint = step.tell("hint");
  const closed = !view.offers.answer;
  const first = firstRow(step);
  const line = (shown: Item, place: number) => row(step, shown, { place, total, checked: shown.id === item });
  const shown = items.find(({ id }) => id === item);
  const [usable, others] = inOrder(items, total);
  const or = usable.length ? html`<p class="or"><span>${say("or")}</span></p>` : nothing;
  return html`<fieldset class="question" aria-describedby=${describedBy(step, first)} ?disabled=${closed}>
      <legend>${step.heading()}</legend>
      ${hint ? html`<p id="hint" class="hint" part="hint">${hint}</p>` : nothing}
      ${foldedArticle(step)}
      ${step.mistakeAt(first)}
      ${virtualList.searchField(step, source)}
      ${others.length ? virtualList.lines(usable, line) : virtualList.rows(step, source, line)}
      ${shown && view.detail ? detail(step, shown) : nothing}
      ${items.length ? nothing : html`<p class="hint">${say(search ? "search-none" : "list-none")}</p>`}
      ${outOfSight(step, items, item)}
      ${view.choices.length ? html`${or}${choices(step)}` : nothing}
      ${
        others.length
          ? html`<div part="unusable">
              ${folded(
                say("unusable", { count: others.length }),
                virtualList.lines(others, line, usable.length),
                {
                  open: !usable.length,
                },
              )}
            </div>`
          : nothing
      }
    </fieldset>
    ${closed ? nothing : html`<div class="actions">${step.submitButton()}</div>`}`;
}

/** A whole list begins with the items that can be chosen; a longer one is as the account has it. */
function inOrder(items: readonly Item[], total: number): [usable: readonly Item[], others: readonly Item[]] {
  if (items.length < total) return [items, []];
  return [items.filter(({ enabled }) => enabled), items.filter(({ enabled }) => !enabled)];
}

function sourceOf(step: StepContext): virtualList.Source {
  const { view, core, day } = step;
  const first = view.list!;
  return {
    id: "items",
    first,
    fetch: (from, search) => core && itemsOf(core, first, day, virtualList.linesOf(step, from, search)),
  };
}

/** The item that the reader picked here or before, or that the account suggests. */
function picked(step: StepContext): string | undefined {
  const { view, state } = step;
  if (state.item) return state.item;
  if (chosen(step)) return undefined;
  return view.chosen ?? view.list?.items.find(({ suggested, enabled }) => suggested && enabled)?.id;
}

interface RowOptions {
  /** Its place in the whole list, from 1, and how many there are. */
  place: number;
  total: number;
  checked: boolean;
}

function row(step: StepContext, item: Item, { place, total, checked }: RowOptions): unknown {
  const { say, messages } = step;
  const id = "item-" + place;
  const off = !item.enabled;
  const named = item.values[step.domain?.nameValue ?? ""];
  const reasons = (item.reasons ?? []).map(({ code, args }) => messages.explain("reason", code, args));
  const clicked = (event: Event) => {
    if (off) event.preventDefault();
  };
  const changed = () => {
    if (!off) step.set({ item: item.id, pickedItem: item, choice: undefined, mistakes: [] });
  };
  return html`<div class="row ${off ? "off" : ""}" part="row">
    <label class="choice">
      <input type="radio" name="choice" id=${id} .checked=${live(checked)} aria-disabled=${off}
        aria-posinset=${place} aria-setsize=${total} aria-labelledby="${id}-name"
        aria-describedby="${id}-facts${off ? ` ${id}-why` : ""}" @click=${clicked} @change=${changed}>
      <span class="what">
        <bdi class="name" id="${id}-name" dir=${directionOf(step, item)}>${nameOf(step, item)}</bdi>
        <span class="facts" id="${id}-facts">${facts(step, item)}</span>
        ${
          off
            ? html`<span class="why" dir="auto" id="${id}-why">${reasons.join(" ") || say("item-off")}</span>`
            : nothing
        }
      </span>
      ${step.domain?.icon?.(named)}
    </label>
  </div>`;
}

/** More of the picked item: what it pays for. */
function detail(step: StepContext, item: Item): unknown {
  const { core, view, say, day } = step;
  if (!core) return nothing;
  const fetch = (from: number, search: string) =>
    itemsOf(core, { list: view.detail!, of: item.id }, day, virtualList.linesOf(step, from, search));
  let first = step.state.details?.[item.id];
  if (!first) {
    first = fetch(0, "");
    step.remember({ details: { ...step.state.details, [item.id]: first } });
  }
  const { total } = first;
  const named = item.values[step.domain?.nameValue ?? ""];
  const columns = html`<th scope="col" role="columnheader">${say("column-name")}</th>
    <th scope="col" role="columnheader">${say("column-facts")}</th>`;
  const cells = (line: Item) => html`<td role="cell">${facts(step, line)}</td>`;
  const words = say("detail-" + view.detail, { count: total });
  if (!total) return html`<p class="hint" part="detail">${words}</p>`;
  const table = itemTable(step, { id: "detail-" + item.id, first, fetch }, columns, cells);
  const picture = named && step.domain?.itemPicture?.(step, named, first);
  return html`<div part="detail">
    ${folded(words, html`<div class="detail">${table}${folded(say("as-picture"), picture)}</div>`)}
  </div>`;
}

/** In a long list, what was picked may be far away: it is named below. */
function outOfSight(step: StepContext, shown: readonly Item[], id?: string): unknown {
  const { state, view, say } = step;
  const item = [state.pickedItem, view.picked].find((known) => known && known.id === id);
  if (!item || shown.some((line) => line.id === id)) return nothing;
  return html`<p class="picked">
    ${say("picked")} <bdi dir=${directionOf(step, item)}>${nameOf(step, item)}</bdi>
  </p>`;
}

function firstRow(step: StepContext): string {
  const { items, from, total } = virtualList.windowOf(step, sourceOf(step));
  const [usable] = inOrder(items, total);
  return usable.length || !step.view.choices.length ? "item-" + (from + 1) : "choice-1";
}

function submit(step: StepContext): void {
  const { answer } = step.view.offers;
  const item = picked(step);
  const choice = chosen(step);
  if (item) step.dispatch(answer, { choice: "picked", value: { item } });
  else if (choice) step.dispatch(answer, { choice });
  else step.fail([{ at: firstRow(step), kind: "message", code: "choose" }]);
}

export const pick: NodeRenderer = { draw, submit };
