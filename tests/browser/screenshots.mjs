#!/usr/bin/env node
// Saves a screenshot of every node of the demo's guide, in every state:
//
//   node tests/browser/screenshots.mjs FOLDER [VARIANT...]
//
// Variants: light, dark, narrow (320 px), english, rtl, forced (forced colours), zoom (400 %).
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { close } from "./harness.mjs";
import { visitNodes } from "./scenarios.mjs";

const [folder, ...chosen] = process.argv.slice(2);
if (!folder) {
  console.error("usage: screenshots.mjs FOLDER [VARIANT...]");
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

for (const [name, variant] of Object.entries(variants)) {
  if (chosen.length && !chosen.includes(name)) continue;
  mkdirSync(join(folder, name), { recursive: true });
  await visitNodes(variant, async ({ node, state }, { page, element }) => {
    const file = state === "open" ? node : `${node}-${state}`;
    const [wide, inside] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    if (wide > inside) console.log(`${name} ${file}: ${wide} px wide in ${inside}`);
    await element.screenshot({ path: join(folder, name, file + ".png") });
  });
  console.log(name);
}
await close();
