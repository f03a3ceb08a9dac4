// A word for a reader who comes back on another day: when they were here, and what was done.
import { html, nothing } from "lit-html";
import type { Stage } from "../step-context.ts";

/** `since` is the reader's date at their last event. */
export function welcome({ core, day, say }: Stage, since?: string): unknown {
  if (!core || !since || since >= day) return nothing;
  const done = core
    .summary(day)
    .changes.filter(({ undone }) => !undone)
    .at(-1);
  return html`<div class="notice" part="notice">${say("welcome", { day: { day: since } })}
    ${done ? html`${say("done-" + done.operation, { day: { day: done.day } })}.` : say("review-yet")}</div>`;
}
