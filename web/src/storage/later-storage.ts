// The part of storage that comes with later scripts: the mirror, and the recovery if places disagree.
import { forLook, forMessage, forMirror } from "../timing/limits.ts";
import { withDeadline } from "./deadline-backend.ts";
import { IndexedDbBackend } from "./indexeddb-backend.ts";
import type { Recovery } from "./journal-store.ts";
import { alone } from "./lock.ts";
import { LocalStorageBackend } from "./local-storage-backend.ts";
import { Mirror } from "./mirror.ts";
import { OpfsBackend } from "./opfs-backend.ts";
import type { PagePlaces } from "./page-storage.ts";
import { recovery } from "./recovery.ts";

/** The journal store of a page recovers with this. */
export function recover(places: PagePlaces): Recovery {
  const { connection, account } = places;
  const mirror = new Mirror(
    withDeadline(new OpfsBackend(), forMirror),
    withDeadline(new LocalStorageBackend(), forMirror),
  );
  const primary = withDeadline(new IndexedDbBackend(connection));
  return recovery({
    ...places,
    primary,
    mirror,
    renew() {
      connection.forget();
      const backend = new IndexedDbBackend(connection);
      Object.assign(primary, withDeadline(backend));
      return withDeadline(backend, forLook);
    },
    alone: (work) => alone("writer/" + account, work),
    mirroring: (work) => alone("mirror", work),
    hear: () => new Promise((heard) => void setTimeout(heard, forMessage)),
  });
}
