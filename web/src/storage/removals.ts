// The reader can have everything removed while other tabs store: nothing of what was removed comes back by
// what these have under way. It comes with later scripts.
import type { Held } from "./journal-store.ts";
import { haveNoted } from "./record-checksum.ts";
import { join, startsWith } from "./record-format.ts";
import type { WholePlaces } from "./recovery.ts";
import type { Addition, Answer, Replacement } from "./storage-backend.ts";

/** Removals of everything, by another tab or by this one. */
export interface Removals {
  /** It was: this tab has heard of it. */
  heard(): void;
  /** Gives what says if it was heard of since, or if the notes that these journals have by now went. */
  since(keys?: readonly string[]): () => boolean;
  /**
   * Replaces in the primary. A journal that fills an empty place goes again if it was removed, and nobody
   * reads it before that is known, also where this tab ends meanwhile.
   */
  fill(replacements: readonly Replacement[]): Promise<Answer<void>>;
  /**
   * The primary has the last of these records, which were acknowledged; or it can't be read; or it has
   * damaged them, and by the notes they are the newest still. Else another journal has their place, or none.
   */
  stands(held: Held, addition: Addition): Promise<boolean>;
  /** Waits until what other tabs have announced by now is heard: notes, too, are seen some time later. */
  hear(): Promise<void>;
}

export function watchRemovals({ primary, notes, hear = async () => {} }: WholePlaces): Removals {
  let times = 0;
  const noted = (key: string) => typeof notes.read(key) === "string";

  function since(keys: readonly string[] = []): () => boolean {
    const before = times;
    const there = keys.filter(noted);
    return () => times !== before || !there.every(noted);
  }

  return {
    heard: () => void times++,
    since,
    hear,
    async fill(replacements): Promise<Answer<void>> {
      const filling = replacements.filter(({ at, records }) => at?.records === 0 && records.length);
      if (!filling.length) return primary.replace(replacements);
      const keys = filling.map(({ key }) => key);
      const removed = since();
      const elsewhere = { problem: { code: "conflict", where: primary.name } } as const;
      // Another tab may be removing everything, before and behind this: it has announced that.
      await hear();
      if (removed()) return elsewhere;
      const answer = await primary.replace(
        replacements.map((it) => (filling.includes(it) ? { ...it, unconfirmed: true } : it)),
      );
      if (answer.problem) return answer;
      await hear();
      if (!removed()) {
        return primary.replace(
          filling.map(({ key, records }) => {
            const end = { records: records.length, bytes: join(records).length };
            return { key, keep: end, records: [], at: end, after: records.at(-1) };
          }),
        );
      }
      await primary.remove(keys);
      return elsewhere;
    },
    async stands({ bytes }, { key, at, records }): Promise<boolean> {
      if (!primary.tail) return true;
      const last = records.length - 1;
      const { value } = await primary.tail({ key, from: at.records + last, count: 1 });
      if (!value || startsWith(value.bytes, records[last])) return true;
      const note = notes.read(key);
      return value.end.records > 0 && typeof note === "string" && haveNoted(bytes, note);
    },
  };
}
