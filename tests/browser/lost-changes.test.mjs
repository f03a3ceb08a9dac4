// The session says that a change was made, and the account of this browser lacks it: "done" is not said.
import assert from "node:assert/strict";
import { replay, scenario } from "./harness.mjs";

/** In the page: removes the account's journal from each place, or its records from that sequence on. */
async function loseAccount(from) {
  const key = "account/practice";
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("stegvis");
    request.onsuccess = () => resolve(request.result);
  });
  const tx = db.transaction("records", "readwrite");
  tx.objectStore("records").delete(IDBKeyRange.bound([key, from], [key, []]));
  await new Promise((resolve) => {
    tx.oncomplete = resolve;
  });
  db.close();
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("stegvis");
  await folder.removeEntry(encodeURIComponent(key) + ".journal");
  localStorage.removeItem("stegvis.acknowledged/" + key);
}

for (const [what, from] of [
  ["gone", 0],
  ["without its last record", 1],
]) {
  scenario(`where the account's journal is ${what}, the review is open again`, async (reader) => {
    await reader.toReview();
    await reader.replace();
    await reader.sees("replaced");
    await reader.journal();
    await reader.page.evaluate(loseAccount, from);
    await reader.page.reload();
    await reader.seesReview();
    await reader.element.getByText(reader.ui("notice-lost")).waitFor();
    const { detail } = await reader.elementEvent("stegvis-error");
    assert.equal(detail.code, "journal-account");
    assert.match(detail.where, /^session \d+$/);
    await reader.replace();
    await reader.sees("replaced");
    await reader.page.reload();
    await reader.sees("replaced");
    assert.equal(await reader.element.getByText(reader.ui("notice-lost")).count(), 0, "it is said once");
    assert.deepEqual(replay(await reader.journal()).at(-1).digests, (await reader.view()).digests);
  });
}

scenario(
  "a file whose account lacks what its session calls done is refused with its place",
  async (reader) => {
    await reader.toReview();
    await reader.replace();
    await reader.sees("replaced");
    const whole = await reader.journal();
    const first = 20 + whole.readUInt32LE(0);
    const second = first + 20 + whole.readUInt32LE(first);
    const lacking = Buffer.concat([whole.subarray(0, first), whole.subarray(second)]);
    const refused = await reader.element.evaluate(
      (element, bytes) => element.importJournal(new Uint8Array(bytes)),
      [...lacking],
    );
    assert.equal(refused.code, "journal-account");
    assert.match(refused.where, /^session \d+$/);
    assert.deepEqual(await reader.journal(), whole, "nothing was changed");
  },
);
