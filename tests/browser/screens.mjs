#!/usr/bin/env node
// Saves a picture of every node of the demo's guide, to be looked at:
//
//   node tests/browser/screens.mjs FOLDER [VARIANT...]
//
// Variants: light, dark, narrow (320 px), english, rtl, forced (forced colours), zoom (400 %).
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { browser, close, newCard, pageWith, Reader, site, words } from "./harness.mjs";

const [folder, ...chosen] = process.argv.slice(2);
if (!folder) {
  console.error("usage: screens.mjs FOLDER [VARIANT...]");
  process.exit(2);
}

const variants = {
  light: { locale: "nb-NO", page: "index.html" },
  dark: { locale: "nb-NO", page: "index.html", media: { colorScheme: "dark" } },
  narrow: { locale: "nb-NO", page: "index.html", size: { width: 320, height: 800 } },
  english: { locale: "en-US", page: "en.html" },
  rtl: { locale: "ar-SA", page: "rtl.html" },
  forced: { locale: "nb-NO", page: "index.html", media: { forcedColors: "active" } },
  zoom: { locale: "nb-NO", page: "index.html", size: { width: 275, height: 225 } },
};

/** Ways through the guide that show every node between them; `shoot` takes a picture. */
const ways = {
  async replace(reader, shoot) {
    await reader.answer("notices", "unsure");
    await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.node === "count");
    await shoot("count");
    await reader.role("radio", reader.guide("count.many"), { exact: true }).check();
    await reader.go();
    await reader.sees("added");
    await shoot("added");
    await reader.go();
    await reader.role("group", reader.ui("problem")).waitFor();
    await shoot("added-mistake");
    await reader.answer("added", "no");
    await reader.sees("changed");
    await shoot("changed");
    await reader.answer("changed", "yes");
    await reader.sees("old");
    await shoot("old");
    await reader.pick("old", reader.visa);
    await reader.sees("new");
    await shoot("new");
    await reader.role("radio", reader.guide("new.add")).check();
    await reader.go();
    await reader.sees("add");
    await reader.press(reader.guide("add.action"));
    await reader.role("group", reader.ui("problem")).waitFor();
    await shoot("add-mistakes");
    await reader.fill(newCard);
    await shoot("add");
    await reader.press(reader.guide("add.action"));
    await reader.seesReview();
    await shoot("review");
    await reader.press(reader.ui("stuck"));
    await reader.role("heading", reader.ui("stuck-heading")).waitFor();
    await shoot("review-stuck");
    await reader.replace();
    await reader.sees("replaced");
    await shoot("replaced");
    await reader.back();
    await reader.element.getByText(reader.ui("review-done")).waitFor();
    await shoot("review-done");
    await reader.go();
    await reader.sees("replaced");
    await reader.press(reader.ui("undo"));
    await reader.role("heading", reader.guide("replaced.undone")).waitFor();
    await shoot("replaced-undone");
    await reader.press(reader.ui("article-show"));
    await shoot("article");
  },
  async wait(reader, shoot) {
    await reader.sees("notices");
    await shoot("notices");
    await reader.answer("notices", "few");
    await reader.sees("wait");
    await shoot("wait");
  },
  async one(reader, shoot) {
    await reader.answer("notices", "many");
    await reader.answer("added", "yes");
    await reader.sees("scope");
    await shoot("scope");
    await reader.answer("scope", "one");
    await reader.sees("paying");
    await shoot("paying");
    await reader.pick("paying", reader.visa);
    await reader.sees("item");
    await shoot("item");
    await reader.pick("item", "E-post for bedrifter");
    await reader.sees("new-one");
    await shoot("new-one");
    await reader.go();
    await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.node === "review-one");
    await shoot("review-one");
    await reader.press(reader.guide("review-one.action"));
    await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.node === "moved");
    await shoot("moved");
  },
  async update(reader, shoot) {
    await reader.answer("notices", "many");
    await reader.answer("added", "no");
    await reader.answer("changed", "no");
    await reader.sees("card");
    await shoot("card");
    await reader.pick("card", reader.visa);
    await reader.sees("details");
    await shoot("details");
    await reader.fill({ line1: "Sagbruksveien 14" });
    await reader.go();
    await reader.sees("review-update", { method: reader.visa });
    await shoot("review-update");
    await reader.press(reader.guide("review-update.action"));
    await reader.sees("updated");
    await shoot("updated");
  },
  async other(reader, shoot) {
    await reader.toOld();
    await shoot("old-not-mine");
    await reader.role("radio", reader.guide("old.not-mine")).check();
    await reader.go();
    await reader.sees("ask-owner");
    await shoot("ask-owner");
  },
};
const accounts = { wait: "practice:few", one: "practice:new-card", other: "practice:invoice-manager" };

for (const [name, { locale, page: path, media, size }] of Object.entries(variants)) {
  if (chosen.length && !chosen.includes(name)) continue;
  mkdirSync(join(folder, name), { recursive: true });
  for (const [way, walk] of Object.entries(ways)) {
    const { address, stop } = await site({ files: { "index.html": pageWith(accounts[way] ? { account: accounts[way] } : {}, path) } });
    const page = await (await browser()).newPage();
    if (size) await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: "reduce", ...media });
    await page.goto(address);
    await page.locator("stegvis-guide").scrollIntoViewIfNeeded();
    const shoot = async (node) => {
      await page.waitForFunction(() => !document.querySelector("stegvis-guide").shadowRoot.querySelector("[aria-busy=true]"));
      const [wide, inside] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      if (wide > inside) console.log(`${name} ${node}: ${wide} px wide in ${inside}`);
      await page.locator("stegvis-guide").screenshot({ path: join(folder, name, node + ".png") });
    };
    await walk(new Reader(page, words(locale)), shoot).catch((error) => console.log(`${name} ${way}: ${error.message.split("\n")[0]}`));
    await page.close();
    stop();
  }
  console.log(name);
}
await close();
