// Journals that a newer build has stored, of any guide: this one neither replaces nor removes them. It comes
// with later steps.
import { newestVersions, type Problem } from "../core/types.ts";
import type { JournalStore } from "../storage/journal-store.ts";
import { head } from "../storage/record-format.ts";
import { split } from "../storage/record-checksum.ts";

/** The problem of the first of these journals that is of a newer build, as the core words it. */
export async function storedByNewer(
  { recovering }: Pick<JournalStore, "recovering">,
  concerns: (key: string) => boolean,
): Promise<Problem | undefined> {
  const { primary } = await recovering;
  const { value: keys = [] } = (await primary.keys?.()) ?? {};
  for (const key of keys.filter(concerns)) {
    const { value } = await primary.read(key);
    const version = split(value?.bytes ?? new Uint8Array())
      .map(versionProblem)
      .find(Boolean);
    if (version) return version;
  }
}

/** Records that can't be read are no newer build's: they are lost. */
function versionProblem(record: Uint8Array): Problem | undefined {
  try {
    const { journal, v } = JSON.parse(new TextDecoder().decode(record.subarray(head)));
    if (journal > newestVersions.journal) return { code: "journal-version" };
    if (v > newestVersions.event) return { code: "journal-record", detail: "event-version /v" };
  } catch {
    return undefined;
  }
}
