// Another tab has stored something: the guide that is open goes on from there, without being opened again.
import type { Core } from "../core/core.ts";
import { nextRecords } from "../storage/whole-journals.ts";
import type { Journals, JournalStore, Opened } from "./journals.ts";

/** The same guide as it is by now; undefined where it has to be opened over what is stored. */
export async function follow({ store }: Journals, core?: Core): Promise<Opened | undefined> {
  // The account comes second: what a session did, its account has.
  const session = await nextRecords(store, "session");
  const account = session && (await nextRecords(store, "account"));
  if (!core || !account) return undefined;
  for (const [journal, bytes] of [
    ["account", account],
    ["session", session],
  ] as const) {
    const { problem, changed, lost } = bytes.length ? core.load(journal, bytes) : {};
    if (problem || changed || lost) return undefined;
  }
  if (!isUpTo(core, store)) return undefined;
  return { core, problems: [], changed: false, begun: true };
}

/** True if the core has as many records as are held: none of a journal that was removed. */
export const isUpTo = (core: Core, store: Pick<JournalStore, "held">) =>
  store.held.every(({ journal, end }) => core.load(journal, new Uint8Array()).records === end.records);
