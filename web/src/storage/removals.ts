// The reader can have everything removed while other tabs store: nothing of what was removed comes back by
// what these have under way. It comes with later scripts.
import { startsWith } from "./record-format.ts";
import type { WholePlaces } from "./recovery.ts";
import type { Addition, Answer, Replacement } from "./storage-backend.ts";

/** Removals of everything, by another tab or by this one. */
export interface Removals {
  /** It was: this tab has heard of it. */
  heard(): void;
  /** Gives what says if it was heard of since, or if the notes that these journals have by now went. */
  since(keys?: readonly string[]): () => boolean;
  /** Replaces in the primary. A journal that fills an empty place goes again if it was removed. */
  fill(replacements: readonly Replacement[]): Promise<Answer<void>>;
  /** The primary has the journal that these records, which were acknowledged, are of; or it can't be read. */
  stands(addition: Addition): Promise<boolean>;
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
      const keys = replacements
        .filter(({ at, records }) => at?.records === 0 && records.length)
        .map(({ key }) => key);
      if (!keys.length) return primary.replace(replacements);
      const removed = since();
      const elsewhere = { problem: { code: "conflict", where: primary.name } } as const;
      // Another tab may be removing everything, before and behind this: it has announced that.
      await hear();
      if (removed()) return elsewhere;
      const answer = await primary.replace(replacements);
      await hear();
      if (answer.problem || !removed()) return answer;
      await primary.remove(keys);
      return elsewhere;
    },
    async stands({ key, at, records }): Promise<boolean> {
      if (!primary.tail) return true;
      const { value } = await primary.tail({ key, from: 0, count: 1 });
      if (!value || at.records) return !value || !!value.bytes.length;
      return startsWith(value.bytes, records[0]);
    },
  };
}
