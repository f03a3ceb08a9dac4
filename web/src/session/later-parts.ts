// Parts of the session that come with the script of later steps. A first answer needs none of it.
import type { loadForm } from "../loading/form-parts.ts";
import type { recover } from "../storage/later-storage.ts";
import type * as faults from "./after-faults.ts";
import type * as effects from "./effects.ts";
import type { HostAccount } from "./host-account.ts";
import type { Journals } from "./journals.ts";
import type { open } from "./opening.ts";
import type { keep } from "./keep.ts";
import type { Session } from "./session.ts";
import type { Snapshots } from "./snapshots.ts";
import type * as transfer from "./transfer.ts";
import type * as turns from "./turns.ts";

export type Transfer = typeof transfer;

export interface SessionParts {
  effects?: typeof effects;
  keep?: typeof keep;
  open?: typeof open;
  /** Shows the guide that the reader was in, where that is another one; true if it does. */
  resume?(session: Session): Promise<boolean>;
  loadForm?: typeof loadForm;
  HostAccount?: typeof HostAccount;
  Journals?: typeof Journals;
  Snapshots?: typeof Snapshots;
  transfer?: Transfer;
  faults?: typeof faults;
  turns?: typeof turns;
  /** The journal store recovers with this. */
  recover?: typeof recover;
}
