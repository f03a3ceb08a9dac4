// The article's text at steps that the widget does for the reader: folded, for who wants to do it alone. Its
// notes are rules that hold here too, and stay open.
import { html, nothing } from "lit-html";
import { blocks, notesOf } from "../../guide/article.ts";
import type { StepContext } from "../step-context.ts";
import { folded } from "./folded.ts";

export function foldedArticle({ view, say, article, guide }: StepContext): unknown {
  if (!view.show.length) return nothing;
  const notes = notesOf(guide.text, view.show);
  return html`${notes.length ? html`<div class="prose">${blocks(notes)}</div>` : nothing}
    ${folded(say("article-says"), html`<div class="prose">${article()}</div>`, { part: "said" })}`;
}
