// Both journals in one file, the account's first, to go on elsewhere. A guide without an account has only
// the session's.
import type { Loaded, Problem } from "../core/types.ts";
import { frames, head, join } from "../storage/record-format.ts";
import type { JournalBytes, Journals } from "./journals.ts";

/** The journals as they are on disk. */
export async function exportJournals(journals: Journals): Promise<Uint8Array> {
  const { account, session } = await journals.read();
  return join([account.bytes, session.bytes]);
}

/** Says if the journals of a file can be opened here, whole, and the date of their last event. */
export function checkJournals(journals: Journals, file: Uint8Array): Loaded {
  const { account, session } = split(file);
  return journals.attempt((core) => {
    const first: Loaded = account.length ? core.load("account", account) : { records: 0 };
    const loaded = first.problem ? first : core.load("session", session);
    return loaded.problem || loaded.records ? loaded : { records: 0, problem: { code: "journal-header" } };
  });
}

/** Puts the journals of a file in the place of what is stored; with a problem, nothing was changed. */
export async function importJournals(journals: Journals, file: Uint8Array): Promise<Problem | undefined> {
  const { problem } = checkJournals(journals, file);
  if (problem) return problem;
  const unstored = await journals.store.replace(split(file));
  return unstored && { ...unstored, code: "storage-" + unstored.code };
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
