// A small mark for a payment method, so that a card is found at a glance: colours alone, no brand's own
// sign. Its name always stands beside it in words.
import { html, nothing, svg } from "lit-html";
import type { Value } from "../../core/types.ts";

/** The ground and the band of each brand's mark. */
const colours: Record<string, [string, string]> = {
  visa: ["#1a3c8c", "#f3b53f"],
  mastercard: ["#c8351f", "#f2a73b"],
  "american-express": ["#1f6fb2", "#e6f1fa"],
  discover: ["#33373d", "#ef7d1a"],
  "diners-club": ["#155a85", "#dfe9f0"],
  jcb: ["#0f6a3f", "#c62a35"],
  unionpay: ["#b3202c", "#0c7b7b"],
  maestro: ["#c8351f", "#2b78c2"],
  mir: ["#2f8a3c", "#3aa6dc"],
  rupay: ["#22357a", "#ee7d23"],
  elo: ["#26282b", "#f2c230"],
  hipercard: ["#8e1b22", "#f4f4f4"],
  hiper: ["#e06a12", "#fdf1e4"],
  verve: ["#1c2a4a", "#d5242c"],
  troy: ["#2a8ea8", "#3b3f45"],
  dankort: ["#b3202c", "#f4f4f4"],
  uatp: ["#2f5d50", "#e8d9a8"],
};

/** Of {method}; nothing for any other value. */
export function icon(value?: Value): unknown {
  const method = (value as { method?: Record<string, string> } | undefined)?.method;
  if (!method) return nothing;
  const [ground, band] = colours[method.brand] ?? ["#5a6672", "#c9d0d6"];
  return html`<svg class="mark" viewBox="0 0 36 24" aria-hidden="true">${
    method.kind === "bank-account"
      ? svg`<rect class="paper" x="0.5" y="0.5" width="35" height="23" rx="3.5"/><path class="sign" d="M8 10l10 -5l10 5zM11 12v6M18 12v6M25 12v6M8 19.5h20"/>`
      : svg`<rect width="36" height="24" rx="4" fill=${ground}/><rect y="5" width="36" height="5" fill=${band}/><rect class="chip" x="5" y="14" width="7" height="5" rx="1"/>`
  }</svg>`;
}
