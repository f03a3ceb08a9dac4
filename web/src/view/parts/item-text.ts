// Names and describes an item of a list. The names of its values are the domain's; each is said by
// the message `item-<name>`, and one without a message is not shown.
import { html } from "lit-html";
import type { Item, Row, Value } from "../../core/types.ts";
import type { StepContext } from "../step-context.ts";

/** A value of an item, and its words. */
export interface Fact {
  name: string;
  words: string;
}

export function nameOf({ messages, say, domain }: StepContext, { values }: Pick<Item, "values">): string {
  const value = values.name || values[domain?.nameValue ?? ""];
  return value ? messages.format.value(value) : say("item-unnamed");
}

/**
 * The account's own names say their direction; a name that a message gives begins with a brand, and runs as
 * the page does.
 */
export function directionOf({ guide }: StepContext, { values }: Item): string {
  return typeof values.name === "string" && values.name ? "auto" : guide.direction;
}

/** The description of an item, without its name. */
export function factsOf({ messages, say, domain }: StepContext, values: Item["values"]): Fact[] {
  const { facts = Object.keys(values).filter((name) => name !== "name"), ids = [] } = domain ?? {};
  return facts.flatMap((name) => {
    const value = values[name];
    if (value === undefined || value === "") return [];
    const own = domain?.factWords?.(name, values, messages);
    if (own !== undefined) return own ? [{ name, words: own }] : [];
    const shown = typeof value === "number" ? value : messages.format.value(value, name);
    const words = ids.includes(name)
      ? say(`${name}-${String(value)}`, {}, "")
      : say("item-" + name, { value: shown }, "");
    return words ? [{ name, words }] : [];
  });
}

/** The separators are text: generated content loses its spaces where a line wraps, for screen readers too. */
export function facts(step: StepContext, item: Item): unknown {
  const { status } = item.values;
  return factsOf(step, item.values).map(({ name, words }, i) => {
    const kind = name === "status" ? String(status) : name;
    return html`<span class="fact ${kind}">${i ? " · " : ""}${words}</span>`;
  });
}

/** The answer at a node, in words. */
export function answerOf(step: StepContext, { node, item, fields, choice = "" }: Row): unknown {
  const { say, tell } = step;
  if (item) return html`<bdi dir=${directionOf(step, item)}>${nameOf(step, item)}</bdi>`;
  if (!fields) return tell(choice, node) || say("answer-" + choice);
  const line = (field: string, value: Value) => html`<li>
    <span class="unseen">${say("field-" + field)}: </span>
    <bdi>${fieldValue(step, field, value)}</bdi>
  </li>`;
  return html`<ul class="plain">${fields.map(({ field, value }) => line(field, value))}</ul>`;
}

/** The value of a field, in words. */
export function fieldValue({ messages, domain }: StepContext, field: string, value: Value): string {
  return domain?.fieldWords?.(field, value, messages) ?? messages.format.value(value, field);
}
