// The widget on an account of the backend, in Chromium: by httpAccount, over a line that breaks, beside
// another person. At the end, server, page and a replay of the journal have the same account. In the sizes ci
// and long, the operations are on PostgreSQL.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, pageWith, policy, Reader, replay, root, site, words } from "../browser/harness.mjs";
import { size, sized } from "../size.mjs";
import { Client } from "./client.mjs";
import { postgresFor } from "./postgres.mjs";
import { faults, proxyFor } from "./proxy.mjs";
import { serverFor } from "./servers.mjs";

const driver = readFileSync(join(root, "tests/browser/driver.js"), "utf8");
const operations = sized({ run: 100, ci: 300, long: 1000 });

/** The page is on one origin, the account on another, as where a host has two servers. */
const csp = policy.replace("default-src 'self'", "default-src 'self'; connect-src 'self' http://127.0.0.1:*");

/** A person's page on an account at that address. */
async function pageOf(t, address, origin, person = "p-ingrid") {
  const page = await (await browser()).newPage();
  t.after(() => page.close());
  await page.context().addCookies([{ name: "person", value: person, url: address }]);
  await page.addInitScript(`addEventListener("DOMContentLoaded", async () => {
    const { httpAccount } = await import("/accounts.js");
    document.querySelector("stegvis-guide").adapter =
      httpAccount({ url: "${address}/accounts/contoso", credentials: "include" });
  });`);
  await page.goto(origin);
  return new Reader(page, words());
}

async function placeFor(t) {
  const { address: origin, stop } = await site({
    files: { "index.html": pageWith({ account: "contoso" }) },
    csp,
  });
  t.after(stop);
  return origin;
}

const sameAccount = async (reader, client) => {
  const { digest } = await client.load();
  assert.equal(await reader.account(), digest, "the page has the server's account");
  assert.deepEqual(replay(await reader.journal()).at(-1).digests, (await reader.view()).digests);
};

test("a reader replaces a declined card on the server, and is still there after a reload", async (t) => {
  const origin = await placeFor(t);
  const { address } = await serverFor(t, { origins: [origin.slice(0, -1)] });
  const reader = await pageOf(t, address, origin);
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
  const client = new Client(address);
  await sameAccount(reader, client);
  await reader.page.reload();
  await reader.sees("replaced");
  await sameAccount(reader, client);
  assert.equal(client.version, 1);
});

test("a change of another person is heard of while the reader chooses", async (t) => {
  const origin = await placeFor(t);
  const { address } = await serverFor(t, { origins: [origin.slice(0, -1)] });
  const reader = await pageOf(t, address, origin);
  await reader.toReview();
  const before = await reader.account();
  const other = new Client(address);
  await other.load();
  const { kind } = await other.commit("replace-all", ["m-visa", "m-debit"]);
  assert.equal(kind, "committed");
  await reader.page.waitForFunction(
    (before) => document.querySelector("stegvis-guide").view.digests.account !== before,
    before,
  );
  assert.equal(
    await reader.role("button", reader.guide("review.action")).count(),
    0,
    "nothing is left to move",
  );
});

test("somebody who is not signed in is told so", async (t) => {
  const origin = await placeFor(t);
  const { address } = await serverFor(t, { origins: [origin.slice(0, -1)] });
  const reader = await pageOf(t, address, origin, "nobody");
  await reader.answer("notices", "many");
  await reader.element.getByText(reader.ui("account-signed-out")).waitFor();
});

test(
  `${operations} operations of the widget over a line that breaks: nothing is lost, nothing is done twice`,
  { timeout: 3_600_000 },
  async (t) => {
    const origin = await placeFor(t);
    const url = size === "run" ? "" : (await postgresFor(t)).database();
    const { address } = await serverFor(t, { origins: [origin.slice(0, -1)], url });
    let breaks = false;
    let requests = 0;
    const counts = {};
    const line = await proxyFor(
      t,
      () => Number(new URL(address).port),
      () => {
        if (!breaks || requests++ % 3) return "none";
        const fault = faults[Math.floor(requests / 3) % faults.length];
        counts[fault] = (counts[fault] ?? 0) + 1;
        return fault;
      },
    );
    const reader = await pageOf(t, line, origin);
    await reader.page.waitForFunction(() =>
      document.querySelector("stegvis-guide").view?.choices.some(({ known }) => known),
    );
    breaks = true;
    await reader.page.evaluate(driver);
    const seen = await reader.page.evaluate((until) => window.drive({ until }), operations);
    breaks = false;
    await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.state !== "pending");
    const client = new Client(address);
    await sameAccount(reader, client);
    const committed = replay(await reader.journal()).filter(({ kind }) => kind === "committed").length;
    assert.equal(client.version, committed, "each operation once");
    assert.ok(committed >= operations);
    t.diagnostic(`${committed} operations, ${seen} seen; faults: ${JSON.stringify(counts)}`);
  },
);
