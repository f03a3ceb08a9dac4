// Tabs of one account that act at once take turns: what another one has stored is folded on in the core that
// is open before this one decides, and nobody stores in between. It comes with later steps.
import type { View } from "../core/types.ts";
import { takeTurn } from "../storage/whole-journals.ts";
import type { Happened } from "./event.ts";
import { follow, isUpTo } from "./follow.ts";
import type { Decide, Decided, Session } from "./session.ts";

/**
 * Decides over all that is stored by now. Where that is not what the event was meant for, it comes to
 * nothing: what is stored is shown, and the reader told.
 */
export async function inTurn(
  session: Session,
  happened: Happened,
  decide: Decide,
): Promise<Decided | undefined> {
  const { store, observer, registry } = session._options;
  const ends = () => store.held.map(({ end }) => end.records);
  let opensWhole = false;
  let added: boolean[] = [];
  const decided = await takeTurn(store, async () => {
    session._heard = false;
    const before = ends();
    const followed = store.inMemory || (await follow(session._journals!, session.core));
    added = ends().map((end, i) => end !== before[i]);
    const any = added.includes(true);
    // A change that can't be read now is found when this is stored.
    opensWhole = !followed && (any || !isUpTo(session.core!, store));
    if (opensWhole || (any && !stands(session, happened, added[1]))) return undefined;
    return decide((records) => store.appendInTurn(records));
  });
  if (decided) {
    if (added.includes(true)) registry.session.effects!.recheck(session);
    return decided;
  }
  observer.notice("notice-elsewhere");
  // Only a whole opening says again that a change is lost, or that the guide is another one.
  await session._open(!opensWhole && !!happened.node);
  return undefined;
}

/**
 * True if the event means the same over what other tabs have stored since. A change is carried out only as
 * it is shown. An adapter is asked again, under the same key.
 */
function stands(session: Session, { kind }: Happened, moved: boolean): boolean {
  if (!/^(answer|draft|back|restart|go-to|change|confirm|undo)$/.test(kind)) return false;
  if (!moved && !/confirm|undo/.test(kind)) return true;
  return shown(session.core!.view(session._today)) === shown(session._view!);
}

/** True if the act was meant for another view than the one that is shown since, by what another tab did. */
export function isLate({ _view: now }: Session, { kind }: Happened, before: View | undefined): boolean {
  if (!now || !before || now === before) return false;
  if (/^(confirm|undo)$/.test(kind)) return shown(now) !== shown(before);
  return /^(answer|back|restart)$/.test(kind) && !(kind in now.offers);
}

const shown = (view: View) => JSON.stringify({ ...view, digests: undefined });
