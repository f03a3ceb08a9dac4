// Opens what is stored. It comes with later steps: where nothing was ever stored, there is nothing to open.
import type { Problem } from "../core/types.ts";
import { differs, toCompare } from "../storage/long-journals.ts";
import { isOfNewerBuild } from "../storage/recovery.ts";
import { follow } from "./follow.ts";
import type { Opened } from "./journals.ts";
import type { Session } from "./session.ts";

/** Milliseconds after the opening, when a long journal's copies are compared. */
const idle = 2000;

/** Opens everything and shows where the reader is; `follows` where all that the core has is stored. */
export async function open(session: Session, follows: boolean): Promise<void> {
  try {
    await openStored(session, follows);
  } catch (error) {
    // The core broke, and so did the fresh one before there was anything to show.
    if (session._broken && typeof (error as Problem).code !== "string")
      throw { code: "core-failed", detail: String(error) };
    throw error;
  }
}

async function openStored(session: Session, follows: boolean): Promise<void> {
  const { observer, host, store, opening } = session._options;
  const opened = await openJournals(session, follows);
  if (!opened) return;
  const { core, problems, changed, lost, begun, day } = opened;
  if (core !== session.core) session.core?.drop();
  session.core = core;
  session._behind = opened.behind;
  observer.update({ lastVisit: day });
  for (const problem of problems) observer.problem(problem, "notice-journal");
  if (changed) await session._dispatch({ kind: "guide-changed", node: "" });
  // Only the host knows what its own account has.
  if (lost && !host.adapter) {
    await session._dispatch({ kind: "account-changed", node: "" });
    observer.problem({ code: "journal-account", where: "session " + lost }, "notice-lost");
  }
  const { beside, registry } = session._options;
  if (!beside && (await registry.session.resume?.(session))) return;
  await session._account?.reopened();
  await session._show(session.core.view(session._today));
  if (toCompare(store)) opening.environment.after(idle, () => void compare(session).catch(() => {}));
  session._options.registry.session.effects!.recheck(session);
  if (begun) session._carryOut(session.core.effects(), true);
}

/** The guide over what is stored; undefined where a newer build has stored it, which the reader is told. */
async function openJournals(session: Session, follows: boolean): Promise<Opened | undefined> {
  const journals = session._journals!;
  try {
    return (follows && (await follow(journals, session.core))) || (await journals.open(session._snapshots));
  } catch (error) {
    if (!isOfNewerBuild(error as Problem)) throw error;
    leaveToNewer(session, error);
    return undefined;
  }
}

/** A newer build has stored the journals: they stay as they are, and the reader is told. */
export function leaveToNewer({ _options: { observer } }: Session, problem: unknown): void {
  observer.unusable(problem);
  observer.notice("notice-newer");
}

/** A journal that was opened by one copy is opened by both where these differ, as if that had come first. */
async function compare(session: Session): Promise<void> {
  if (await differs(session._options.store)) await session.transfer(() => open(session, false));
}
