// Damage of what is stored, in one copy or in both, of one journal or of both: the reader is where they were,
// or is told that something was lost. Nothing is lost in silence.
import assert from "node:assert/strict";
import { sized } from "../size.mjs";
import { copied, damaged } from "./damages.mjs";
import { replay, scenario } from "./harness.mjs";
import { putStored, takeStored } from "./stored.mjs";

const samples = sized({ run: 40, long: 1500 });

scenario(
  `${samples} samples of damage: none is silent`,
  { timeout: sized({ run: 240_000, long: 1_800_000 }), expected: /./ },
  async (reader) => {
    await reader.toReview();
    await reader.replace();
    await reader.sees("replaced");
    await reader.journal();
    const { digests } = await reader.view();
    let whole;
    for (let i = 0; i < 50 && !(whole && copied(whole)); i++) {
      await reader.page.waitForTimeout(50);
      whole = await reader.page.evaluate(takeStored);
    }
    const results = { whole: 0, reported: 0 };
    for (let seed = 1; seed <= samples; seed++) {
      const { stored, how } = damaged(whole, seed);
      // A page of the same origin, without the widget.
      await reader.page.goto(reader.address + "core.js");
      await reader.page.evaluate(putStored, stored);
      await reader.page.goto(reader.address);
      await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view?.digests);
      await reader.journal();
      const view = await reader.view();
      const errors = (await reader.elementEvents("stegvis-error")).map(({ detail }) => detail.code);
      const same = view.digests.session === digests.session && view.digests.account === digests.account;
      results[same ? "whole" : "reported"]++;
      const place = `${how}: ${view.node}, ${errors}`;
      assert.ok(same || errors.some((code) => code.startsWith("journal-")), "silent loss, " + place);
      if (view.node === "replaced") {
        const steps = replay(await reader.journal());
        assert.equal(steps.at(-1).digests.account, view.digests.account, place);
      }
    }
    console.log(
      `# ${samples} damages: ${results.whole} times nothing was lost, ${results.reported} times it was said`,
    );
  },
);
