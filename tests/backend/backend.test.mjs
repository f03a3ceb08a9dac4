// The backend's contract: an account is loaded, changed once, and asked about; who may do what; what is
// logged.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { statuses } from "../../web/backend/problems.mjs";
import { declineCodes } from "../../web/backend/provider.mjs";
import { card, Client, day, newKey } from "./client.mjs";
import { problemCodes } from "./contract.mjs";
import { command, folderFor, openCore, practice, serverFor } from "./servers.mjs";

const codesOf = ({ reasons }) => reasons.map(({ code }) => code);

test("the contract lists the codes that the server has", () => {
  assert.deepEqual([...problemCodes].sort(), Object.keys(statuses).sort());
});

test("an account is loaded as the person sees it, and changed", async (t) => {
  const { address } = await serverFor(t);
  const ingrid = new Client(address);
  const { version, account } = await ingrid.load();
  assert.equal(version, 0);
  assert.equal(account.reader, "p-ingrid");
  const jonas = new Client(address, { person: "p-jonas" });
  const seen = await jonas.load();
  assert.equal(seen.account.reader, "p-jonas");
  assert.deepEqual({ ...seen.account, reader: "p-ingrid" }, account);

  assert.deepEqual(await ingrid.commit("replace-all", ["m-visa", "m-mastercard"]), {
    kind: "committed",
    version: 1,
  });
  const after = await jonas.load();
  assert.equal(after.version, 1);
  assert.equal(after.account.changes[0].by, "p-ingrid");
  assert.ok(after.account.profiles.every(({ method }) => method !== "m-visa"));
});

test("an account that is known already is not sent again", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  const known = (version) => client.ask("GET", `${client.path}?version=${version}`);
  const { headers, body } = await known(0);
  assert.deepEqual(body, { version: 0 });
  assert.equal(headers.get("stegvis-token"), client.token);
  await client.commit("replace-all", ["m-visa", "m-mastercard"]);
  assert.equal((await known(0)).body.account.version, 1);
  assert.deepEqual((await known(1)).body, { version: 1 });
  for (const odd of ["", "x", "-1", "1.5", "9".repeat(16), "1&version=2"])
    assert.equal((await known(odd)).status, 422);
});

test("what was made has the id that the answer names", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  const { kind, made } = await client.commit("add", [card]);
  assert.equal(kind, "committed");
  const { account } = await client.load();
  assert.equal(account.methods.find(({ id }) => id === made).last4, card.last4);
});

test("the digest is the one that the command has of the same account", async (t) => {
  const { address } = await serverFor(t);
  const folder = folderFor(t);
  for (const person of ["p-ingrid", "p-jonas"]) {
    const client = new Client(address, { person });
    const { account } = await client.load();
    const effect = client.effect(
      "replace-one",
      person === "p-ingrid" ? ["s-tegning", "m-bank"] : ["s-kunder", "m-bank"],
    );
    assert.equal((await client.send(effect)).body.kind, "committed");
    const [accountFile, operationFile] = ["account.json", "operation.json"].map((name) => join(folder, name));
    writeFileSync(accountFile, JSON.stringify(account));
    const { operation, args, key: id } = effect;
    writeFileSync(operationFile, JSON.stringify({ operation, args, id, day }));
    const { stdout, stderr } = spawnSync(command, ["apply", accountFile, operationFile], {
      encoding: "utf8",
    });
    assert.equal(JSON.parse(stdout).change?.digest, (await client.load()).digest, stderr);
  }
});

test("a key gives its first answer again, and is asked about", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  const effect = client.effect("replace-all", ["m-visa", "m-mastercard"]);
  assert.deepEqual(await client.status(effect.key), { kind: "unknown" });
  const first = await client.send(effect);
  assert.deepEqual(first.body, { kind: "committed", version: 1 });
  await client.commit("replace-all", ["m-mastercard", "m-visa"]).catch(() => {});
  for (const again of [effect, { ...effect, actionNeeded: true }])
    assert.deepEqual((await client.send(again)).body, first.body);
  assert.deepEqual(await client.status(effect.key), first.body);

  for (const other of [{ args: ["m-visa", "m-debit"] }, { version: 1 }, { operation: "delete" }]) {
    const { status, body } = await client.send({ ...effect, ...other });
    assert.equal(status, 422);
    assert.equal(body.code, "key-reused");
  }
});

