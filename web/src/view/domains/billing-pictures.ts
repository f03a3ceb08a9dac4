// Pictures of what the words say too: what a payment method pays for, and what moves from one to another.
// They show what a table or text has as well, so each is one image with a name.
import { html, nothing, svg } from "lit-html";
import type { Item, List, Value } from "../../core/types.ts";
import type { Change } from "../domain.ts";
import { nameOf } from "../parts/item-text.ts";
import type { StepContext } from "../step-context.ts";
import { kindWords, methodOf } from "./billing-words.ts";

const width = 240;
const card = { width: 76, height: 48, gap: 20 };
const box = { at: 128, width: 110, height: 22, gap: 8 };
/** At most so many uses are drawn by themselves; the last box then has the number of the others. */
const maxBoxes = 5;

/** A method in a picture, and whether the uses are its own there. */
interface Payer {
  method: Value;
  pays: boolean;
}

/** A picture of what a method pays for: lines from it to each use. */
export function uses(step: StepContext, method: Value, list: List): unknown {
  const name = step.messages.format.value(method);
  return figure(step.say("picture-uses", { method: name, count: list.total }), [
    panel(step, "", [{ method, pays: true }], list),
  ]);
}

/** A picture of what the old method pays for now, and the new one afterwards. */
export function moves(step: StepContext, { before, after, items }: Change): unknown {
  const { say, messages } = step;
  const [old, next] = [before, after].map((value) => messages.format.value(value));
  const payers = (paying: Value) => [before, after].map((method) => ({ method, pays: method === paying }));
  return figure(say("picture-moves", { old, new: next, count: items.total }), [
    panel(step, say("before"), payers(before), items),
    panel(step, say("after"), payers(after), items),
  ]);
}

function figure(name: string, panels: unknown[]): unknown {
  return html`<div class="picture" part="picture" role="img" aria-label=${name}>${panels}</div>`;
}

function panel(step: StepContext, title: string, payers: Payer[], { items, total }: List): unknown {
  const shown = items.slice(0, total > maxBoxes ? maxBoxes - 1 : maxBoxes);
  const rest = total - shown.length;
  const rows = shown.length + (rest ? 1 : 0);
  const right = rows * (box.height + box.gap) - box.gap;
  const left = payers.length * (card.height + card.gap) - card.gap;
  const height = Math.max(left, right) + 4;
  const mirrored = step.guide.direction === "rtl";
  /** The x of a shape of that width, counted from the side where text begins. */
  const x = (at: number, wide = 0) => (mirrored ? width - at - wide : at);
  const cardTop = (i: number) => (height - left) / 2 + i * (card.height + card.gap);
  const boxTop = (i: number) => (height - right) / 2 + i * (box.height + box.gap);
  const start = cardTop(payers.findIndex(({ pays }) => pays)) + card.height / 2;
  const line = (i: number) => {
    const end = boxTop(i) + box.height / 2;
    const [from, to] = [x(card.width + 2), x(box.at)];
    const middle = (from + to) / 2;
    const path = `M${from} ${start}C${middle} ${start} ${middle} ${end} ${to} ${end}`;
    return svg`<path class="line" d=${path}/>`;
  };
  const use = (i: number, words: string, icon: unknown) => svg`<g class="use ${icon ? "" : "rest"}">
    <rect x=${x(box.at, box.width)} y=${boxTop(i)} width=${box.width} height=${box.height} rx="4"/>
    ${icon || nothing}
    <text x=${x(box.at + (icon ? 23 : 8))} y=${boxTop(i) + 15}>${words}</text>
  </g>`;
  const iconOf = (item: Item, i: number) => useIcon(item, x(box.at + 6, 12), boxTop(i));
  return html`<div class="panel-of">
    ${title ? html`<p>${title}</p>` : nothing}
    <svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
      ${Array.from({ length: rows }, (_, i) => line(i))}
      ${payers.map((payer, i) => plastic(step, payer, x(1, card.width), cardTop(i)))}
      ${shown.map((item, i) => use(i, cut(nameOf(step, item), 12), iconOf(item, i)))}
      ${rest ? use(rows - 1, step.say("picture-rest", { count: rest }), undefined) : nothing}
    </svg>
  </div>`;
}

/** A billing profile is a folder, a subscription a tile. */
function useIcon({ values }: Item, x: number, y: number): unknown {
  return values.kind === "profile"
    ? svg`<path class="sign" d="M${x} ${y + 6}h5l2 2h5v8h-12z"/>`
    : svg`<rect class="sign" x=${x + 1} y=${y + 6} width="10" height="10" rx="2"/>`;
}

/** A card or an account, with its last digits. What pays for nothing is drawn in outline. */
function plastic({ say }: StepContext, { method: value, pays }: Payer, x: number, y: number): unknown {
  const method = methodOf(value) ?? {};
  const words = kindWords(method, say);
  const middle = x + card.width / 2;
  const bank = `M${middle - 9} ${y + 13}l9 -6l9 6zM${middle - 7} ${y + 15}v6M${middle} ${y + 15}v6`;
  return svg`<g class="plastic ${pays ? "pays" : "idle"}">
    <rect x=${x} y=${y} width=${card.width} height=${card.height} rx="6"/>
    ${
      method.kind === "bank-account"
        ? svg`<path class="sign" d="${bank}M${middle + 7} ${y + 15}v6"/>`
        : svg`<path class="stripe" d="M${x} ${y + 9}h${card.width}v8h${-card.width}z"/>`
    }
    <text class="small ${words.length > 12 ? "long" : ""}" x=${middle} y=${y + 29}>${cut(words, 16)}</text>
    <text x=${middle} y=${y + 41} direction="ltr">•• ${method.last4 ?? ""}</text>
  </g>`;
}

/** Characters that are twice as wide as others, and those of scripts that run from right to left. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/;
const leftward = /[\u0590-\u08ff]/;

/**
 * As many characters as fit into that width, the ellipsis among them. A directional character holds the
 * ellipsis at the end: WebKit's pictures know no isolates.
 */
function cut(text: string, width: number): string {
  let left = width;
  let fitting = "";
  let before = "";
  for (const char of text) {
    left -= wide.test(char) ? 2 : 1;
    if (left < 0) return before.trimEnd() + "…" + (leftward.test(fitting) ? "\u200f" : "\u200e");
    before = fitting;
    fitting += char;
  }
  return fitting;
}
