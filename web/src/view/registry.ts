// All that draws the widget: node renderers, panels and style sheets. Scripts of later steps add theirs.
import type { View } from "../core/types.ts";
import type { SessionParts } from "../session/later-parts.ts";
import type { DomainView } from "./domain.ts";
import type { PanelContext } from "./step-context.ts";

/** Draws one kind of node. */
export interface NodeRenderer {
  /** The content of the step's form, as a template. */
  draw(step: PanelContext): unknown;
  /** The act of the form's button. */
  submit?(step: PanelContext): void;
}

/** Draws something around each step; `nothing` where there is nothing to show. */
export type Panel = (step: PanelContext) => unknown;

export interface Registry {
  readonly renderers: Partial<Record<View["kind"], NodeRenderer>>;
  /** Above each step, announced when it appears. */
  readonly above: Panel[];
  /** Between those and the step. */
  readonly before: Panel[];
  readonly below: Panel[];
  /** Adds how domains are shown, by their names; the guide's own one is used. */
  addDomains(domains: Readonly<Record<string, DomainView>>): void;
  readonly session: SessionParts;
  /** Adds a style sheet, by its text. */
  addStyle(text: string): void;
}
