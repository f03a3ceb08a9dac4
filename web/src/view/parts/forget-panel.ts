// "Forget me on this device": removes everything that any guide of this site has stored here.
import { html, nothing } from "lit-html";
import type { PanelContext } from "../step-context.ts";

export function forgetPanel({
  say,
  state: { forgetting, forgotten },
  set,
  session,
  working,
}: PanelContext): unknown {
  const forget = async () => {
    set({ forgetting: false });
    const problem = await session!.transfer((transfer, on) => transfer.forget(on));
    set({ summaryOpen: true, forgotten: problem ? "failed" : "done" });
  };
  const button = (id: string, look: string, press: () => unknown) =>
    html`<button type="button" class="${look} small" @click=${press} aria-disabled=${working}>
      ${say(id)}
    </button>`;
  const sentence = () => {
    if (forgotten === "done") return say("forget-done");
    return forgotten ? say("forget-failed") : say("forget-sure");
  };
  // The region is there before its words are, or a screen reader may not announce them.
  return html`<div class="transfer">
    <h4>${say("forget")}</h4>
    <p class="hint">${say("forget-hint")}</p>
    <div class="actions">
      ${button("forget-ask", "second", () => working || set({ forgetting: true, forgotten: undefined }))}
    </div>
    <div class=${forgetting ? "notice" : ""}>
      <div role="status">
        ${forgetting || forgotten ? html`<p>${sentence()}</p>` : nothing}
      </div>
      ${
        forgetting
          ? html`<div class="actions">
              ${button("forget-now", "go", () => working || forget())}
              ${button("forget-keep", "second", () => set({ forgetting: false }))}
            </div>`
          : nothing
      }
    </div>
  </div>`;
}
