// Damage of what is stored, in one copy or in both, of one journal or of both: the reader is where they were,
// or is told that something was lost. Nothing is lost in silence.
import assert from "node:assert/strict";
import { sized } from "../size.mjs";
import { replay, scenario } from "./harness.mjs";
import { putStored, takeStored } from "./stored.mjs";

const samples = sized({ run: 40, long: 1500 });

/** A generator of whole numbers below a bound, the same at each run. */
function dice(seed) {
  return (bound) => (seed = (seed * 48271) % 2147483647) % bound;
}

const bytesOf = (text) => Buffer.from(text, "base64");
const textOf = (bytes) => Buffer.from(bytes).toString("base64");
const nameOf = (key) => encodeURIComponent(key) + ".journal";

/** Ways to damage a journal that is a list of records, or one text of bytes. */
const damages = {
  "a bit off": (bytes, below) => {
    const changed = Buffer.from(bytes);
    if (changed.length) changed[below(changed.length)] ^= 1 << below(8);
    return changed;
  },
  "cut off": (bytes, below) => bytes.subarray(0, below(bytes.length + 1)),
  "a byte more": (bytes, below) => Buffer.concat([bytes, Buffer.from([below(256)])]),
  empty: () => Buffer.alloc(0),
};

/** Damages one row of IndexedDB, or takes it away. */
function damageRows(stored, key, below) {
  const rows = stored.rows.filter(({ key: [journal, sequence] }) => journal === key && sequence >= 0);
  const row = rows[below(rows.length)];
  const how = ["a bit off", "cut off", "a byte more", "gone", "doubled", "all gone"][below(6)];
  if (how === "all gone") stored.rows = stored.rows.filter((other) => !rows.includes(other));
  else if (how === "gone") stored.rows.splice(stored.rows.indexOf(row), 1);
  else if (how === "doubled") row.bytes = rows[below(rows.length)].bytes;
  else row.bytes = textOf(damages[how](bytesOf(row.bytes), below));
  return `${how} of ${rows.length} rows`;
}

function damageFile(stored, key, below) {
  const names = Object.keys(damages);
  const how = names[below(names.length)];
  stored.files[nameOf(key)] = textOf(damages[how](bytesOf(stored.files[nameOf(key)]), below));
  return how + " of the file";
}

scenario(
  `${samples} samples of damage: none is silent`,
  { timeout: 1_800_000, expected: /./ },
  async (reader) => {
    await reader.toReview();
    await reader.replace();
    await reader.sees("replaced");
    await reader.journal();
    const { digests } = await reader.view();
    let whole;
    for (let i = 0; i < 50 && Object.keys(whole?.files ?? {}).length < 2; i++) {
      await reader.page.waitForTimeout(50);
      whole = await reader.page.evaluate(takeStored);
    }
    const keys = { account: "account/practice", session: "session/practice/payment-declined" };
    const results = { whole: 0, reported: 0 };
    for (let seed = 1; seed <= samples; seed++) {
      const below = dice(seed * 7919);
      for (let i = 0; i < 5; i++) below(2);
      const stored = structuredClone(whole);
      const copies = ["primary", "mirror", "both"][below(3)];
      const journals = [["account"], ["session"], ["account", "session"]][below(3)];
      const what = [];
      for (const journal of journals) {
        if (copies !== "mirror") what.push(journal, damageRows(stored, keys[journal], below));
        if (copies !== "primary") what.push(journal, damageFile(stored, keys[journal], below));
      }
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
      const place = `seed ${seed}: ${copies}, ${what.join(", ")}: ${view.node}, ${errors}`;
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
