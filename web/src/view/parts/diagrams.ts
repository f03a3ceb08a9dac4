// Small pictures of what the words beside them say too: what a payment method pays for, what moves from
// one to another, when a payment is tried again, and what a card looks like. Drawn from typed values;
// what they show stands in a table or in text as well, so each is one image with a name.
import { html, nothing, svg } from "lit-html";
import { nameOf } from "./item-text.ts";
import type { StepContext } from "../step-context.ts";
import type { Item, Value } from "../../core/types.ts";

type Method = Record<string, string>;

const width = 240;
const card = { width: 76, height: 48 };
const box = { at: 128, width: 110, height: 22, gap: 8 };
/** Uses that are drawn by themselves; the rest is one box with their number. */
const drawn = 5;

/** A method in a picture, and whether anything hangs on it there. */
export interface Payer {
  method: Value;
  pays: boolean;
}

/** What a method pays for: lines from it to each thing. */
export function uses(step: StepContext, method: Value, items: Item[], total: number): unknown {
  const name = step.messages.format.value(method);
  return figure(step.say("picture-uses", { method: name, count: total }), [
    panel(step, "", [{ method, pays: true }], items, total),
  ]);
}

/** What hangs on the old method now, and on the new one afterwards. */
export function moves(step: StepContext, from: Value, to: Value, items: Item[], total: number): unknown {
  const { say, messages } = step;
  const [old, next] = [from, to].map((value) => messages.format.value(value));
  return figure(say("picture-moves", { old, new: next, count: total }), [
    panel(
      step,
      say("before"),
      [
        { method: from, pays: true },
        { method: to, pays: false },
      ],
      items,
      total,
    ),
    panel(
      step,
      say("after"),
      [
        { method: from, pays: false },
        { method: to, pays: true },
      ],
      items,
      total,
    ),
  ]);
}

function figure(name: string, panels: unknown[]): unknown {
  return html`<div class="picture" part="picture" role="img" aria-label=${name}>${panels}</div>`;
}

function panel(step: StepContext, title: string, payers: Payer[], items: Item[], total: number): unknown {
  const shown = items.slice(0, total > drawn ? drawn - 1 : drawn);
  const rest = total - shown.length;
  const rows = shown.length + (rest ? 1 : 0);
  const right = rows * (box.height + box.gap) - box.gap;
  const left = payers.length * (card.height + 20) - 20;
  const height = Math.max(left, right) + 4;
  const mirrored = step.guide.direction === "rtl";
  /** Where a thing of that width begins, counted from where the text begins. */
  const x = (at: number, wide = 0) => (mirrored ? width - at - wide : at);
  const cardTop = (i: number) => (height - left) / 2 + i * (card.height + 20);
  const boxTop = (i: number) => (height - right) / 2 + i * (box.height + box.gap);
  const payer = payers.findIndex(({ pays }) => pays);
  const start = cardTop(payer) + card.height / 2;
  return html`<div class="panel-of">${title ? html`<p>${title}</p>` : nothing}<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${Array.from({ length: rows }, (_, i) => {
      const end = boxTop(i) + box.height / 2;
      const [from, to] = [x(card.width + 2), x(box.at)];
      const middle = (from + to) / 2;
      return svg`<path class="line" d="M${from} ${start}C${middle} ${start} ${middle} ${end} ${to} ${end}"/>`;
    })}
    ${payers.map(({ method, pays }, i) => plastic(step, method, x(1, card.width), cardTop(i), pays))}
    ${shown.map((item, i) => thing(x(box.at, box.width), boxTop(i), x, cut(nameOf(step, item), 14), item.values.kind === "profile"))}
    ${rest ? thing(x(box.at, box.width), boxTop(rows - 1), x, step.say("picture-rest", { count: rest }), false, true) : nothing}
  </svg></div>`;
}

