// The page at 320 px, the smallest width that it must support (WCAG 1.4.10).
import assert from "node:assert/strict";
import { brokenWords, layoutFaults } from "../browser/layout-faults.mjs";
import { fonts, setFont } from "../browser/fonts.mjs";
import { replacement } from "./replacement.mjs";

export const narrow = {
  async "at 320 px every step of a replacement fits, and no word is cut off, in Norwegian and Arabic"(
    reader,
  ) {
    const { page } = reader;
    assert.equal(await page.evaluate(() => document.documentElement.clientWidth), 320);
    const faults = [];
    let locale = "nb-NO";
    await replacement(reader, async (at) => {
      const look = async () => {
        for (const [name, family] of Object.entries(fonts)) {
          await page.evaluate(setFont, family);
          const found = [...(await page.evaluate(layoutFaults)), ...(await page.evaluate(brokenWords))];
          faults.push(...found.map((fault) => `${at} in ${locale}, ${name}: ${fault}`));
        }
      };
      await look();
      locale = locale === "nb-NO" ? "ar-SA" : "nb-NO";
      await reader.choosesLanguage(locale);
      await look();
    });
    assert.deepEqual(faults, []);
  },
};
