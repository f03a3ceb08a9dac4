// A choice from what the account holds: a radio and a row for each item. What can't be chosen stays in
// reach of a screen reader, and says why.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { facts, nameOf, runOf } from "../parts/item-text.ts";
import * as long from "../parts/virtual-list.ts";
import { uses } from "../parts/diagrams.ts";
import type { Stage } from "../step-context.ts";
import { things } from "../parts/item-table.ts";
import type { Item } from "../../core/types.ts";
import { about, chosen as wayOut, ways } from "./ask.ts";

export function draw(stage: Stage): unknown {
  const { view, say } = stage;
  const from = source(stage);
  const { items, total, searching } = long.lines(stage, from);
  const item = picked(stage);
  const hint = stage.tell("hint");
  const done = !view.offers.answer;
  return html`<fieldset class="question" aria-describedby=${about(stage, firstRow(stage))} ?disabled=${done}>
      <legend>${stage.heading()}</legend>
      ${hint ? html`<p id="hint" class="hint" part="hint">${hint}</p>` : nothing}
      ${stage.folded()}${stage.mistakeAt(firstRow(stage))}
      ${long.search(stage, from)}
      ${long.rows(stage, from, (one, place) => row(stage, one, place, total, one.id === item))}
      ${items.length ? nothing : html`<p class="hint">${say(searching ? "search-none" : "list-none")}</p>`}
      ${outOfSight(stage, items, item)}
      ${view.choices.length ? html`${items.length ? html`<p class="or"><span>${say("or")}</span></p>` : nothing}${ways(stage)}` : nothing}</fieldset>
    ${done ? nothing : html`<div class="actions">${stage.submit()}</div>`}`;
}

function source({ view, core, day }: Stage): long.Source {
  const first = view.list!;
  return {
    id: "items",
    first,
    fetch: (from, search) => core?.list(first.list, first.of ?? "", from, search, day),
  };
}

/** What the reader chose here, what they chose before, or what the account suggests. */
function picked(stage: Stage): string | undefined {
  const { view, local } = stage;
  if (local.item) return local.item;
  return wayOut(stage)
    ? undefined
    : (view.chosen ?? view.list?.items.find((one) => one.suggested && one.enabled)?.id);
}

function row(stage: Stage, item: Item, place: number, total: number, checked: boolean): unknown {
  const { say, messages } = stage;
  const id = "item-" + place;
  const off = !item.enabled;
  const why = (item.reasons ?? []).map(({ code, args }) => messages.explain("reason", code, args)).join(" ");
  const keep = (event: Event) => {
    if (off) event.preventDefault();
  };
  const choose = () => {
    if (!off) stage.set({ item: item.id, named: item, choice: undefined });
  };
  return html`<div class="row ${off ? "off" : ""}" part="row"><label class="choice">
    <input type="radio" name="choice" id=${id} .checked=${live(checked)} aria-disabled=${off} aria-posinset=${place} aria-setsize=${total}
      aria-labelledby="${id}-name" aria-describedby="${id}-facts${off ? ` ${id}-why` : ""}" @click=${keep} @change=${choose}>
    <span class="what"><bdi class="name" id="${id}-name" dir=${runOf(stage, item)}>${nameOf(stage, item)}</bdi><span class="facts" id="${id}-facts">${facts(stage, item)}</span>
      ${off ? html`<span class="why" dir="auto" id="${id}-why">${why || say("item-off")}</span>` : nothing}</span>${stage.mark?.(item.values.method)}</label>
    ${checked && stage.view.detail ? detail(stage, item) : nothing}</div>`;
}

/** More of the chosen item: what it pays for. */
function detail(stage: Stage, item: Item): unknown {
  const { core, view, say, day } = stage;
  if (!core) return nothing;
  const fetch = (from: number, search: string) => core.list(view.detail!, item.id, from, search, day);
  const from: long.Source = {
    id: "detail-" + item.id,
    first: ((stage.local.details ??= {})[item.id] ??= fetch(0, "")),
    fetch,
  };
  const { items, total } = from.first;
  return html`<div class="detail" part="detail"><h3>${say("detail-" + view.detail, { count: total })}</h3>
    ${total && item.values.method ? uses(stage, item.values.method, items, total) : nothing}
    ${
      total
        ? things(
            stage,
            from,
            html`<th scope="col" role="columnheader">${say("things-name")}</th><th scope="col" role="columnheader">${say("things-facts")}</th>`,
            (one) => html`<td role="cell">${facts(stage, one)}</td>`,
          )
        : nothing
    }</div>`;
}

/** In a long list what was chosen may be far away: it is named below. */
function outOfSight(stage: Stage, shown: Item[], id?: string): unknown {
  const { local, view, say } = stage;
  const item = [local.named, view.picked].find((one) => one && one.id === id);
  if (!item || shown.includes(item) || shown.some((one) => one.id === id)) return nothing;
  return html`<p class="picked">${say("picked")} <bdi dir=${runOf(stage, item)}>${nameOf(stage, item)}</bdi></p>`;
}

function firstRow(stage: Stage): string {
  const { items, from } = long.lines(stage, source(stage));
  return items.length ? "item-" + (from + 1) : "choice-1";
}

export function submit(stage: Stage): void {
  const { view } = stage;
  const item = picked(stage);
  const way = wayOut(stage);
  if (item) stage.send(view.offers.answer, "picked", { item });
  else if (way) stage.send(view.offers.answer, way);
  else stage.fail([{ at: firstRow(stage), text: () => stage.say("choose") }]);
}

export const { leave } = long;
