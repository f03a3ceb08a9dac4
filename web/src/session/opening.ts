// Opens what is stored. It comes with later steps: where nothing was ever stored, there is nothing to open.
import { follow } from "./follow.ts";
import type { Session } from "./session.ts";

/** Opens everything and shows where the reader is; `follows` where all that the core has is stored. */
export async function open(session: Session, follows: boolean): Promise<void> {
  const { observer, host } = session._options;
  const journals = session._journals!;
  const { core, problems, changed, lost, begun, day } =
    (follows && (await follow(journals, session.core))) || (await journals.open(session._snapshots));
  if (core !== session.core) session.core?.drop();
  session.core = core;
  observer.update({ lastVisit: day });
  for (const problem of problems) observer.problem(problem, "notice-journal");
  if (changed) await session._dispatch({ kind: "guide-changed", node: "" });
  // Only the host knows what its own account has.
  if (lost && !host.adapter) {
    await session._dispatch({ kind: "account-changed", node: "" });
    observer.problem({ code: "journal-account", where: "session " + lost }, "notice-lost");
  }
  await session._show(session.core.view(session._today));
  if (begun) session._carryOut(session.core.effects());
}
