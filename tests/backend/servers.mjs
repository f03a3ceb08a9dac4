// Servers for the tests: in this process over a file of its own, or as a process that can be killed.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Accounts } from "../../web/backend/accounts.mjs";
import { loadCore } from "../../web/backend/core.mjs";
import { personOfCookie } from "../../web/backend/persons.mjs";
import { playedBank } from "../../web/backend/provider.mjs";
import { makeServer } from "../../web/backend/server.mjs";
import { openStore } from "../../web/backend/store.mjs";
import { day } from "./client.mjs";

const root = new URL("../../", import.meta.url).pathname;
export const command = process.env.STEGVIS_COMMAND ?? join(root, "build/native/bin/stegvis");
const core = await loadCore();

/** An account as JSON: a scenario of the practice accounts, at the tests' day. */
export function practice(scenario = "declined", at = day) {
  const { status, stdout, stderr } = spawnSync(command, ["account", "--scenario", scenario, "--day", at], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** A folder that goes with the test. */
export function folderFor(t) {
  const folder = mkdtempSync(join(tmpdir(), "stegvis-backend-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An account's core without a server. */
export const openCore = () => core.open();

/**
 * A server in this process. Gives its address, and what it is made of.
 * @param {import("node:test").TestContext} t
 * @param {{ scenarios?: Record<string, string>, births?: Record<string, string>, url?: string, file?: string,
 *   bank?: any, now?: () => number, limits?: object, limit?: { burst: number, perSecond: number },
 *   origins?: string[], person?: any, wrap?: (store: any) => any }} [options]
 */
export async function serverFor(t, options = {}) {
  const {
    scenarios = { contoso: "declined" },
    births = {},
    bank = playedBank(),
    limits,
    origins,
    wrap,
  } = options;
  const file = options.file ?? join(folderFor(t), "accounts.sqlite");
  const opened = await openStore({ url: options.url ?? "", file });
  const store = wrap ? wrap(opened) : opened;
  const now = options.now ?? (() => Date.parse(`${day}T12:00:00Z`));
  const accounts = new Accounts({ store, core, provider: bank, now, limits });
  for (const [name, scenario] of Object.entries(scenarios)) await accounts.create(name, practice(scenario));
  for (const [name, birth] of Object.entries(births)) await accounts.create(name, birth);
  const lines = [];
  const server = await makeServer({
    accounts,
    secret: await store.secret(),
    person: options.person ?? personOfCookie,
    origins,
    limit: options.limit ?? { burst: 100_000, perSecond: 100_000 },
    log: (line) => lines.push(line),
  });
  await accounts.start();
  await server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.server.address());
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await server.close();
    await store.close();
  };
  t.after(close);
  return { address: `http://127.0.0.1:${port}`, file, store, accounts, bank, lines, close };
}

/**
 * The backend as its own process, as web/run starts it.
 * @param {string} folder of its data
 * @param {{ port?: number, url?: string, births?: Record<string, string>, words?: string[] }} [options]
 *   words: more of the command's options
 */
export async function startProcess(folder, { port = 0, url = "", births = {}, words = [] } = {}) {
  const named = Object.entries(births).map(([name, text]) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, text);
    return `${name}=${file}`;
  });
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      join(root, "web/backend/main.mjs"),
      "--port",
      String(port),
      "--data",
      folder,
      ...words,
      ...named,
    ],
    { env: { ...process.env, DATABASE_URL: url }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const said = { out: "", err: "" };
  child.stdout.on("data", (data) => (said.out += data));
  child.stderr.on("data", (data) => (said.err += data));
  const ended = new Promise((done) => child.once("exit", (code, signal) => done({ code, signal })));
  const until = Date.now() + 20_000;
  while (!/^http:/m.test(said.err)) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`the backend does not start: ${said.err}`);
    await new Promise((done) => setTimeout(done, 20));
  }
  const found = Number(/^http:\/\/localhost:(\d+)\//m.exec(said.err)[1]);
  return {
    address: `http://127.0.0.1:${found}`,
    port: found,
    said,
    ended,
    end(signal = "SIGKILL") {
      child.kill(/** @type {NodeJS.Signals} */ (signal));
      return ended;
    },
  };
}
