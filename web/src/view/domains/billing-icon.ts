// Small pictures of payment methods, so that a card is found at a glance: colours alone, no brand's own
// sign. The name is always there in words too.
import { html, nothing, svg } from "lit-html";
import type { Value } from "../../core/types.ts";
import { methodOf } from "./billing-words.ts";

/** The ground and the band of each brand's icon. */
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
  const method = methodOf(value);
  if (!method) return nothing;
  const [ground, band] = colours[method.brand] ?? ["#5a6672", "#c9d0d6"];
  return html`<svg class="icon" viewBox="0 0 36 24" aria-hidden="true">${
    method.kind === "bank-account"
      ? svg`<rect class="paper" x="0.5" y="0.5" width="35" height="23" rx="3.5"/>
          <path class="sign" d="M8 10l10 -5l10 5zM11 12v6M18 12v6M25 12v6M8 19.5h20"/>`
      : svg`<rect width="36" height="24" rx="4" fill=${ground}/>
          <rect y="5" width="36" height="5" fill=${band}/>
          <rect class="chip" x="5" y="14" width="7" height="5" rx="1"/>`
  }</svg>`;
}

/** The place of the code on the card; the hint says it in words. */
export function codePicture(brand?: string): unknown {
  const front = svg`<rect class="faint" x="5" y="12" width="8" height="6" rx="1"/>
    <rect class="faint" x="5" y="22" width="26" height="3"/>
    <rect class="spot" x="32" y="11" width="12" height="8" rx="2"/>`;
  const back = svg`<rect class="faint" x="1" y="5" width="46" height="6"/>
    <rect class="faint" x="5" y="16" width="26" height="7"/>
    <rect class="spot" x="33" y="15" width="11" height="9" rx="2"/>`;
  return html`<svg class="place" viewBox="0 0 48 32" aria-hidden="true">
    <rect class="plate" x="0.75" y="0.75" width="46.5" height="30.5" rx="4"/>
    ${brand === "american-express" ? front : back}
  </svg>`;
}
