// Faults, counted: the server is killed, the line is cut, the database is busy, and nothing is lost or done
// twice.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openFile } from "../../web/backend/store-sqlite.mjs";
import { openStore } from "../../web/backend/store.mjs";
import { sized } from "../size.mjs";
import { Client } from "./client.mjs";
import { dice, Player } from "./player.mjs";
import { postgresFor } from "./postgres.mjs";
import { faults, proxyFor } from "./proxy.mjs";
import { folderFor, openCore, practice, serverFor, startProcess } from "./servers.mjs";

const today = new Date().toISOString().slice(0, 10);
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const counts = sized({
  run: { sqlite: 100 },
  ci: { sqlite: 100, postgres: 300 },
  long: { sqlite: 1000, postgres: 1000 },
});

test("killed between commits and started again, the server has all that it said", async (t) => {
  const folder = folderFor(t);
  const births = { contoso: practice("declined", today) };
  let server = await startProcess(folder, { births });
  t.after(() => server.end());
  let [from, to] = ["m-visa", "m-mastercard"];
  let sent;
  for (let version = 1; version <= 4; version++) {
    const client = new Client(server.address, { day: today });
    await client.load();
    sent = client.effect("replace-all", [from, to]);
    assert.deepEqual((await client.send(sent)).body, { kind: "committed", version });
    [from, to] = [to, from === "m-visa" ? "m-debit" : from];
    await server.end();
    server = await startProcess(folder, { births, port: server.port });
    const again = new Client(server.address, { day: today });
    assert.equal((await again.load()).version, version);
    // The token is the same, so a page that was open goes on.
    assert.equal(again.token, client.token);
    assert.deepEqual(await again.status(sent.key), { kind: "committed", version });
    assert.deepEqual((await client.send(sent)).body, { kind: "committed", version });
  }
});

test("SIGTERM lets what is under way end, ends streams, and exits with 0", async (t) => {
  const folder = folderFor(t);
  const server = await startProcess(folder, { births: { contoso: practice("declined", today) } });
  t.after(() => server.end());
  const client = new Client(server.address, { day: today });
  await client.load();
  const stream = await client.changes();
  await stream.sees(0);
  const effects = Array.from({ length: 20 }, () => client.effect("replace-one", ["s-tegning", "m-bank"]));
  const answers = effects.map((effect) => client.send(effect).catch(() => undefined));
  await pause(5);
  const { code } = await server.end("SIGTERM");
  assert.equal(code, 0);
  await stream.ended;
  const kinds = (await Promise.all(answers)).map((answer) => answer?.body.kind ?? answer?.body.code ?? "cut");
  const again = await startProcess(folder);
  t.after(() => again.end());
  const reader = new Client(again.address, { day: today });
  const { version } = await reader.load();
  assert.equal(kinds.filter((kind) => kind === "committed").length, version, String(kinds));
  for (const line of server.said.out.trim().split("\n")) JSON.parse(line);
  assert.equal(server.said.err.trim().split("\n").length, 1, server.said.err);
});

test("a database that is busy is said, and the same key goes on", async (t) => {
  const { address, file } = await serverFor(t);
  const client = new Client(address);
  await client.load();
  const other = openFile(file);
  t.after(() => other.close());
  other.exec("begin immediate");
  const effect = client.effect("replace-all", ["m-visa", "m-mastercard"]);
  const { status, headers, body } = await client.send(effect);
  assert.equal(status, 503);
  assert.equal(body.code, "database-busy");
  assert.equal(headers.get("retry-after"), "1");
  other.exec("rollback");
  assert.deepEqual((await client.send(effect)).body, { kind: "committed", version: 1 });
});

test("a core that breaks down takes nothing with it", async (t) => {
  const { address } = await serverFor(t, {
    wrap: (store) => {
      let breaks = true;
      return {
        ...store,
        decide: (account, key, asked, judge) =>
          store.decide(account, key, asked, (found) => {
            const decision = judge(found);
            // After the core has applied it, and before it is stored.
            if (breaks) {
              breaks = false;
              throw new WebAssembly.RuntimeError("unreachable");
            }
            return decision;
          }),
      };
    },
  });
  const client = new Client(address);
  const { digest } = await client.load();
  const effect = client.effect("replace-all", ["m-visa", "m-mastercard"]);
  const { status, body } = await client.send(effect);
  assert.equal(status, 500);
  assert.equal(body.code, "account-damaged");
  assert.equal((await client.load()).digest, digest);
  assert.deepEqual((await client.send(effect)).body, { kind: "committed", version: 1 });
});

for (const [database, count] of Object.entries(counts))
  test(`${count} operations with faults on, ${database}: nothing lost, nothing twice`, async (t) => {
    const folder = folderFor(t);
    const url = database === "postgres" ? (await postgresFor(t)).database() : "";
    const birth = practice("declined", today);
    const options = { births: { contoso: birth }, url };
    let server = await startProcess(folder, options);
    const under = { way: true };
    t.after(() => ((under.way = false), server.end()));
    const d = dice(7);
    const happened = Object.fromEntries([...faults, "killed"].map((fault) => [fault, 0]));
    const address = await proxyFor(
      t,
      () => server.port,
      () => {
        if (!under.way || d.below(4)) return "none";
        const fault = d.of(faults);
        happened[fault]++;
        return fault;
      },
    );
    const players = ["p-ingrid", "p-jonas"].map(
      (person, i) => new Player(address, { person, seed: i + 11, day: today }),
    );
    const killing = (async () => {
      while (under.way) {
        await pause(300 + d.below(1200));
        if (!under.way) return;
        await server.end();
        happened.killed++;
        server = await startProcess(folder, { ...options, port: server.port });
      }
    })();
    const played = Promise.all(players.map((player) => player.play(count / 2)));
    // A server that doesn't start again is the failure, not the answers that its players wait for.
    await Promise.race([played, killing.then(() => played)]);
    under.way = false;
    await killing;

    const reader = new Client(server.address, { day: today });
    const { version, digest, account } = await reader.load();
    const committed = players.flatMap((player) => player.committed).sort((a, b) => a.version - b.version);
    assert.deepEqual(
      committed.map((it) => it.version),
      Array.from({ length: version }, (_, i) => i + 1),
      "each version is that of one operation that was answered",
    );
    assert.deepEqual(
      account.changes.map(({ id }) => id),
      committed.map(({ key }) => key),
    );
    const core = await openCore();
    core.load(readFileSync(join(folder, "contoso.json")));
    for (const { operation, person } of await rowsOf(folder, url)) core.apply(operation, person);
    assert.equal(core.digest("p-ingrid"), digest);
    const again = players.reduce((sum, player) => sum + player.again, 0);
    t.diagnostic(`${version} committed, asked again ${again} times; ${JSON.stringify(happened)}`);
    assert.ok(happened.killed > 0);
  });

async function rowsOf(folder, url) {
  const store = await openStore({ url, file: join(folder, "accounts.sqlite") });
  const rows = await store.rows("contoso", 0);
  await store.close();
  return rows;
}
