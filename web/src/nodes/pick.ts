// A choice from what the account holds: a radio and a row for each item, in windows of 50. What
// can't be chosen stays in reach of a screen reader, and says why.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { lines, facts, nameOf, runOf } from "../items.ts";
import type { Stage } from "../stage.ts";
import type { Item, List } from "../types.ts";
import { chosen as wayOut, ways } from "./ask.ts";

const searchFrom = 10;
const detailLines = 6;
let waiting: ReturnType<typeof setTimeout> | undefined;

export function draw(stage: Stage): unknown {
  const { view, local, say } = stage;
  const list = local.list ?? view.list!;
  const { items, total } = list;
  const item = picked(stage);
  const hint = stage.tell("hint");
  const done = !view.offers.answer;
  return html`<fieldset class="question" aria-describedby=${hint ? "hint" : nothing} ?disabled=${done}>
      <legend>${stage.heading()}</legend>
      ${hint ? html`<p id="hint" class="hint" part="hint">${hint}</p>` : nothing}
      ${stage.folded()}${stage.mistakeAt("item-1")}
      ${view.list!.total > searchFrom ? search(stage) : nothing}
      <div class="rows" part="rows">${repeat(items, (one) => one.id, (one, i) => row(stage, one, "item-" + (i + 1), one.id === item))}</div>
      ${items.length ? nothing : html`<p class="hint">${say(local.search ? "search-none" : "list-none")}</p>`}
      ${items.length < total ? html`<div class="actions"><span class="hint">${say("list-shown", { shown: items.length, total })}</span>
        <button type="button" class="second small" @click=${() => more(stage, list)}>${say("list-more")}</button></div>` : nothing}
      ${view.choices.length ? html`${items.length ? html`<p class="or"><span>${say("or")}</span></p>` : nothing}${ways(stage)}` : nothing}</fieldset>
    ${done ? nothing : html`<div class="actions">${stage.submit()}</div>`}`;
}

/** What the reader chose here, what they chose before, or what the account suggests. */
function picked(stage: Stage): string | undefined {
  const { view, local } = stage;
  if (local.item) return local.item;
  return wayOut(stage) ? undefined : view.chosen ?? view.list?.items.find((one) => one.suggested && one.enabled)?.id;
}

function row(stage: Stage, item: Item, id: string, checked: boolean): unknown {
  const { say, messages } = stage;
  const off = !item.enabled;
  const why = (item.reasons ?? []).map(({ code, args }) => messages.explain("reason", code, args)).join(" ");
  const keep = (event: Event) => { if (off) event.preventDefault(); };
  const choose = () => { if (!off) stage.set({ item: item.id, choice: undefined }); };
  return html`<div class="row ${off ? "off" : ""}" part="row"><label class="choice">
    <input type="radio" name="choice" id=${id} .checked=${live(checked)} aria-disabled=${off}
      aria-describedby="${id}-facts ${off ? id + "-why" : ""}" @click=${keep} @change=${choose}>
    <span class="what"><bdi class="name" dir=${runOf(stage, item)}>${nameOf(stage, item)}</bdi><span class="facts" id="${id}-facts">${facts(stage, item)}</span>
      ${off ? html`<span class="why" dir="auto" id="${id}-why">${why || say("item-off")}</span>` : nothing}</span></label>
    ${checked && stage.view.detail ? detail(stage, item) : nothing}</div>`;
}

/** More of the chosen item: what it pays for. */
function detail(stage: Stage, item: Item): unknown {
  const { core, view, say, local } = stage;
  if (local.detail?.of !== item.id && core) {
    local.detail = { ...core.list(view.detail!, item.id, 0, "", stage.day), of: item.id };
  }
  const { items = [], total = 0 } = local.detail ?? {};
  return html`<div class="detail" part="detail"><h3>${say("detail-" + view.detail, { count: total })}</h3>
    ${lines(stage, items.slice(0, detailLines))}
    ${total > detailLines ? html`<p class="hint">${say("list-rest", { count: total - detailLines })}</p>` : nothing}</div>`;
}

function search(stage: Stage): unknown {
  const { say, view, core, local } = stage;
  const find = () => {
    const list = core?.list(view.list!.list, view.list!.of ?? "", 0, local.search ?? "", stage.day);
    if (!list) return;
    stage.set({ list });
    stage.announce(say("search-found", { count: list.total }));
  };
  const typed = (event: Event) => {
    local.search = (event.target as HTMLInputElement).value;
    clearTimeout(waiting);
    waiting = setTimeout(find, 150);
  };
  const stay = (event: KeyboardEvent) => { if (event.key === "Enter") event.preventDefault(); };
  return html`<div class="field search"><label for="search">${say("search")}</label>
    <input id="search" type="search" autocomplete="off" enterkeyhint="search" @input=${typed} @keydown=${stay}></div>`;
}

function more(stage: Stage, shown: List): void {
  const next = stage.core?.list(shown.list, shown.of ?? "", shown.items.length, shown.search ?? "", stage.day);
  if (!next) return;
  const items = [...shown.items, ...next.items];
  stage.set({ list: { ...shown, total: next.total, items } });
  stage.announce(stage.say("list-shown", { shown: items.length, total: next.total }));
  stage.root.getElementById("item-" + (shown.items.length + 1))?.focus();
}

export function submit(stage: Stage): void {
  const { view } = stage;
  const item = picked(stage);
  const way = wayOut(stage);
  if (item) stage.send(view.offers.answer, "picked", { item });
  else if (way) stage.send(view.offers.answer, way);
  else stage.fail([{ at: view.list?.items.length ? "item-1" : "choice-1", text: stage.say("choose") }]);
}

export function leave(): void {
  clearTimeout(waiting);
}
