// Names of payment methods.
import type { Value } from "../../core/types.ts";
import type { Say } from "../../i18n/format.ts";

export type Method = Record<string, string>;

/** Of a value {method}; undefined for any other. */
export function methodOf(value: Value | undefined): Method | undefined {
  return (value as { method?: Method } | undefined)?.method;
}

/** The brand of a card, or the kind: what a method is called without its digits. */
export function kindWords({ brand, kind }: Method, say: Say): string {
  return brand ? say("brand-" + brand, {}) : say("kind-" + kind, {});
}
