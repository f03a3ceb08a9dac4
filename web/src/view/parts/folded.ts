// A part that is there when it is asked for.
import { html, nothing } from "lit-html";

export function folded(summary: string, content: unknown, { open = false, part = "" } = {}): unknown {
  if (!content) return nothing;
  return html`<details class="said" part=${part || nothing} ?open=${open}>
    <summary>${summary}</summary>
    ${content}
  </details>`;
}
