// A list of any length. A window of it stands in the page, 50 lines at most, and follows the scrolling
// inside its box; a search narrows it. Lines are about equally high: what is not there is room of that
// height.
import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { Long, Stage } from "../step-context.ts";
import type { Item, List } from "../../core/types.ts";

/** Lists up to this length stand whole, without a box of their own. */
const whole = 50;
const searchFrom = 10;
/** Lines before and behind those in sight that stand in the page as well. */
const margin = 12;
const guess = 56;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** What is shown of the list: at first what the view brought. */
export interface Source {
  /** Tells two lists of one step apart. */
  id: string;
  first: List;
  /** A window of what contains `search`; undefined while the core is not there. */
  fetch(from: number, search: string): List | undefined;
}

function state(stage: Stage, { id, first, fetch }: Source): Long {
  const lists = (stage.local.lists ??= {});
  if (lists[id]) return lists[id];
  // The view's own window is short: the first one of a box is a whole one.
  const list = first.items.length < Math.min(first.total, whole) ? (fetch(0, "") ?? first) : first;
  return (lists[id] = { list, search: "", line: guess });
}

/** The lines of the list that are to be drawn, with their places from 1, and how many there are in all. */
export function lines(
  stage: Stage,
  source: Source,
): { items: Item[]; from: number; total: number; searching: boolean } {
  const { list, search } = state(stage, source);
  return { items: list.items, from: list.from, total: list.total, searching: !!search };
}

/** Where the list has more lines than can be taken in at a look: a field that narrows it. */
export function search(stage: Stage, source: Source): unknown {
  const { say } = stage;
  if (source.first.total <= searchFrom) return nothing;
  const now = state(stage, source);
  const find = () => {
    const list = source.fetch(0, now.search);
    if (!list) return;
    now.list = list;
    stage.root.getElementById(source.id)?.scrollTo(0, 0);
    stage.announce(say("search-found", { count: list.total }));
  };
  const typed = (event: Event) => {
    now.search = (event.target as HTMLInputElement).value;
    clearTimeout(waiting);
    waiting = setTimeout(find, 150);
  };
  const stay = (event: KeyboardEvent) => {
    if (event.key === "Enter") event.preventDefault();
  };
  return html`<div class="field search"><label for="${source.id}-search">${say("search")}</label>
    <input id="${source.id}-search" type="search" autocomplete="off" enterkeyhint="search" @input=${typed} @keydown=${stay}></div>`;
}

/** The lines, whole or in a box that scrolls. `line` draws one; `place` counts from 1. */
export function rows(stage: Stage, source: Source, line: (item: Item, place: number) => unknown): unknown {
  const { list, line: height } = state(stage, source);
  const { from, items, total } = list;
  const drawn = repeat(
    items,
    (one) => one.id,
    (one, i) => line(one, from + i + 1),
  );
  if (total <= whole) return html`<div class="rows" part="rows">${drawn}</div>`;
  return html`<p class="hint">${stage.say("list-total", { count: total })}</p>
    <div class="rows box" part="rows" id=${source.id} @scroll=${(event: Event) => follow(stage, source, event.currentTarget as HTMLElement)}>
      ${space(from * height)}${drawn}${space((total - from - items.length) * height)}</div>`;
}

/** The same as the body of a table: `line` gives a row of it. */
export function body(stage: Stage, source: Source, head: unknown, line: (item: Item) => unknown): unknown {
  const { list, line: height } = state(stage, source);
  const { from, items, total } = list;
  const drawn = repeat(items, (one) => one.id, line);
  if (total <= whole)
    return wide(
      stage.say("list-total", { count: total }),
      html`<table class="things" role="table">${head}<tbody role="rowgroup">${drawn}</tbody></table>`,
    );
  return html`<div class="rows box" id=${source.id} tabindex="0" role="region" aria-label=${stage.say("list-total", { count: total })}
    @scroll=${(event: Event) => follow(stage, source, event.currentTarget as HTMLElement)}>
    ${space(from * height)}<table class="things" role="table" aria-rowcount=${total + 1}>${head}<tbody role="rowgroup">${drawn}</tbody></table>${space((total - from - items.length) * height)}</div>`;
}

/** A table that may be wider than its place scrolls there, by keys too. */
export function wide(name: unknown, table: unknown): unknown {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${name}>${table}</div>`;
}

// The height is set as a property: a style attribute would break a strict policy.
function space(height: number): unknown {
  return html`<div class="space" .style=${`block-size:${Math.max(0, Math.round(height))}px`}></div>`;
}

function follow(stage: Stage, source: Source, box: HTMLElement): void {
  const now = state(stage, source);
  const {
    list: { from, items, total },
  } = now;
  measure(now, box);
  const first = Math.floor(box.scrollTop / now.line);
  const fits = Math.ceil(box.clientHeight / now.line);
  const before = from > 0 && first < from + margin / 2;
  const behind = from + items.length < total && first + fits > from + items.length - margin / 2;
  if (!before && !behind) return;
  const start = Math.min(Math.max(0, first - margin), Math.max(0, total - whole));
  const next = start === from ? undefined : source.fetch(start, now.search);
  if (!next) return;
  now.list = next;
  stage.set({});
}

/** The height of a line, measured once for each width of the box. */
function measure(now: Long, box: HTMLElement): void {
  const width = box.clientWidth;
  if (now.width === width) return;
  const lines = box.querySelectorAll<HTMLElement>(".row, tbody tr");
  if (lines.length < 2) return;
  const top = lines[0].getBoundingClientRect().top;
  now.line = (lines[lines.length - 1].getBoundingClientRect().top - top) / (lines.length - 1) || guess;
  now.width = width;
}

export function leave(): void {
  clearTimeout(waiting);
}
