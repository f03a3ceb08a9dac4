// The node kinds of later steps, and what stands around them, loaded when the first of them is near.
import { html, nothing } from "lit-html";
import type { Frame } from "./frame.ts";
import * as carried from "./carry.ts";
import { mark } from "./marks.ts";
import * as outcome from "./nodes/outcome.ts";
import * as pick from "./nodes/pick.ts";
import * as review from "./nodes/review.ts";
import pictures from "./style/pictures.css";
import steps from "./style/steps.css";
import { stuck } from "./summary.ts";
import { carryOut, waiting } from "./waiting.ts";
import { welcome } from "./welcome.ts";

export * as copies from "./copies.ts";

export function add(frame: Frame): void {
  frame.style(steps + pictures);
  Object.assign(frame.kinds, { outcome, pick, review });
  Object.assign(frame, { mark, carried, carryOut });
  frame.above = (stage) => welcome(stage, frame.since);
  frame.below = (stage) => html`${waiting(stage, frame.wait)}${frame.stuck ? stuck(stage, frame) : nothing}`;
}
