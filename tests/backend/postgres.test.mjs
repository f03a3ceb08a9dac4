// PostgreSQL: two servers on one database serve the same account, in one order, each key once. In the sizes
// ci and long, since it starts PostgreSQL.
import { test } from "node:test";
import assert from "node:assert/strict";
import { size, sized } from "../size.mjs";
import { Client, newKey } from "./client.mjs";
import { postgresFor } from "./postgres.mjs";
import { Player } from "./player.mjs";
import { openCore, practice, serverFor } from "./servers.mjs";

/** Tests that need PostgreSQL. */
const testOn = size === "run" ? () => {} : test;
const count = sized({ run: 0, ci: 200, long: 2000 });

testOn("PostgreSQL", async (t) => {
  const postgres = await postgresFor(t);
  const two = async (t, options) => {
    const url = postgres.database();
    return {
      url,
      servers: [await serverFor(t, { url, ...options }), await serverFor(t, { url, ...options })],
    };
  };

  await t.test("what one server does, the other has, says and streams", async (t) => {
    const { servers } = await two(t);
    const [here, there] = servers.map(({ address }) => new Client(address));
    await here.load();
    const { version } = await there.load();
    assert.equal(version, 0);
    const stream = await there.changes();
    await stream.sees(0);
    const effect = here.effect("replace-all", ["m-visa", "m-mastercard"]);
    const { body } = await here.send(effect);
    assert.deepEqual(body, { kind: "committed", version: 1 });
    await stream.sees(1);
    await stream.stop();
    assert.deepEqual(await there.status(effect.key), body);
    assert.deepEqual((await there.send(effect)).body, body);
    const late = there.effect("replace-all", ["m-mastercard", "m-debit"], { version: 0 });
    assert.deepEqual((await there.send(late)).body, { kind: "conflict", version: 1 });
    const [a, b] = [await here.load(), await there.load()];
    assert.equal(a.digest, b.digest);
    assert.deepEqual(a.account, b.account);
    assert.equal(here.token, there.token);
  });

  await t.test("the same key at both servers at once is carried out once", async (t) => {
    const { servers } = await two(t);
    const clients = servers.map(({ address }) => new Client(address));
    for (const client of clients) await client.load();
    const effect = clients[0].effect("replace-all", ["m-visa", "m-mastercard"]);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => clients[i % 2].send(effect)));
    for (const { body } of answers) assert.deepEqual(body, { kind: "committed", version: 1 });
    assert.equal((await clients[1].load()).version, 1);
  });

  await t.test("of effects at the same version, one is committed and all others are conflicts", async (t) => {
    const { servers } = await two(t);
    const clients = servers.map(({ address }) => new Client(address));
    for (const client of clients) await client.load();
    const effects = Array.from({ length: 20 }, () =>
      clients[0].effect("replace-one", ["s-tegning", "m-bank"]),
    );
    const answers = await Promise.all(effects.map((effect, i) => clients[i % 2].send(effect)));
    const kinds = answers.map(({ body }) => body.kind);
    assert.equal(kinds.filter((kind) => kind === "committed").length, 1);
    assert.equal(kinds.filter((kind) => kind === "conflict").length, 19);
  });

  await t.test(
    `two persons at two servers, ${count} operations each: one order, equal digests`,
    async (t) => {
      const { servers } = await two(t, { limits: { snapshotEvery: 50 } });
      const players = ["p-ingrid", "p-jonas"].map(
        (person, i) => new Player(servers[i].address, { person, seed: i + 1 }),
      );
      await Promise.all(players.map((player) => player.play(count)));
      const loads = await Promise.all(servers.map(({ address }) => new Client(address).load()));
      assert.equal(loads[0].digest, loads[1].digest);
      assert.deepEqual(loads[0].account, loads[1].account);
      const committed = players.flatMap((player) => player.committed);
      assert.equal(committed.length, loads[0].version, "each commit has a version of its own");
      assert.deepEqual(
        committed.map(({ version }) => version).sort((a, b) => a - b),
        committed.map((_, i) => i + 1),
      );
      // All rows from the birth on, in a core that has seen nothing.
      const rows = await servers[0].store.rows("contoso", 0);
      const core = await openCore();
      core.load(practice());
      for (const { operation, person, version } of rows)
        assert.equal(core.apply(operation, person).version, version);
      assert.equal(core.digest("p-ingrid"), loads[0].digest);
      const keys = new Map(committed.map(({ key, version }) => [version, key]));
      for (const { operation, version } of rows) assert.equal(JSON.parse(operation).id, keys.get(version));
      t.diagnostic(`${rows.length} committed, ${players.map((it) => it.conflicts)} conflicts`);
    },
  );

  await t.test("a third server opens the account from its snapshot and the rows since", async (t) => {
    const { url, servers } = await two(t, { limits: { snapshotEvery: 4 } });
    const player = new Player(servers[0].address, { person: "p-ingrid", seed: 3 });
    for (let round = 0; round < 10; round++) {
      await player.play(4);
      await new Promise((done) => setTimeout(done, 40));
      const { snapshot, rows } = await servers[1].store.read("contoso");
      assert.ok(rows.length < 12 && (round < 5 || snapshot), `${rows.length} rows`);
      const third = await serverFor(t, { url, scenarios: {} });
      const [here, there] = [servers[0], third].map(({ address }) => new Client(address));
      assert.deepEqual(await there.load(), await here.load());
      await third.close();
    }
  });

  await t.test("a database that goes away is said, and the servers find it again", async (t) => {
    const { servers } = await two(t);
    const [here, there] = servers.map(({ address }) => new Client(address));
    await here.load();
    await there.load();
    const stream = await there.changes();
    await stream.sees(0);
    postgres.stop("immediate");
    const effect = here.effect("replace-all", ["m-visa", "m-mastercard"]);
    const { status, body, headers } = await here.send(effect);
    assert.equal(status, 503);
    assert.equal(body.code, "database-busy");
    assert.ok(headers.get("retry-after"));
    assert.equal((await here.ask("GET", "/health")).status, 503);
    postgres.start();
    assert.equal((await here.ask("GET", "/health")).status, 200);
    assert.deepEqual((await here.send(effect)).body, { kind: "committed", version: 1 });
    await stream.sees(1);
    await stream.stop();
    assert.deepEqual(await there.status(effect.key), { kind: "committed", version: 1 });
    assert.deepEqual(await there.status(newKey()), { kind: "unknown" });
  });
});
