// Storage that refused something for a moment takes it later: what went on in memory is stored there. Comes
// with later scripts.
import { acknowledge, type JournalStore } from "./journal-store.ts";
import { hasNoted, split } from "./record-checksum.ts";
import { startsWith } from "./record-format.ts";
import type { WholePlaces } from "./recovery.ts";
import type { Removals } from "./removals.ts";
import { start, type Replacement, type StorageBackend } from "./storage-backend.ts";
import { asideOf, judge } from "./verdict.ts";

/** Of the answers since storage refused one, it is tried at the first, the second, the fourth, up to this. */
const last = 64;

/** "gone": records of the account gave way, or "replaced" others, to what is stored by now. */
export type Left = "stored" | "replaced" | "gone";

/** Gives what tries it; called with each answer that is in memory, the one that was refused first. */
export function memoryLeaver(
  places: WholePlaces,
  removals: Removals,
): (store: JournalStore) => Promise<void> {
  let answers = 0;
  return async (store) => {
    const count = answers++;
    if (!count || count & (count - 1) || count > last) return;
    await store.next(async () => {
      const left = store.inMemory && (await places.alone(() => leave(store, places, removals)));
      if (!left) return;
      answers = 0;
      store.left?.(left);
      // Other widgets of the page are in the same memory.
      store.notifier?.announce(store.held.map(({ key }) => key));
    });
  };
}

async function leave(
  store: JournalStore,
  places: WholePlaces,
  removals: Removals,
): Promise<Left | undefined> {
  const { memory, notes, primary } = places;
  const [account] = store.held;
  const sessions = account.key.replace("account", "session") + "/";
  const unsaved = [...memory._journals].filter(([key]) => key === account.key || key.startsWith(sessions));
  const reader = places.renew?.() ?? primary;
  const found: NonNullable<Awaited<ReturnType<typeof look>>>[] = [];
  for (const [key, bytes] of unsaved) {
    const read = await look(reader, places, key, bytes);
    if (!read) return undefined;
    found.push(read);
  }
  // It would not be the newest by now.
  const moved = () => unsaved.some(([key, bytes]) => memory._journals.get(key) !== bytes);
  // A tab that did not wait for the lock has stored since the places were read.
  const overtaken = () => found.some(({ key, noted }) => (notes.read(key) ?? undefined) !== noted);
  const keys = unsaved.map(([key]) => key);
  const giveWay = async () => {
    if (moved()) return undefined;
    const lost = found.some(({ key, gone }) => gone && key === account.key);
    await memory.remove(keys);
    store.inMemory = false;
    // Nothing goes behind what gave way.
    for (const held of store.held)
      Object.assign(held, { bytes: [], end: start, noted: undefined, repair: undefined, mirror: undefined });
    return lost ? "gone" : "replaced";
  };
  // Everything was removed before its turn came.
  if (!unsaved.length || overtaken()) return undefined;
  if (found.some(({ behind }) => !behind)) return giveWay();
  const replacements = found.flatMap(({ replacement }) => replacement ?? []);
  const { problem } = replacements.length ? await removals.fill(replacements) : {};
  if (problem || moved()) return undefined;
  if (overtaken()) return giveWay();
  const additions = unsaved.map(([key, bytes]) => ({ key, at: start, records: split(bytes) }));
  acknowledge(
    notes,
    additions.filter(({ records }) => records.length),
  );
  await memory.remove(keys);
  store.inMemory = false;
  for (const held of store.held) {
    const read = found.find(({ key }) => key === held.key);
    Object.assign(held, { noted: notes.read(held.key) ?? undefined, repair: undefined, unsure: undefined });
    if (read) held.mirror = read.mirror ?? {};
  }
  return "stored";
}

/** Looks at what is stored by now, and how it becomes what is in memory; undefined where it can't be read. */
async function look(reader: StorageBackend, { mirror, notes }: WholePlaces, key: string, bytes: Uint8Array) {
  const noted = notes.read(key) ?? undefined;
  const [first, second] = await Promise.all([reader.read(key), mirror.read(key)]);
  if (!first.value) return undefined;
  const unknown = !!second.problem && second.problem.code !== "refused";
  const copies = { primary: first.value, mirror: second.value, held: new Uint8Array(), noted, unknown };
  const verdict = judge(copies, asideOf(key));
  // Without a note, nothing says that memory has what is lost there: the next opening says the loss.
  if (verdict.problems.includes("journal-unreadable") || (verdict.problems.length && !noted))
    return undefined;
  const { end, bytes: after } = first.value;
  const at = { records: verdict.records, bytes: verdict.bytes.length };
  const repair = verdict.repair ?? { keep: at, records: [], at: end, after };
  const rest = split(bytes).slice(verdict.records);
  const replacement: Replacement = { key, ...repair, records: [...repair.records, ...rest] };
  return {
    key,
    noted,
    replacement: verdict.repair || rest.length ? replacement : undefined,
    mirror: verdict.mirror,
    /** Memory goes on from all that is stored, and has all that was acknowledged. */
    behind: startsWith(bytes, verdict.bytes) && hasNoted(bytes, noted),
    gone: !startsWith(verdict.bytes, bytes),
  };
}
