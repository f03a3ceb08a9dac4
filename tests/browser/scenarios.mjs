// Scenarios of the payment guide. Together they show every node, in every state that a node has.
//
//   await visitNodes({ locale: "nb-NO", page: "index.html" }, async ({ node, state }, reader) => ...)
//
// calls back at each stop, when no button is busy. A state is "open" or says what is different: mistakes,
// pending, refused, done, undone, stuck (the panel is open), article (it is open).
import { browser, newCard, pageWith, Reader, site, words } from "./harness.mjs";

/** Each scenario: its account, and what the reader does; it calls `stop` with node and state. */
const scenarios = {
  wait: {
    account: "practice:few",
    async run(reader, stop) {
      await reader.sees("notices");
      await stop("notices");
      await reader.answer("notices", "few");
      await reader.sees("wait");
      await stop("wait");
    },
  },

  // The adapter answers when the scenario calls `settle`.
  replace: {
    holdsAdapter: true,
    async run(reader, stop, settle) {
      const { guide, ui } = reader;
      await reader.answer("notices", "unsure");
      await at(reader, "count");
      await stop("count");
      await reader.role("radio", guide("count.many"), { exact: true }).check();
      await reader.go();
      await reader.sees("added");
      await stop("added");
      await reader.go();
      await wrong(reader);
      await stop("added", "mistakes");
      await reader.answer("added", "no");
      await reader.sees("changed");
      await stop("changed");
      await reader.answer("changed", "yes");
      await reader.sees("old");
      await stop("old");
      await reader.pick("old", reader.visa);
      await reader.sees("new");
      await stop("new");
      await reader.go();
      await wrong(reader);
      await stop("new", "mistakes");
      await reader.role("radio", guide("new.add")).check();
      await reader.go();
      await reader.sees("add");
      await reader.press(guide("add.action"));
      await wrong(reader);
      await stop("add", "mistakes");
      await reader.role("radio", ui("kind-bank-account")).check();
      await reader.field("iban").waitFor();
      await stop("add", "bank");
      await reader.role("radio", ui("kind-credit-card")).check();
      await reader.fill(newCard);
      await stop("add");
      await reader.press(guide("add.action"));
      await pending(reader);
      await stop("add", "pending");
      await settle({ kind: "committed" });
      await reader.seesReview(reader.added);
      await reader.back();
      await at(reader, "add");
      await stop("add", "done");
      await reader.go();
      await reader.seesReview(reader.added);
      await stop("review");
      await reader.press(ui("stuck"));
      await reader.role("heading", ui("stuck-heading")).waitFor();
      await stop("review", "stuck");
      await reader.replace();
      await pending(reader);
      await stop("review", "pending");
      await settle({
        kind: "refused",
        reasons: [{ code: "expired", args: { method: reader.mastercard } }],
      });
      await wrong(reader);
      await stop("review", "refused");
      await reader.replace();
      await pending(reader);
      await settle({ kind: "committed" });
      await reader.sees("replaced");
      await stop("replaced");
      await reader.back();
      await reader.element.getByText(ui("review-done")).waitFor();
      await stop("review", "done");
      await reader.go();
      await reader.sees("replaced");
      await reader.undo();
      await settle({ kind: "committed" });
      await reader.role("heading", guide("replaced.undone")).waitFor();
      await stop("replaced", "undone");
      await reader.back();
      await reader.element.getByText(ui("review-undone")).waitFor();
      await stop("review", "undone");
      await reader.go();
      await reader.role("heading", guide("replaced.undone")).waitFor();
      await reader.element.getByText(ui("summary"), { exact: true }).click();
      await reader.role("region", ui("summary")).waitFor();
      await stop("replaced", "summary");
    },
  },

  confirmation: {
    account: "practice:bank",
    async run(reader, stop) {
      const { guide, ui } = reader;
      await reader.answer("notices", "many");
      await reader.answer("added", "no");
      await reader.answer("changed", "asked");
      await reader.sees("confirming");
      await stop("confirming");
      await reader.pick("confirming", reader.visa);
      await at(reader, "review-pay");
      await stop("review-pay");
      await reader.press(guide("review-pay.action"));
      await reader.role("button", ui("action-confirm")).waitFor();
      await stop("review-pay", "at the bank");
      await reader.press(ui("action-refuse"));
      await wrong(reader);
      await stop("review-pay", "refused");
    },
  },

  single: {
    account: "practice:new-card",
    async run(reader, stop) {
      await reader.answer("notices", "many");
      await reader.answer("added", "yes");
      await reader.sees("scope");
      await stop("scope");
      await reader.answer("scope", "one");
      await reader.sees("paying");
      await stop("paying");
      await reader.pick("paying", reader.visa);
      await reader.sees("item");
      await stop("item");
      await reader.pick("item", reader.ui("practice-business-email"));
      await reader.sees("new-one");
      await stop("new-one");
      await reader.go();
      await at(reader, "review-one");
      await stop("review-one");
      await reader.press(reader.guide("review-one.action"));
      await at(reader, "moved");
      await stop("moved");
    },
  },

  update: {
    async run(reader, stop) {
      await reader.answer("notices", "many");
      await reader.answer("added", "no");
      await reader.answer("changed", "no");
      await reader.sees("card");
      await stop("card");
      await reader.pick("card", reader.visa);
      await reader.sees("details");
      await stop("details");
      await reader.fill({ expiry: "0120", "postal-code": "12" });
      await reader.go();
      await wrong(reader);
      await stop("details", "mistakes");
      await reader.fill({ line1: "Sagbruksveien 14", expiry: "0230", "postal-code": "8999" });
      await reader.go();
      await reader.sees("review-update", { method: reader.visa });
      await stop("review-update");
      await reader.press(reader.guide("review-update.action"));
      await reader.sees("updated");
      await stop("updated");
      await reader.press(reader.ui("article-show"));
      await reader.role("button", reader.ui("article-hide")).waitFor();
      await stop("updated", "article");
      await reader.press(reader.ui("article-hide"));
      await reader.element.locator("form button[type=submit]").click();
      await reader.sees("paid");
      await stop("paid");
    },
  },

  bank: {
    async run(reader, stop) {
      await reader.answer("notices", "many");
      await reader.answer("added", "no");
      await reader.answer("changed", "same");
      await reader.sees("bank");
      await stop("bank");
    },
  },

  // The guide as it is, which asks nothing that the account knows.
  known: {
    known: true,
    async run(reader, stop) {
      await reader.answer("notices", "few");
      await reader.sees("new");
      await stop("new", "known");
      await openKnown(reader, 4);
      await stop("new", "known answers");
    },
  },

  nothing: {
    account: "practice:healthy",
    known: true,
    async run(reader, stop) {
      await reader.answer("notices", "few");
      await at(reader, "fine");
      await stop("fine");
      await openKnown(reader, 1);
      await reader.changeKnown("retry");
      await stop("retry");
    },
  },

  others: {
    account: "practice:invoice-manager",
    known: true,
    async run(reader, stop) {
      await reader.answer("notices", "many");
      await reader.sees("ask-owner");
      await stop("ask-owner", "known");
      await openKnown(reader, 1);
      await reader.changeKnown("mine");
      await stop("mine");
    },
  },

  // Without an account the steps are done elsewhere.
  elsewhere: {
    account: "",
    async run(reader, stop) {
      const { guide, ui } = reader;
      const done = async (node, attribute) => {
        await reader.see("heading", guide(attribute ? `${node}.${attribute}` : node));
        await stop(node, "by hand");
        await reader.press(ui("by-hand-done"));
      };
      await reader.answer("notices", "unsure");
      await reader.see("heading", guide("count.unknown"));
      await stop("count", "without an account");
      await reader.check(guide("count.many"));
      await reader.go();
      await reader.answer("added", "no");
      await reader.answer("changed", "yes");
      await done("old");
      await reader.see("heading", guide("new"));
      await stop("new", "by hand");
      await reader.press(guide("new.add"));
      await done("add", "action");
      await reader.see("heading", guide("review.action"));
      await reader.press(ui("by-hand-missing"));
      await done("review", "action");
      await reader.see("heading", guide("replaced.unverified"));
      await stop("replaced", "by hand");
    },
  },

  other: {
    account: "practice:invoice-manager",
    async run(reader, stop) {
      await reader.toOld();
      await stop("old", "not-mine");
      await reader.role("radio", reader.guide("old.not-mine")).check();
      await reader.go();
      await reader.sees("ask-owner");
      await stop("ask-owner");
    },
  },
};

