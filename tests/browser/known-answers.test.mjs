// The account answers what it knows, and that is not asked: it is said, stands among the answers, and can be
// changed.
import assert from "node:assert/strict";
import { FakeHost, withHost } from "./fake-host.mjs";
import { replay, scenario } from "./harness.mjs";

/** Words without isolates, with plain spaces. */
const plain = (/** @type {string} */ words) => words.replace(/[\u2066-\u2069]/g, "").replace(/\s/g, " ");
const phone = (reader) => reader.page.setViewportSize({ width: 390, height: 844 });
const known = (account) => ({ known: true, ...(account && { account: `practice:${account}` }) });

scenario(
  "the account answers all but one: four screens and five presses replace the declined card",
  known(),
  async (reader) => {
    await phone(reader);
    const { guide } = reader;
    await reader.sees("notices");
    await reader.page.waitForFunction(() =>
      document.querySelector("stegvis-guide").view.choices.some(({ chosen }) => chosen),
    );
    const screens = () => reader.elementEvents("stegvis-step");
    await reader.go();
    await reader.sees("new");
    await reader.check(reader.mastercard, { exact: false });
    await reader.go();
    await reader.seesReview();
    await reader.press(guide("review.action"));
    await reader.sees("replaced", { new: reader.mastercard, old: reader.visa, count: 4 });
    assert.deepEqual(
      (await screens()).map(({ detail }) => detail.node),
      ["notices", "new", "review", "replaced"],
    );
    assert.deepEqual(replay(await reader.journal(), known()).at(-1).digests, (await reader.view()).digests);
  },
);

scenario(
  "where the account expects no further try, the article's words about them are folded, and it is said why",
  known("final"),
  async ({ guide, element }) => {
    const words = element.locator("[part=said] p").first();
    const why = element.getByText(guide("notices.unless"), { exact: true });
    await why.waitFor();
    assert.equal(await words.isVisible(), false);
    await why.click();
    await words.waitFor();
  },
);

scenario("where it may try again, they are open", known("funds"), async (reader) => {
  await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.digests);
  await reader.element.locator("[part=said] p").first().waitFor();
  assert.equal(await reader.element.getByText(reader.guide("notices.unless")).count(), 0);
});

scenario(
  "it is said why, when, and what was answered; each answer can be changed",
  known(),
  async (reader) => {
    await phone(reader);
    const { ui, guide, page } = reader;
    await reader.answer("notices", "many");
    await reader.sees("new");
    const text = (await reader.text()).replace(/[\u2066-\u2069]/g, "");
    assert.match(text, /^Visa\s••••\s1111 ble avslått 7\. november, 14\. november og 21\. november\./m);
    assert.ok(text.includes(ui("decline-do-not-retry")));
    await reader.element.getByText(ui("known-answers", { count: 3 })).click();
    for (const node of ["added", "changed", "old"])
      await reader.element
        .getByRole("term")
        .filter({ hasText: guide(node) })
        .waitFor();
    await reader.changeKnown("changed");
    await reader.sees("changed");
    assert.equal(await reader.row(guide("changed.yes")).isChecked(), true);
    await reader.answer("changed", "no");
    await reader.sees("details");
    await page.reload();
    await reader.sees("details");
    assert.deepEqual(replay(await reader.journal(), known()).at(-1).digests, (await reader.view()).digests);
    await reader.back();
    await reader.sees("changed");
  },
);

scenario(
  "where the reader and the account differ, that is said first, and the account counts",
  known(),
  async (reader) => {
    await phone(reader);
    const { ui, guide } = reader;
    await reader.answer("notices", "few");
    await reader.sees("new");
    const said = ui("known-against", { said: guide("notices.few"), known: guide("notices.many") });
    assert.ok(plain(await reader.element.getByRole("status").first().innerText()).includes(plain(said)));
    await reader.element.getByText(ui("known-answers", { count: 4 })).click();
    await reader.changeKnown("notices");
    await reader.answer("notices", "few");
    await reader.sees("new");
    assert.equal(
      (await reader.view()).known.some(({ said }) => said),
      false,
      "the reader insists",
    );
  },
);

