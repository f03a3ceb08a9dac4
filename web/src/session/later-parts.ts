// Parts of the session that come with the script of later steps. A first answer needs none of it.
import type { recover } from "../storage/later-storage.ts";
import type * as effects from "./effects.ts";
import type { follow } from "./follow.ts";
import type { Snapshots } from "./snapshots.ts";
import type * as transfer from "./transfer.ts";

export type Transfer = typeof transfer;

export interface SessionParts {
  effects?: typeof effects;
  follow?: typeof follow;
  Snapshots?: typeof Snapshots;
  transfer?: Transfer;
  /** The journal store recovers with this. */
  recover?: typeof recover;
}
