// Names of payment methods, and of what a practice account has.
import type { Value } from "../../core/types.ts";
import type { Say } from "../../i18n/format.ts";

export type Method = Record<string, string>;

/** Of a value {method}; undefined for any other. */
export function methodOf(value: Value | undefined): Method | undefined {
  return (value as { method?: Method } | undefined)?.method;
}

/** The brand of a card, or the kind: its name without digits. A host may bring others than ours. */
export function kindWords({ brand, kind }: Method, say: Say): string {
  return brand ? say("brand-" + brand, {}, brand) : say("kind-" + kind, {}, say("kind-other", {}));
}

/** The ids of the names in practice accounts, as core/billing/practice.cpp has them. */
const practiceIds =
  "operations shops office-standard storage-2-tb till-plus online-shop business-email telephony-basic " +
  "accounting-plus drawing customers office storage telephony meeting archive timesheets stock email-plus " +
  "security";

/** Of a value {practice}; undefined for any other. */
export function practiceWords(value: Value, say: Say): string | undefined {
  const { practice, number } = value as { practice?: string; number?: number };
  if (!practice) return undefined;
  const name = say("practice-" + practice, {});
  return number ? `${name} ${number}` : name;
}

/** The words of all such names, by their ids. */
export function practiceNames(say: Say): Record<string, string> {
  return Object.fromEntries(practiceIds.split(" ").map((id) => [id, say("practice-" + id, {})]));
}
