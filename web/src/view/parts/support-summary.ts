// The summary for support: what was asked, answered and done, to copy, print or save. The core leaves
// out all that is personal; headings are said with what is left, so that no digits come back in.
import { html, nothing } from "lit-html";
import { itemsOf, summaryOf } from "../../core/queries.ts";
import type { Digests, Item, SummaryRow, Value } from "../../core/types.ts";
import { plain } from "../../guide/article.ts";
import type { PanelContext, StepContext } from "../step-context.ts";
import { copyText } from "./copy-text.ts";
import { forgetPanel } from "./forget-panel.ts";
import { factsOf } from "./item-text.ts";
import { saveFile } from "./save-file.ts";
import { supportContact } from "./support-contact.ts";
import { transferPanel } from "./transfer-panel.ts";

/** Values with nothing personal in them: the domain says what is left of its own, and text is left out. */
function impersonal({ messages, domain }: StepContext, values: Record<string, Value>): Record<string, Value> {
  const shown = (value: Value) =>
    domain?.impersonalWords?.(value, messages) ??
    (typeof value === "string" || Array.isArray(value) ? "…" : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)]));
}

/** Lines of plain text. */
export function text(step: StepContext): string {
  const { core, guide, say, view } = step;
  const lines = [plain(guide.text.title), ...(step.practice ? [say("practice")] : []), ""];
  const values = impersonal(step, view.values);
  const summary = core && summaryOf(core, step.day);
  if (!summary) return [...lines, titleOf(step, view.node, values)].join("\n");
  for (const row of summary.path) {
    const { title, answer } = said(step, row, values);
    lines.push(title);
    if (answer) lines.push("  " + answer);
  }
  if (step.state.missing) lines.push("  " + say("summary-missing"));
  for (const { operation, day, undone, id } of summary.changes) {
    lines.push("", say("done-" + operation, { day: { day } }), "  " + id);
    if (undone) lines.push("  " + say("done-undone"));
  }
  lines.push(...allowed(step));
  lines.push(
    "",
    ...summary.reasons,
    `${summary.guide} ${summary.node} ${summary.day}`,
    say("summary-reference", { reference: referenceOf(summary.digests) }),
  );
  // Isolates are for the eye; a file or a chat shows them as boxes.
  return lines.join("\n").replace(/[\u2066-\u2069]/g, "");
}

/** The first characters of the three digests: enough to read out, and to find the same state in a replay. */
function referenceOf({ flow, session, account }: Digests): string {
  return [flow, session, account].map((digest) => digest.slice(0, 4).toUpperCase()).join("-");
}

/** A question and its answer as text, without personal values; `values` are those of the step. */
export function said(
  step: StepContext,
  { node, choice, item, byHand, heading }: SummaryRow,
  values = impersonal(step, step.view.values),
): { title: string; answer: string } {
  const known = (item as Item | undefined)?.values;
  const own = node === step.view.node || /^(review|outcome|fill)$/.test(kindOf(step, node));
  if (byHand) return { title: titleOf(step, node, undefined, heading), answer: step.say("answer-by-hand") };
  const here = node === step.view.node ? step.view.heading : undefined;
  return {
    title: titleOf(step, node, own ? values : undefined, here),
    answer: known ? itemText(step, known) : choice ? answerText(step, node, choice) : "",
  };
}

/** Lines for each list that a choice begins with: items that can be chosen, and reasons why others can't. */
function allowed(step: StepContext): string[] {
  const { core, guide, day, say, messages, domain } = step;
  const lists = new Set(
    guide.flow.nodes.filter(({ kind, of }) => kind === "pick" && !of).map(({ list }) => list),
  );
  const items = [...lists].flatMap((list) => (list && core && itemsOf(core, { list }, day).items) || []);
  const names = numbered(
    items.map(({ values }) => String(impersonal(step, values)[domain?.nameValue ?? ""] ?? "…")),
  );
  const lines = items.map(({ enabled, reasons }, i) => {
    const why = (reasons ?? []).map(({ code, args }) =>
      messages.explain("reason", code, impersonal(step, args)),
    );
    return `  ${names[i]}: ${enabled ? say("summary-allowed") : why.join(" ")}`;
  });
  return lines.length ? ["", say("summary-allows"), ...lines] : [];
}

/** Equal names get a number, in their order. */
function numbered(names: string[]): string[] {
  const alike = (name: string) => names.filter((other) => other === name).length > 1;
  return names.map((name, i) =>
    alike(name) ? `${name} (${names.slice(0, i + 1).filter((other) => other === name).length})` : name,
  );
}

/** A node's heading as text, with these values. */
function titleOf(step: StepContext, node: string, values?: Record<string, Value>, heading?: string): string {
  const title = step.tell(heading, node, values);
  if (typeof title === "string") return title;
  return title ? plain(step.guide.text.labels![node].title) : step.say("heading-" + kindOf(step, node));
}

/** An item without its personal values: it is named by its kind, or by its other values. */
function itemText(step: StepContext, values: Record<string, Value>): string {
  const { domain, messages } = step;
  const named = values[domain?.nameValue ?? ""];
  const words = factsOf(step, values).map((fact) => fact.words);
  const kind = named === undefined ? undefined : domain?.impersonalWords?.(named, messages);
  return kind ?? words.join(", ");
}

function kindOf({ guide }: StepContext, node: string): string {
  return guide.flow.nodes.find(({ id }) => id === node)?.kind ?? "";
}

function answerText({ messages, guide, say }: StepContext, node: string, choice: string): string {
  return (
    messages.tell(`${node}.${choice}`) ??
    (plain(guide.text.labels?.[node]?.[choice] ?? []) || say("answer-" + choice, {}, ""))
  );
}

export function supportSummary(step: StepContext): unknown {
  const { say, guide } = step;
  const words = text(step);
  const copy = () => copyText(step, words, ".summary pre");
  const save = () => saveFile(guide.name + ".txt", "text/plain;charset=utf-8", words);
  const button = (id: string, press: () => unknown) =>
    html`<button type="button" class="second small" @click=${press}>${say(id)}</button>`;
  return html`<div class="summary">
    <p class="hint">${say("summary-hint")}</p>
    <pre tabindex="0" dir="auto" role="region" aria-label=${say("summary")}>${words}</pre>
    <div class="actions">
      ${button("summary-copy", copy)}
      ${button("summary-print", () => print())}
      ${button("summary-save", save)}
    </div>
  </div>`;
}

/** The summary at any step, the way to go on elsewhere, and the way to remove everything here. */
export function supportPanel(step: PanelContext): unknown {
  if (!step.state.summaryOpen) return nothing;
  return html`<section class="stuck" tabindex="-1" part="stuck" aria-labelledby="stuck">
    ${supportContact(step)}
    <h3 id="stuck">${step.say("stuck-heading")}</h3>
    ${supportSummary(step)}
    ${transferPanel(step)}
    ${forgetPanel(step)}
  </section>`;
}
