#!/usr/bin/env node
// Saves a picture of every node of the demo's guide, to be looked at:
//
//   node tests/browser/screens.mjs FOLDER [VARIANT...]
//
// Variants: light, dark, narrow (320 px), english, rtl, forced (forced colours), zoom (400 %).
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { browser, close, pageWith, Reader, site, words } from "./harness.mjs";
import { accounts, ways } from "./ways.mjs";

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
