// Repairs a journal whose places disagree, and lets the mirror follow. It comes with later
// scripts.
//
// Of two places that were read, the longer sound prefix counts. A place that can't be read is not empty:
// it is never written to by what is known to be shorter. How many records were acknowledged is remembered
// by the primary and in the notes, so a loss is noticed and reported. The notes have the checksum of the last
// of them too: a copy of as many records that lacks that one is of another journal (one that was lost, and
// whose place another has taken), and never passes for this one.
import { acknowledge, type Found, type Held, type Places, type Recovery } from "./journal-store.ts";
import { byMirror } from "./long-journals.ts";
import { countOf, hasNoted, lastRecord, sound, split, type Sound } from "./record-checksum.ts";
import { frames, join, startsWith } from "./record-format.ts";
import {
  start,
  type Addition,
  type Answer,
  type Replacement,
  type StorageBackend,
  type StoredJournal,
} from "./storage-backend.ts";

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
  const first = primary ? sound(primary.bytes) : none;
  const alike = primary && mirror && same(primary.bytes, mirror.bytes);
  const second = alike ? first : mirror ? sound(mirror.bytes) : none;
  const own = sound(held);
  const remembered = Math.max(primary?.acknowledged ?? 0, countOf(noted));
  const problems: string[] = [];
  const whole = !!primary && !first.stopped && primary.end.records === first.records;
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
    if (lost && startsWith(held, primary?.bytes.subarray(0, first.bytes))) candidates.push([held, own]);
  }
  // One that has what is noted counts before one that lacks it, though that be longer.
  const [counts, at] = candidates.reduce((best, next) => {
    const more = Number(has(...next)) - Number(has(...best)) || next[1].records - best[1].records;
    return more > 0 ? next : best;
  });
  const bytes = counts.slice(0, at.bytes);

  // Two copies of as many records that are not the same: one of them is wrong, or of another journal.
  if (
    primary &&
    mirror &&
    !alike &&
    first.records === second.records &&
    (primary.bytes.length === mirror.bytes.length || !(first.stopped || second.stopped))
  )
    problems.push("journal-copies");
  const short = at.records < remembered || !has(counts, at);
  // The mirror may lack some where neither the primary nor the notes can tell how many there were.
  const blind = !primary && noted === undefined;
  if (blind ? unknown || second.records : unknown && (short || !at.records))
    problems.push("journal-unreadable");
  else if (at.stopped) problems.push(at.stopped);
  else if (short) problems.push("journal-lost");

  const verdict: Verdict = { bytes, records: at.records, problems };
  if (primary && (counts !== primary.bytes || !whole)) {
    const mine = counts === primary.bytes;
    verdict.repair = {
      keep: mine ? { records: at.records, bytes: at.bytes } : start,
      records: mine ? [] : split(bytes),
      at: primary.end,
      after: primary.bytes,
      aside:
        primary.end.records > at.records || (mine && primary.bytes.length > at.bytes) ? aside : undefined,
    };
  }
  // A mirror that can't be read may be another journal's: nothing goes behind that.
  if (!mirror && unknown) verdict.mirror = short ? "leave" : {};
  else if (mirror && !(alike && bytes.length === mirror.bytes.length) && !same(mirror.bytes, bytes))
    verdict.mirror = { aside: second.records > at.records ? aside : undefined };
  return verdict;
}

/** The core doesn't know the version of what it reads: records of a newer build are left to it. */
export const isOfNewerBuild = (problem?: { code?: string; detail?: string }) =>
  /version/.test(`${problem?.code} ${problem?.detail}`);

const asideOf = (key: string) => "aside/" + key;

