// An outcome leads into another guide: in the same place, over the same account, and back again.
import assert from "node:assert/strict";
import { scenario, words } from "./harness.mjs";

const amount = "2 888,00 kr";
const balance = words("nb-NO", undefined, "pay-balance");
const method = words("nb-NO", undefined, "subscription-method");
const first = "Banken avslo betalingen";

/** Waits until a heading of another guide is shown, and has the focus. */
async function sees(reader, heading) {
  await reader.see("heading", heading);
  await reader.page.waitForFunction(() => {
    const { activeElement } = document.querySelector("stegvis-guide").shadowRoot;
    return activeElement?.id === "heading";
  });
}

async function toWait(reader) {
  await reader.answer("notices", "few");
  await reader.sees("wait");
}

/** From the outcome that tells to wait into the guide that pays. */
async function toBalance(reader) {
  await toWait(reader);
  await reader.press(reader.guide("wait.next"));
  await sees(reader, balance.guide("balance"));
}

async function pay(reader, owed) {
  await reader.go();
  await reader.see("heading", balance.guide("method", { amount: owed }));
  await reader.check(reader.mastercard, { exact: false });
  await reader.go();
  await reader.press(balance.guide("review.action", { amount: owed }));
  await sees(reader, balance.guide("paid"));
}

const backTo = (reader) => reader.ui("next-back", { title: first });
const article = (reader) => reader.element.locator("[part=article]");

scenario(
  "who is told to wait can pay, in the same place, and returns to the outcome",
  { account: "practice:funds", known: true },
  async (reader) => {
    const { ui, guide, page } = reader;
    await toBalance(reader);
    assert.equal((await reader.view()).guide, "pay-balance");
    assert.deepEqual(
      (await reader.elementEvents("stegvis-guide")).map(({ detail }) => detail.guide),
      ["pay-balance"],
    );
    await page.getByRole("heading", { level: 1, name: "Betal et utestående beløp" }).waitFor();
    await reader.press(ui("article-show"));
    await article(reader).getByText("Finn ut hva som er ubetalt").waitFor();
    assert.equal(await page.getByText("Erstatt en betalingsmåte overalt").isVisible(), false);
    await reader.press(backTo(reader));
    await sees(reader, guide("wait"));
    await page.getByRole("heading", { level: 1, name: first }).waitFor();
    await page.getByText("Erstatt en betalingsmåte overalt").waitFor();
    assert.equal(await reader.role("button", backTo(reader)).count(), 0);
    await page.goForward();
    await sees(reader, balance.guide("balance"));
  },
);

scenario(
  "what is paid in the second guide is paid in the first one too",
  { account: "practice:funds", known: true },
  async (reader) => {
    const { ui, guide, page } = reader;
    await toBalance(reader);
    await pay(reader, amount);
    // The browser's Back goes through the steps of the second guide, then to the first one's outcome.
    for (let i = 0; i < 6 && (await reader.view()).guide === "pay-balance"; ++i) {
      await page.goBack();
      await page.waitForTimeout(200);
    }
    await reader.see("heading", guide("wait"));
    await reader.press(ui("restart"));
    assert.equal((await reader.view()).guide, "payment-declined");
    await reader.answer("notices", "few");
    await reader.sees("fine");
  },
);

scenario(
  "a reload stays in the second guide, at its step",
  { account: "practice:funds", known: true },
  async (reader) => {
    const { guide, page } = reader;
    await toBalance(reader);
    await reader.go();
    await reader.see("heading", balance.guide("method", { amount }));
    await page.reload();
    await reader.see("heading", balance.guide("method", { amount }));
    assert.equal((await reader.view()).guide, "pay-balance");
    await reader.back();
    await reader.see("heading", balance.guide("balance"));
    await reader.press(backTo(reader));
    await sees(reader, guide("wait"));
    await page.reload();
    await reader.sees("wait");
    assert.equal((await reader.view()).guide, "payment-declined");
  },
);

