// The node kinds of later steps, loaded when the first of them is near.
import type { Frame } from "./frame.ts";
import * as outcome from "./nodes/outcome.ts";
import * as pick from "./nodes/pick.ts";
import * as review from "./nodes/review.ts";
import steps from "./style/steps.css";
import { stuck } from "./summary.ts";

export * as copies from "./copies.ts";

export function add(frame: Frame): void {
  frame.style(steps);
  Object.assign(frame.kinds, { outcome, pick, review });
  frame.told = stuck;
}
