// The bank wants a confirmation: nothing is done before it, and the same operation goes on after it.
import assert from "node:assert/strict";
import { scenario, withAdapter } from "./harness.mjs";

const account = "practice:bank";
const amount = "2 888,00 kr";

const atBank = (reader) => reader.role("heading", reader.ui("heading-action-needed")).waitFor();
const confirm = (reader) => reader.press(reader.ui("action-confirm"));
const refuse = (reader) => reader.press(reader.ui("action-refuse"));
const reason = (reader, code, args) =>
  reader.element
    .getByText(reader.ui("reason-" + code, args))
    .first()
    .waitFor();

/** Of the outcome: green where its border has the colour of what went well. */
const colour = (reader) =>
  reader.element.locator("[part=outcome]").evaluate((panel) => {
    const { borderInlineStartWidth, borderInlineStartColor } = getComputedStyle(panel);
    const [red, green] = (borderInlineStartColor.match(/[\d.]+/g) ?? []).map(Number);
    return parseFloat(borderInlineStartWidth) && green > red ? "green" : "plain";
  });

async function toPay(reader) {
  await reader.answer("notices", "many");
  await reader.role("heading", reader.guide("review-pay", { amount, method: reader.visa })).waitFor();
}

scenario(
  "what the bank wanted to be confirmed is paid once it is, with the card that was declined",
  { account, known: true },
  async (reader) => {
    const { guide, visa } = reader;
    await toPay(reader);
    await reader.element.getByText(reader.ui("decline-authentication-required")).waitFor();
    await reader.element.getByText(reader.ui("review-final")).waitFor();
    assert.equal(await reader.role("row").count(), 5, "a heading, and the four that are owed for");
    const before = await reader.account();
    await reader.press(guide("review-pay.action"));
    await atBank(reader);
    assert.match(await reader.focused(), /heading/);
    assert.ok((await reader.text()).includes(reader.ui("action-yet")));
    assert.equal(await reader.account(), before, "nothing is paid yet");
    await reader.page.reload();
    await atBank(reader);
    await confirm(reader);
    await reader.sees("paid");
    await reader.element.getByText(guide("paid.body", { amount, method: visa }).split("\n\n")[0]).waitFor();
    const paid = String(await reader.journal()).match(/"args":\["[^"]*"\],[^{}]*"operation":"pay"/g);
    assert.equal(paid?.length, 1, "once, under one key");
  },
);

scenario(
  "a payment that nobody confirms comes to nothing, and can be tried again",
  { account, known: true },
  async (reader) => {
    await toPay(reader);
    const before = await reader.account();
    for (const leave of [refuse, (it) => it.press(it.ui("wait-cancel"))]) {
      await reader.press(reader.guide("review-pay.action"));
      await atBank(reader);
      await leave(reader);
      await reader.role("group", reader.ui("problem")).waitFor();
      await reason(reader, leave === refuse ? "authentication-failed" : "cancelled");
      assert.equal(await reader.account(), before);
    }
    await reader.press(reader.guide("review-pay.action"));
    await confirm(reader);
    await reader.sees("paid");
  },
);

scenario("the bank is asked about a replacement too, and a payment may fail", { account }, async (reader) => {
  const { ui, guide, page } = reader;
  const loadAgain = async () => {
    await page.goto("about:blank");
    await page.goto(reader.address);
  };
  const debit = reader.card("visa", "5556");
  await reader.toOld();
  await reader.pick("old", reader.visa);
  await reader.pick("new", debit);
  await reader.seesReview(debit);
  const before = await reader.account();
  await reader.replace();
  await atBank(reader);
  assert.equal(await reader.account(), before);
  await confirm(reader);
  await reader.sees("replaced");
  const replaced = await reader.account();
  const green = () => colour(reader);
  assert.equal(await green(), "green", "all that was asked for is done");
  await reader.press(guide("replaced.action", { amount }));
  await reader.role("group", ui("problem")).waitFor();
  await reason(reader, "payment-insufficient-funds", { method: debit });
  assert.equal(await reader.account(), replaced, "nothing is paid");
  // The replacement is done and said, but nothing on the page looks as if all were well.
  await reader.role("heading", guide("replaced")).waitFor();
  await reader.element
    .getByText(guide("replaced.body", { new: "", old: "", owed: 4, amount }).split("\n\n")[1])
    .waitFor();
  assert.equal(await green(), "plain");
  await page.reload();
  await reason(reader, "payment-insufficient-funds", { method: debit });
  assert.equal(await green(), "plain", "nor after a new load");
  // Another method pays, in the guide for that.
  await reader.press(guide("replaced.next"));
  await reader.check("Ja");
  await reader.go();
  await reader.check(reader.mastercard, { exact: false });
  await reader.go();
  await reader.role("button", /Betal .*2.888,00/).click();
  await atBank(reader);
  // A bank's own page may lead back by a new load, without the entry of the browser's history.
  await loadAgain();
  await atBank(reader);
  assert.equal((await reader.view()).guide, "pay-balance");
  await confirm(reader);
  await reader.role("heading", "Det er betalt").waitFor();
  await loadAgain();
  await reader.role("heading", guide("replaced")).waitFor();
});

scenario("a card that the bank refuses is not added; its form is open again", { account }, async (reader) => {
  const { ui, guide } = reader;
  await reader.toForm();
  await reader.press(ui("test-card"));
  await reader.press(guide("add.action"));
  await atBank(reader);
  await refuse(reader);
  await reason(reader, "authentication-failed");
  assert.equal(await reader.role("textbox", ui("field-number")).inputValue(), "", "a secret is typed again");
  await reader.press(ui("test-card"));
  await reader.press(guide("add.action"));
  await atBank(reader);
  await confirm(reader);
  await reader.role("button", guide("review.action")).waitFor();
});

scenario(
  "where one tab confirms at the bank, the other goes on too",
  { account, known: true, bare: true },
  async ({ open }) => {
    const [first, second] = [await open(), await open()];
    await toPay(first);
    await first.press(first.guide("review-pay.action"));
    await atBank(first);
    await atBank(second);
    await confirm(second);
    await second.sees("paid");
    await first.sees("paid");
  },
);

scenario(
  "the reader goes to the bank's page, comes back by a new load, and the key is looked up",
  { bare: true },
  async ({ open }) => {
    const reader = await withAdapter(open, () => ({
      commit: async ({ key }, { returnTo }) => {
        localStorage.setItem("committed", (localStorage.getItem("committed") ?? "") + key + " ");
        localStorage.setItem("return", returnTo);
        return { kind: "action-needed", url: `${location.origin}/bank.html` };
      },
      status: async (key) => {
        localStorage.setItem("asked", key);
        return localStorage.getItem("bank")
          ? { kind: "committed", version: 1 }
          : { kind: "action-needed", url: `${location.origin}/bank.html` };
      },
    }));
    const { page, ui } = reader;
    await reader.toReview();
    await reader.replace();
    await atBank(reader);
    const link = reader.role("link", ui("action-go"));
    await reader.element.getByText(ui("action-goes", { host: new URL(page.url()).host })).waitFor();
    const back = page.url();
    await page.route("**/bank.html", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Bank</title>" }),
    );
    await link.click();
    await page.waitForURL("**/bank.html");
    // An address that names another change says nothing, and neither does one before the bank has an answer.
    const way = await page.evaluate(() => localStorage.getItem("return"));
    await page.goto(way.replace(/.$/, (last) => (last === "0" ? "1" : "0")));
    await atBank(reader);
    assert.equal(page.url(), back);
    await page.goto("about:blank");
    await page.goto(way);
    await atBank(reader);
    assert.equal(page.url(), back);
    await page.evaluate(() => localStorage.setItem("bank", "yes"));
    await page.goto(way);
    await reader.sees("replaced");
    assert.equal(page.url(), back, "the way back is no part of the address afterwards");
    const [committed, asked] = await page.evaluate(() => [
      localStorage.getItem("committed").trim().split(" "),
      localStorage.getItem("asked"),
    ]);
    assert.deepEqual(committed, [asked], "committed once, and asked about under the same key");
  },
);

scenario(
  "the bank's frame is drawn by the adapter once, and says when it is done",
  { bare: true },
  async ({ open }) => {
    const reader = await withAdapter(open, () => ({
      commit: async () => ({
        kind: "action-needed",
        mount(container, done) {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = "Code sent";
          button.onclick = done;
          container.append(button);
        },
      }),
      status: async () => ({ kind: "committed", version: 1 }),
    }));
    await reader.toReview();
    await reader.replace();
    await atBank(reader);
    await reader.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    assert.equal(await reader.role("button", "Code sent").count(), 1);
    await reader.press("Code sent");
    await reader.sees("replaced");
  },
);

scenario("an undo that the bank is asked about is called so", { bare: true }, async ({ open }) => {
  const reader = await withAdapter(open, () => ({
    commit: async ({ operation }) =>
      operation === "undo"
        ? { kind: "action-needed", url: `${location.origin}/bank.html` }
        : { kind: "committed", version: 1 },
    status: async () => ({ kind: "committed", version: 2 }),
  }));
  const { ui, guide } = reader;
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
  await reader.undo();
  await atBank(reader);
  const text = await reader.text();
  assert.ok(text.includes(ui("action-pressed", { action: ui("undo") })), text);
  await reader.press(ui("action-done"));
  await reader.role("heading", guide("replaced.undone")).waitFor();
});

scenario(
  "an adapter's answer that is none is told to the page, and asked for again",
  { bare: true },
  async ({ open }) => {
    const reader = await withAdapter(open, () => {
      window.problems = [];
      document.addEventListener("stegvis-error", ({ detail }) => window.problems.push(detail));
      let count = 0;
      return {
        commit: async () =>
          count++ ? { kind: "committed", version: 1 } : { kind: "action-needed", url: "javascript:alert(1)" },
      };
    });
    await reader.toReview();
    await reader.replace();
    await reader.sees("replaced");
    const problems = await reader.page.evaluate(() =>
      window.problems.map(({ code, where }) => [code, where]),
    );
    assert.deepEqual(problems, [["answer-shape", "/url"]]);
  },
);
