// The text tree of a guide (core/guide/text.h) as templates. What is not of the closed list is shown
// as its text, so no content is lost; a link or picture of another kind of address loses only the
// address.
import { html, nothing } from "lit-html";

export type Inline = string | [string, ...unknown[]];
export type Block = [string, ...unknown[]];

export interface Text {
  title: Inline[];
  blocks: Block[];
  parts: Record<string, number[]>;
  messages?: string;
  /** The guides that outcomes lead into and that are there in this locale. */
  next?: string[];
  labels?: Record<string, Record<string, Inline[]>>;
}

function address(href: unknown, schemes: RegExp): string | undefined {
  if (typeof href !== "string") return undefined;
  // Browsers skip white space and control characters in an address.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href.replace(/[\u0000-\u0020]/g, ""));
  return !scheme || schemes.test(scheme[1]) ? href : undefined;
}

/** The words alone. */
export function plain(list: readonly unknown[]): string {
  return list
    .map((node) => {
      if (!Array.isArray(node)) return String(node ?? "");
      const [kind, ...rest] = node;
      return kind === "img" ? String(rest[1] ?? "") : plain(kind === "a" ? rest.slice(1) : rest);
    })
    .join("");
}

export function inlines(list: readonly unknown[]): unknown[] {
  return list.map(inline);
}

function inline(node: unknown): unknown {
  if (typeof node === "string") return node;
  if (!Array.isArray(node)) return nothing;
  const [kind, ...rest] = node as [string, ...unknown[]];
  switch (kind) {
    case "b":
      return html`<strong>${inlines(rest)}</strong>`;
    case "i":
      return html`<em>${inlines(rest)}</em>`;
    case "ui":
      return html`<b class="ui">${inlines(rest)}</b>`;
    case "c":
      return html`<code dir="ltr">${String(rest[0])}</code>`;
    case "br":
      return html`<br>`;
    case "a": {
      const href = address(rest[0], /^(https?|mailto)$/i);
      return href === undefined
        ? inlines(rest.slice(1))
        : html`<a part="link" href=${href}>${inlines(rest.slice(1))}</a>`;
    }
    case "img": {
      const src = address(rest[0], /^https?$/i);
      const alt = String(rest[1] ?? "");
      return src === undefined ? alt : html`<img src=${src} alt=${alt} loading="lazy" decoding="async">`;
    }
    case "path":
      return html`<span class="path">
        ${rest.map((place, i) => [i ? " > " : "", html`<b class="ui">${inline(place)}</b>`])}
      </span>`;
    default:
      return inlines(rest);
  }
}

export function blocks(list: readonly unknown[]): unknown[] {
  return list.map((node) => block(node as Block));
}

function block(node: Block): unknown {
  if (!Array.isArray(node)) return nothing;
  const [kind, ...rest] = node;
  switch (kind) {
    case "h":
      return Number(rest[0]) < 3
        ? html`<h3>${inlines(rest.slice(1))}</h3>`
        : html`<h4>${inlines(rest.slice(1))}</h4>`;
    case "pre":
      return html`<pre dir="ltr" tabindex="0"><code>${String(rest[0])}</code></pre>`;
    case "hr":
      return html`<hr>`;
    case "ol":
      return list(rest[0], rest.slice(1));
    case "ul":
      return html`<ul>${rest.map(item)}</ul>`;
    case "note":
      return html`<div class="note ${String(rest[0])}" part="note">${blocks(rest.slice(1))}</div>`;
    case "quote":
      return html`<blockquote>${blocks(rest)}</blockquote>`;
    case "table":
      return table(rest[0] as string[], rest.slice(1) as Inline[][][]);
    default:
      return html`<p>${inlines(rest)}</p>`;
  }
}

function list(start: unknown, items: unknown[]): unknown {
  return html`<ol start=${String(start)}>${items.map(item)}</ol>`;
}

function item(node: unknown): unknown {
  return html`<li>${blocks(node as unknown[])}</li>`;
}

function table(align: string[], [head = [], ...rows]: Inline[][][]): unknown {
  const heading = (cell: Inline[], i: number) =>
    html`<th scope="col" class=${align[i] ?? ""}>${inlines(cell)}</th>`;
  const data = (cell: Inline[], i: number) => html`<td class=${align[i] ?? ""}>${inlines(cell)}</td>`;
  return html`<div class="scroll" tabindex="0" role="group">
    <table>
      <thead>
        <tr>${head.map(heading)}</tr>
      </thead>
      <tbody>${rows.map((row) => html`<tr>${row.map(data)}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** An item of a list, by its place: an ordered list has its start before them. */
function itemAt(node: Block, place: number): unknown {
  return node[(node[0] === "ol" ? 2 : 1) + place];
}

/** The notes in these parts. */
export function notesOf(text: Text, names: readonly string[]): Block[] {
  const notes = (node: unknown): Block[] =>
    !Array.isArray(node) ? [] : node[0] === "note" ? [node as Block] : node.flatMap(notes);
  return names.flatMap((name) => {
    const [block, item] = text.parts[name] ?? [];
    const node = text.blocks[block];
    return notes(item === undefined || !node ? node : itemAt(node, item));
  });
}

/** Parts of the article by name, in order. Steps of one list that follow each other stay one list. */
export function parts(text: Text, names: readonly string[]): unknown[] {
  const out: unknown[] = [];
  for (let i = 0; i < names.length; i++) {
    const place = text.parts[names[i]];
    const node = place && text.blocks[place[0]];
    if (!node) continue;
    if (place.length < 2) {
      out.push(block(node));
      continue;
    }
    const at = [place[1]];
    for (let next; (next = text.parts[names[i + 1]]) && next.length > 1 && next[0] === place[0]; i++)
      at.push(next[1]);
    const numbered = node[0] === "ol";
    const found = at.map((place) => itemAt(node, place) as unknown[]).filter(Boolean);
    if (names.length === 1 && found.length === 1) out.push(blocks(found[0]));
    else out.push(numbered ? list(Number(node[1]) + place[1], found) : html`<ul>${found.map(item)}</ul>`);
  }
  return out;
}
