// The page's own account can't be had: why, and how to try again. The guide goes on as far as it can.
import { html, nothing } from "lit-html";
import type { PanelContext } from "../step-context.ts";

export function accountPanel({ model, say, session, working, report }: PanelContext): unknown {
  const { accountMissing } = model;
  const words = () => {
    const { why, day = "" } = accountMissing!;
    return say("account-" + why, { day: { day } });
  };
  const retry = () => working || void session?._account?.load().catch(report);
  return html`<div role="status">
      ${accountMissing ? html`<p class="notice" part="notice">${words()}</p>` : nothing}
    </div>
    ${
      accountMissing
        ? html`<div class="actions">
            <button type="button" class="second small" part="secondary-button" @click=${retry}>
              ${say("retry")}
            </button>
          </div>`
        : nothing
    }`;
}
