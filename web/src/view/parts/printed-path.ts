// On paper, in the step's place: what was answered on the way to it. The core is asked for it when the page
// is printed, and not before. The outcome is printed itself, and so is a summary that is open.
import { html, nothing } from "lit-html";
import { directive } from "lit-html/directive.js";
import { summaryOf } from "../../core/queries.ts";
import { OutsideEvents } from "../outside-events.ts";
import type { PanelContext } from "../step-context.ts";
import { said } from "./support-summary.ts";

class OnPrint extends OutsideEvents {
  protected _events(): [EventTarget, string][] {
    return [
      [window, "beforeprint"],
      [matchMedia("print"), "change"],
    ];
  }
}
const onPrint = directive(OnPrint);

export function printedPath(step: PanelContext): unknown {
  const { view, state, say } = step;
  if (view.kind === "outcome" || state.summaryOpen) return nothing;
  return html`<section class="printed">
    <h3>${say("path-so-far")}</h3>
    <dl ${onPrint((list) => fillIn(step, list))}></dl>
  </section>`;
}

/** By calls of the DOM: a page that calls print() is printed before anything else is drawn. */
function fillIn(step: PanelContext, list: Element): void {
  const { core, day } = step;
  const element = (name: string, words: string) =>
    Object.assign(document.createElement(name), { textContent: words });
  const answered = core ? summaryOf(core, day).path.filter(({ choice }) => choice) : [];
  list.replaceChildren(
    ...answered.flatMap((row) => {
      const { title, answer } = said(step, row);
      return [element("dt", title), element("dd", answer)];
    }),
  );
}
