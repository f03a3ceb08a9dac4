// A list of any length. At most 50 lines of it are in the page, and follow the scrolling inside their box;
// a search narrows them. Lines are about equally high: an empty element has the height of the others.
import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { Lines } from "../../core/queries.ts";
import type { Item, List } from "../../core/types.ts";
import { keepPlace } from "../keep-place.ts";
import type { StepContext } from "../step-context.ts";
import { keepTyped } from "../typed-keys.ts";
import type { ListWindow } from "../view-model.ts";

/** Lists up to this length are shown whole, without a box of their own. */
const longestWhole = 50;
/** Lists that are longer than this can be searched. */
const longestUnsearched = 10;
/** So many lines before and after those in sight are in the page as well. */
const margin = 12;
/** The height of a line until it is measured, in pixels. */
const guessedHeight = 56;
/** Milliseconds without a key before the search begins. */
const searchDelay = 150;

/** The source of a list's lines. */
export interface Source {
  /** The id of its box: tells two lists of one step apart. */
  id: string;
  /** The lines of the view. */
  first: List;
  /** Lines from the item `from` on that contain `search`; undefined until the core is there. */
  fetch(from: number, search: string): List | undefined;
}

/** The question for those lines; a search brings the words of names that the page words. */
export function linesOf({ domain, messages }: StepContext, from: number, search: string): Lines {
  return { from, search, names: search ? domain?.names?.(messages) : undefined };
}

/** The lines that are drawn, and what is searched for. */
export function windowOf(step: StepContext, source: Source): List & { search: string } {
  const { list, search } = current(step, source);
  return { ...list, search };
}

function current(step: StepContext, { id, first, fetch }: Source): ListWindow {
  const known = step.state.lists?.[id];
  if (known) return known;
  // The view brings few lines: the first window of a box is a whole one.
  const list = first.items.length < Math.min(first.total, longestWhole) ? (fetch(0, "") ?? first) : first;
  const window = { list, search: "", lineHeight: guessedHeight };
  step.remember({ lists: { ...step.state.lists, [id]: window } });
  return window;
}

function change(step: StepContext, source: Source, change: Partial<ListWindow>): void {
  step.remember({ lists: { ...step.state.lists, [source.id]: { ...current(step, source), ...change } } });
}

/** A field that narrows a long list; nothing for a short one. */
export function searchField(step: StepContext, source: Source): unknown {
  const { say, root, after, set } = step;
  if (source.first.total <= longestUnsearched) return nothing;
  const id = source.id + "-search";
  const find = () => {
    const list = source.fetch(0, current(step, source).search);
    if (!list) return;
    change(step, source, { list });
    root.getElementById(source.id)?.scrollTo(0, 0);
    set({ status: say("search-found", { count: list.total }) });
  };
  const typed = (event: Event) => {
    const search = (event.target as HTMLInputElement).value;
    if (search === current(step, source).search) return;
    change(step, source, { search });
    after(id, searchDelay, () => step.attempt(find));
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Enter") event.preventDefault();
    keepTyped(event);
  };
  return html`<div class="field search">
    <label for=${id}>${say("search")}</label>
    <input id=${id} type="search" autocomplete="off" enterkeyhint="search" @input=${typed}
      @change=${typed} @keydown=${pressed} @keypress=${keepTyped} @keyup=${keepTyped}>
  </div>`;
}

/** Lines without a box of their own, `before` of them before these. `place` counts from 1. */
export function lines(
  items: readonly Item[],
  line: (item: Item, place: number) => unknown,
  before = 0,
): unknown {
  return html`<div class="rows" part="rows">${drawn(items, line, before)}</div>`;
}

function drawn(
  items: readonly Item[],
  line: (item: Item, place: number) => unknown,
  before: number,
): unknown {
  return repeat(
    items,
    ({ id }) => id,
    (item, i) => line(item, before + i + 1),
  );
}

/** The lines, whole or in a box that scrolls. `line` draws one of them; `place` counts from 1. */
export function rows(
  step: StepContext,
  source: Source,
  line: (item: Item, place: number) => unknown,
): unknown {
  const { list } = current(step, source);
  const { from, items, total } = list;
  if (total <= longestWhole) return lines(items, line);
  return html`<p class="hint">${step.say("list-total", { count: total })}</p>
    <div class="rows box" part="rows" id=${source.id} @scroll=${scrolled(step, source)}
      ${keepPlace(step.root)}>
      ${spaceBefore(step, source)}${drawn(items, line, from)}${spaceAfter(step, source)}
    </div>`;
}

/** The same as a table: `head` is its head, `line` gives a row of its body. */
export function table(
  step: StepContext,
  source: Source,
  head: unknown,
  line: (item: Item) => unknown,
): unknown {
  const { items, total } = current(step, source).list;
  const name = step.say("list-total", { count: total });
  const body = html`<tbody role="rowgroup">
    ${repeat(items, ({ id }) => id, line)}
  </tbody>`;
  if (total <= longestWhole)
    return scrollable(name, html`<table class="table" role="table">${head}${body}</table>`);
  return html`<div class="rows box" id=${source.id} tabindex="0" role="region" aria-label=${name}
    @scroll=${scrolled(step, source)} ${keepPlace(step.root)}>
    ${spaceBefore(step, source)}
    <table class="table" role="table" aria-rowcount=${total + 1}>${head}${body}</table>
    ${spaceAfter(step, source)}
  </div>`;
}

/** A table that may be wider than its place scrolls there, by keys too. */
export function scrollable(name: string, table: unknown): unknown {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${name}>${table}</div>`;
}

function spaceBefore(step: StepContext, source: Source): unknown {
  const { list, lineHeight } = current(step, source);
  return space(list.from * lineHeight);
}

function spaceAfter(step: StepContext, source: Source): unknown {
  const { list, lineHeight } = current(step, source);
  return space((list.total - list.from - list.items.length) * lineHeight);
}

/** The height is set as a property: a style attribute would break a strict policy. */
function space(height: number): unknown {
  return html`<div class="space" .style=${`block-size:${Math.max(0, Math.round(height))}px`}></div>`;
}

function scrolled(step: StepContext, source: Source): (event: Event) => void {
  return ({ currentTarget: box }) => step.attempt(() => follow(step, source, box as HTMLElement));
}

/** Draws other lines where the box was scrolled near to an end of those that are there. */
function follow(step: StepContext, source: Source, box: HTMLElement): void {
  measure(step, source, box);
  const { list, lineHeight, search } = current(step, source);
  const { from, items, total } = list;
  const first = Math.floor(box.scrollTop / lineHeight);
  const fitting = Math.ceil(box.clientHeight / lineHeight);
  const missesBefore = from > 0 && first < from + margin / 2;
  const end = from + items.length;
  const missesAfter = end < total && first + fitting > end - margin / 2;
  if (!missesBefore && !missesAfter) return;
  const start = Math.min(Math.max(0, first - margin), Math.max(0, total - longestWhole));
  const next = start === from ? undefined : source.fetch(start, search);
  if (!next) return;
  change(step, source, { list: next });
  step.set({});
}

/** The height of a line, measured once for each width of the box. */
function measure(step: StepContext, source: Source, box: HTMLElement): void {
  const width = box.clientWidth;
  if (current(step, source).width === width) return;
  const lines = box.querySelectorAll<HTMLElement>(".row, tbody tr");
  if (lines.length < 2) return;
  const top = (line: HTMLElement) => line.getBoundingClientRect().top;
  const height = (top(lines[lines.length - 1]) - top(lines[0])) / (lines.length - 1);
  change(step, source, { lineHeight: height || guessedHeight, width });
}
