// The page at 320 px, as the least that pages must fit in (WCAG 1.4.10).
import assert from "node:assert/strict";
import { brokenWords, misfits } from "../browser/layout-faults.mjs";
import { fonts, setFont } from "../browser/fonts.mjs";
import { replacement } from "./replacement.mjs";

export const narrow = {
  async "at 320 px no step of a replacement is wider, and no word or control is cut off, in Norwegian and Arabic"(
    reader,
  ) {
    const { page } = reader;
    assert.equal(await page.evaluate(() => document.documentElement.clientWidth), 320);
    const wrong = [];
    let locale = "nb-NO";
    await replacement(reader, async (at) => {
      const look = async () => {
        for (const [name, family] of Object.entries(fonts)) {
          await page.evaluate(setFont, family);
          const faults = [...(await page.evaluate(misfits)), ...(await page.evaluate(brokenWords))];
          wrong.push(...faults.map((fault) => `${at} in ${locale}, ${name}: ${fault}`));
        }
      };
      await look();
      locale = locale === "nb-NO" ? "ar-SA" : "nb-NO";
      await reader.choosesLanguage(locale);
      await look();
    });
    assert.deepEqual(wrong, []);
  },
};
