// The node kinds of later steps, and what stands around them, loaded when the first of them is near.
import { html, nothing } from "lit-html";
import type { Frame } from "../view/layout.ts";
import * as carried from "../view/parts/transfer-panel.ts";
import { mark } from "../view/parts/brand-icon.ts";
import * as outcome from "../view/nodes/outcome.ts";
import * as pick from "../view/nodes/pick.ts";
import * as review from "../view/nodes/review.ts";
import pictures from "../style/pictures.css";
import steps from "../style/steps.css";
import { stuck } from "../view/parts/support-summary.ts";
import { carryOut, waiting } from "../view/parts/progress.ts";
import { welcome } from "../view/parts/welcome-back.ts";

export { recover } from "../storage/later-storage.ts";

export function add(frame: Frame): void {
  frame.style(steps + pictures);
  Object.assign(frame.kinds, { outcome, pick, review });
  Object.assign(frame, { mark, carried, carryOut });
  frame.above = (stage) => welcome(stage, frame.since);
  frame.below = (stage) => html`${waiting(stage, frame.wait)}${frame.stuck ? stuck(stage, frame) : nothing}`;
}
