// The article's text in an open fold, at steps that the widget does for the reader.
import { html, nothing } from "lit-html";
import type { StepContext } from "../step-context.ts";

export function foldedArticle({ view, say, article }: StepContext): unknown {
  if (!view.show.length) return nothing;
  return html`<details class="said" part="said" open>
    <summary>${say("article-says")}</summary>
    <div class="prose">${article()}</div>
  </details>`;
}
