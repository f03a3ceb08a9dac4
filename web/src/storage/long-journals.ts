// A journal of many records opens by its mirror, which is one file, where that ends as the primary does: a
// browser takes long to read as many rows. Row by row, the primary is compared once the reader sees where
// they are. It comes with later scripts.
import type { Found, Held, JournalStore } from "./journal-store.ts";
import { countOf, hasNoted, sound } from "./record-checksum.ts";
import { endsWith, startsWith } from "./record-format.ts";
import type { StorageBackend } from "./storage-backend.ts";

/** From so many records on, a journal is long. */
const many = 500;
/** So many rows are compared at once: the page answers in between. */
const rows = 1000;

type Places = Record<"primary" | "mirror", StorageBackend>;

/** The mirror's records, where primary and notes agree with it on their number and on the last of them. */
export async function byMirror(
  { primary, mirror }: Places,
  held: Held,
  note: string | undefined,
): Promise<Found | undefined> {
  const { key } = held;
  const noted = countOf(note);
  if (!primary.tail || noted < many || held.compared === "differs") return undefined;
  const [last, second] = await Promise.all([primary.tail({ key, from: noted - 1 }), mirror.read(key)]);
  if (!last.value?.bytes.length || !second.value) return undefined;
  const { bytes } = second.value;
  if (last.value.end.records !== noted || last.value.acknowledged !== noted) return undefined;
  if (!endsWith(bytes, last.value.bytes)) return undefined;
  const { records, stopped } = sound(bytes);
  if (stopped || records !== noted || !hasNoted(bytes, note)) return undefined;
  const end = { records, bytes: bytes.length };
  Object.assign(held, { bytes: [bytes], end, noted: note, compared: "not yet" });
  Object.assign(held, { repair: undefined, mirror: undefined, unsure: undefined });
  return { bytes, problems: [] };
}

/** True if a journal was opened by its mirror, and its primary isn't compared yet. */
export const toCompare = (store: JournalStore) => store.held.some(({ compared }) => compared === "not yet");

/** True where a primary isn't what its journal was opened with: that is opened again, by all copies. */
export async function differs(store: JournalStore): Promise<boolean> {
  const { primary } = await store.recovering;
  let found = false;
  for (const held of store.held.filter(({ compared }) => compared === "not yet")) {
    const [bytes] = held.bytes;
    let same = true;
    for (let from = 0, at = 0; same && at < bytes.length; from += rows) {
      const { value } = await primary.tail!({ key: held.key, from, count: rows });
      const expected = bytes.subarray(at);
      const read = value?.bytes.subarray(0, expected.length);
      same = !!read?.length && startsWith(expected, read);
      at += read?.length ?? 0;
    }
    // It may have been read again, or replaced, meanwhile.
    if (held.bytes[0] !== bytes) continue;
    held.compared = same ? undefined : "differs";
    found ||= !same;
  }
  return found;
}
