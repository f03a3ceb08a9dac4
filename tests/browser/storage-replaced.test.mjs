// A tab whose storage was refused goes on in memory, while another tab stores. Once storage takes journals
// again, what is stored counts: the first tab shows that, says what gave way, and calls nothing done that is
// not in the account.
import assert from "node:assert/strict";
import { replay, scenario } from "./harness.mjs";

/** In the page: nothing is stored from here on; other tabs are heard. */
const breakStorage = () => {
  const { add } = IDBObjectStore.prototype;
  window.heal = () => (IDBObjectStore.prototype.add = add);
  IDBObjectStore.prototype.add = () => {
    throw new DOMException("on purpose", "UnknownError");
  };
};

const says = async (reader, id) => (await reader.text()).includes(reader.ui(id));
const codes = async (reader, type) => (await reader.elementEvents(type)).map(({ detail }) => detail.code);
const opened = ({ page }) =>
  page.waitForFunction(() => document.querySelector("stegvis-guide").view?.digests);
const stored = async (reader) => {
  await reader.journal();
  await reader.page.waitForTimeout(200);
};

/** Two tabs at a node: the first can store nothing, and is told so at its next answer. */
async function twoTabs(open, to) {
  const first = await open();
  await to(first);
  await stored(first);
  const second = await open();
  await opened(second);
  await first.page.evaluate(breakStorage);
  return { first, second };
}

/** The first tab shows what the second one has stored, and so does a third one. */
async function showsStored(open, first, second) {
  const { digests } = await second.view();
  await first.page.waitForFunction(
    ({ session }) => document.querySelector("stegvis-guide").view?.digests?.session === session,
    digests,
  );
  assert.deepEqual((await first.view()).digests, digests);
  assert.deepEqual(await first.journal(), await second.journal(), "one journal");
  assert.deepEqual(replay(await first.journal()).at(-1).digests, digests);
  assert.deepEqual(await codes(first, "stegvis-storage"), ["storage-replaced"], "its page hears of it, once");
  await first.element.getByText(first.ui("notice-memory")).waitFor({ state: "detached" });
  const third = await open();
  await opened(third);
  assert.deepEqual((await third.view()).digests, digests);
}

scenario(
  "answers that were in memory alone give way to those of another tab",
  { bare: true },
  async ({ open }) => {
    const { first, second } = await twoTabs(open, async (reader) => {
      await reader.answer("notices", "many");
      await reader.sees("added");
    });
    await first.answer("added", "yes");
    await first.element.getByText(first.ui("notice-memory")).waitFor();
    await second.answer("added", "no");
    await second.answer("changed", "yes");
    await second.sees("old");
    await stored(second);
    assert.deepEqual(await codes(first, "stegvis-storage"), [], "it has not tried yet");
    await first.page.evaluate(() => window.heal());
    await first.back();
    await first.sees("old");
    await showsStored(open, first, second);
    await first.element.getByText(first.ui("notice-elsewhere")).waitFor();
    assert.ok(!(await says(first, "notice-lost")), "no change is lost");
    assert.deepEqual(await codes(first, "stegvis-error"), []);
    // It goes on there, and that is stored.
    await first.pick("old", first.visa);
    await first.sees("new");
    await stored(first);
    await second.sees("new");
    await first.page.reload();
    await first.sees("new");
  },
);

scenario(
  "other answers to the question that is shown are said to be from another window",
  { bare: true },
  async ({ open }) => {
    const { first, second } = await twoTabs(open, async (reader) => {
      await reader.answer("notices", "many");
      await reader.sees("added");
    });
    await first.answer("added", "no");
    await first.sees("changed");
    await first.element.getByText(first.ui("notice-memory")).waitFor();
    await second.back();
    await second.answer("notices", "few");
    await second.page.waitForTimeout(300);
    await second.back();
    await second.answer("notices", "many");
    await second.sees("added");
    await stored(second);
    await first.page.evaluate(() => window.heal());
    // Both stand at the same question, by other answers.
    await first.back();
    await showsStored(open, first, second);
    await first.sees("added");
    await first.element.getByText(first.ui("notice-elsewhere")).waitFor();
    assert.ok(!(await says(first, "notice-lost")), "no change is lost");
  },
);

scenario(
  "a change that was in memory alone, and gave way, is not called done any more, and that is said",
  { bare: true },
  async ({ open }) => {
    const { first, second } = await twoTabs(open, (reader) => reader.toReview());
    const before = await second.account();
    await first.replace();
    await first.sees("replaced");
    await first.element.getByText(first.ui("notice-memory")).waitFor();
    await second.back();
    await second.sees("new");
    await stored(second);
    assert.equal(await second.account(), before);
    await first.page.evaluate(() => window.heal());
    await first.press(first.ui("restart"));
    await first.sees("new");
    await showsStored(open, first, second);
    assert.equal(await first.account(), before, "the account is as it is stored");
    await first.element.getByText(first.ui("notice-lost")).waitFor();
    assert.deepEqual(
      (await first.elementEvents("stegvis-error")).map(({ detail: { code, where } }) => [code, where]),
      [["journal-account", "memory"]],
    );
    // The change is made again, and stays.
    await first.pick("new", first.mastercard);
    await first.seesReview();
    await first.replace();
    await first.sees("replaced");
    await first.page.reload();
    await first.sees("replaced");
    assert.ok(!(await says(first, "notice-lost")), "it is said once");
    assert.notEqual(await first.account(), before);
  },
);

scenario(
  "a change that two tabs made, one in memory alone, is done once, and the stored one is shown as done",
  { bare: true },
  async ({ open }) => {
    const { first, second } = await twoTabs(open, (reader) => reader.toReview());
    await first.replace();
    await first.sees("replaced");
    await first.element.getByText(first.ui("notice-memory")).waitFor();
    await second.seesReview();
    await second.replace();
    await second.sees("replaced");
    await stored(second);
    await first.page.evaluate(() => window.heal());
    await first.press(first.ui("restart"));
    await first.sees("replaced");
    await showsStored(open, first, second);
    assert.ok(!(await says(first, "notice-lost")), "what was changed is in the account");
    assert.deepEqual(await codes(first, "stegvis-error"), []);
    const steps = replay(await first.journal());
    assert.equal(steps.filter(({ kind }) => kind === "committed").length, 1);
  },
);
