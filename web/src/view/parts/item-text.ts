// How one item of a list is named and described. The values' names are the domain's; each is said by
// the message `item-<name>`, and one without a message is not shown.
import { html } from "lit-html";
import type { StepContext } from "../step-context.ts";
import type { Item, Row, Value } from "../../core/types.ts";

const order = ["kind", "expiry", "holder", "price", "subscriptions", "uses", "status", "day"];

export function nameOf({ messages, say }: StepContext, item: Item): string {
  const { name, method } = item.values;
  if (typeof name === "string" && name) return name;
  return method ? messages.format.value(method) : say("item-unnamed");
}

/** The account's own names say their direction; a name that a message gives begins with a brand and runs as the page does. */
export function directionOf({ guide }: StepContext, { values }: Item): string {
  return typeof values.name === "string" && values.name ? "auto" : guide.direction;
}

/** What is said of an item beyond its name: each value's name, and its words. */
export function factsOf(
  { messages, say }: StepContext,
  values: Item["values"],
): { name: string; words: string }[] {
  return order.flatMap((name) => {
    const value = values[name];
    if (value === undefined || value === "") return [];
    const words =
      name === "status" || name === "kind"
        ? say(`${name}-${String(value)}`, {}, "")
        : say(
            "item-" + name,
            { value: typeof value === "number" ? value : messages.format.value(value, name) },
            "",
          );
    return words ? [{ name, words }] : [];
  });
}

/** The separators are text: generated content loses its spaces where a line wraps, for screen readers too. */
export function facts(step: StepContext, item: Item): unknown {
  const { status } = item.values;
  return factsOf(step, item.values).map(
    ({ name, words }, i) =>
      html`<span class="fact ${name === "status" ? String(status) : name}">${i ? " · " : ""}${words}</span>`,
  );
}

/** What was answered at a node, in words. */
export function answerOf(step: StepContext, row: Row): unknown {
  const { say } = step;
  if (row.item) return html`<bdi dir=${directionOf(step, row.item)}>${nameOf(step, row.item)}</bdi>`;
  if (row.fields) {
    return html`<ul class="plain">${row.fields.map(
      ({ field, value }) =>
        html`<li><span class="unseen">${say("field-" + field, {}, field)}: </span><bdi>${fieldValue(step, field, value)}</bdi></li>`,
    )}</ul>`;
  }
  const choice = row.choice ?? "";
  return step.tell(choice, row.node) || say("answer-" + choice, {}, choice);
}

export function fieldValue({ messages, say }: StepContext, field: string, value: Value): string {
  if (field === "country" && typeof value === "string") return messages.format.country(value);
  if (field === "kind" && typeof value === "string") return say("kind-" + value, {}, value);
  if (field === "expiry" && typeof value === "string") return messages.format.month(monthOf(value));
  return messages.format.value(value, field);
}

/** An expiry as the core takes it, "0230", "2/2030" or "2030-2", as the month that it is: "2030-02". */
function monthOf(typed: string): string {
  const [, month, year] = /^(\d\d?)\D*(?:20)?(\d\d)$/.exec(typed) ?? [];
  return month ? `20${year}-${month.padStart(2, "0")}` : typed.replace(/-(\d)$/, "-0$1");
}
