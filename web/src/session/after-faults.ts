// The session goes on after a fault. It comes with later steps: a first answer needs none of it.
import type { Left } from "../storage/leave-memory.ts";
import type { Happened } from "./event.ts";
import type { Session } from "./session.ts";

/** Openings behind a conflict, one after another, before the widget gives up. */
const openings = 5;
/** Milliseconds before the second of them; each further one waits twice as long. */
const firstPause = 200;

/**
 * Shows what the event before this one has led to, where that couldn't be loaded. Gives whether this one was
 * the same answer, given again; another answer takes its place.
 */
export async function catchUp(session: Session, happened: Happened): Promise<boolean> {
  const { happened: before, options } = session._unshown!;
  const view = session.core!.view(session._today);
  await session._show(view, before.kind, options);
  session._unshown = undefined;
  const { back } = view.offers;
  if (!back || JSON.stringify(happened) === JSON.stringify(before)) return true;
  await session._dispatch(back);
  return false;
}

/** Storage takes journals again: what was in memory is there, or gave way to what is there by now. */
export function leftMemory(session: Session, left: Left): void {
  const { host, observer } = session._options;
  observer.notice("notice-memory", { shown: false });
  host.emit?.("stegvis-storage", { code: left === "stored" ? "storage-again" : "storage-replaced" });
  if (left === "stored") return;
  // Also where the same node is shown: other answers have led there.
  observer.notice("notice-elsewhere");
  const account = () => session.core?.view(session._today).digests.account;
  const before = account();
  void session
    .transfer(async () => {
      await session._open();
      // Another tab may have made the same change.
      if (left === "gone" && account() !== before)
        observer.problem({ code: "journal-account", where: "memory" }, "notice-lost");
    })
    .catch(() => {});
}

/**
 * Opens again what another tab has stored. Where that leads to a conflict again and again, and neither this
 * tab nor another one stores anything in between, something else is wrong.
 */
export async function reopen(session: Session): Promise<void> {
  const { observer, opening, store } = session._options;
  const stored = () => store.held.reduce((sum, { end }) => sum + end.records, 0);
  const times = session._conflicts++;
  if (times >= openings) return observer.unusable({ code: "storage-conflict" });
  if (times) {
    const pause = firstPause << (times - 1);
    await new Promise<void>((resolve) => opening.environment.after(pause, resolve));
  }
  observer.notice("notice-elsewhere");
  session._mostStored = Math.max(session._mostStored, stored());
  await session._open();
  if (stored() > session._mostStored) session._conflicts = 0;
}
