// Small pictures of what the words say too. Each is one image with a name.
import { html, nothing, svg } from "lit-html";
import type { StepContext } from "../step-context.ts";

/** A line of days is drawn for at most so many: more would be too thin to distinguish. */
const maxDays = 62;
const width = 300;

/** The days from one to another, "2026-11-07", on a line with today on it. */
export function days(step: StepContext, from: string, until: string): unknown {
  const { messages, say, day, guide } = step;
  const number = (date: string) => Date.parse(date) / 864e5;
  const count = number(until) - number(from) + 1;
  if (!(count > 1 && count <= maxDays)) return nothing;
  const now = number(day) - number(from);
  const today = now >= 0 && now < count;
  const mirrored = guide.direction === "rtl";
  const pitch = width / count;
  const x = (i: number) => 10 + (mirrored ? count - 1 - i : i) * pitch;
  const label = Math.min(Math.max(x(now) + pitch / 2, 40), 280);
  const short = (date: string) => messages.format.day(date, { day: "numeric", month: "short" });
  const name = say(today ? "picture-days" : "picture-days-over", {
    from: { day: from },
    until: { day: until },
    today: { day },
  });
  const bar = (
    i: number,
  ) => svg`<rect class=${i < now ? "gone" : i === now ? "now" : "ahead"} x=${x(i) + 0.75}
    y=${i === now ? 20 : 24} width=${pitch - 1.5} height=${i === now ? 20 : 12} rx="1.5"/>`;
  const marker = svg`<text class="now" x=${label} y="13" text-anchor="middle">${say("today")}</text>`;
  return html`<div class="picture days" part="picture" role="img" aria-label=${name}>
    <svg viewBox="0 0 320 58" aria-hidden="true">
      ${Array.from({ length: count }, (_, i) => bar(i))}
      ${today ? marker : nothing}
      <text x=${x(0) + (mirrored ? pitch : 0)} y="54">${short(from)}</text>
      <text class="end" x=${x(count - 1) + (mirrored ? 0 : pitch)} y="54">${short(until)}</text>
    </svg>
  </div>`;
}
