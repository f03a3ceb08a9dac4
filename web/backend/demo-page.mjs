// The demo page on a host's account: the built page with another account on its element, and the script that
// sets the adapter, as a host's page has it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { personOfCookie } from "./persons.mjs";

const script = `import { httpAccount } from "./accounts.js";
const guide = document.querySelector("stegvis-guide");
const url = new URL("/accounts/" + guide.account, location.href);
guide.adapter = httpAccount({ url, returnParameter: "return" });
`;

/**
 * GET /host/NAME shows the page on the account of that name, behind the sign-in.
 * @param {import("fastify").FastifyInstance} server
 * @param {string} dir of the built page
 */
export function demoPage(server, dir) {
  server.get("/host/:account", (/** @type {any} */ request, reply) => {
    const { account } = request.params;
    if (!/^[a-z0-9-]{1,64}$/.test(account)) return reply.callNotFound();
    if (!personOfCookie(request)) return reply.redirect(`/sign-in?then=/host/${account}`, 303);
    const page = readFileSync(join(dir, "index.html"), "utf8")
      .replace("<head>", '<head><base href="/">')
      .replace('account="practice"', `account="${account}"`)
      .replace("</head>", '<script type="module" src="/host.js"></script></head>');
    return reply.type("text/html; charset=utf-8").send(page);
  });
  server.get("/host.js", (_request, reply) => reply.type("text/javascript; charset=utf-8").send(script));
}
