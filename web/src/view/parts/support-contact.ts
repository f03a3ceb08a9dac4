// Lines above the summary for support: things to try first, and how the host's support is reached.
import { html, nothing } from "lit-html";
import type { PanelContext } from "../step-context.ts";

/** The host's support: words, and an address that begins with https:, http:, mailto: or tel:. */
export interface Contact {
  text: string;
  href: string;
}

/**
 * Things that may help by themselves; then the host's element with slot="contact", or a link of its property
 * `contact`.
 */
export function supportContact({ say, root, view, model }: PanelContext): unknown {
  const { contact } = root.host as Element & { contact?: Contact };
  const address = contact && addressOf(contact);
  const link = address ? html`<a href=${address} part="contact-link">${contact.text}</a>` : nothing;
  const there = address || root.host.querySelector(':scope > [slot="contact"]');
  // Answers that are stored nowhere would be lost.
  const stored = !model.notices.includes("notice-memory");
  const tries = [view.offers.back && say("stuck-back"), stored && say("stuck-reload")].filter(Boolean);
  const tried = html`<h3>${say("stuck-try")}</h3>
    <ul part="try">${tries.map((words) => html`<li>${words}</li>`)}</ul>`;
  return html`${tries.length ? tried : nothing}
    ${there ? html`<div part="contact" dir="auto"><slot name="contact">${link}</slot></div>` : nothing}`;
}

/** The address, if it is one that a page may have; a property can hold anything. */
function addressOf({ href }: Contact): string | undefined {
  try {
    const url = new URL(href, document.baseURI);
    return /^(https?|mailto|tel):$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
