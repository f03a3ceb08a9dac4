// On paper: the article and the answers so far, or the outcome. Nothing that is to be pressed, nothing twice.
import assert from "node:assert/strict";
import { newCard, scenario } from "./harness.mjs";
import { isolates } from "./page-object.mjs";

/** In the page: each block of text that is seen, of the widget and of the article in it. */
function seenBlocks() {
  const element = document.querySelector("stegvis-guide");
  const blocks = "p, li, h2, h3, dt, dd, legend, label, button, pre, td, input, select, [role=status]";
  return [element.shadowRoot, element]
    .flatMap((root) => [...root.querySelectorAll(blocks)])
    .filter((block) => block.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
    .map((block) => (/input|select/.test(block.localName) ? block.localName : block.textContent.trim()))
    .map((text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " "))
    .filter((text) => text);
}

/** Prints the page, and gives what is on paper. */
async function printed(reader) {
  const { page } = reader;
  await page.emulateMedia({ media: "print" });
  // As a page does that prints itself: nothing is drawn between this and the paper.
  return page.evaluate(`dispatchEvent(new Event("beforeprint")), (${seenBlocks})()`);
}
const onScreen = ({ page }) => page.emulateMedia({ media: "screen" });

/** The article's first and last words, which are on paper once. */
const article = [/^Vi fortsetter å prøve kortet ditt/, /^Du kan lese mer om kort/];

async function printsArticle(reader, path) {
  const { ui } = reader;
  const blocks = await printed(reader);
  for (const words of [...article, /^Viktig: Kommer det fortsatt varsler/])
    assert.equal(blocks.filter((text) => words.test(text)).length, 1, `${words} in ${blocks.join("\n")}`);
  assert.deepEqual(
    blocks.filter((text) => /^(input|select)$/.test(text)),
    [],
    "no fields and no radios",
  );
  for (const id of ["continue", "back", "stuck", "article-show", "restart", "undo"])
    assert.ok(!blocks.includes(ui(id)), id);
  const from = blocks.indexOf(ui("path-so-far"));
  assert.deepEqual(from < 0 ? [] : blocks.slice(from + 1, from + 1 + path.length), path);
  assert.match(blocks[from < 0 ? 0 : from + 1 + path.length], article[0], "and nothing else");
  assert.equal(await reader.role("radio").filter({ visible: true }).count(), 0);
  await onScreen(reader);
}

scenario("before the end, the answers so far and the article are printed, each once", async (reader) => {
  const { ui, guide, page } = reader;
  await page.setViewportSize({ width: 390, height: 844 });
  await reader.sees("notices");
  await printsArticle(reader, []);
  const path = [];
  const answered = (node, answer, args) => path.push(guide(node, args), answer);
  await reader.answer("notices", "many");
  await reader.sees("added");
  answered("notices", guide("notices.many"));
  await reader.element.locator(".printed").waitFor({ state: "attached" });
  await printsArticle(reader, path);
  await reader.answer("added", "no");
  answered("added", guide("added.no"));
  await reader.answer("changed", "yes");
  await reader.sees("old");
  answered("changed", guide("changed.yes"));
  await printsArticle(reader, path);
  await reader.pick("old", reader.visa);
  await reader.answer("new", "add");
  await reader.sees("add");
  answered("old", ui("brand-visa"));
  answered("new", guide("new.add"));
  await printsArticle(reader, path);
  await reader.fill({ number: newCard.number, expiry: newCard.expiry, code: newCard.code });
  await reader.press(guide("add.action"));
  await reader.seesReview(reader.added);
  const onPaper = await printed(reader);
  assert.ok(onPaper.some((text) => article[1].test(text)));
  assert.doesNotMatch(
    onPaper.join("\n"),
    /4444|1111|Myrvang|Sagbruksveien/,
    "nothing personal, as in the summary",
  );
  await onScreen(reader);
  assert.equal(await reader.element.getByText(ui("path-so-far")).filter({ visible: true }).count(), 0);
});

scenario("the outcome is printed alone, and without its buttons", async (reader) => {
  const { guide, page, visa, mastercard } = reader;
  await page.setViewportSize({ width: 390, height: 844 });
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
  const blocks = await printed(reader);
  assert.ok(blocks.includes(guide("replaced")), blocks.join("\n"));
  for (const name of [mastercard, visa])
    assert.ok(blocks.join("\n").includes(name.replace(isolates, "").replaceAll("\u00a0", " ")), name);
  assert.ok(!blocks.some((text) => article[0].test(text)));
  assert.equal(await reader.role("button").filter({ visible: true }).count(), 0);
});

scenario(
  "the summary for support is printed whole where it is open, in place of the same answers",
  async (reader) => {
    const { ui, guide, page } = reader;
    await page.setViewportSize({ width: 390, height: 844 });
    await reader.toOld();
    await page.evaluate(() => {
      window.print = () => window.dispatchEvent(new Event("beforeprint"));
    });
    await reader.press(ui("stuck"));
    await reader.press(ui("summary-print"));
    const blocks = await printed(reader);
    assert.ok(blocks.some((text) => text.includes(guide("notices.many"))));
    assert.ok(!blocks.includes(ui("path-so-far")));
    assert.ok(!blocks.includes(ui("forget-hint")) && !blocks.includes(ui("transfer-hint")));
    const { scrollHeight, clientHeight } = await reader.element
      .locator(".summary pre")
      .evaluate(({ scrollHeight, clientHeight }) => ({ scrollHeight, clientHeight }));
    assert.ok(scrollHeight <= clientHeight + 1, `${clientHeight} of ${scrollHeight} px are on paper`);
  },
);

scenario("the path is printed in the language that the reader changes to", async (reader) => {
  await reader.page.setViewportSize({ width: 390, height: 844 });
  await reader.answer("notices", "many");
  await reader.sees("added");
  await reader.element.locator(".printed").waitFor({ state: "attached" });
  await printed(reader);
  await onScreen(reader);
  await reader.element.evaluate((element) => {
    element.src = "payment-declined.en-US.json";
  });
  await reader.role("button", "Continue", { exact: true }).waitFor();
  const blocks = await printed(reader);
  assert.equal(blocks[0], "Your answers so far");
  assert.ok(!blocks.includes(reader.guide("notices.many")));
});
