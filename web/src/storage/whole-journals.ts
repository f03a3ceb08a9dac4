// Both journals of a store as a whole: read, put in the place of what is stored, removed, or followed. Comes
// with later scripts.
import { everything, type Found, type Held, type JournalStore } from "./journal-store.ts";
import type { Left } from "./leave-memory.ts";
import { join, startsWith, type Kind } from "./record-format.ts";
import { nothing, type StorageProblem } from "./storage-backend.ts";

/** A journal as it is stored. */
export async function readJournal(store: JournalStore, journal: Kind): Promise<Found> {
  const held = lookedAt(store, journal);
  const { memory, read } = await store.recovering;
  const { value: found = nothing } = await memory.read(held.key);
  const before = store.inMemory;
  store.inMemory = false;
  for (const { key } of store.held) store.inMemory ||= !!(await memory.exists(key)).value;
  if (before && !store.inMemory) store.left?.(await leftByAnother(store, read));
  if (!store.inMemory) return read(held);
  const { bytes, end } = found;
  Object.assign(held, { bytes: [bytes], end });
  // In memory goes on what was read before.
  return { bytes, problems: [], unsure: held.unsure };
}

/** Another widget of the page has stored what was in memory, or had it give way. */
async function leftByAnother({ held }: JournalStore, read: (held: Held) => Promise<Found>): Promise<Left> {
  const gone = [];
  for (const it of held) {
    const before = join(it.bytes);
    if (!startsWith((await read(it)).bytes, before)) gone.push(it.journal);
  }
  return gone.includes("account") ? "gone" : gone.length ? "replaced" : "stored";
}

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

/** From here on this journal counts; "conflict" where another tab has stored something, or nothing can be. */
export function renewJournal(
  store: JournalStore,
  journal: Kind,
  bytes: Uint8Array,
): Promise<"stored" | "conflict"> {
  return store.next(async () => {
    const held = lookedAt(store, journal);
    const { value } = await (await store.recovering).renew(held, bytes);
    if (!value) return "conflict";
    store.stored(value);
    await store.following;
    return "stored";
  });
}

/**
 * Does the work, what it appends included, while no other tab of the account stores anything, nor this one
 * anything else.
 */
export function takeTurn<T>(store: JournalStore, work: () => Promise<T>): Promise<T> {
  return store.next(async () => (await store.recovering).turn(work));
}

/** Removes everything on this device. Gives the problem of what is left. */
export function forgetJournals(store: JournalStore): Promise<StorageProblem | undefined> {
  return store.next(async () => {
    await store.following;
    const { forget, drop } = await store.recovering;
    const { problem } = await forget(() => store.notifier?.announce([everything]));
    await drop(store);
    return problem;
  });
}

/** The records that another tab has stored since; undefined where the journal has to be read whole. */
export async function nextRecords(store: JournalStore, journal: Kind): Promise<Uint8Array | undefined> {
  const held = lookedAt(store, journal);
  return store.inMemory ? undefined : (await store.recovering).next(held);
}

/** A look begins with the session: one that reads both journals is asked for once more at the most. */
function lookedAt(store: JournalStore, journal: Kind): Held {
  if (journal === "session") store.stale = false;
  return store.held.find((entry) => entry.journal === journal)!;
}
