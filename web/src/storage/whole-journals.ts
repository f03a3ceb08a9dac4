// Both journals of a store as a whole: put in the place of what is stored, removed, or followed. Comes with
// later scripts.
import { everything, type JournalStore } from "./journal-store.ts";
import type { Kind } from "./record-format.ts";
import type { StorageProblem } from "./storage-backend.ts";

/** From here on these journals count, in both copies. Gives the problem where they can't be stored. */
export function replaceJournals(
  store: JournalStore,
  journals: Record<Kind, Uint8Array>,
): Promise<StorageProblem | undefined> {
  return store.next(async () => {
    const { held, inMemory } = store;
    const bytes = held.map(({ journal }) => journals[journal]);
    const { value, problem } = await (await store.recovering).replace(held, bytes, { inMemory });
    if (!value) return problem;
    store.stored(value);
    await store.following;
  });
}

/** Removes everything on this device. Gives the problem of what is left. */
export function forgetJournals(store: JournalStore): Promise<StorageProblem | undefined> {
  return store.next(async () => {
    await store.following;
    const { forget, drop } = await store.recovering;
    const { problem } = await forget();
    await drop(store);
    store.notifier?.announce([everything]);
    return problem;
  });
}

/** The records that another tab has stored since; undefined where the journal has to be read whole. */
export async function nextRecords(store: JournalStore, journal: Kind): Promise<Uint8Array | undefined> {
  store.stale = false;
  const held = store.held.find((entry) => entry.journal === journal)!;
  return store.inMemory ? undefined : (await store.recovering).next(held);
}
