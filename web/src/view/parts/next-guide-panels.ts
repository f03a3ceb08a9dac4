// The button that leads into another guide, and the one that leads back from it.
import { html, nothing } from "lit-html";
import { isGuideName } from "../../guide/guide-file.ts";
import { besideAddress, leadOn, ledFrom } from "../next-guide.ts";
import type { PanelContext } from "../step-context.ts";

/**
 * It is there where the guide is, in this locale. An outcome with an operation of its own leads on where that
 * came to nothing.
 */
export function nextButton(step: PanelContext): unknown {
  const { view, guide } = step;
  if (!view.next || !isGuideName(view.next) || !guide.text.next?.includes(view.next)) return nothing;
  const { operation } = guide.flow.nodes.find(({ id }) => id === view.node)!;
  if (operation && !view.reasons.length) return nothing;
  return html`<button type="button" class="second" part="secondary-button" @click=${() => leadOn(step)}>
    ${step.tell("next")}
  </button>`;
}

/** Its article is a page beside it, for a reader whose guide couldn't be opened. */
export function nextArticle({ view, state, say, guide, root }: PanelContext): unknown {
  if (!state.nextFailed || !view.next) return nothing;
  const { src } = root.host as HTMLElement & { src: string };
  const address = besideAddress(new URL(src, document.baseURI).href, view.next, guide.locale, ".html");
  return html`<p class="notice" part="notice" dir="auto">
    ${say("next-failed")} <a part="link" href=${address}>${say("next-article")}</a>
  </p>`;
}

/** The way back to the guide before, at a step that has none of its own. */
export function backToGuide(step: PanelContext): unknown {
  const from = ledFrom(step);
  if (!from || step.view.offers.back || step.view.state === "pending") return nothing;
  return html`<div class="top">
    <button type="button" class="back" part="back" @click=${from.back}>
      <span class="arrow" aria-hidden="true"></span>${step.say("next-back", { title: from.title })}
    </button>
  </div>`;
}
