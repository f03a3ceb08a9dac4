// The guides beside the first one, in the terminal: each end, in both of their languages.
import { test } from "node:test";
import assert from "node:assert/strict";
import { guide, play } from "./play.mjs";

/** The nodes of a run, without those that are shown twice. */
function nodes(name, locale, lines, account = "practice") {
  const run = play(guide(name, locale), lines, "--account", account);
  assert.equal(run.status, 0, run.stderr);
  assert.doesNotMatch(run.stdout, /Not taken|\{ ?\$/);
  return run.nodes.filter((node, i) => node !== run.nodes[i - 1]);
}

for (const locale of ["nb-NO", "en-US"]) {
  test(`what is owed is paid, or found to be nothing, in ${locale}`, () => {
    const paid = nodes("pay-balance", locale, [":yes", ":m-mastercard", ":confirm", "r", ":no"]);
    assert.deepEqual(paid, ["balance", "method", "review", "paid", "balance", "settled"]);
    assert.deepEqual(nodes("pay-balance", locale, [":no"], "practice:healthy"), ["balance", "settled"]);
    const other = nodes("pay-balance", locale, [":yes", ":not-mine"]);
    assert.deepEqual(other, ["balance", "method", "ask-owner"]);
    const nobody = nodes("pay-balance", locale, [":yes"], "practice:invoice-manager");
    assert.deepEqual(nobody, ["balance", "ask-owner"], "who can pay with nothing is not asked");
    const byHand = nodes("pay-balance", locale, [":unsure", ":yes", ":picked", ":done"], "");
    assert.deepEqual(byHand, ["balance", "look", "method", "review", "paid"]);
  });

  test(`one subscription is paid with another method, and with the old one again, in ${locale}`, () => {
    const changed = [":one", ":s-epost", ":m-debit", ":confirm", "u"];
    assert.deepEqual(nodes("subscription-method", locale, changed), [
      "scope",
      "item",
      "new",
      "review",
      "changed",
    ]);
    assert.deepEqual(nodes("subscription-method", locale, [":all"]), ["scope", "everything"]);
    assert.deepEqual(nodes("subscription-method", locale, [":one", ":not-there"]), [
      "scope",
      "item",
      "not-there",
    ]);
  });
}

test("a subscription on a billing profile is not taken, and says which profile pays", () => {
  const run = play(guide("subscription-method", "en-US"), [":one", ":s-kontor"]);
  assert.match(run.stdout, /^- \d+ {2}Office standard.*not possible: on-profile$/m);
  assert.match(run.stdout, /^Not taken: event-item$/m);
});