/** Places as later scripts know them. */
export interface WholePlaces extends Places {
  primary: StorageBackend;
  memory: StorageBackend;
  mirror: StorageBackend;
  /** Does the work while no other tab of the account stores anything. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** The recovery of a store over these places. */
export function recovery({ primary, memory, mirror, notes, alone }: WholePlaces): Recovery {
  /** The number of bytes of a journal that were put into the mirror whole. */
  const mirrored = new Map<string, number>();

  /**
   * The mirror isn't what is held. It is written whole, unless another tab is further there.
   * @param end the held bytes that the primary has; what is behind them may be in memory alone
   */
  async function rewrite(held: Held, end: number): Promise<void> {
    const { key } = held;
    const [first, second] = await Promise.all([primary.read(key), mirror.read(key)]);
    if (second.problem && held.mirror === "leave") return;
    const own = join(held.bytes).subarray(0, end);
    const stored = first.value?.bytes.subarray(0, sound(first.value.bytes).bytes);
    const whole = stored && startsWith(stored, own) ? stored : own;
    // The primary has another journal by now: what is held has no place behind it.
    if (stored && !startsWith(whole, stored)) return void (held.mirror ??= {});
    if (!held.mirror && second.value && startsWith(second.value.bytes, whole)) return;
    const { problem } = await mirror.replace([
      {
        key,
        keep: start,
        records: split(whole),
        aside: held.mirror === "leave" ? asideOf(key) : held.mirror?.aside,
      },
    ]);
    if (problem) return;
    mirrored.set(key, whole.length);
    held.mirror = undefined;
  }

  const elsewhere = { problem: { code: "conflict", where: primary.name } } as const;

  const noteOn = (key: string) => notes.read(key) ?? undefined;

  /** Another tab has stored since these were read, and has noted it. */
  const further = (all: readonly Held[], additions: readonly Addition[]) =>
    all.some(({ key, bytes, noted, repair }) => {
      const note = noteOn(key);
      if (note === noted || !(repair || additions.some((it) => it.key === key))) return false;
      return !hasNoted(join(bytes), note);
    });

  /** Does what the primary needs before the next append. */
  async function repair(all: readonly Held[]): Promise<Answer<void>> {
    const repairs = all.flatMap(({ repair }) => repair ?? []);
    if (!repairs.length) return { value: undefined };
    const answer = await primary.replace(repairs);
    if (!answer.problem) for (const held of all) held.repair = undefined;
    return answer;
  }

  /** Adds where the primary ends elsewhere, unless another tab has stored something there. */
  async function settle(all: readonly Held[], additions: readonly Addition[]): Promise<Answer<void>> {
    const repairs: Replacement[] = [];
    // A repair that met another tab's records is judged again, with all copies.
    if (all.some(({ repair }) => repair) || further(all, additions)) return elsewhere;
    for (const { key, at } of additions) {
      const { value, problem } = await primary.read(key);
      if (problem) return { problem };
      const { bytes, end } = all.find((held) => held.key === key)!;
      const own = join(bytes);
      const good = sound(value.bytes);
      const whole = value.end.records === good.records && !good.stopped;
      const replaced = whole && good.records > 0 && value.acknowledged === good.records;
      if (
        end.records !== at.records ||
        // Sound or not, records behind the held ones are another tab's, and acknowledged.
        Math.max(value.end.records, value.acknowledged) > at.records ||
        !startsWith(own, value.bytes.subarray(0, good.bytes)) ||
        (replaced && good.records < at.records)
      )
        return elsewhere;
      if (whole && good.records === at.records) continue;
      repairs.push({
        key,
        keep: { records: good.records, bytes: good.bytes },
        records: split(own).slice(good.records),
        at: value.end,
        after: value.bytes,
        aside: whole ? undefined : asideOf(key),
      });
    }
    const { problem } = repairs.length ? await primary.replace(repairs) : {};
    return problem ? { problem } : primary.append(additions);
  }

  return {
    primary,
    memory,

    write: (all, additions) =>
      alone(async () => {
        if (further(all, additions)) return elsewhere;
        let answer = await repair(all);
        if (!answer.problem) answer = await primary.append(additions);
        if (answer.problem?.code === "conflict") answer = await settle(all, additions);
        if (answer.problem) return answer;
        // Once more: a tab that did not wait for its turn may have stored meanwhile, and lost that.
        if (further(all, additions)) return elsewhere;
        // Noted before another tab can go on.
        acknowledge(notes, additions);
        for (const { key } of additions) all.find((held) => held.key === key)!.noted = noteOn(key);
        return answer;
      }),

    async forget(): Promise<Answer<void>> {
      const answers = await Promise.all([primary.remove(), mirror.remove()]);
      notes.forget();
      return answers.find(({ problem }) => problem && problem.code !== "refused") ?? { value: undefined };
    },

    async drop(store): Promise<void> {
      await memory.remove();
      store.inMemory = false;
      for (const held of store.held)
        Object.assign(held, {
          bytes: [],
          end: start,
          noted: undefined,
          repair: undefined,
          mirror: undefined,
        });
    },

    async read(held: Held): Promise<Found> {
      const { key, journal } = held;
      // Before the places are read: another tab may store meanwhile, and note it.
      const noted = noteOn(key);
      const found = await byMirror({ primary, mirror }, held, noted);
      if (found) return found;
      const [first, second] = await Promise.all([primary.read(key), mirror.read(key)]);
      const problem = [first, second]
        .map((answer) => answer.problem)
        .find((found) => found && found.code !== "refused");
      const verdict = judge(
        {
          primary: first.value,
          mirror: second.value,
          held: join(held.bytes),
          noted,
          unknown: !!problem,
        },
        asideOf(key),
      );
      const { bytes, records, repair } = verdict;
      held.bytes = [bytes];
      held.end = { records, bytes: bytes.length };
      held.noted = noted;
      held.unsure = !first.value;
      held.repair = repair && { key, ...repair };
      held.mirror = verdict.mirror;
      held.compared = undefined;
      return {
        bytes,
        problems: verdict.problems.map((code) => ({ code, where: journal, detail: problem?.detail })),
        unsure: held.unsure,
      };
    },

    async next(held: Held): Promise<Uint8Array | undefined> {
      const { key, bytes, end, repair } = held;
      if (!primary.tail || repair || !end.records) return undefined;
      const from = end.records - 1;
      // Before it is read, as in a whole reading.
      const noted = noteOn(key);
      const { value } = await primary.tail({ key, from });
      if (!value) return undefined;
      const found = sound(value.bytes, from);
      // The last record that is held tells that the journal is still the same.
      const last = lastRecord(bytes.findLast((part) => part.length)!);
      if (found.stopped || value.end.records !== from + found.records || !startsWith(value.bytes, last))
        return undefined;
      const added = value.bytes.slice(last.length);
      // A loss at the end is found by a whole reading, and is told.
      if (value.acknowledged > value.end.records || !hasNoted(join([...bytes, added]), noted))
        return undefined;
      // The last part tells an append which record it goes behind: no part is empty.
      if (added.length) held.bytes = [...bytes, added];
      held.end = { records: value.end.records, bytes: end.bytes + added.length };
      return added;
    },

    async replace(all, bytes, { inMemory }): Promise<Answer<Addition[]>> {
      const whole = all.map(({ key }, i) => ({ key, at: start, records: split(bytes[i]) }));
      const { problem } = await (inMemory ? memory : primary).replace(
        whole.map(({ key, records }) => ({ key, keep: start, records })),
      );
      if (problem) return { problem };
      if (!inMemory) acknowledge(notes, whole);
      for (const held of all)
        Object.assign(held, { bytes: [], end: start, noted: undefined, repair: undefined, mirror: {} });
      return { value: whole };
    },

    async setAside(store, journal, { records, problem }): Promise<void> {
      if (isOfNewerBuild(problem)) throw problem;
      const held = store.held.find((entry) => entry.journal === journal)!;
      const { key, end, repair } = held;
      const own = join(held.bytes);
      const bytes = own.slice(0, frames(own)[records]);
      const keep = { records, bytes: bytes.length };
      held.bytes = [bytes];
      held.end = keep;
      if (!held.mirror) held.mirror = { aside: asideOf(key) };
      const whole = repair?.keep.records ?? end.records;
      held.repair = {
        key,
        keep: whole > records ? keep : repair!.keep,
        records: repair?.records.slice(0, Math.max(0, records - whole)) ?? [],
        at: repair?.at ?? end,
        after: repair ? repair.after : own,
        aside: asideOf(key),
      };
      if ((await memory.exists(key)).value) await memory.replace([{ key, keep, records: [] }]);
    },

    async follow(all: readonly Held[], additions: readonly Addition[]): Promise<void> {
      for (const addition of additions) {
        const held = all.find(({ key }) => key === addition.key)!;
        if (!held.mirror && addition.at.bytes < (mirrored.get(held.key) ?? 0)) continue;
        const answer = held.mirror ? undefined : await mirror.append([addition]);
        if (!answer || answer.problem?.code === "conflict")
          await rewrite(held, addition.at.bytes + join(addition.records).length);
        // It may have records of another journal: it is written whole at the next append.
        else if (answer.problem) held.mirror = {};
      }
    },
  };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && startsWith(a, b);
}
