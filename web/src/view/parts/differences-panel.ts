// A host's account has become another one while the reader was at this step: the differences, so that they
// can look before they confirm.
import { html, nothing } from "lit-html";
import type { PanelContext } from "../step-context.ts";

/** A review has them below its heading, where a reader stands who was refused. */
export function differencesPanel(step: PanelContext): unknown {
  return /review|outcome/.test(step.view.kind) ? nothing : differences(step);
}

export function differences({ model, view, say }: PanelContext): unknown {
  const { different } = model;
  if (!different || different.node !== view.node || view.state !== "open") return nothing;
  const { first, total } = different;
  const others = total - first.length;
  return html`<div class="notice" part="notice">
    <p>${say("different")}</p>
    <ul>
      ${first.map(({ what, values }) => html`<li dir="auto">${say("different-" + what, values)}</li>`)}
      ${others ? html`<li>${say("different-others", { count: others })}</li>` : nothing}
    </ul>
  </div>`;
}
