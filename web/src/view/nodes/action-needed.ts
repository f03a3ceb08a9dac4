// A person has to confirm the operation, at their bank: the way there, and what to do after it. The bank of a
// practice account is played here.
import { html, noChange, nothing } from "lit-html";
import { Directive, directive, type ElementPart } from "lit-html/directive.js";
import type { Answer } from "../../session/adapter.ts";
import type { Action } from "../../session/observer.ts";
import { waitsHere } from "../next-guide.ts";
import { OutsideEvents } from "../outside-events.ts";
import type { NodeRenderer } from "../registry.ts";
import type { PanelContext } from "../step-context.ts";

/** The reader looks at the page again, as after a visit to the bank's own. */
class Returns extends OutsideEvents {
  protected _events(): [EventTarget, string][] {
    return [
      [document, "visibilitychange"],
      [window, "pageshow"],
    ];
  }
}
const returns = directive(Returns);

/** Has an adapter draw into an element, once. */
class Mounted extends Directive {
  private _action?: Action;

  render(_action: Action): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [action]: [Action]): unknown {
    if (this._action === action) return noChange;
    this._action = action;
    element.replaceChildren();
    action.mount!(element, () => action.goOn());
    return noChange;
  }
}
const mounted = directive(Mounted);

function draw(step: PanelContext): unknown {
  const { say, tell, model, core } = step;
  const { action } = model;
  waitsHere(step);
  const undoes = core?.effects().some(({ operation }) => operation === "undo");
  const pressed = undoes ? say("undo") : tell("action");
  return html`<h2 class="heading" part="heading" tabindex="-1" id="heading">${say("heading-action-needed")}</h2>
    ${pressed ? html`<p>${say("action-pressed", { action: String(pressed) })}</p>` : nothing}
    <p class="yet">${say("action-yet")}</p>
    ${action ? (action.practice ? practice : bank)(step, action) : html`<p>${say("action-asked")}</p>`}`;
}

/** The page's adapter: the bank's frame, or its address. A frame is not drawn again while it is used. */
function bank(step: PanelContext, action: Action): unknown {
  const { say } = step;
  const { url, mount } = action;
  const seen = () => document.visibilityState === "visible" && action.goOn();
  const there = () => html`<p>${say("action-goes", { host: new URL(url!).host })}</p>
    <div class="actions">
      <a class="go" part="button" href=${url!} rel="noreferrer">${say("action-go")}</a>
    </div>`;
  return html`${mount ? html`<div class="bank" part="bank" ${mounted(action)}></div>` : nothing}
    ${url ? there() : nothing}
    <div class="actions" ${mount ? nothing : returns(seen)}>
      <button type="button" class="second" @click=${() => action.goOn()}>${say("action-done")}</button>
      ${cancel(step)}
    </div>`;
}

function practice(step: PanelContext, action: Action): unknown {
  const { say } = step;
  // The core knows the version that the account here has then.
  const confirmed: Answer = { kind: "committed", version: 0 };
  const refused: Answer = { kind: "refused", reasons: [{ code: "authentication-failed" }] };
  return html`<section class="bank" part="bank" aria-labelledby="bank">
      <h3 id="bank">${say("action-practice")}</h3>
      <p>${say("action-practice-hint")}</p>
      <div class="actions">
        <button type="button" class="go" part="button" @click=${() => action.goOn(confirmed)}>
          ${say("action-confirm")}
        </button>
        <button type="button" class="second" @click=${() => action.goOn(refused)}>${say("action-refuse")}</button>
      </div>
    </section>
    <div class="actions">${cancel(step)}</div>`;
}

function cancel({ say, session }: PanelContext): unknown {
  return html`<button type="button" class="link" @click=${() => session?.cancelEffect()}>
    ${say("wait-cancel")}
  </button>`;
}

export const actionNeeded: NodeRenderer = { draw };
