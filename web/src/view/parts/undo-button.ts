// The button that takes the latest change back, where the view offers it.
import { html, nothing } from "lit-html";
import type { Stage } from "../step-context.ts";

export function undo({ view, say, send, working }: Stage): unknown {
  const { undo: offer } = view.offers;
  return offer
    ? html`<button type="button" class="second" part="undo" aria-busy=${working} @click=${() => send(offer)}>${say("undo")}</button>`
    : nothing;
}
