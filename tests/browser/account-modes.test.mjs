// The three kinds of account: without one the reader does the steps elsewhere, and nothing pretends to be
// done; a practice account is said to be one; the page's own account is waited for.
import assert from "node:assert/strict";
import { compiled, pageWith, scenario } from "./harness.mjs";
import { FakeHost } from "./fake-host.mjs";

const without = { files: { "index.html": pageWith({ account: "" }) } };
const phone = (reader) => reader.page.setViewportSize({ width: 390, height: 844 });
const errors = (reader) => reader.elementEvents("stegvis-error");
const practice = (reader) => reader.element.getByText(reader.ui("practice"));

/** A step that is done elsewhere: its heading, and the words that say so. */
async function byHand(reader, heading) {
  await reader.see("heading", heading);
  await reader.element.getByText(reader.ui("by-hand")).waitFor();
  assert.equal(await reader.role("radio").count(), 0, "nothing of an account is drawn");
  assert.equal(await reader.role("textbox").count(), 0);
}

scenario(
  "without an account, the steps are done elsewhere, and it is said who says so",
  without,
  async (reader) => {
    await phone(reader);
    const { ui, guide, page } = reader;
    await reader.answer("notices", "many");
    await reader.answer("added", "no");
    await reader.answer("changed", "yes");
    await byHand(reader, guide("old"));
    await reader.element.getByText("Velg Erstatt overalt i ruten").filter({ visible: true }).waitFor();
    await reader.press(ui("by-hand-done"));
    await byHand(reader, guide("new"));
    await reader.press(guide("new.add"));
    await byHand(reader, guide("add.action"));
    await page.reload();
    await byHand(reader, guide("add.action"));
    await reader.press(ui("by-hand-done"));
    await byHand(reader, guide("review.action"));
    await reader.back();
    await byHand(reader, guide("add.action"));
    await reader.press(ui("by-hand-done"));
    await reader.press(ui("by-hand-done"));
    await reader.see("heading", guide("replaced.unverified"));
    await reader.element.getByText(ui("unverified")).waitFor();
    assert.equal(await reader.role("button", ui("undo")).count(), 0);
    assert.equal(await reader.element.locator(".fixed").count(), 0, "it doesn't look done");
    assert.equal(await practice(reader).count(), 0);
    await reader.press(ui("stuck"));
    const summary = await reader.element.locator(".stuck pre").innerText();
    for (const words of [guide("review.action"), ui("answer-by-hand"), guide("replaced.unverified")])
      assert.ok(summary.includes(words), `${words} in ${summary}`);
    assert.doesNotMatch(await reader.text(), /\{\s*\$/);
  },
);

scenario("without an account, what a reader can't find is in the summary", without, async (reader) => {
  const { ui, guide } = reader;
  await reader.answer("notices", "many");
  await reader.answer("added", "no");
  await reader.answer("changed", "no");
  await byHand(reader, guide("card"));
  await reader.press(ui("by-hand-missing"));
  await reader.element.locator(".notice", { hasText: ui("by-hand-missed") }).waitFor();
  await reader.press(ui("stuck"));
  const summary = await reader.element.locator(".stuck pre").innerText();
  assert.ok(summary.includes(`${guide("card")}\n  ${ui("summary-missing")}`), summary);
  await reader.press(guide("card.not-mine"));
  await reader.sees("ask-owner");
});

scenario("without an account, dates that nobody knows are not said", without, async (reader) => {
  const { guide } = reader;
  await reader.answer("notices", "unsure");
  await reader.see("heading", guide("count.unknown"));
  await reader.check(guide("count.few"));
  await reader.go();
  await reader.sees("wait");
  assert.match(await reader.text(), /i tre til fire uker etter faktureringsdatoen/);
  assert.doesNotMatch(await reader.text(), /\{\s*\$/);
});

scenario(
  "a practice account is called one at every step, in the outcome, the summary and on paper",
  async (reader) => {
    await phone(reader);
    const { ui, guide, page } = reader;
    const said = () => practice(reader).waitFor();
    await reader.sees("notices");
    await said();
    await reader.toReview();
    await said();
    await reader.press(guide("review.action"));
    await reader.sees("replaced", { new: reader.mastercard, old: reader.visa, count: 4 });
    await said();
    await reader.press(ui("stuck"));
    assert.ok((await reader.element.locator(".stuck pre").innerText()).includes(ui("practice")));
    await page.emulateMedia({ media: "print" });
    assert.ok(await practice(reader).first().isVisible());
  },
);

scenario("on practice, one press fills in a test card", async (reader) => {
  const { ui, guide } = reader;
  await reader.toForm();
  await reader.press(ui("test-card"));
  await reader.press(guide("add.action"));
  const card = reader.card("visa", "4242");
  await reader.sees("review", { new: card, old: reader.visa, count: 4 });
});

scenario(
  "the page's own account is waited for, and without its adapter the guide goes on by hand",
  { account: "nordlys", expected: /./ },
  async (reader) => {
    const { ui, guide } = reader;
    await reader.answer("notices", "many");
    await reader.page.waitForTimeout(3000);
    assert.equal((await reader.view()).node, "notices", "the second question waits for the account");
    assert.deepEqual(await errors(reader), []);
    await reader.element.getByText(ui("notice-guides")).waitFor({ timeout: 15_000 });
    await reader.answer("added", "no");
    await reader.answer("changed", "yes");
    assert.deepEqual(
      (await errors(reader)).map(({ detail }) => detail),
      [{ code: "adapter-missing", where: "nordlys" }],
    );
    assert.equal(await practice(reader).count(), 0);
    await byHand(reader, guide("old"));
  },
);

scenario(
  "an adapter that comes in time is no error, and nothing begins again",
  { account: "nordlys" },
  async (reader) => {
    const { page } = reader;
    await reader.sees("notices");
    await reader.check(reader.guide("notices.many"));
    const steps = await reader.elementEvents("stegvis-step");
    await page.waitForTimeout(1500);
    await page.evaluate((snapshot) => {
      const adapter = { load: async () => snapshot, commit: async () => ({ kind: "unknown" }) };
      document.querySelector("stegvis-guide").adapter = adapter;
    }, new FakeHost().load());
    await page.waitForFunction(() =>
      document.querySelector("stegvis-guide").view.choices.some(({ known }) => known),
    );
    assert.deepEqual(await errors(reader), []);
    assert.deepEqual(await reader.elementEvents("stegvis-step"), steps);
    assert.equal(
      await reader.row(reader.guide("notices.many")).isChecked(),
      true,
      "what was chosen is there",
    );
    await reader.go();
    await reader.sees("added");
  },
);

scenario(
  "properties that the page sets before the element is defined are taken over",
  {
    files: {
      "index.html": pageWith({ account: "" }).replace(
        '<script type="module" src="stegvis.js">',
        '<script type="module" src="early.js"></script><script type="module" src="stegvis.js">',
      ),
      "early.js": 'document.querySelector("stegvis-guide").account = "practice:few";',
    },
  },
  async (reader) => {
    await reader.sees("notices");
    await practice(reader).waitFor();
    assert.equal(
      await reader.page.evaluate(() => document.querySelector("stegvis-guide").getAttribute("account")),
      "practice:few",
    );
  },
);

const plain = { guide: "plain.nb-NO.json", files: { "plain.nb-NO.json": compiled("plain.md") } };

scenario("a guide that works on no account says nothing of practice", plain, async (reader) => {
  await reader.role("button", reader.ui("continue")).waitFor();
  assert.equal(await practice(reader).count(), 0);
});

scenario(
  "nor does it wait for the adapter of one",
  { ...plain, account: "nordlys", expected: /preload/ },
  async (reader) => {
    await reader.go();
    await reader.page.waitForTimeout(10_500);
    assert.deepEqual(await errors(reader), []);
    assert.equal(await reader.element.getByText(reader.ui("notice-guides")).count(), 0);
  },
);
