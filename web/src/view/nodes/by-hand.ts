// A step without an account, or one that the account here can't take: what the article says, to be done where
// the account is managed. Nothing is carried out here, and nothing pretends to be.
import { html, nothing } from "lit-html";
import type { NodeRenderer } from "../registry.ts";
import type { PanelContext } from "../step-context.ts";
import { choiceButton } from "./read.ts";

function draw(step: PanelContext): unknown {
  const { view, say, tell, state, submitButton } = step;
  // The hint of a review tells what would change, which nobody knows.
  const hint = view.heading ? undefined : tell("hint");
  const missing = () => step.set({ missing: true, status: say("by-hand-missed") });
  return html`${step.heading()}
    ${hint ? html`<p class="hint" part="hint">${hint}</p>` : nothing}
    <p class="hint" part="hint">${say(view.again ? "by-hand-again" : "by-hand")}</p>
    ${view.show.length ? html`<div class="prose" part="prose">${step.article()}</div>` : nothing}
    ${state.missing ? html`<p class="notice" part="notice">${say("by-hand-missed")}</p>` : nothing}
    <div class="actions">
      ${view.offers.answer ? submitButton(say("by-hand-done")) : nothing}
      ${view.choices.map(({ id }) => choiceButton(step, id))}
      ${
        state.missing
          ? nothing
          : html`<button type="button" class="second" part="secondary-button" @click=${missing}>
              ${say("by-hand-missing")}
            </button>`
      }
    </div>`;
}

function submit({ view, dispatch, session, back, report }: PanelContext): void {
  if (!view.again) return dispatch(view.offers.answer, { choice: view.choice });
  // The reader chooses it from the account, as it is by now.
  void session!._account!.load().then(back).catch(report);
}

export const byHand: NodeRenderer = { draw, submit };
