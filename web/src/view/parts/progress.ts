// A wait that is felt: how far the change is, and a button that calls it off.
import { html, nothing } from "lit-html";
import type { PanelContext } from "../step-context.ts";

export function progress({ say, session, model: { wait } }: PanelContext): unknown {
  if (!wait) return nothing;
  const { part, cancelled } = wait;
  const bar = html`<progress max="1" .value=${part} aria-label=${say("wait")}></progress>`;
  const cancel = html`<button type="button" class="second small" @click=${() => session?.cancelEffect()}>
    ${say("wait-cancel")}
  </button>`;
  return html`<div class="wait" part="wait">
    <p>${say(cancelled ? "wait-cancelled" : "wait")}</p>
    ${part === undefined ? nothing : bar}
    ${cancelled ? nothing : cancel}
  </div>`;
}
