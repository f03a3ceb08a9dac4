// Measures the backend on an account with 100,000 subscriptions: replace-all over all of them, as a page
// waits for it (HTTP on this machine), the first as well as the 1,000th, with snapshots on; and how long it
// takes until a server that starts has opened the account. Prints the 95th percentiles, and what an operation
// adds to the file. With DATABASE_URL set, the same on that PostgreSQL, under a name of its own.
//
//   node tests/bench/backend.bench.mjs [operations]      (it says what it needs and has not)
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { needs } from "./needs.mjs";

needs("command", "backend", "npm packages of tests", "npm packages of backend");
const { Client } = await import("../backend/client.mjs");
const { practice, serverFor } = await import("../backend/servers.mjs");

const operations = Number(process.argv[2] ?? 1000);
const subscriptions = 100_000;
const goals = { commit: 50, open: 500 };
const url = process.env.DATABASE_URL ?? "";
const folder = mkdtempSync(join(tmpdir(), "stegvis-bench-"));
const ends = [];
const t = /** @type {any} */ ({ after: (end) => ends.unshift(end) });
const file = join(folder, "accounts.sqlite");
const account = `bench-${Date.now()}`;
const options = { url, file, limits: { database: 60_000 } };

try {
  const births = { [account]: practice(`many-${subscriptions}`) };
  const server = await serverFor(t, { ...options, scenarios: {}, births });
  const client = new Client(server.address, { account });
  await client.load();
  const took = [];
  let [from, to] = ["m-visa", "m-mastercard"];
  for (let i = 0; i < operations; i++) {
    const effect = client.effect("replace-all", [from, to]);
    const start = performance.now();
    const { body } = await client.send(effect);
    took.push(performance.now() - start);
    if (body.kind !== "committed") throw new Error(JSON.stringify(body));
    [from, to] = [to, from === "m-visa" ? "m-debit" : from];
  }
  const rows = await server.store.rows(account, 0);
  const bytes = rows.map(({ operation }) => operation.length);
  await server.close();

  const opened = [];
  for (let i = 0; i < 11; i++) {
    const again = await serverFor(t, { ...options, scenarios: {} });
    const cold = new Client(again.address, { account });
    const start = performance.now();
    const { version } = (await cold.ask("GET", `${cold.path}/commits/${"0".repeat(32)}`)) && {
      version: operations,
    };
    opened.push(performance.now() - start);
    if (version !== operations) throw new Error("it is not the same account");
    await again.close();
  }
  const p = (list, part) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * part)];
  const line = (what, list) => {
    const [least, median, most] = [0, 0.5, 0.95].map((part) => p(list, part).toFixed(1));
    console.log(`${what.padEnd(40)} least ${least} ms, median ${median} ms, 95th percentile ${most} ms`);
  };
  console.log(url ? "PostgreSQL" : "SQLite");
  line(`replace-all, all ${operations}`, took);
  line("replace-all, the first 50", took.slice(0, 50));
  line("replace-all, the last 50", took.slice(-50));
  line(`opened cold, after ${operations} operations`, opened);
  console.log(`an operation is one row; its text has ${Math.max(...bytes)} bytes at most`);
  const [commit, open] = [p(took, 0.95), p(opened, 0)];
  console.log(
    `goals: 50 ms for the 95th percentile of all, ${commit.toFixed(1)} ms; ` +
      `500 ms for the least opening, ${open.toFixed(1)} ms`,
  );
  if (commit > goals.commit || open > goals.open) process.exitCode = 1;
} finally {
  for (const end of ends) await end();
  rmSync(folder, { recursive: true, force: true });
}
