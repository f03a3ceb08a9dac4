// Repairs a journal whose places disagree (verdict.ts), and lets the mirror follow. It comes with later
// scripts.
import { acknowledge, type Found, type Held, type Places, type Recovery } from "./journal-store.ts";
import { byMirror } from "./long-journals.ts";
import { memoryLeaver } from "./leave-memory.ts";
import { hasNoted, haveNoted, lastRecord, sound, split } from "./record-checksum.ts";
import type { MemoryBackend } from "./memory-backend.ts";
import { frames, join, startsWith } from "./record-format.ts";
import {
  start,
  type Addition,
  type Answer,
  type Replacement,
  type StorageBackend,
} from "./storage-backend.ts";
import { watchRemovals } from "./removals.ts";
import { asideOf, judge } from "./verdict.ts";

/** The core doesn't know the version of what it reads: records of a newer build are left to it. */
export const isOfNewerBuild = (problem?: { code?: string; detail?: string }) =>
  /version/.test(`${problem?.code} ${problem?.detail}`);

/** Places as later scripts know them. */
export interface WholePlaces extends Places {
  primary: StorageBackend;
  memory: MemoryBackend;
  mirror: StorageBackend;
  /** Opens the primary again; gives a backend over it that has little time to answer. */
  renew?(): StorageBackend;
  /** Does the work while no other tab of the account stores anything. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Does the work while no other tab writes to the mirror. */
  mirroring<T>(work: () => Promise<T>): Promise<T>;
  /** Waits until what other tabs have announced by now is heard. */
  hear?(): Promise<void>;
}

/** Those that follow each other in one journal as one: a place is written to once for all of them. */
export function joined(additions: readonly Addition[]): Addition[] {
  const all: Addition[] = [];
  for (const next of additions) {
    const last = all.findLast(({ key }) => key === next.key);
    const follows = last && last.at.records + last.records.length === next.at.records;
    if (follows) all[all.indexOf(last)] = { ...last, records: [...last.records, ...next.records] };
    else all.push(next);
  }
  return all;
}

const now = <T>(work: () => Promise<T>) => work();