test("a refusal has every reason, and is the key's answer for good", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  const effect = client.effect("replace-all", ["m-expired", "m-swedish"]);
  const { body } = await client.send(effect);
  assert.equal(body.kind, "refused");
  assert.deepEqual(codesOf(body), ["nothing-attached", "other-country"]);
  await client.commit("replace-all", ["m-visa", "m-mastercard"]);
  assert.deepEqual((await client.send(effect)).body, body);
  assert.deepEqual(await client.status(effect.key), body);
});

test("the same key twenty times at once is carried out once", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  const effect = client.effect("add", [card]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => client.send(effect)));
  assert.equal(new Set(answers.map(({ body }) => JSON.stringify(body))).size, 1);
  const { version, account } = await client.load();
  assert.equal(version, 1);
  assert.equal(account.methods.filter(({ last4 }) => last4 === card.last4).length, 1);
});

test("a stale version is a conflict, and its key may come again", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  await client.commit("replace-all", ["m-visa", "m-mastercard"]);
  const late = client.effect("replace-one", ["s-tegning", "m-bank"], { version: 0 });
  assert.deepEqual((await client.send(late)).body, { kind: "conflict", version: 1 });
  assert.deepEqual(await client.status(late.key), { kind: "unknown" });
  assert.equal((await client.send({ ...late, version: 1 })).body.kind, "committed");
});

test("twenty at once under keys of their own are carried out one after another", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  const effects = Array.from({ length: 20 }, () => client.effect("replace-one", ["s-tegning", "m-bank"]));
  const answers = await Promise.all(effects.map((effect) => client.send(effect)));
  const kinds = answers.map(({ body }) => body.kind).sort();
  assert.deepEqual(kinds, ["committed", ...Array(19).fill("conflict")].sort());
});

test("roles are the core's: who may not, is refused by the server", async (t) => {
  const { address } = await serverFor(t);
  const sara = new Client(address, { person: "p-sara" });
  await sara.load();
  const answer = await sara.commit("replace-all", ["m-visa", "m-mastercard"]);
  assert.equal(answer.kind, "refused");
  assert.ok(codesOf(answer).includes("not-manager"));
  assert.equal((await sara.load()).version, 0);
});

test("an undo is of the person who did it", async (t) => {
  const { address } = await serverFor(t);
  const ingrid = new Client(address);
  const { digest } = await ingrid.load();
  const effect = ingrid.effect("replace-all", ["m-visa", "m-mastercard"]);
  await ingrid.send(effect);
  const jonas = new Client(address, { person: "p-jonas" });
  await jonas.load();
  assert.deepEqual(codesOf(await jonas.commit("undo", [effect.key])), ["not-yours"]);
  assert.equal((await ingrid.commit("undo", [effect.key])).kind, "committed");
  assert.equal((await ingrid.load()).digest, digest);
});

test("a host's account that kept no changes keeps them here", async (t) => {
  const { changes, lineage, ...birth } = JSON.parse(String(practice("declined")));
  assert.ok(changes && lineage);
  const { address } = await serverFor(t, { births: { acme: JSON.stringify(birth) } });
  const ingrid = new Client(address, { account: "acme" });
  const { digest } = await ingrid.load();
  const effect = ingrid.effect("replace-all", ["m-visa", "m-mastercard"]);
  assert.equal((await ingrid.send(effect)).body.kind, "committed");
  assert.equal((await ingrid.commit("undo", [effect.key])).kind, "committed");
  assert.equal((await ingrid.load()).digest, digest);
});

