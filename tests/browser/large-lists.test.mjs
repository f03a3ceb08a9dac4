// Accounts of any size: 100,000 subscriptions can be searched and scroll smoothly, and few rows are in the
// page.
import assert from "node:assert/strict";
import { scenario } from "./harness.mjs";

const account = "practice:many-100000";
/** The number of rows in the page. */
const rows = (reader) => reader.element.locator(".box .row, .box tbody tr").count();

async function toItem(reader) {
  await reader.answer("notices", "many");
  await reader.role("radio", reader.guide("added.yes"), { exact: true }).check();
  await reader.go();
  await reader.answer("scope", "one");
  await reader.pick("paying", reader.visa);
  await reader.sees("item");
}

scenario(
  "among 100,000 items, one is found by a search, chosen, and named where it is out of sight",
  { account },
  async (reader) => {
    const { ui } = reader;
    await toItem(reader);
    await reader.element
      .getByText(/i alt$/)
      .first()
      .waitFor();
    assert.ok((await rows(reader)) <= 50);
    await reader.role("searchbox", ui("search")).pressSequentially("arkiv 7777");
    const found = reader.row(/^Arkiv 7777/);
    await found.first().check();
    await reader.role("searchbox", ui("search")).fill("");
    await reader.element.getByText(ui("picked")).waitFor();
    await reader.go();
    await reader.sees("new-one");
    await reader.back();
    await reader.sees("item");
    await reader.element.getByText(ui("picked")).waitFor();
    await reader.go();
    await reader.sees("new-one");
  },
);

scenario(
  "a long list scrolls to its end without a long pause, and each row knows its place",
  { account },
  async (reader) => {
    await toItem(reader);
    const found = await reader.element.evaluate(async (element) => {
      const box = element.shadowRoot.querySelector(".box");
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const pauses = [];
      let before = performance.now();
      for (let i = 0; i < 90; i++) {
        box.scrollTop += i < 60 ? 90 : 40000;
        await frame();
        pauses.push(performance.now() - before);
        before = performance.now();
        const seen = box.getBoundingClientRect();
        const inside = [...box.querySelectorAll(".row")].some((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return bottom > seen.top && top < seen.bottom;
        });
        await frame();
        if (!inside && i < 60) return { blank: i };
      }
      box.scrollTop = box.scrollHeight;
      for (let i = 0; i < 6; i++) {
        await frame();
        box.scrollTop = box.scrollHeight;
      }
      const last = [...box.querySelectorAll("input")].at(-1);
      return {
        pauses: pauses.sort((a, b) => a - b),
        count: box.querySelectorAll("input").length,
        place: Number(last.getAttribute("aria-posinset")),
        of: Number(last.getAttribute("aria-setsize")),
      };
    });
    assert.equal(found.blank, undefined, "there are rows wherever the reader scrolls to by the wheel");
    assert.equal(found.place, found.of, "the last row is reached");
    assert.ok(found.of > 80000);
    assert.ok(found.count <= 50);
    const median = found.pauses[found.pauses.length >> 1];
    assert.ok(median < 100, `a frame in ${median} ms`);
  },
);

scenario(
  "arrow keys walk through a long list beyond what stood in the page at first",
  { account },
  async (reader) => {
    await toItem(reader);
    await reader.role("radio").first().focus();
    await reader.page.keyboard.press("Space");
    for (let i = 0; i < 70; i++) await reader.page.keyboard.press("ArrowDown");
    const place = () =>
      reader.element.evaluate((element) =>
        Number(element.shadowRoot.activeElement.getAttribute("aria-posinset")),
      );
    assert.equal(await place(), 71);
    for (let i = 0; i < 70; i++) await reader.page.keyboard.press("ArrowUp");
    assert.equal(await place(), 1);
  },
);

scenario(
  "all that 100,000 moves touch can be looked through before anything happens",
  { account },
  async (reader) => {
    const { ui } = reader;
    await reader.toReview();
    const showAll = reader.role("button", /^Vis alle /);
    await showAll.click();
    await reader.element.locator("#changes").waitFor();
    assert.ok((await rows(reader)) <= 50);
    await reader.role("searchbox", ui("search")).pressSequentially("telefoni basis");
    await reader.role("rowheader", "Telefoni Basis").waitFor();
    while ((await rows(reader)) > 1) await reader.page.evaluate(() => new Promise(requestAnimationFrame));
    await reader.replace();
    await reader.sees("replaced");
    await reader.undo();
    await reader.role("heading", reader.guide("replaced.undone")).waitFor();
  },
);
