// The one place that joins journal stores with what a browser has. What only later steps need is in
// later-storage.ts.
import { withDeadline } from "./deadline-backend.ts";
import { IndexedDbConnection } from "./indexeddb-connection.ts";
import { JournalStore, type Places } from "./journal-store.ts";
import { MemoryBackend, type MemoryRecords } from "./memory-backend.ts";
import { broadcast } from "./notifier.ts";
import { notes } from "./notes.ts";

/** The first part of it; later-storage.ts completes it. */
export interface PagePlaces extends Places {
  account: string;
  connection: IndexedDbConnection;
  memory: MemoryBackend;
}

/**
 * The journals of a guide over an account.
 * @param memory where records go that storage refuses; all widgets of a page share it
 * @param changed called when another tab has stored records of either journal, or removed everything
 */
export function openStorage(
  account: string,
  guide: string,
  memory: MemoryRecords,
  changed: (removed?: boolean) => void,
): JournalStore<PagePlaces> {
  const connection = new IndexedDbConnection();
  return new JournalStore(
    { account, connection, primary: withDeadline(connection), memory: new MemoryBackend(memory), notes },
    account,
    guide,
    broadcast,
    changed,
  );
}
