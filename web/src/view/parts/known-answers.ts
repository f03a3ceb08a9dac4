// The account knows why the reader is here, and answers to questions, which are then not asked. Each answer
// can be changed.
import { html, nothing } from "lit-html";
import type { Row } from "../../core/types.ts";
import type { PanelContext } from "../step-context.ts";
import { folded } from "./folded.ts";
import { answerOf } from "./item-text.ts";

/** Told when it is drawn: the account says something else than the reader. */
export function contradiction({ view, say, tell }: PanelContext): unknown {
  const against = view.known?.find(({ said }) => said);
  if (!against) return nothing;
  const { node, said, choice } = against;
  const [answer, known] = [said, choice].map((id) => String(tell(id, node)));
  return html`<div class="notice" part="notice" dir="auto">${say("known-against", { said: answer, known })}</div>`;
}

export function knownAnswers(step: PanelContext): unknown {
  const { view, say, domain } = step;
  const rows = view.known ?? [];
  const facts = domain?.knownFacts?.(step);
  if (!rows.length && !facts) return nothing;
  const each = domain?.knownEach?.(step);
  return html`<div class="known-answers" part="known">
    ${facts ? html`<p dir="auto">${facts}</p>` : nothing}
    ${
      each
        ? folded(
            each.title,
            html`<ul class="each">${each.lines.map((line) => html`<li dir="auto">${line.join(" · ")}</li>`)}</ul>`,
          )
        : nothing
    }
    ${
      rows.length
        ? folded(
            say("known-answers", { count: rows.length }),
            html`<dl class="answers">${rows.map((row) => knownRow(step, row))}</dl>`,
          )
        : nothing
    }
  </div>`;
}

function knownRow(step: PanelContext, row: Row): unknown {
  const { say, tell, dispatch } = step;
  return html`<div class="answer">
    <dt>${tell(undefined, row.node)}</dt>
    <dd>${answerOf(step, row)}</dd>
    ${
      row.change
        ? html`<dd class="change">
            <button type="button" class="link" @click=${() => dispatch(row.change)}>
              ${say("change")}<span class="unseen"> ${tell(undefined, row.node)}</span>
            </button>
          </dd>`
        : nothing
    }
  </div>`;
}