test("the provider declines by the reasons that an account knows", async () => {
  const source = readFileSync(new URL("../../core/billing/account.cpp", import.meta.url), "utf8");
  const [, list] = /decline_reasons\[\] = \{"",([^}]*)\}/.exec(source);
  assert.deepEqual(declineCodes, JSON.parse(`[${list}]`));
});

test("an address is judged by its country's table", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  const fields = { line1: "Sagbruksveien 14", city: "Skoddevik", "postal-code": "899" };
  assert.deepEqual(codesOf(await client.commit("update", ["m-visa", fields])), ["form-invalid"]);
  assert.equal(
    (await client.commit("update", ["m-visa", { ...fields, "postal-code": "8999" }])).kind,
    "committed",
  );
});

test("an effect of another day than ours is refused; one that was pending for days is not", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  for (const [other, kind] of /** @type {const} */ ([
    ["2026-11-12", "refused"],
    ["2026-11-26", "refused"],
    ["2026-11-17", "committed"],
    ["2026-11-24", "committed"],
  ])) {
    const [from, to] = client.version ? ["m-mastercard", "m-debit"] : ["m-visa", "m-mastercard"];
    assert.equal((await client.commit("replace-all", [from, to], { day: other })).kind, kind, other);
  }
});

test("the stream says the version at once and after each change", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  const stream = await new Client(address, { person: "p-sara" }).changes();
  await stream.sees(0);
  await client.commit("replace-all", ["m-visa", "m-mastercard"]);
  await stream.sees(1);
  await client.commit("replace-all", ["m-mastercard", "m-debit"]);
  await stream.sees(2);
  assert.deepEqual(stream.versions, [0, 1, 2]);
  await stream.stop();
});

test("a snapshot and the rows after it give the same account", async (t) => {
  const server = await serverFor(t, { limits: { snapshotEvery: 5 } });
  const client = new Client(server.address);
  await client.load();
  let [from, to] = ["m-visa", "m-mastercard"];
  for (let i = 0; i < 13; i++) {
    assert.equal((await client.commit("replace-all", [from, to])).kind, "committed");
    [from, to] = [to, i % 2 ? "m-visa" : "m-mastercard"].map((it) => (it === "m-visa" ? "m-debit" : it));
    if (from === to) to = from === "m-debit" ? "m-mastercard" : "m-debit";
    await new Promise((done) => setTimeout(done, 15));
  }
  const { digest, account } = await client.load();
  const stored = await server.store.read("contoso");
  assert.equal(stored.snapshot?.version, 10);
  assert.deepEqual(
    stored.rows.map((row) => row.version),
    [11, 12, 13],
  );
  await server.close();
  const again = await serverFor(t, { file: server.file, scenarios: {} });
  const reopened = new Client(again.address);
  const found = await reopened.load();
  assert.equal(found.digest, digest);
  assert.deepEqual(found.account, account);
  // And so do all rows from the birth on.
  const replayed = await openCore();
  replayed.load(practice());
  for (const { operation, person } of await again.store.rows("contoso", 0)) replayed.apply(operation, person);
  assert.equal(replayed.digest("p-ingrid"), digest);
});

test("a damaged snapshot costs the time to apply the operations, and nothing else", async (t) => {
  const server = await serverFor(t);
  const client = new Client(server.address);
  await client.load();
  await client.commit("replace-all", ["m-visa", "m-mastercard"]);
  await client.commit("replace-all", ["m-mastercard", "m-debit"]);
  const { digest } = await client.load();
  await server.store.keepSnapshot("contoso", 1, Buffer.from("damaged"));
  await server.close();
  const again = await serverFor(t, { file: server.file, scenarios: {} });
  const found = await new Client(again.address).load();
  assert.equal(found.version, 2);
  assert.equal(found.digest, digest);
});

test("an account that is not asked for any more is opened again", async (t) => {
  const { address } = await serverFor(t, {
    scenarios: { contoso: "declined", fabrikam: "individual", northwind: "few" },
    limits: { warm: 1 },
  });
  const versions = { contoso: 0, fabrikam: 0, northwind: 0 };
  for (let round = 0; round < 3; round++)
    for (const account of Object.keys(versions)) {
      const client = new Client(address, { account });
      const { version } = await client.load();
      assert.equal(version, versions[account]);
      const { body } = await client.send(
        client.effect("replace-one", ["s-tegning", ["m-mastercard", "m-bank"][round % 2]]),
      );
      assert.equal(body.kind, "committed", JSON.stringify(body));
      versions[account]++;
    }
});

