// The widget in another language, in place. The flow is the same, node for node, so what is shown,
// chosen, typed and focused stays as it is, and no event is written: only the words become other ones.
import type { Frame } from "./layout.ts";
import type { Given, Host } from "../loading/host.ts";
import { words } from "./widget.ts";

/**
 * Says what `frame` shows in what `ask` gives; rejects, in the old language, where that can't be loaded.
 * `anew` is called where it is another guide. A wish that is no longer the last one comes to nothing.
 */
export async function speak(
  frame: Frame,
  host: Host,
  ask: () => Given,
  live: () => boolean,
  anew: () => void,
): Promise<void> {
  const past = () => frame.asked !== ask || !live();
  if (past()) return;
  try {
    const given = ask();
    const [guide, messages] = await words(host, given);
    if (past()) return;
    if (guide.name !== frame.guide.name || JSON.stringify(guide.flow) !== JSON.stringify(frame.guide.flow))
      return anew();
    // A chunk that arrives meanwhile is at the end of this list by then.
    for (const chunk of frame.messages.chunks) {
      const response = await fetch(given.beside(`ui/${given.nearest(messages.locale)}.${chunk}.ftl`));
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      messages.add(await response.text(), chunk);
    }
    if (past()) return;
    // Everything that says something holds these two, so nothing is said in both languages.
    Object.assign(frame.messages, messages);
    Object.assign(frame.guide, { fingerprints: undefined }, guide);
    frame.status = "";
    frame.render();
  } catch (error) {
    if (!past()) throw error;
  }
}
