#!/usr/bin/env node
// Saves screenshots of the scenario of a replacement in each engine:
//
//   node tests/cross-browser/screenshots.mjs FOLDER [ENGINE...]
//
// Every node of the guide, in Chromium: tests/browser/screenshots.mjs.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { engines } from "./engines.mjs";
import { listenedSite, Reader } from "./reader.mjs";
import { replacement } from "./replacement.mjs";

const [folder, ...chosen] = process.argv.slice(2);
if (!folder || chosen.some((name) => !engines[name])) {
  console.error("usage: screenshots.mjs FOLDER [ENGINE...]");
  process.exit(2);
}

const variants = {
  light: { locale: "nb-NO", page: "index.html" },
  dark: { locale: "nb-NO", page: "index.html", scheme: "dark" },
  rtl: { locale: "ar-SA", page: "rtl.html" },
  narrow: { locale: "nb-NO", page: "index.html", framed: true },
  "narrow-rtl": { locale: "ar-SA", page: "rtl.html", framed: true },
};

for (const engine of chosen.length ? chosen : Object.keys(engines)) {
  const browser = await engines[engine]();
  for (const [name, { locale, page: path, scheme = "light", framed }] of Object.entries(variants)) {
    const into = join(folder, engine, name);
    mkdirSync(into, { recursive: true });
    const { address, stop } = await listenedSite(path);
    const page = await browser.open(address + (framed ? "narrow.html" : ""));
    await page.resize(framed ? 500 : 1100, 2400);
    if (framed) await page.enter();
    await page.evaluate((scheme) => {
      document.documentElement.style.colorScheme = scheme;
    }, scheme);
    await replacement(new Reader(page, locale), async (at) => {
      await page.evaluate(() => document.querySelector("stegvis-guide").scrollIntoView());
      await page.screenshot(join(into, at + ".png"));
    });
    await page.close();
    stop();
  }
  await browser.stop();
  console.log(engine);
}
