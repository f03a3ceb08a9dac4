// A provider's token on its way to the adapter. It is in no event and no journal, which are never rewritten:
// it waits in an item of its own until its effect is answered, so that a crash asks again with it. "Remove
// everything" takes it away with all notes (storage/notes.ts).
import { folder } from "../storage/presence.ts";

const item = (account: string) => `${folder}.token/${account}`;

/** Keeps the token of that effect. */
export function keepToken(account: string, key: string, token: string): void {
  try {
    localStorage.setItem(item(account), JSON.stringify({ key, token }));
  } catch {
    // Refused, or full: after a crash the host misses it, refuses, and the reader fills the fields in again.
  }
}

/** The token of that effect, where there is one. */
export function tokenOf(account: string, key: string): string | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(item(account)) ?? "{}");
    return found.key === key ? found.token : undefined;
  } catch {
    return undefined;
  }
}

export function dropToken(account: string): void {
  try {
    localStorage.removeItem(item(account));
  } catch {
    // There is none, then.
  }
}