/** A card or an account, with its last digits. What pays for nothing is drawn in outline. */
function plastic({ messages }: StepContext, value: Value, x: number, y: number, pays: boolean): unknown {
  const method = (value as { method?: Method }).method ?? {};
  const words = messages.format.kind(method);
  const middle = x + card.width / 2;
  return svg`<g class="plastic ${pays ? "pays" : "idle"}">
    <rect x=${x} y=${y} width=${card.width} height=${card.height} rx="6"/>
    ${
      method.kind === "bank-account"
        ? svg`<path class="sign" d="M${middle - 9} ${y + 13}l9 -6l9 6zM${middle - 7} ${y + 15}v6M${middle} ${y + 15}v6M${middle + 7} ${y + 15}v6"/>`
        : svg`<path class="stripe" d="M${x} ${y + 9}h${card.width}v8h${-card.width}z"/>`
    }
    <text class="small ${words.length > 12 ? "long" : ""}" x=${middle} y=${y + 29}>${cut(words, 16)}</text>
    <text x=${middle} y=${y + 41} direction="ltr">•• ${method.last4 ?? ""}</text></g>`;
}

function thing(
  left: number,
  y: number,
  x: (at: number, wide?: number) => number,
  words: string,
  profile: boolean,
  rest = false,
): unknown {
  const icon = x(box.at + 6, 12);
  return svg`<g class="thing ${rest ? "rest" : ""}"><rect x=${left} y=${y} width=${box.width} height=${box.height} rx="4"/>
    ${
      rest
        ? nothing
        : profile
          ? svg`<path class="sign" d="M${icon} ${y + 6}h5l2 2h5v8h-12z"/>`
          : svg`<rect class="sign" x=${icon + 1} y=${y + 6} width="10" height="10" rx="2"/>`
    }
    <text x=${x(box.at + (rest ? 8 : 23))} y=${y + 15}>${words}</text></g>`;
}

/** As many characters as fit, wide ones counted twice, the ellipsis among them. A mark holds it at the end: WebKit's pictures know no isolates. */
function cut(text: string, most: number): string {
  let room = most;
  let out = "",
    before = "";
  for (const char of text) {
    room -= /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(char) ? 2 : 1;
    if (room < 0) return before.trimEnd() + "…" + (/[\u0590-\u08ff]/.test(out) ? "\u200f" : "\u200e");
    before = out;
    out += char;
  }
  return out;
}

/** The days from one to another on a line, with today on it: "2026-11-07". */
export function days(step: StepContext, from: string, until: string): unknown {
  const { messages, say, day, guide } = step;
  const number = (one: string) => Date.parse(one) / 864e5;
  const count = number(until) - number(from) + 1;
  if (!(count > 1 && count <= 62)) return nothing;
  const now = number(day) - number(from);
  const today = now >= 0 && now < count;
  const mirrored = guide.direction === "rtl";
  const pitch = 300 / count;
  const x = (i: number) => 10 + (mirrored ? count - 1 - i : i) * pitch;
  const at = x(now) + pitch / 2;
  const short = (one: string) => messages.format.day(one, { day: "numeric", month: "short" });
  const label = Math.min(Math.max(at, 40), 280);
  return html`<div class="picture days" part="picture" role="img"
    aria-label=${say(today ? "picture-days" : "picture-days-over", { from: { day: from }, until: { day: until }, today: { day } })}>
    <svg viewBox="0 0 320 58" aria-hidden="true">
      ${Array.from(
        { length: count },
        (_, i) => svg`<rect class=${i < now ? "gone" : i === now ? "now" : "ahead"}
        x=${x(i) + 0.75} y=${i === now ? 20 : 24} width=${pitch - 1.5} height=${i === now ? 20 : 12} rx="1.5"/>`,
      )}
      ${today ? svg`<text class="now" x=${label} y="13" text-anchor="middle">${say("today")}</text>` : nothing}
      <text x=${x(0) + (mirrored ? pitch : 0)} y="54">${short(from)}</text>
      <text class="end" x=${x(count - 1) + (mirrored ? 0 : pitch)} y="54">${short(until)}</text></svg></div>`;
}
