#!/usr/bin/env node
// Saves pictures of the way through a new card to the outcome, as an engine draws it, to be looked at:
//
//   node tests/engines/screens.mjs FOLDER [ENGINE...]
//
// Every node of the guide, in Chromium: tests/browser/screens.mjs.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { card, heardSite, Person } from "./person.mjs";
import { engines } from "./engines.mjs";

const [folder, ...chosen] = process.argv.slice(2);
if (!folder || chosen.some((one) => !engines[one])) {
  console.error("usage: screens.mjs FOLDER [ENGINE...]");
  process.exit(2);
}

const variants = {
  light: { locale: "nb-NO", page: "index.html" },
  dark: { locale: "nb-NO", page: "index.html", scheme: "dark" },
  narrow: { locale: "nb-NO", page: "index.html", width: 320 },
  rtl: { locale: "ar-SA", page: "rtl.html" },
};

async function walk(reader, shoot) {
  await reader.sees("notices");
  await shoot("notices");
  await reader.toOld();
  await reader.check(reader.visa, { exact: false });
  await shoot("old");
  await reader.go();
  await reader.pick("new", reader.guide("new.add"));
  await reader.sees("add");
  await reader.press(reader.guide("add.action"));
  await reader.see("group", reader.ui("problem"));
  await shoot("add-mistakes");
  await reader.fill(card);
  await shoot("add");
  await reader.press(reader.guide("add.action"));
  await reader.seesReview();
  await shoot("review");
  await reader.replace();
  await reader.sees("replaced");
  await shoot("replaced");
}

for (const engine of chosen.length ? chosen : Object.keys(engines)) {
  const browser = await engines[engine]();
  for (const [name, { locale, page: path, scheme = "light", width = 1100 }] of Object.entries(variants)) {
    const into = join(folder, engine, name);
    mkdirSync(into, { recursive: true });
    const { address, stop } = await heardSite(path);
    const page = await browser.open(address);
    await page.resize(width, 2000);
    await page.evaluate((scheme) => { document.documentElement.style.colorScheme = scheme; }, scheme);
    await walk(new Person(page, locale), (node) => page.screenshot(join(into, node + ".png")));
    await page.close();
    stop();
  }
  await browser.stop();
  console.log(engine);
}
