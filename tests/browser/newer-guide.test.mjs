// A newer version of the article during a session, and two copies of a journal that disagree.
import assert from "node:assert/strict";
import { built, scenario } from "./harness.mjs";

const source = "payment-declined.nb-NO.json";
/** The guide with one node renamed, as after an editor has replaced a step. */
const newer = (from, to) =>
  built(source)
    .replaceAll(`"${from}"`, `"${to}"`)
    .replace(new RegExp(`(\\\\n)${from} = `), `$1${to} = `);

/** Serves this guide to the page from now on. */
const publish = (reader, guide) =>
  reader.page.route(`**/${source}`, (route) =>
    route.fulfill({ contentType: "application/json", body: guide }),
  );

scenario(
  "where the step is gone, the reader goes on from the last one that stands, and is told",
  async (reader) => {
    const { ui, guide } = reader;
    await reader.answer("notices", "many");
    await reader.answer("added", "no");
    await reader.sees("changed");
    await reader.journal();
    await publish(reader, newer("changed", "renewed"));
    await reader.page.reload();
    await reader.sees("added");
    await reader.element.getByText(ui("notice-moved")).waitFor();
    assert.equal(await reader.row(guide("added.no")).isChecked(), true, "the answer stands");
    await reader.go();
    await reader.sees("changed");
    assert.equal((await reader.view()).node, "renewed");
    assert.equal(await reader.element.getByText(ui("notice-moved")).count(), 0);
    await reader.page.reload();
    await reader.sees("changed");
  },
);

scenario("a change that was made stays made under a newer guide, and can be undone", async (reader) => {
  const { guide } = reader;
  await reader.toReview();
  const before = await reader.account();
  await reader.replace();
  await reader.sees("replaced");
  const after = await reader.account();
  await reader.journal();
  await publish(reader, newer("count", "tally"));
  await reader.page.reload();
  await reader.sees("replaced");
  assert.equal(await reader.account(), after);
  await reader.undo();
  await reader.role("heading", guide("replaced.undone")).waitFor();
  assert.equal(await reader.account(), before);
});

scenario(
  "two copies of equal length that disagree are reported, and neither is thrown away",
  { expected: /./ },
  async (reader) => {
    const { page, ui } = reader;
    await reader.answer("notices", "many");
    await reader.answer("added", "no");
    await reader.sees("changed");
    await reader.journal();
    // The second copy has another answer: as many bytes, with valid checksums.
    const changed = await page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("stegvis");
      const name = encodeURIComponent("session/practice/payment-declined") + ".journal";
      const handle = await folder.getFileHandle(name);
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      const open = indexedDB.open("stegvis");
      await new Promise((done) => {
        open.onsuccess = done;
      });
      const rows = open.result.transaction("records", "readwrite").objectStore("records");
      const key = ["session/practice/payment-declined", 1];
      const got = rows.get(key);
      await new Promise((done) => {
        got.onsuccess = done;
      });
      const record = got.result.slice();
      // Both copies are damaged at different places and have as many records.
      record[record.length - 1] ^= 1;
      const put = rows.put(record, key);
      await new Promise((done) => {
        put.onsuccess = done;
      });
      open.result.close();
      const view = new DataView(bytes.buffer);
      const second = 20 + view.getUint32(0, true);
      bytes[second + 25] ^= 1;
      const out = await handle.createWritable();
      await out.write(bytes);
      await out.close();
      return bytes.length;
    });
    assert.ok(changed > 0);
    await page.reload();
    const { detail } = await reader.elementEvent("stegvis-error");
    assert.equal(detail.code, "journal-copies");
    await reader.element.getByText(ui("notice-journal")).waitFor();
  },
);
