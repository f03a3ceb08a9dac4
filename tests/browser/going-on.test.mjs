// The reader goes on: behind records that the core can't use, behind conflicts that never end, and in a page
// that was left and comes back.
import assert from "node:assert/strict";
import { newCard, scenario } from "./harness.mjs";
import { shortDeadlines } from "./faults.mjs";
import { record } from "../unit/storage/records.mjs";

const session = "session/practice/payment-declined";
const account = "account/practice";

/** In the page: puts a row in the place of another, or takes it away, and takes the second copy away. */
async function putRow([key, bytes]) {
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("stegvis");
    request.onsuccess = () => resolve(request.result);
  });
  const tx = db.transaction("records", "readwrite");
  const records = tx.objectStore("records");
  if (bytes) records.put(Uint8Array.from(bytes), key);
  else records.delete(key);
  await new Promise((resolve) => (tx.oncomplete = resolve));
  db.close();
  await (await navigator.storage.getDirectory()).removeEntry("stegvis", { recursive: true });
}

/** Everything is stored, in both copies. */
async function stored({ page, ...reader }) {
  await reader.element.evaluate((element) => element.exportJournal());
  await page.waitForTimeout(400);
}

/** A sound record of this content in the place of another; the page is loaded again. */
async function replaced(reader, journal, sequence, text) {
  await stored(reader);
  const bytes = text === undefined ? undefined : [...record(sequence, text)];
  await reader.page.evaluate(putRow, [[journal, sequence], bytes]);
  await reader.page.reload();
}

const codes = async (reader) =>
  (await reader.elementEvents("stegvis-error")).map(({ detail }) => detail.code);

// The last record is the one that is noted: another in its place is a loss that is noticed before it is read.
for (const [what, sequence, text, said, node] of [
  ["an event that is none", 2, '{"v":1}', ["journal-record"], "added"],
  ["no JSON", 3, "nonsense", ["journal-lost", "journal-record"], "changed"],
  ["a header of something else", 0, '{"journal":1,"kind":"cake"}', ["journal-header"], "notices"],
  ["a header that is no JSON", 0, "", ["journal-header"], "notices"],
]) {
  scenario(`a sound record with ${what} is set aside, and the reader goes on before it`, async (reader) => {
    await reader.toOld();
    await replaced(reader, session, sequence, text);
    await reader.sees(node);
    await reader.element.getByText(reader.ui("notice-journal")).waitFor();
    assert.deepEqual(await codes(reader), said);
    if (node === "notices") await reader.answer("notices", "many");
    if (node !== "changed") await reader.answer("added", "no");
    await reader.answer("changed", "yes");
    await reader.sees("old");
    assert.equal(await reader.element.getByText(reader.ui("notice-elsewhere")).count(), 0);
    await stored(reader);
    await reader.page.reload();
    await reader.sees("old");
    assert.deepEqual(await codes(reader), [], "it is reported once");
  });
}

scenario("an operation that the account can't take is set aside, and the reader goes on", async (reader) => {
  const { ui } = reader;
  await reader.toReview();
  const before = await reader.account();
  await reader.replace();
  await reader.sees("replaced");
  await replaced(reader, account, 1, "{}");
  await reader.element.getByText(ui("notice-lost")).waitFor();
  assert.equal(await reader.account(), before);
  await reader.page.waitForTimeout(1000);
  assert.deepEqual(await codes(reader), ["journal-lost", "journal-record", "journal-account"]);
  await reader.press(ui("restart"));
  await reader.answer("notices", "many");
  await reader.sees("added");
});

scenario(
  "a journal of a newer build is left to it: the article stays, the reader is told to reload, and nothing is changed",
  async (reader) => {
    await reader.toOld();
    await replaced(reader, session, 0, `{"journal":2,"kind":"session","account":"practice"}`);
    await reader.element.getByText(reader.ui("notice-newer")).waitFor();
    assert.deepEqual(await codes(reader), ["journal-version"]);
    const rows = await reader.page.evaluate(async (session) => {
      const db = await new Promise((resolve) => {
        const request = indexedDB.open("stegvis");
        request.onsuccess = () => resolve(request.result);
      });
      const records = db.transaction("records").objectStore("records");
      const counting = records.count(IDBKeyRange.bound([session, 0], [session, Infinity]));
      return new Promise((resolve) => (counting.onsuccess = () => resolve(counting.result)));
    }, session);
    assert.equal(rows, 4);
  },
);

scenario(
  "conflicts that never end are five openings, and then the article with a button to try again",
  { bare: true },
  async ({ open }) => {
    const reader = await open("", (page) =>
      page.addInitScript(() => {
        const { add } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.add = function (...args) {
          if (sessionStorage.getItem("conflict")) throw new DOMException("on purpose", "ConstraintError");
          return add.apply(this, args);
        };
      }),
    );
    const { page, ui } = reader;
    await page.addInitScript(shortDeadlines, { times: 10, to: 5000 });
    await reader.toReview();
    await reader.replace();
    await reader.sees("replaced");
    const last = (await reader.journal()).length && (await lastRow(reader));
    await page.evaluate(() => sessionStorage.setItem("conflict", "yes"));
    // The answer of the account is gone: it is asked again, and can't be stored.
    await replaced(reader, session, last, undefined);
    await reader.element.getByText(ui("notice-article")).waitFor({ timeout: 15000 });
    const events = await codes(reader);
    assert.equal(events.at(-1), "storage-conflict");
    assert.ok(events.length <= 7, String(events));
    await page.waitForTimeout(1000);
    assert.deepEqual(await codes(reader), events, "nothing goes on behind the article");
    await page.evaluate(() => sessionStorage.removeItem("conflict"));
    await reader.press(ui("retry"));
    await reader.sees("replaced");
  },
);

/** The sequence of the session's last record. */
const lastRow = ({ page }) =>
  page.evaluate(async (session) => {
    const db = await new Promise((resolve) => {
      const request = indexedDB.open("stegvis");
      request.onsuccess = () => resolve(request.result);
    });
    const keys = db
      .transaction("records")
      .objectStore("records")
      .getAllKeys(IDBKeyRange.bound([session, 0], [session, Infinity]));
    return new Promise((resolve) => (keys.onsuccess = () => resolve(keys.result.at(-1)[1])));
  }, session);

scenario("a page that was left and comes back has no number and no code, and says why", async (reader) => {
  const { page, ui } = reader;
  await reader.toForm();
  await reader.fill(newCard);
  // As a browser does that keeps the page as it was.
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await reader.element.getByText(ui("notice-wiped")).waitFor();
  assert.equal(await reader.field("number").inputValue(), "");
  assert.equal(await reader.field("code").inputValue(), "");
  assert.equal(await reader.field("name").inputValue(), newCard.name, "what is no secret stays");
  await reader.press(reader.guide("add.action"));
  await reader.role("group", ui("problem")).waitFor();
  await reader.fill({ number: newCard.number, code: newCard.code });
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  assert.equal(await reader.field("number").inputValue(), "", "as often as it is left");
  await reader.fill({ number: newCard.number, code: newCard.code });
  await reader.press(reader.guide("add.action"));
  await reader.seesReview(reader.added);
});
