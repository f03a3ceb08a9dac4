// Both journals in one file, the account's first, to go on elsewhere; and the end of all of them. A guide
// without an account has only the session's.
import type { Loaded, Problem } from "../core/types.ts";
import { isOfNewerBuild } from "../storage/recovery.ts";
import { frames, head, join } from "../storage/record-format.ts";
import { forgetJournals, replaceJournals } from "../storage/whole-journals.ts";
import type { StorageProblem } from "../storage/storage-backend.ts";
import type { JournalBytes } from "./journals.ts";
import { storedByNewer } from "./newer-builds.ts";
import { leaveToNewer } from "./opening.ts";
import type { Session } from "./session.ts";

/** The journals as they are on disk: the account's, then the session's. */
export async function exportJournals({ _journals }: Session): Promise<Uint8Array> {
  const { account, session } = await _journals!.read();
  return join([account.bytes, session.bytes]);
}

/** Says if the journals of a file can be opened here, whole, and the date of their last event. */
export async function checkJournals(on: Session, file: Uint8Array): Promise<Loaded> {
  const { account, session } = split(file);
  try {
    return on._journals!.attempt((core) => {
      const first: Loaded = account.length ? core.load("account", account) : { records: 0 };
      const loaded = first.problem ? first : core.load("session", session);
      const { records, lost, problem } = loaded;
      if (problem) return loaded;
      if (!records) return { records, problem: { code: "journal-header" } };
      if (lost) return { records, problem: { code: "journal-account", where: "session " + lost } };
      return loaded;
    });
  } catch (error) {
    // The core broke: what is opened is in the same memory.
    await on._openWhole(error);
    return { records: 0, problem: { code: "core-failed", detail: String(error) } };
  }
}

/**
 * Puts the journals of a file in the place of what is stored, and goes on where they end; with a problem,
 * nothing was changed.
 */
export async function importJournals(on: Session, file: Uint8Array): Promise<Problem | undefined> {
  // The account is that of all its guides.
  const sessions = `session/${on._options.host.account}/`;
  const problem =
    (await checkJournals(on, file)).problem ?? (await ofNewerBuild(on, (key) => key.startsWith(sessions)));
  if (problem) return problem;
  const unstored = asProblem(await replaceJournals(on._journals!.store, split(file)));
  if (!unstored) await on._open();
  return unstored;
}

/**
 * The problem of the core where a newer build has stored these journals, or one that is concerned: they stay
 * as they are, and the reader is told.
 */
async function ofNewerBuild(on: Session, concerns: (key: string) => boolean): Promise<Problem | undefined> {
  const { store } = on._journals!;
  const { read } = await store.recovering;
  for (const held of store.held) {
    const { bytes } = await read(held);
    const { problem } = on._journals!.attempt((core) => core.load(held.journal, bytes));
    if (!isOfNewerBuild(problem)) continue;
    leaveToNewer(on, problem);
    return problem;
  }
  const problem = await storedByNewer(store, concerns);
  if (problem) leaveToNewer(on, problem);
  return problem;
}

/** Removes everything on this device, and starts again; gives the problem of what is left. */
export async function forget(on: Session): Promise<Problem | undefined> {
  const newer = await ofNewerBuild(on, () => true);
  if (newer) return newer;
  const problem = asProblem(await forgetJournals(on._journals!.store));
  await on._open();
  return problem;
}

function asProblem(stored?: StorageProblem): Problem | undefined {
  return stored && { ...stored, code: "storage-" + stored.code };
}

/** The journals of a file. Bytes that are no journal come back as the session's. */
export function split(file: Uint8Array): JournalBytes {
  const end = firstLength(file);
  const rest = file.subarray(end);
  return rest.length
    ? { account: file.slice(0, end), session: rest.slice() }
    : { account: rest, session: file };
}

/** The length of the first journal in bytes: up to where the sequence begins again. */
function firstLength(bytes: Uint8Array): number {
  const starts = frames(bytes);
  if (!starts.length) return bytes.length;
  const last = starts[starts.length - 1];
  return last + head + new DataView(bytes.buffer, bytes.byteOffset + last).getUint32(0, true);
}
