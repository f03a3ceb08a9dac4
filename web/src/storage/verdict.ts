// Judges a journal's copies: one of them counts, and repairs follow from that. It comes with later scripts.
//
// Of two places that were read, the longer sound prefix counts. A place that can't be read is not empty:
// it is never written to by what is known to be shorter. How many records were acknowledged is remembered
// by the primary and in the notes, so a loss is noticed and reported. The notes have the checksum of the last
// of them too: a copy of as many records that lacks that one is of another journal (one that was lost, and
// whose place another has taken), and never passes for this one.
import type { Held } from "./journal-store.ts";
import { countOf, hasNoted, sound, split, type Sound } from "./record-checksum.ts";
import { startsWith } from "./record-format.ts";
import { start, type Replacement, type StoredJournal } from "./storage-backend.ts";

/** The key under which what a journal loses goes on existing. */
export const asideOf = (key: string) => "aside/" + key;

/** The journal as found in each place; undefined where a place can't be read. */
export interface Copies {
  primary?: StoredJournal;
  mirror?: StoredJournal;
  /** The records that this tab has read or has had acknowledged. */
  held: Uint8Array;
  /** The note of what was acknowledged. */
  noted?: string;
  /** A journal may be in a place that can't be read. */
  unknown?: boolean;
}

/** The copy that counts, and the repairs that follow. */
export interface Verdict {
  bytes: Uint8Array;
  records: number;
  /** The repair that the primary needs before the next append. */
  repair?: Omit<Replacement, "key">;
  mirror?: Held["mirror"];
  problems: string[];
}

/** @param aside the key under which unsound records are set aside */
export function judge({ primary, mirror, held, noted, unknown }: Copies, aside: string): Verdict {
  const none: Sound = { ...start };
  // A tab has filled the primary, and ended before it knew that nothing was removed meanwhile.
  const unconfirmed = primary?.acknowledged === -1 && noted === undefined;
  const first = primary && !unconfirmed ? sound(primary.bytes) : none;
  const alike = primary && mirror && same(primary.bytes, mirror.bytes);
  const second = alike && !unconfirmed ? first : mirror ? sound(mirror.bytes) : none;
  const own = sound(held);
  const remembered = Math.max(primary?.acknowledged ?? 0, countOf(noted));
  const problems: string[] = [];
  const whole = !!primary && !unconfirmed && !first.stopped && primary.end.records === first.records;
  const has = (copy: Uint8Array, { bytes }: Sound) => hasNoted(copy.subarray(0, bytes), noted);
  // A primary that has all that was acknowledged counts, though the mirror is longer: it was replaced.
  const complete = whole && noted !== undefined && first.records >= remembered && has(primary.bytes, first);
  // Held records count only if the primary has lost some of them: another tab may have replaced the
  // journal.
  const lost = !primary || !whole || !first.records || primary.acknowledged > first.records;
  const candidates: [bytes: Uint8Array, at: Sound][] = [];
  if (primary) candidates.push([primary.bytes, first]);
  if (!complete) {
    candidates.push([mirror?.bytes ?? new Uint8Array(), second]);
    // A journal of fewer records that were acknowledged is another one.
    const fewer = !!primary && primary.acknowledged > 0 && primary.acknowledged < own.records;
    if (lost && !fewer && startsWith(held, primary?.bytes.subarray(0, first.bytes)))
      candidates.push([held, own]);
  }
  // One that has what is noted counts before one that lacks it, though that be longer.
  const [counts, at] = candidates.reduce((best, next) => {
    const more = Number(has(...next)) - Number(has(...best)) || next[1].records - best[1].records;
    return more > 0 ? next : best;
  });
  const bytes = counts.slice(0, at.bytes);

  // Two copies of as many records that are not the same: one of them is wrong, or of another journal. So it
  // is with any two that begin alike and go on apart, where nothing says which of them was acknowledged.
  if (primary && !unconfirmed && mirror && !alike) {
    const good = primary.bytes.subarray(0, first.bytes);
    const other = mirror.bytes.subarray(0, second.bytes);
    const asMany =
      first.records === second.records &&
      (primary.bytes.length === mirror.bytes.length || !(first.stopped || second.stopped));
    if (asMany || (!complete && !startsWith(good, other) && !startsWith(other, good)))
      problems.push("journal-copies");
  }
  // Without a note, nothing says that what is damaged there is the same journal.
  const mine = !!primary && counts === primary.bytes;
  if (primary && !mine && noted === undefined && !unconfirmed && primary.bytes.length > first.bytes)
    if (!problems.length) problems.push("journal-copies");
  const short = at.records < remembered || !has(counts, at);
  // The mirror may lack some where neither the primary nor the notes can tell how many there were.
  const blind = !primary && noted === undefined;
  if (blind ? unknown || second.records : unknown && (short || !at.records))
    problems.push("journal-unreadable");
  else if (at.stopped) problems.push(at.stopped);
  else if (short) problems.push("journal-lost");

  const verdict: Verdict = { bytes, records: at.records, problems };
  if (primary && (!mine || !whole || primary.acknowledged > at.records)) {
    const more = primary.end.records > at.records || (mine && primary.bytes.length > at.bytes);
    verdict.repair = {
      keep: mine ? { records: at.records, bytes: at.bytes } : start,
      records: mine ? [] : split(bytes),
      at: primary.end,
      after: primary.bytes,
      aside: more && !unconfirmed ? aside : undefined,
    };
  }
  // A mirror that can't be read may be another journal's: nothing goes behind that.
  if (!mirror && unknown) verdict.mirror = short || unconfirmed ? "leave" : {};
  else if (mirror && !(alike && bytes.length === mirror.bytes.length) && !same(mirror.bytes, bytes))
    verdict.mirror = { aside: second.records > at.records ? aside : undefined };
  return verdict;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && startsWith(a, b);
}
