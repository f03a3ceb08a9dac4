// A host's account without a backend: it is kept in this browser, and its changes are made here.
import type { AccountAdapter, AccountSnapshot } from "./adapter.ts";

/** Marks an adapter whose account takes numbers that are typed into the widget: it could not charge them. */
export const ownFields = Symbol.for("stegvis.own-fields");

/**
 * An adapter for an account as the host has it at first. From the first answer on, this browser has it: the
 * snapshot is not asked for again, until what is stored here is removed.
 */
export function localAccount({ version: first, account }: Required<AccountSnapshot>): AccountAdapter {
  // Its changes are kept with it, so they can be undone.
  const snapshot = { version: first, account: { changes: [], ...account } };
  const adapter: AccountAdapter = {
    load: async ({ version }) => (version === undefined ? snapshot : { version }),
    commit: async ({ version }) => ({ kind: "committed", version: version + 1 }),
  };
  return Object.assign(adapter, { [ownFields]: true });
}