scenario(
  "a second time the other guide begins anew, and both sessions are stored",
  { account: "practice:funds", known: true },
  async (reader) => {
    await toBalance(reader);
    await reader.go();
    await reader.see("heading", balance.guide("method", { amount }));
    await reader.back();
    await reader.press(backTo(reader));
    await sees(reader, reader.guide("wait"));
    await reader.press(reader.guide("wait.next"));
    await sees(reader, balance.guide("balance"));
    const other = await reader.open();
    await other.sees("wait");
  },
);

scenario(
  "one guide leads on to the next, and each returns to the one before",
  { account: "practice:healthy", known: true },
  async (reader) => {
    const { guide, mastercard } = reader;
    await reader.answer("notices", "few");
    await reader.sees("fine");
    await reader.press(guide("fine.next"));
    await sees(reader, method.guide("scope"));
    await reader.check(method.guide("scope.one"));
    await reader.go();
    await reader.check("E-post for bedrifter", { exact: false });
    await reader.go();
    await reader.check(mastercard, { exact: false });
    await reader.go();
    await reader.press(method.guide("review.action"));
    await sees(reader, method.guide("changed", { item: "E-post for bedrifter" }));
    await reader.press(method.guide("changed.next"));
    await sees(reader, balance.guide("balance"));
    await reader.press(reader.ui("next-back", { title: "Bytt betalingsmåte for ett abonnement" }));
    await sees(reader, method.guide("changed", { item: "E-post for bedrifter" }));
  },
);

scenario(
  "where the other guide can't be loaded, this one stays, with a link to its article",
  { account: "practice:funds", known: true, files: { "pay-balance.nb-NO.json": undefined }, expected: /404/ },
  async (reader) => {
    const { ui, guide, page } = reader;
    await toWait(reader);
    await reader.press(guide("wait.next"));
    const link = reader.role("link", ui("next-article"));
    await link.waitFor();
    assert.match(await link.evaluate((it) => it.href), /\/pay-balance\.nb-NO\.html$/);
    await reader.sees("wait");
    const { detail } = await reader.elementEvent("stegvis-error");
    assert.equal(detail.code, "load-failed");
    await link.click();
    await page.getByRole("heading", { level: 1, name: "Betal et utestående beløp" }).waitFor();
  },
);

scenario(
  "a language that has no such guide doesn't lead there",
  { account: "practice:funds", known: true, guide: "payment-declined.de-DE.json", locale: "de-DE" },
  async (reader) => {
    await reader.answer("notices", "few");
    await reader.sees("wait");
    assert.equal(await reader.role("button", reader.guide("wait.next")).count(), 0);
    await reader.role("button", reader.guide("wait.anyway")).waitFor();
  },
);

scenario("without an account it leads on too, and guides", { account: "" }, async (reader) => {
  const { ui, guide } = reader;
  await reader.answer("notices", "few");
  await reader.sees("wait");
  await reader.press(guide("wait.next"));
  await sees(reader, balance.guide("balance"));
  await reader.check(balance.guide("balance.yes"));
  await reader.go();
  await reader.see("heading", balance.guide("method.unknown"));
  await reader.press(ui("by-hand-done"));
  await reader.press(ui("by-hand-done"));
  await sees(reader, balance.guide("paid.unverified"));
});

scenario(
  "in another language the reader is in the same guide, where it is there",
  { account: "practice:funds", known: true },
  async (reader) => {
    await toBalance(reader);
    await reader.element.evaluate((element) => {
      element.src = "payment-declined.en-US.json";
    });
    await reader.see("heading", words("en-US", undefined, "pay-balance").guide("balance"));
    await reader.element.evaluate((element) => {
      element.src = "payment-declined.de-DE.json";
    });
    await reader.element.getByText(words("de-DE").ui("notice-next")).waitFor();
    await reader.see("heading", words("de-DE").guide("wait"));
  },
);
