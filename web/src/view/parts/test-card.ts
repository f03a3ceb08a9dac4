// On a practice account nobody needs a card of their own: one press fills in a card that is only for tests.
import { html, nothing } from "lit-html";
import type { Field } from "../../core/types.ts";
import type { StepContext } from "../step-context.ts";

export function testCard(step: StepContext, fields: readonly Field[]): unknown {
  const values = step.practice && step.domain?.testValues?.(step.day);
  if (!values || !fields.some(({ kind, id }) => kind === "secret" && id in values)) return nothing;
  const fill = () => {
    for (const [id, value] of Object.entries(values)) {
      const box = step.root.getElementById("field-" + id) as HTMLInputElement | null;
      if (!box || (id === "name" && box.value)) continue;
      box.value = value;
      box.dispatchEvent(new Event("change"));
    }
    step.set({ status: step.say("test-card-filled") });
  };
  return html`<p class="hint">${step.say("test-card-hint")}
    <button type="button" class="link" @click=${fill}>${step.say("test-card")}</button></p>`;
}
