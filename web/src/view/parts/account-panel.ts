// The page's own account can't be had: why, and how to try again. The guide goes on as far as it can.
import { html, nothing } from "lit-html";
import type { PanelContext } from "../step-context.ts";

export function accountPanel({ model, say, session, working, report }: PanelContext): unknown {
  if (!session?._account) return nothing;
  const { accountMissing } = model;
  const words = () => {
    const { why, day = "" } = accountMissing!;
    return html`<p>${say("account-" + why, { day: { day } })}</p>`;
  };
  const retry = () => working || void session._account!.load().catch(report);
  const button = html`<div class="actions">
    <button type="button" class="second small" part="secondary-button" @click=${retry}>${say("retry")}</button>
  </div>`;
  // The region is there before its words are, or a screen reader may not announce them.
  return html`<div class=${accountMissing ? "notice" : ""} part=${accountMissing ? "notice" : nothing}>
    <div role="status">${accountMissing ? words() : nothing}</div>
    ${accountMissing ? button : nothing}
  </div>`;
}