/** The recovery of a store over these places. */
export function recovery(places: WholePlaces): Recovery {
  const { primary, memory, mirror, notes, alone, mirroring } = places;
  /** The number of bytes of a journal that were put into the mirror whole. */
  const mirrored = new Map<string, number>();
  const removals = watchRemovals(places);
  /** Additions that the mirror is to follow, and the end of what it follows by now. */
  const toMirror: Addition[] = [];
  let mirroringNow: Promise<void> = Promise.resolve();
  /** No other tab of the account stores anything in what this one does now. */
  let hasTurn = false;

  /**
   * The mirror isn't what is held. It is written whole, unless another tab is further there. Gives whether
   * it was written.
   * @param end the held bytes that the primary has; what is behind them may be in memory alone
   */
  async function rewrite(held: Held, end: number): Promise<boolean> {
    const { key } = held;
    const removed = removals.since();
    const [first, second] = await Promise.all([primary.read(key), mirror.read(key)]);
    if (removed() || (second.problem && held.mirror === "leave")) return false;
    const own = join(held.bytes).subarray(0, end);
    const stored = first.value?.bytes.subarray(0, sound(first.value.bytes).bytes);
    const whole = stored && startsWith(stored, own) ? stored : own;
    // The primary has another journal by now: what is held has no place behind it.
    if (stored && !startsWith(whole, stored)) {
      held.mirror ??= {};
      return false;
    }
    if (!held.mirror && second.value && startsWith(second.value.bytes, whole)) return false;
    const { problem } = await mirror.replace([
      {
        key,
        keep: start,
        records: split(whole),
        aside: held.mirror === "leave" ? asideOf(key) : held.mirror?.aside,
      },
    ]);
    if (removed()) return true;
    if (problem) {
      // It has records of another journal still, which the next ones must not go behind.
      held.mirror ??= {};
      return true;
    }
    mirrored.set(key, whole.length);
    held.mirror = undefined;
    return true;
  }

  /** Has the mirror follow by a record, unless everything was removed by now. */
  async function mirrorRecords(held: Held, addition: Addition): Promise<void> {
    const { key, at, records } = addition;
    const removed = removals.since([key]);
    // Dropped before its turn came.
    if (held.end.records < at.records + records.length) return;
    if (!(await removals.stands(held, addition)) || removed()) return;
    const answer = held.mirror ? undefined : await mirror.append([addition]);
    let written = true;
    if (!answer || answer.problem?.code === "conflict")
      written = !removed() && (await rewrite(held, at.bytes + join(records).length));
    // It may have records of another journal: it is written whole at the next append.
    else if (answer.problem && !removed()) held.mirror = {};
    // By a tab that did not wait for its turn.
    if (written && removed()) await mirror.remove([key]);
  }

  const elsewhere = { problem: { code: "conflict", where: primary.name } } as const;

  const noteOn = (key: string) => notes.read(key) ?? undefined;

  /** Another tab has stored since these were read, and has noted it. */
  const further = (all: readonly Held[], additions: readonly Addition[]) =>
    all.some(({ key, bytes, end, noted, repair }) => {
      const addition = additions.find((it) => it.key === key);
      // The records before it gave way.
      if (addition && addition.at.records !== end.records) return true;
      const note = noteOn(key);
      return (repair || addition) && note !== noted && !haveNoted(bytes, note);
    });

  /** Does what the primary needs before the next append. */
  async function repair(all: readonly Held[]): Promise<Answer<void>> {
    const repairs = all.flatMap(({ repair }) => repair ?? []);
    if (!repairs.length) return { value: undefined };
    const answer = await removals.fill(repairs);
    if (!answer.problem) for (const held of all) held.repair = undefined;
    return answer;
  }

  /** Adds where the primary ends elsewhere, unless another tab has stored something there. */
  async function settle(all: readonly Held[], additions: readonly Addition[]): Promise<Answer<void>> {
    const repairs: Replacement[] = [];
    const removed = removals.since();
    // A repair that met another tab's records is judged again, with all copies.
    if (all.some(({ repair }) => repair) || further(all, additions)) return elsewhere;
    for (const { key, at } of additions) {
      const { value, problem } = await primary.read(key);
      if (removed()) return elsewhere;
      if (problem) return { problem };
      const { bytes } = all.find((held) => held.key === key)!;
      const own = join(bytes);
      const good = sound(value.bytes);
      const whole = value.end.records === good.records && !good.stopped;
      if (
        // Sound or not, records behind the held ones are another tab's, and acknowledged; and where fewer
        // were, it is another journal.
        (value.acknowledged > 0 && value.acknowledged !== at.records) ||
        value.end.records > at.records ||
        !startsWith(own, value.bytes.subarray(0, good.bytes))
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
    const { problem } = repairs.length ? await removals.fill(repairs) : {};
    return problem ? { problem } : primary.append(additions);
  }

  async function read(held: Held): Promise<Found> {
    const { key, journal } = held;
    // Before the places are read: another tab may store meanwhile, and note it.
    const noted = noteOn(key);
    const removed = removals.since([key]);
    const found = await byMirror({ primary, mirror }, held, noted);
    if (found && !removed()) return found;
    const [first, second] = await Promise.all([primary.read(key), mirror.read(key)]);
    // That is no loss, and what was read is gone.
    if (removed()) return read(held);
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
    // Another tab has noted more meanwhile, or another journal.
    const now = noteOn(key);
    if (now !== noted && !hasNoted(bytes, now)) return read(held);
    // Nothing is left: another tab may have had everything removed.
    if (verdict.problems.length && !records) {
      await removals.hear();
      if (removed()) return read(held);
    }
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
  }

  const replace: Recovery["replace"] = async (all, bytes, { inMemory }) => {
    const whole = all.map(({ key }, i) => ({ key, at: start, records: split(bytes[i]) }));
    const { problem } = await (inMemory ? memory : primary).replace(
      whole.map(({ key, records }) => ({ key, keep: start, records })),
    );
    if (problem) return { problem };
    if (!inMemory) acknowledge(notes, whole);
    for (const held of all)
      Object.assign(held, { bytes: [], end: start, noted: undefined, repair: undefined, mirror: {} });
    return { value: whole };
  };

  return {
    primary,
    memory,
    leave: memoryLeaver(places, removals),
    since: removals.since,
    hear: removals.hear,

    turn: (work) =>
      alone(async () => {
        hasTurn = true;
        try {
          return await work();
        } finally {
          hasTurn = false;
        }
      }),

    write: (all, additions) =>
      (hasTurn ? now : alone)(async () => {
        if (further(all, additions)) return elsewhere;
        const removed = removals.since(additions.map(({ key }) => key));
        const dropped = removals.since();
        let answer = await repair(all);
        if (!answer.problem) answer = await primary.append(additions);
        if (answer.problem?.code === "conflict" && !dropped()) answer = await settle(all, additions);
        if (answer.problem) return answer;
        // Once more: a tab that did not wait for its turn may have stored meanwhile, and lost that.
        if (removed() || further(all, additions)) return elsewhere;
        // Noted before another tab can go on.
        acknowledge(notes, additions);
        for (const { key } of additions) all.find((held) => held.key === key)!.noted = noteOn(key);
        return answer;
      }),

    forget: (announce) =>
      alone(async () => {
        // Other tabs drop what they hold, to store nothing of it; then what they have read meanwhile.
        announce();
        // The notes go first: another tab finds by them that all is removed. They go again, with those of a
        // write that was under way.
        notes.forget();
        const answers = [await primary.remove()];
        // Another tab that mirrors now ends first, and finds nothing to mirror later.
        await mirroring(async () => answers.push(await mirror.remove()));
        notes.forget();
        announce();
        // Another tab may have read the mirror, and filled the primary, before it could hear of this.
        if ((await primary.exists()).value !== false) {
          answers.push(await primary.remove());
          notes.forget();
          announce();
        }
        return answers.find(({ problem }) => problem && problem.code !== "refused") ?? { value: undefined };
      }),

    async drop(store): Promise<void> {
      removals.heard();
      mirrored.clear();
      store.inMemory = false;
      for (const held of store.held)
        Object.assign(held, {
          bytes: [],
          end: start,
          noted: undefined,
          repair: undefined,
          mirror: undefined,
          compared: undefined,
        });
      await memory.remove();
    },

    read,

    async next(held: Held): Promise<Uint8Array | undefined> {
      const { key, bytes, end, repair } = held;
      if (!primary.tail || repair) return undefined;
      const from = Math.max(0, end.records - 1);
      // Before it is read, as in a whole reading.
      const noted = noteOn(key);
      const removed = removals.since();
      const { value } = await primary.tail({ key, from });
      if (!value || removed()) return undefined;
      if (!end.records)
        return value.end.records || value.acknowledged || noted !== undefined ? undefined : value.bytes;
      const found = sound(value.bytes, from);
      // The last record that is held tells that the journal is still the same.
      const last = lastRecord(bytes.findLast((part) => part.length)!);
      if (found.stopped || value.end.records !== from + found.records || !startsWith(value.bytes, last))
        return undefined;
      const added = value.bytes.slice(last.length);
      // A loss at the end is found by a whole reading, and is told.
      const { acknowledged } = value;
      if (acknowledged < 0 || acknowledged > value.end.records) return undefined;
      if (!haveNoted(added.length ? [...bytes, added] : bytes, noted)) return undefined;
      // The last part tells an append which record it goes behind: no part is empty.
      if (added.length) held.bytes = [...bytes, added];
      held.end = { records: value.end.records, bytes: end.bytes + added.length };
      return added;
    },

    replace,

    renew: (held, bytes) =>
      alone(async () => {
        const removed = removals.since([held.key]);
        const { value, problem } = await primary.read(held.key);
        if (problem) return { problem };
        const own = join(held.bytes);
        const same = value.bytes.length === own.length && startsWith(value.bytes, own);
        return removed() || !same ? elsewhere : replace([held], [bytes], { inMemory: false });
      }),

    async setAside(store, journal, { records, problem }): Promise<void> {
      if (isOfNewerBuild(problem)) throw problem;
      const held = store.held.find((entry) => entry.journal === journal)!;
      const { key, end, repair } = held;
      // Dropped since it was read.
      if (!repair && records >= end.records) return;
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

    follow(all, additions) {
      toMirror.push(...additions);
      const next = async () => {
        for (const addition of joined(toMirror.splice(0))) {
          const held = all.find(({ key }) => key === addition.key)!;
          if (held.mirror || addition.at.bytes >= (mirrored.get(held.key) ?? 0))
            await mirrorRecords(held, addition);
        }
      };
      mirroringNow = mirroringNow.then(() => (toMirror.length ? mirroring(next) : undefined)).catch(() => {});
      return mirroringNow;
    },

    async snapshot(account, key, bytes, records): Promise<void> {
      const removed = removals.since([account.key]);
      // Dropped since it was made.
      if (account.end.records < records) return;
      await primary.replace([{ key, keep: start, records: split(bytes) }]);
      await removals.hear();
      if (removed()) await primary.remove([key]);
    },
  };
}
