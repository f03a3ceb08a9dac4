// The first question: the script that the loader asks for when the widget comes into view.
import type { Environment } from "../loading/environment.ts";
import { stored } from "../storage/presence.ts";
import { browserTimer } from "../timing/deadline.ts";
import { startWidget, type Host, type LoaderOpening } from "../view/widget.ts";

/** The browser, as all widgets of the page use it. What fetches comes from the loader. */
const environment: Environment = {
  now: Date.now,
  randomize: (bytes) => crypto.getRandomValues(bytes),
  after: browserTimer,
  failures: 0,
  unsaved: new Map(),
  sheets: new Map(),
};

export function start(host: Host, root: ShadowRoot, opening: LoaderOpening, live: () => boolean) {
  return startWidget(host, root, { ...opening, environment, stored: stored() }, live);
}

// Modules that it lends to later scripts. The build reads this list: each of these modules is
// in this script alone, and the others import it from here.
export { html, noChange, nothing, svg, _$LH } from "lit-html";
export { openGuide } from "../loading/open-guide.ts";
export { dayOf, stamp, stamped } from "../session/event.ts";
export { browserTimer, within } from "../timing/deadline.ts";
