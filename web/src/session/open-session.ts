// A session over this browser's storage.
import { LaterScripts, type LaterScriptsOptions } from "../loading/later-scripts.ts";
import { openStorage } from "../storage/page-storage.ts";
import { Session, type SessionOptions } from "./session.ts";

export type OpenSessionOptions = Omit<SessionOptions, "scripts" | "store"> & LaterScriptsOptions;

export function openSession(options: OpenSessionOptions): Session {
  const { host, opened, opening } = options;
  const { unsaved } = opening.environment;
  const store = openStorage(host.account, opened.guide.name, unsaved, (removed) => session.reload(removed));
  const session: Session = new Session({ ...options, scripts: new LaterScripts(options), store });
  return session;
}