scenario(
  "who may not manage the method is told at once who may, with words to send",
  known("invoice-manager"),
  async (reader) => {
    await phone(reader);
    const { ui } = reader;
    await reader.answer("notices", "many");
    await reader.sees("ask-owner");
    await reader.element.getByText("Ingrid Myrvang").first().waitFor();
    const words = reader.element.getByRole("blockquote");
    assert.match(await words.innerText(), /Visa\s••••\s1111 ble avslått/);
    assert.ok((await words.innerText()).includes(new URL(reader.address).origin));
    await reader.role("button", ui("send-on-copy")).click();
    await reader.element
      .getByRole("status")
      .filter({ hasText: new RegExp(`${ui("summary-copied")}|${ui("summary-selected")}`) })
      .waitFor();
    assert.match(
      await reader.role("link", ui("send-on-mail")).getAttribute("href"),
      /^mailto:\?subject=\S+&body=\S+$/,
    );
  },
);

/** The node that the first answer leads to, and a message that is seen there. */
const ways = {
  expired: ["many", "changed", "decline-expired"],
  funds: ["few", "wait"],
  final: ["few", "new", "decline-do-not-retry"],
  address: ["many", "details", "decline-incorrect-details"],
  "call-bank": ["many", "bank", "decline-bank-declined"],
  healthy: ["few", "fine"],
};
for (const [account, [answer, node, why]] of Object.entries(ways)) {
  scenario(`the account of practice:${account} leads to ${node}`, known(account), async (reader) => {
    await phone(reader);
    await reader.answer("notices", answer);
    await reader.page.waitForFunction(
      (node) => document.querySelector("stegvis-guide").view.node === node,
      node,
    );
    await reader.role("heading").first().waitFor();
    const text = await reader.text();
    if (why) assert.ok(text.includes(reader.ui(why)), text);
    assert.doesNotMatch(text, /\{ ?\$/);
  });
}

scenario(
  "what was declined is said with its amount and what it was for, and the amount once",
  known(),
  async (reader) => {
    await phone(reader);
    const { ui } = reader;
    await reader.answer("notices", "many");
    await reader.sees("new");
    const facts = await reader.element.locator("[part=known] > p").innerText();
    const amount = "2 888,00 kr";
    for (const words of [
      ui("fact-charged-for", { amount, items: "Kontorpakke Standard", more: 3 }),
      ui("fact-owed-same"),
    ])
      assert.ok(plain(facts).includes(plain(words)), `${words} in ${facts}`);
    assert.equal(plain(facts).split(amount).length, 2, facts);
    assert.equal(await reader.element.getByText(ui("fact-each")).count(), 0);
  },
);

scenario("an account without amounts says why and when, as before", known("british"), async (reader) => {
  await reader.answer("notices", "many");
  await reader.sees("changed");
  const facts = await reader.element.locator("[part=known] > p").innerText();
  assert.ok(facts.includes("ble avslått"));
  assert.doesNotMatch(facts, /gjaldt/);
});

scenario(
  "notices of several amounts are told one by one",
  { account: "contoso", bare: true, known: true },
  async ({ open }) => {
    const host = new FakeHost();
    const [first, , last] = host.account.notices.filter(({ amount }) => amount);
    Object.assign(first, { amount: [45000, "NOK"], for: ["s-epost"], reason: "insufficient-funds" });
    delete last.for;
    const reader = await withHost(open, host);
    const { ui, element } = reader;
    await reader.answer("notices", "many");
    await reader.sees("new");
    assert.doesNotMatch(await element.locator("[part=known] > p").innerText(), /gjaldt/);
    await reader.unfold(ui("fact-each"));
    const lines = (await element.locator("[part=known] .each li").allInnerTexts()).map(plain);
    const amount = "2 888,00 kr";
    const items = "Kontorpakke Standard, Skylagring 2 TB, Kassesystem Pluss og E-post for bedrifter";
    assert.deepEqual(
      lines,
      [
        [
          "7. november",
          ui("fact-charged-for", { amount: "450,00 kr", items: "E-post for bedrifter", more: 0 }),
          ui("decline-insufficient-funds"),
        ],
        ["14. november", ui("fact-charged-for", { amount, items, more: 0 }), ui("decline-do-not-retry")],
        ["21. november", ui("fact-charged", { amount }), ui("decline-do-not-retry")],
      ].map((line) => plain(line.join(" · "))),
    );
  },
);
