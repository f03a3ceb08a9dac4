// WebKitGTK without automation, which keeps no profile and ends with the first process of a page: its
// MiniBrowser over a profile of its own. It opens one page, which has remote.js and asks the test what to do.
import { createServer } from "node:http";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { killAll, start } from "./process.mjs";
import { startDisplay } from "./webkit.mjs";

/** The program is among the libraries of WebKitGTK. */
function program() {
  for (const machine of readdirSync("/usr/lib").filter((name) => name.includes("-linux-")))
    for (const version of readdirSync(join("/usr/lib", machine)).filter((name) => /^webkit2gtk-/.test(name)))
      if (readdirSync(join("/usr/lib", machine, version)).includes("MiniBrowser"))
        return join("/usr/lib", machine, version, "MiniBrowser");
  throw new Error("WebKitGTK has no MiniBrowser");
}

/** In the page: does what it is sent, one after another; `tell` says something in between. */
const remote = (/** @type {string} */ address) => {
  const send = (message) => fetch(address, { method: "POST", body: JSON.stringify(message) });
  window.tell = (words) => void send({ words });
  void (async () => {
    for (let answer = /** @type {object} */ ({ opened: true }); ;) {
      const work = await (await send(answer)).text();
      try {
        answer = { value: await new Function("return " + work)() };
      } catch (error) {
        answer = { error: error instanceof Error ? String(error) : JSON.stringify(error) };
      }
    }
  })();
};

/** `profile` is a folder to go on from, which stays. */
export async function minibrowser({ profile }) {
  const { display, env } = await startDisplay();
  const heard = [];
  /** The page waits for work, and the test for what came of the last. @type {any} */
  let page, waiting;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    const message = JSON.parse(body);
    response.setHeader("access-control-allow-origin", "*");
    if ("words" in message) {
      heard.push(message.words);
      return response.end();
    }
    page = response;
    waiting?.(message);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const address = `http://127.0.0.1:${port}/`;
  const answered = (browser) =>
    Promise.race([
      new Promise((resolve) => (waiting = resolve)),
      browser.ended.then((reason) => ({ error: reason })),
      new Promise((resolve) => setTimeout(resolve, 30000, { error: "no answer in 30 s" }).unref()),
    ]);
  const folders = { HOME: "", XDG_CONFIG_HOME: "config", XDG_DATA_HOME: "data", XDG_CACHE_HOME: "cache" };
  for (const [name, folder] of Object.entries(folders)) env[name] = join(profile, folder);
  let browser;
  return {
    /** Everything that the page told. */
    heard,
    /** Files of the site, and its policy. */
    files: { "remote.js": `(${remote})(${JSON.stringify(address)});\n` },
    csp: `default-src 'self' 'unsafe-eval' ${address}`,
    async open(url) {
      browser = start(program(), [url], { stdio: "ignore", env });
      const { error } = await answered(browser);
      if (error) throw new Error(error);
      return {
        async evaluate(fn, argument) {
          const answer = answered(browser);
          page.end(`(${fn})(${JSON.stringify(argument ?? null)})`);
          const { value, error } = await answer;
          if (error) throw new Error(`${error}: ${fn}`);
          return value;
        },
      };
    },
    /** Ends the page's process at once, and the rest of the browser: at once too, or once it has noticed. */
    async kill({ whole = false } = {}) {
      if (!whole) {
        killAll(browser.pid, /WebKitWebProcess/);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      killAll(browser.pid);
      await browser.ended;
    },
    async stop() {
      if (browser) killAll(browser.pid);
      display.kill();
      server.closeAllConnections();
      server.close();
    },
  };
}
