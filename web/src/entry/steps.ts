// The node renderers of later steps, the panels around them, and what the session needs from its second
// event on: loaded when the first of them is near.
import * as faults from "../session/after-faults.ts";
import * as effects from "../session/effects.ts";
import { loadForm } from "../loading/form-parts.ts";
import { HostAccount } from "../session/host-account.ts";
import { Journals } from "../session/journals.ts";
import { open } from "../session/opening.ts";
import { keep } from "../session/keep.ts";
import { Snapshots } from "../session/snapshots.ts";
import * as transfer from "../session/transfer.ts";
import * as turns from "../session/turns.ts";
import { recover } from "../storage/later-storage.ts";
import pictures from "../style/pictures.css";
import steps from "../style/steps.css";
import { domains } from "../view/domains/index.ts";
import { actionNeeded } from "../view/nodes/action-needed.ts";
import { byHand } from "../view/nodes/by-hand.ts";
import { outcome } from "../view/nodes/outcome.ts";
import { pick } from "../view/nodes/pick.ts";
import { review } from "../view/nodes/review.ts";
import { resume } from "../view/next-guide.ts";
import { accountPanel } from "../view/parts/account-panel.ts";
import { differencesPanel } from "../view/parts/differences-panel.ts";
import { contradiction, knownAnswers } from "../view/parts/known-answers.ts";
import { backToGuide } from "../view/parts/next-guide-panels.ts";
import { printedPath } from "../view/parts/printed-path.ts";
import { progress } from "../view/parts/progress.ts";
import { supportPanel } from "../view/parts/support-summary.ts";
import { welcomeBack } from "../view/parts/welcome-back.ts";
import type { Registry } from "../view/registry.ts";

export function add(registry: Registry): void {
  const { renderers, above, before, below, session } = registry;
  registry.addStyle(steps + pictures);
  renderers.outcome = outcome;
  renderers.pick = pick;
  renderers.review = review;
  renderers["by-hand"] = byHand;
  renderers["action-needed"] = actionNeeded;
  registry.addDomains(domains);
  above.push(welcomeBack, contradiction, differencesPanel);
  before.push(accountPanel, backToGuide, knownAnswers);
  below.push(progress, supportPanel, printedPath);
  session.effects = effects;
  session.keep = keep;
  session.open = open;
  session.resume = resume;
  session.loadForm = loadForm;
  session.HostAccount = HostAccount;
  session.Journals = Journals;
  session.Snapshots = Snapshots;
  session.transfer = transfer;
  session.faults = faults;
  session.turns = turns;
  session.recover = recover;
}
