// Prints the time that some pages take here, in percent of their time on the machine that the budgets of
// tests/run were measured on: from 100 to 250. Half of them are opened beside the other half, as in tests.
import { browser, close } from "./harness.mjs";

const pages = 20;
/** Their time there, in milliseconds, with nothing else under way. */
const usual = 6000;

const content = `<!doctype html><form>${Array.from(
  { length: 30 },
  (_, i) => `<label><input type="radio" name="choice" value="${i}"> Choice ${i}</label>`,
).join(
  "<br>",
)}<button type="button" onclick="this.after(new FormData(this.form).get('choice'))">Go</button></form>`;

async function openPages(count) {
  for (let i = 0; i < count; i++) {
    const page = await (await browser()).newPage();
    await page.setContent(content);
    for (const choice of [3, 17, 29]) {
      await page.getByRole("radio", { name: `Choice ${choice}`, exact: true }).check();
      await page.getByRole("button", { name: "Go" }).click();
    }
    await page.getByText("29173").waitFor();
    await page.close();
  }
}

await browser();
const start = performance.now();
await Promise.all([openPages(pages / 2), openPages(pages / 2)]);
const taken = performance.now() - start;
await close();
console.log(Math.round(Math.min(250, Math.max(100, (100 * taken) / usual))));
console.error(`${pages} pages in ${Math.round(taken)} ms`);
