// The account adapter: where a host's account is. The page sets one as `element.adapter`, at any time; a new
// object with the same account takes the place of the one before, and nothing begins again.
import type { Effect, Value } from "../core/types.ts";

/** Why the account refuses: its text, or the message `reason-<code>` with these values, or a general one. */
export interface Refusal {
  code: string;
  args?: Record<string, Value>;
  /** The host's own words: in the reader's language, or in several, by locale; the first where none fits. */
  text?: string | Record<string, string>;
  /** The field of the form that it is about, by its id: "line1". */
  field?: string;
  /** True where trying again may help, false where it can't. Nothing is said of it without this. */
  retry?: boolean;
}

/** An account as the host has it: core/billing/account.h lists its members. The ids are the host's own. */
export interface AccountSnapshot {
  version: number;
  /** Left out where the account is still at the version that was asked about. */
  account?: object;
}

/** The account's answer to an effect. `version` is the account's own. */
export type Answer =
  /** Done. `made`: the id of what was made. With `account`, it is the account after the change. */
  | { kind: "committed"; version: number; made?: string; account?: object }
  | { kind: "refused"; reasons: Refusal[] }
  /** Somebody else was faster. Without `account`, it is loaded again. */
  | { kind: "conflict"; version: number; account?: object }
  /** A person has to confirm it first. */
  | ({ kind: "action-needed" } & ActionNeeded)
  /** Nobody can say whether it was done: the same effect is asked again, after so many milliseconds. */
  | { kind: "unknown"; after?: number };

/**
 * The place where the reader confirms: the bank's page, or what the adapter shows. The outcome is asked for
 * again when the reader says that it is confirmed, looks at this page again, or loads it again.
 */
export interface ActionNeeded {
  /** An address of the bank; https, or this machine. The reader goes there in the same tab. */
  url?: string;
  /** Draws the bank's frame into an empty element. `done` asks for the outcome. */
  mount?(container: Element, done: () => void): void;
}

export interface LoadRequest {
  /** The name of the account, as the element has it. */
  account: string;
  /** The version that is here already. */
  version?: number;
  /** Aborted where nobody waits any more: after 60 seconds, or because the element has gone. */
  signal: AbortSignal;
}

/** Passed to the adapter while a change is under way. */
export interface CommitContext {
  /**
   * Aborted where the reader calls the change off. What has not been done by then is left, and the
   * answer is refused with the reason {code: "cancelled"}; where it was too late, it is committed. An
   * adapter that can say neither is asked again, and sees the signal aborted then.
   */
  signal: AbortSignal;
  /** Milliseconds since 1970: an answer that comes later is unknown. */
  deadline: number;
  /**
   * The address of this page, for a bank that sends the reader back: it names the change by its key, so that
   * the outcome is asked for at once.
   */
  returnTo: string;
  /** The share that is done, from 0 to 1. */
  progress(part: number): void;
}

/** The outcome of a payment provider's fields: no number is in it. */
export interface PaymentToken {
  /** Goes to `commit` with the effect that adds the method, and nowhere else. */
  token: string;
  /** As the account names it: "visa". */
  brand: string;
  last4: string;
  /** "2030-12". */
  expiry: string;
}

export interface MountedFields {
  /** Rejects where the fields aren't filled in right, which they say themselves. */
  tokenize(): Promise<PaymentToken>;
  /** The form is left. The container goes afterwards. */
  unmount?(): void;
}

/** The provider's own inputs, in the place of number, expiry and code. */
export interface PaymentFields {
  /** Draws into an empty element of the page's own document. */
  mount(
    container: HTMLElement,
    options: { kind: string; country: string; locale: string; theme: "light" | "dark" },
  ): MountedFields | Promise<MountedFields>;
}

export interface AccountAdapter {
  /**
   * Gives the account. The first question doesn't wait for it, the second one 10 seconds. An error may have a
   * `status` as in HTTP: 401, 403 and 404 are said in words of their own.
   */
  load(request: LoadRequest): Promise<AccountSnapshot>;
  /** Carries the effect out once: a key that was seen before gives its first answer again. */
  commit(effect: Effect & { token?: string }, context: CommitContext): Promise<Answer>;
  /**
   * Gives what came of the effect of that key, after a new load of the page or a return from the bank.
   * Without it, and where it says unknown, the same effect is committed again under its key.
   */
  status?(key: string, context: Pick<CommitContext, "signal" | "deadline" | "returnTo">): Promise<Answer>;
  /** Calls `changed` when the account is at another version; the result ends that. */
  subscribe?(changed: (version: number) => void): () => void;
  /** Without it, no method is added here: the reader does it where the page takes numbers. */
  paymentFields?: PaymentFields;
}
