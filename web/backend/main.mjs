#!/usr/bin/env node
// Starts the backend with the demo's sign-in and a bank that is played.
//
//   node main.mjs [--port N] [--data FOLDER] [--page DIR] [--origin ORIGIN]... [NAME=ACCOUNT.json]...
//
// Accounts that are not there yet are made from their files. Where DATABASE_URL is set, they are in that
// PostgreSQL, else in FOLDER/accounts.sqlite. --page serves the files of a folder too, so that page and
// backend are of one origin. SIGTERM and SIGINT end it when what is under way is done.
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { pages } from "../serve.mjs";
import { Accounts } from "./accounts.mjs";
import { bankPage } from "./bank-page.mjs";
import { demoPage } from "./demo-page.mjs";
import { loadCore } from "./core.mjs";
import { personOfCookie, signInPage } from "./persons.mjs";
import { playedBank } from "./provider.mjs";
import { makeServer } from "./server.mjs";
import { openStore } from "./store.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: "string", default: "8090" },
    data: { type: "string", default: join(root, "build/backend") },
    page: { type: "string" },
    origin: { type: "string", multiple: true, default: [] },
  },
});
mkdirSync(values.data, { recursive: true });
const store = await openStore({ file: join(values.data, "accounts.sqlite") });
/** @type {{ address: string }} */
const place = { address: "" };
const bank = playedBank({
  file: join(values.data, "bank.jsonl"),
  page: (key) => `${place.address}/bank/${key}`,
});
const accounts = new Accounts({ store, core: await loadCore(), provider: bank });
for (const word of positionals) {
  const [name, file] = word.split(/=(.*)/s);
  await accounts.create(name, readFileSync(file));
}
const server = await makeServer({
  accounts,
  secret: await store.secret(),
  person: personOfCookie,
  origins: values.origin,
});
const origins = new Set(values.origin);
signInPage(server, { origins });
bankPage(server, bank, { origins });
if (values.page) {
  demoPage(server, values.page);
  const show = pages({ dir: values.page });
  server.get("/*", (request, reply) => {
    reply.hijack();
    show(request.raw, reply.raw);
  });
}
await accounts.start();
await server.listen({ port: Number(values.port), host: "127.0.0.1" });
const { port } = /** @type {import("node:net").AddressInfo} */ (server.server.address());
place.address = `http://localhost:${port}`;
// The first account's page, where there is one.
const [first] = positionals.map((word) => word.split("=")[0]);
console.error(`http://localhost:${port}/${values.page && first ? `host/${first}` : ""}`);

let ending = false;
for (const signal of ["SIGTERM", "SIGINT"])
  process.on(signal, async () => {
    if (ending) return;
    ending = true;
    // Work that does not end in time is cut off: its key is asked about again.
    setTimeout(() => process.exit(1), 10_000).unref();
    await server.close();
    await store.close();
    process.exit(0);
  });