const at = (reader, node) =>
  reader.page.waitForFunction((node) => document.querySelector("stegvis-guide").view.node === node, node);
const openKnown = (reader, count) => reader.element.getByText(reader.ui("known-answers", { count })).click();
// The widget shows a wait after a short delay.
const pending = (reader) =>
  reader.page.waitForFunction(
    () =>
      document.querySelector("stegvis-guide").view.state === "pending" &&
      window.settle &&
      document.querySelector("stegvis-guide").shadowRoot.querySelector("[part=wait]"),
  );
const wrong = (reader) => reader.role("group", reader.ui("problem")).waitFor();

export const scenarioNames = Object.keys(scenarios);

/**
 * Runs each scenario in a page of its own: all, or those of `only`. `open` gets the scenario's account and if
 * its guide leaves out what the account knows, and a function that prepares the page before it is loaded; it
 * resolves to {reader, close}. Fails where a step fails, or the page logs an error or a warning.
 */
export async function visitNodes(/** @type {any} */ { only = scenarioNames, open, ...how }, visit) {
  for (const name of only) {
    const { account, known, holdsAdapter, run } = scenarios[name];
    const complaints = [];
    const { reader, close } = await (open ?? opened(how))({ account, known }, async (page) => {
      page.on(
        "console",
        (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()),
      );
      page.on("pageerror", (error) => complaints.push(String(error)));
      if (holdsAdapter) await page.addInitScript(holdAdapter);
    });
    const { page } = reader;
    try {
      await page.locator("stegvis-guide").scrollIntoViewIfNeeded();
      await run(
        reader,
        async (node, state = "open") => {
          if (state !== "pending") await rest(page);
          await visit({ node, state }, reader);
        },
        async (answer) => {
          await page.waitForFunction(() => window.settle);
          await page.evaluate((answer) => window.settle(answer), answer);
        },
      );
      if (complaints.length) throw new Error(complaints.join("\n"));
    } catch (error) {
      throw new Error(`in the scenario "${name}": ${error.message}`, { cause: error });
    } finally {
      await close();
    }
  }
}

/** Opens a page of the demo in a locale, a window size and a colour scheme. */
const opened =
  ({ locale, page: path, size, media }) =>
  async ({ account, known }, prepare) => {
    const { address, stop } = await site({
      files: { "index.html": pageWith(account === undefined ? {} : { account }, path) },
      known,
    });
    const page = await (await browser()).newPage();
    await prepare(page);
    if (size) await page.setViewportSize(size);
    await page.emulateMedia({
      colorScheme: "light",
      forcedColors: "none",
      reducedMotion: "reduce",
      ...media,
    });
    await page.goto(address);
    return { reader: new Reader(page, words(locale)), close: () => page.close().then(stop) };
  };

/** Waits until no button is busy. */
const rest = (page) =>
  page.waitForFunction(
    () => !document.querySelector("stegvis-guide").shadowRoot.querySelector("[aria-busy=true]"),
  );

// In the page: an account adapter that answers when the test calls window.settle.
function holdAdapter() {
  void customElements.whenDefined("stegvis-guide").then(() => {
    document.querySelector("stegvis-guide").adapter = {
      commit: () =>
        new Promise((resolve) => {
          window.settle = (answer) => {
            window.settle = undefined;
            resolve(answer);
          };
        }),
    };
  });
}
