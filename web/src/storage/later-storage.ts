// What of storage comes with later scripts: the mirror, and what is done where the places disagree.
import { withDeadline } from "./deadline-backend.ts";
import { IndexedDbBackend } from "./indexeddb-backend.ts";
import type { Recovery } from "./journal-store.ts";
import { LocalStorageBackend } from "./local-storage-backend.ts";
import { Mirror } from "./mirror.ts";
import { OpfsBackend } from "./opfs-backend.ts";
import type { PagePlaces } from "./page-storage.ts";
import { recovery } from "./recovery.ts";

/** In milliseconds. The reader waits for the mirror at the opening, and the primary may do without it. */
const mirrorDeadline = 2000;

/** What the journal store of a page recovers with. */
export function recover(places: PagePlaces): Recovery {
  const mirror = new Mirror(
    withDeadline(new OpfsBackend(), mirrorDeadline),
    withDeadline(new LocalStorageBackend(), mirrorDeadline),
  );
  return recovery({ ...places, primary: withDeadline(new IndexedDbBackend(places.connection)), mirror });
}
