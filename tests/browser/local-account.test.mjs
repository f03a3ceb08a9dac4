// A host's account without a backend: the page brings it once, this browser keeps it, and all of the guide
// works.
import assert from "node:assert/strict";
import { newCard, replay, scenario } from "./harness.mjs";
import { FakeHost } from "./fake-host.mjs";

const hosted = { account: "contoso", bare: true };

/** The page's own script, as the documentation has it. */
const withLocal = (open, snapshot) =>
  open("", (page) =>
    page.addInitScript(`addEventListener("DOMContentLoaded", async () => {
      const { localAccount } = await import("/accounts.js");
      document.querySelector("stegvis-guide").adapter = localAccount(${JSON.stringify(snapshot)});
    });`),
  );

scenario("an account is brought, changed, and still changed after a reload", hosted, async ({ open }) => {
  const reader = await withLocal(open, new FakeHost().load());
  await reader.toForm();
  await reader.fill(newCard);
  await reader.press(reader.guide("add.action"));
  await reader.seesReview(reader.added);
  await reader.replace();
  await reader.sees("replaced");
  const before = await reader.account();
  assert.deepEqual(replay(await reader.journal()).at(-1).digests, (await reader.view()).digests);
  await reader.page.reload();
  await reader.sees("replaced");
  assert.equal(await reader.account(), before);
  await reader.undo();
  await reader.element.getByText(reader.guide("replaced.undone")).waitFor();
  assert.equal(await reader.element.getByText(reader.ui("practice")).count(), 0, "it is not for practice");
});

scenario("nothing of the number is kept anywhere", hosted, async ({ open }) => {
  const reader = await withLocal(open, new FakeHost().load());
  await reader.toForm();
  await reader.fill(newCard);
  await reader.press(reader.guide("add.action"));
  await reader.seesReview(reader.added);
  const journal = (await reader.journal()).toString("latin1");
  assert.ok(!journal.includes(newCard.number));
});
