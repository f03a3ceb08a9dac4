// The form's renderer, loaded with its messages and tables when a form is first needed.
import form from "../style/forms.css";
import { fill } from "../view/nodes/fill.ts";
import type { Registry } from "../view/registry.ts";

export function add(registry: Registry): void {
  registry.addStyle(form);
  registry.renderers.fill = fill;
}
