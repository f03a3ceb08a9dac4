// Draws all that is around a step: Back, notices, the error summary, the ways out (the summary for
// support, the whole article, start again) and the article itself.
import { html, nothing } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import type { NodeRenderer, Registry } from "./registry.ts";
import { mistakeText, type PanelContext } from "./step-context.ts";

/** The whole widget. `step` gives the context of the moment in which it is called. */
export function layout(step: () => PanelContext, { renderers, above, before, below }: Registry): unknown {
  const now = step();
  const { model, view, guide, say, dispatch, back, toggleSummary, showArticle } = now;
  const article = articleOf(now);
  const tool = (id: string, press: () => void) =>
    html`<button type="button" class="tool" @click=${press}>${say(id)}</button>`;
  const newer = model.notices.includes("notice-newer");
  if (model.article === "alone")
    return html`<div class="frame" part="frame">
      <div role="status">${notice(newer ? "notice-newer" : "notice-article", say)}</div>
      ${model.retry ? tool("retry", now.retry) : nothing}
      ${article}
    </div>`;
  const renderer = renderers[view.kind] as NodeRenderer;
  // A page may let its frames submit no forms, and then there is no event of that kind: a press is enough,
  // and Enter in a field presses the button.
  const submit = (event: Event) => {
    event.preventDefault();
    const context = step();
    if (!context.working) now.attempt(() => renderer.submit?.(context));
  };
  const pressed = (event: Event) => (event.target as Element).closest("[type=submit]") && submit(event);
  const form = html`<form novalidate autocomplete="on" part="form" @submit=${submit} @click=${pressed}>
    ${renderer.draw(now)}
  </form>`;
  const open = model.article === "open";
  return html`<div class="frame" part="frame" lang=${guide.locale} dir=${guide.direction}>
    <section class="step" part="step" aria-label=${say("widget")}>
      <div class="top">
        ${
          view.offers.back
            ? html`<button type="button" class="back" part="back" @click=${back}>
                <span class="arrow" aria-hidden="true"></span>${say("back")}
              </button>`
            : nothing
        }
        ${now.practice ? html`<small part="practice">${say("practice")}</small>` : nothing}
        ${
          model.accountOf
            ? html`<small part="account">${say("account-of", { name: model.accountOf })}</small>`
            : nothing
        }
      </div>
      <div role="status">
        ${model.notices.map((id) => notice(id, say))}
        ${view.moved ? notice("notice-moved", say) : nothing}
        ${above.map((panel) => panel(now))}
      </div>
      ${before.map((panel) => panel(now))}
      ${errorSummary(now)}
      ${keyed(view.node, form)}
      ${below.map((panel) => panel(now))}
    </section>
    <div class="tools" part="tools">
      <button type="button" class="tool" aria-expanded=${!!now.state.summaryOpen} @click=${toggleSummary}>
        ${say("stuck")}
      </button>
      <button type="button" class="tool" aria-expanded=${open} aria-controls="article"
        @click=${() => showArticle(open ? "shut" : "open")}>
        ${say(open ? "article-hide" : "article-show")}
      </button>
      ${view.offers.restart ? tool("restart", () => dispatch(view.offers.restart)) : nothing}
    </div>
    <div class="unseen" role="status">${announcement(now)}</div>
    ${article}
  </div>`;
}

function articleOf({ model, say, showArticle }: PanelContext): unknown {
  const { article } = model;
  const open = () => showArticle("open");
  return html`<section id="article" class="article ${article}" part="article" aria-label=${say("article")}
    hidden=${article === "shut" ? "until-found" : nothing} @beforematch=${open}
    @focusin=${() => article === "reserved" && open()}>${model.text ?? html`<slot></slot>`}</section>`;
}

/** Announcements for screen readers. */
function announcement({ state: { status }, model: { wait }, working, say }: PanelContext): string {
  if (status) return status;
  if (wait) return say(wait.cancelled ? "wait-cancelled" : "wait");
  return working ? say("working") : "";
}

/** It is put into a region that is there before it, or a screen reader may not announce it. */
function notice(id: string, say: PanelContext["say"]): unknown {
  return html`<div class="notice" part="notice" dir="auto">${say(id)}</div>`;
}

/** Focused when it appears, so it is read once; every line leads to its field. */
function errorSummary({ mistakes, messages, root, say }: PanelContext): unknown {
  if (!mistakes.length) return nothing;
  const follow = (at: string) => (event: Event) => {
    event.preventDefault();
    root.getElementById(at)?.focus();
  };
  const lines = mistakes.map((mistake) => {
    const { at } = mistake;
    const text = mistakeText(mistake, messages);
    return html`<li>${at ? html`<a href="#${at}" @click=${follow(at)}>${text}</a>` : text}</li>`;
  });
  return html`<div class="mistakes" part="error-summary" tabindex="-1" role="group"
    aria-labelledby="mistakes">
    <h2 id="mistakes">${say("problem")}</h2>
    <ul>${lines}</ul>
  </div>`;
}
