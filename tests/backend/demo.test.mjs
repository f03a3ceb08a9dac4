// The demo's own pages: who signs in, and the bank where a person confirms; and a page's files beside them.
import { test } from "node:test";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "./client.mjs";
import { folderFor, practice, startProcess } from "./servers.mjs";

const today = new Date().toISOString().slice(0, 10);

/** The bank's card that a person has to confirm pays. */
function birth() {
  const account = JSON.parse(practice("declined", today));
  account.methods.find(({ id }) => id === "m-mastercard").last4 = "3220";
  return JSON.stringify(account);
}
const form = (fields, headers = {}) =>
  /** @type {RequestInit} */ ({
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
    headers,
  });

test("a person is chosen, pays, and confirms at the bank; other sites do none of it", async (t) => {
  const folder = folderFor(t);
  const html = '<head></head><p>A page<stegvis-guide account="practice"></stegvis-guide>';
  writeFileSync(join(folder, "index.html"), html);
  const server = await startProcess(folder, { births: { contoso: birth() }, words: ["--page", folder] });
  t.after(() => server.end());
  const { address } = server;
  const page = await fetch(address);
  assert.equal(await page.text(), html);
  assert.match(page.headers.get("content-security-policy"), /default-src 'self'/);
  assert.equal((await fetch(`${address}/accounts.sqlite`)).status, 404);

  assert.match(await (await fetch(`${address}/sign-in`)).text(), /Sara Holmvik/);
  const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  assert.equal((await fetch(`${address}/sign-in`, form({ person: "p-ingrid" }, evil))).status, 403);
  assert.equal((await fetch(`${address}/sign-in`, form({ person: "p-x; Domain=x" }))).status, 422);
  const signed = await fetch(`${address}/sign-in`, form({ person: "p-ingrid" }, { origin: address }));
  assert.equal(signed.status, 303);
  assert.equal(signed.headers.get("set-cookie"), "person=p-ingrid; Path=/; HttpOnly; SameSite=Lax");

  const hosted = await fetch(`${address}/host/contoso`, { headers: { cookie: "person=p-ingrid" } });
  assert.match(await hosted.text(), /<script type="module" src="\/host.js">.*account="contoso"/s);
  const unknown = await fetch(`${address}/host/contoso`, { redirect: "manual" });
  assert.equal(unknown.headers.get("location"), "/sign-in?then=/host/contoso");
  for (const then of ["//evil.example", "https://evil.example", '/"><b>', "javascript:x"]) {
    const page = await (await fetch(`${address}/sign-in?then=${encodeURIComponent(then)}`)).text();
    assert.match(page, /action="\/sign-in\?then=\/"/, then);
  }

  const client = new Client(address, { day: today });
  await client.load();
  const effect = client.effect("pay", ["m-mastercard"]);
  const { body } = await client.send(effect);
  assert.equal(body.kind, "action-needed");
  const { pathname } = new URL(body.url);
  assert.equal(new URL(body.url).port, String(server.port));
  const bank = address + pathname;
  const shown = await (
    await fetch(`${bank}?return=${encodeURIComponent('https://evil.example/"><b>')}`)
  ).text();
  assert.doesNotMatch(shown, /evil|<b>/);
  assert.match(await (await fetch(`${bank}?return=/en.html`)).text(), /value="[^"]+\/en\.html"/);
  assert.equal((await fetch(bank, form({ answer: "yes" }, evil))).status, 403);
  assert.equal((await client.status(effect.key)).kind, "action-needed");
  for (const to of ["https://evil.example/", "javascript:alert(1)", "//evil.example"]) {
    const other = await fetch(
      `${address}/bank/contoso/${"0".repeat(32)}`,
      form({ answer: "yes", return: to }),
    );
    assert.equal(other.status, 404);
  }
  const confirmed = await fetch(bank, form({ answer: "yes", return: "https://evil.example/" }));
  assert.equal(confirmed.headers.get("location"), "/");
  assert.deepEqual(await client.status(effect.key), { kind: "committed", version: 1 });
  // It is confirmed once.
  assert.equal((await fetch(bank, form({ answer: "no" }))).status, 404);
});