test("a page of an allowed origin reads answers, and any other asks in vain", async (t) => {
  const { address } = await serverFor(t, { origins: ["http://localhost:8080"] });
  const asked = (origin) =>
    fetch(`${address}/accounts/contoso/commits`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST" },
    });
  const allowed = await asked("http://localhost:8080");
  assert.equal(allowed.status, 204);
  assert.equal(allowed.headers.get("access-control-allow-origin"), "http://localhost:8080");
  assert.equal(allowed.headers.get("access-control-allow-credentials"), "true");
  assert.match(allowed.headers.get("access-control-allow-headers"), /stegvis-token/);
  const other = await asked("https://evil.example");
  assert.equal(other.status, 403);
  assert.equal(other.headers.get("access-control-allow-origin"), null);
});

test("too many requests of a person wait; others do not", async (t) => {
  const { address } = await serverFor(t, { limit: { burst: 3, perSecond: 0.01 } });
  const client = new Client(address);
  for (let i = 0; i < 3; i++) await client.load();
  const { status, headers, body } = await client.ask("GET", client.path);
  assert.equal(status, 429);
  assert.equal(body.code, "too-many-requests");
  assert.ok(Number(headers.get("retry-after")) >= 1);
  await new Client(address, { person: "p-sara" }).load();
});

test("a sign-in that never answers has a deadline", async (t) => {
  const { address } = await serverFor(t, { person: () => new Promise(() => {}) });
  const { status, headers, body } = await new Client(address).ask("GET", "/accounts/contoso");
  assert.equal(status, 503);
  assert.equal(body.code, "sign-in-unavailable");
  assert.equal(headers.get("retry-after"), "1");
});

test("health says that the database answers", async (t) => {
  const server = await serverFor(t);
  assert.deepEqual((await new Client(server.address).ask("GET", "/health")).body, { status: "ok" });
  await server.store.close();
  const { status, body } = await new Client(server.address).ask("GET", "/health");
  assert.equal(status, 503);
  assert.equal(body.code, "database-busy");
});

test("a line of the log is JSON, and has nothing that is personal", async (t) => {
  const { address, lines } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  const effect = client.effect("add", [card]);
  await client.send(effect);
  await client.status(effect.key);
  await client.send({ ...effect, key: "x" }, { isRight: false });
  const stream = await client.changes();
  await stream.stop();
  await new Promise((done) => setTimeout(done, 50));
  assert.equal(lines.length, 5);
  for (const line of lines)
    assert.deepEqual(
      Object.keys(JSON.parse(line)).filter((name) => name !== "code"),
      ["time", "method", "route", "status", "ms"],
    );
  const all = lines.join("\n");
  for (const personal of ["ingrid", "contoso", effect.key, card.name, card.last4, client.token])
    assert.ok(!all.includes(personal), personal);
  assert.equal(JSON.parse(lines[3]).code, "body-shape");
});

test("an unknown key, account or route has its code", async (t) => {
  const { address } = await serverFor(t);
  const client = new Client(address);
  assert.deepEqual(await client.status(newKey()), { kind: "unknown" });
  for (const [path, status, code] of /** @type {const} */ ([
    ["/accounts/contoso/commits/x", 422, "body-shape"],
    ["/accounts/nobody", 404, "account-unknown"],
    ["/accounts/UPPER", 404, "account-unknown"],
    ["/accounts/nobody/changes", 404, "account-unknown"],
    ["/accounts", 404, "route-unknown"],
    ["/", 404, "route-unknown"],
  ])) {
    const answer = await client.ask("GET", path);
    assert.equal(answer.status, status, path);
    assert.equal(answer.body.code, code, path);
  }
});
