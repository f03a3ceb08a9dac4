// Somebody else has to do it: who that is, and words with the page's address to send them.
import { html, nothing } from "lit-html";
import type { StepContext } from "../step-context.ts";
import { copyText } from "./copy-text.ts";

export function sendOn(step: StepContext): unknown {
  const { view, say } = step;
  const { who, method } = view.values;
  if (!method || view.outcome !== "ask-owner") return nothing;
  // Isolates are for the eye; a mail or a chat shows them as boxes.
  const words = say("send-on-words", { method, page: location.origin + location.pathname }).replace(
    /[\u2066-\u2069]/g,
    "",
  );
  const mail = `mailto:?subject=${encodeURIComponent(String(step.tell()))}&body=${encodeURIComponent(words)}`;
  return html`<section class="send-on" part="send-on">
    ${who ? html`<p dir="auto">${say("fact-managers", { who })}</p>` : nothing}
    <blockquote dir="auto">${words}</blockquote>
    <div class="actions">
      <button type="button" class="second small" @click=${() => copyText(step, words, ".send-on blockquote")}>
        ${say("send-on-copy")}
      </button>
      <a class="second small" href=${mail}>${say("send-on-mail")}</a>
    </div>
  </section>`;
}
