// The form's code, loaded with its words and the address tables when a form is first needed.
import type { Frame } from "../view/layout.ts";
import * as fill from "../view/nodes/fill.ts";
import style from "../style/forms.css";

export function add(frame: Frame, tools: fill.Tools): void {
  fill.use(tools);
  frame.style(style);
  frame.kinds.fill = fill;
}
