// Continuing on another device, by a file, and after days, with a message about what was done.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { scenario, newCard } from "./harness.mjs";

async function saved(reader) {
  const { page, ui } = reader;
  await reader.press(ui("stuck"));
  const [download] = await Promise.all([page.waitForEvent("download"), reader.press(ui("transfer-save"))]);
  assert.equal(download.suggestedFilename(), "payment-declined.stegvis");
  return readFileSync(await download.path());
}

const choose = async (reader, buffer) => {
  await reader.press(reader.ui("stuck"));
  await reader.element
    .locator("input[type=file]")
    .setInputFiles({ name: "x.stegvis", mimeType: "application/octet-stream", buffer });
};

scenario(
  "what was done on one device goes on with another by a file, once the reader says so",
  { bare: true },
  async ({ open }) => {
    const first = await open();
    await first.toReview();
    await first.replace();
    await first.sees("replaced");
    const file = await saved(first);
    const { account, session } = (await first.view()).digests;
    for (const secret of [newCard.number, newCard.code + newCard.number]) assert.ok(!file.includes(secret));

    // The same page without its storage simulates another device.
    await first.page.evaluate(async () => {
      indexedDB.deleteDatabase("stegvis");
      await (await navigator.storage.getDirectory()).removeEntry("stegvis", { recursive: true });
    });
    const second = await open();
    await first.page.close();
    await second.answer("notices", "many");
    await second.sees("added");
    await choose(second, file);
    await second.element.getByText(second.ui("transfer-replaces")).waitFor();
    assert.equal((await second.view()).node, "added", "nothing is replaced before the reader says so");
    await second.press(second.ui("transfer-take"));
    await second.sees("replaced");
    assert.deepEqual((await second.view()).digests.account, account);
    assert.deepEqual((await second.view()).digests.session, session);
    await second.page.reload();
    await second.sees("replaced");
    await second.undo();
    await second.role("heading", second.guide("replaced.undone")).waitFor();
  },
);

scenario(
  "a file that is none, is damaged or is of another account changes nothing, and is named",
  async (reader) => {
    const { ui } = reader;
    await reader.toOld();
    const before = await reader.journal();
    const broken = Buffer.from(before);
    broken[broken.length - 5] ^= 1;
    for (const buffer of [
      Buffer.from("no journal"),
      Buffer.alloc(0),
      broken,
      before.subarray(0, before.length - 7),
      Buffer.from(before.toString("latin1").replace('"practice"', '"prectice"'), "latin1"),
    ]) {
      await choose(reader, buffer);
      await reader.element.getByText(ui("transfer-refused")).waitFor();
      await reader.press(ui("stuck"));
      assert.deepEqual(await reader.journal(), before);
    }
    await reader.sees("old");
  },
);

scenario("a page that hands a file over itself has it tried first", async (reader) => {
  await reader.toOld();
  const before = await reader.journal();
  const imported = (bytes) =>
    reader.element.evaluate((element, bytes) => element.importJournal(new Uint8Array(bytes)), [...bytes]);
  const broken = Buffer.from(before);
  broken[broken.length - 5] ^= 1;
  assert.match((await imported(broken))?.code ?? "", /^journal-/);
  assert.deepEqual(await reader.journal(), before);
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  await reader.page.evaluate(() => localStorage.clear());
  assert.equal(await imported(before), undefined);
  assert.equal(
    await reader.page.evaluate(() => localStorage.getItem("stegvis")),
    "",
    "the note comes with what is stored",
  );
  await reader.sees("old");
  assert.deepEqual(await reader.journal(), before);
});

scenario(
  "each message about an opened file is announced by a region that was there before it",
  async (reader) => {
    const { ui } = reader;
    await reader.toOld();
    const good = await reader.journal();
    await reader.press(ui("stuck"));
    await reader.role("heading", ui("transfer")).waitFor();
    await reader.element.evaluate(({ shadowRoot }) => {
      window.regions = [...shadowRoot.querySelectorAll("[role=status]")];
      window.announced = [];
      for (const region of window.regions) {
        new MutationObserver(() => window.announced.push(region.textContent.trim())).observe(region, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      }
    });
    const refused = ui("transfer-refused"),
      found = ui("transfer-replaces");
    for (const [buffer, words] of [
      [Buffer.from("none"), refused],
      [Buffer.from("none either"), refused],
      [good, found],
      [good, found],
    ]) {
      await reader.page.evaluate(() => window.announced.splice(0));
      await reader.element
        .locator("input[type=file]")
        .setInputFiles({ name: "x.stegvis", mimeType: "application/octet-stream", buffer });
      await reader.page.waitForFunction((words) => window.announced.at(-1)?.includes(words), words);
    }
    await reader.see("button", ui("transfer-take"));
    const buttons = await reader.page.evaluate(() =>
      window.regions.some((region) => region.querySelector("button")),
    );
    assert.ok(!buttons, "words alone are told");
  },
);

scenario("who comes back on the same day is not greeted", async (reader) => {
  await reader.toOld();
  await reader.journal();
  await reader.page.reload();
  await reader.sees("old");
  assert.doesNotMatch(await reader.text(), /Velkommen tilbake/);
});

// This scenario is the last one, since it changes the browser's clock.
scenario("who comes back on another day is told when they were here, and what was done", async (reader) => {
  const { page } = reader;
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
  await reader.journal();
  await page.clock.setFixedTime("2026-11-26T11:00:00Z");
  await page.reload();
  await reader.sees("replaced");
  await reader.element.getByText("23. november 2026").first().waitFor();
  const words = await reader.text();
  assert.match(words, /Velkommen tilbake/);
  assert.ok(words.includes("Betalingsmåte erstattet"), words);
  await reader.undo();
  await reader.role("heading", reader.guide("replaced.undone")).waitFor();
});
