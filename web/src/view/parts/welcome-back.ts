// A notice for a reader who comes back on another day: when they were here, and what was done.
import { html, nothing } from "lit-html";
import { summaryOf } from "../../core/queries.ts";
import type { PanelContext } from "../step-context.ts";

export function welcomeBack({ core, day, say, model: { lastVisit } }: PanelContext): unknown {
  if (!core || !lastVisit || lastVisit >= day) return nothing;
  const done = summaryOf(core, day)
    .changes.filter(({ undone }) => !undone)
    .at(-1);
  return html`<div class="notice" part="notice">
    ${say("welcome", { day: { day: lastVisit } })} ${
      done ? `${say("done-" + done.operation, { day: { day: done.day } })}.` : say("review-yet")
    }
  </div>`;
}
