// The routes of the backend, as openapi.yaml has them: who asks, whether they may, and the answer as JSON.
// What an account does is in accounts.mjs.
//
//   const server = await makeServer({ accounts, secret, person });
//   await server.listen({ port: 8090 });
import Fastify from "fastify";
import { isKey, readEffect } from "./effect.mjs";
import { isTokenOf, originProblem, tokenOf } from "./forged.mjs";
import { limiter } from "./limiter.mjs";
import { problem, refuse, within } from "./problems.mjs";

/** An account's name in an address. */
const named = /^[a-z0-9][a-z0-9-]{0,63}$/;
const largestBody = 65_536;
/** Milliseconds: for sign-in, between two signs of life of a stream, and for what is under way at the end. */
const deadlines = { person: 2000, alive: 20_000, end: 8000 };

/** @typedef {string | null} Person */

/**
 * @param {object} options
 * @param {import("./accounts.mjs").Accounts} options.accounts
 * @param {string} options.secret of the tokens, the same at all servers
 * @param {(request: import("fastify").FastifyRequest, account: string) => Person | Promise<Person>}
 *   options.person gives the id of the person of the account who asks; null for nobody
 * @param {string[]} [options.origins] other origins whose pages may ask, as "https://help.example"
 * @param {{ burst: number, perSecond: number }} [options.limit] of a person's requests
 * @param {(line: string) => void} [options.log] takes a JSON line for each request
 * @param {(error: any) => void} [options.mistake] takes an error that nobody expected
 */
export async function makeServer({
  accounts,
  secret,
  person: personOf,
  origins = [],
  limit = { burst: 300, perSecond: 20 },
  log = (line) => void process.stdout.write(line + "\n"),
  mistake = (error) => void process.stderr.write(`${error.stack}\n`),
}) {
  const server = Fastify({
    logger: false,
    bodyLimit: largestBody,
    requestTimeout: 15_000,
    connectionTimeout: 0,
    // At the end, when nothing is under way any more: browsers open connections that they may never use.
    forceCloseConnections: true,
    exposeHeadRoutes: false,
  });
  const allowed = new Set(origins);
  const wait = limiter(limit);
  /** @type {Set<() => void>} */
  const streams = new Set();

  // A form of any site can send plain text.
  server.removeContentTypeParser("text/plain");
  server.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: 1024 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  /** Requests under way, and who waits until there is none. */
  const under = { way: 0, none: () => {} };
  server.addHook("onRequest", async (request, reply) => {
    under.way++;
    reply.headers({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
    const { origin } = request.headers;
    if (origin !== undefined && allowed.has(origin))
      reply.headers({
        "access-control-allow-origin": origin,
        "access-control-allow-credentials": "true",
        "access-control-expose-headers": "stegvis-token, stegvis-digest, retry-after",
        vary: "origin",
      });
  });
  // Nothing of it is personal: the route's pattern stands for the address.
  const logged = (request, /** @type {any} */ reply) =>
    log(
      JSON.stringify({
        time: new Date().toISOString(),
        method: request.method,
        route: request.routeOptions?.url ?? "",
        status: reply.raw.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(reply.raw.refusal && { code: reply.raw.refusal }),
      }),
    );
  const done = (request, reply) => {
    logged(request, reply);
    if (!--under.way) under.none();
  };
  server.addHook("onResponse", async (request, reply) => done(request, reply));
  server.setErrorHandler((error, _request, reply) => {
    const { code, statusCode } = /** @type {import("fastify").FastifyError} */ (error);
    const found =
      statusCode === 413
        ? problem("body-large", `a body has at most ${largestBody} bytes`)
        : statusCode === 415
          ? problem("body-type", "a body is application/json")
          : statusCode === 400
            ? problem("body-json", "the body is not JSON")
            : code === "FST_ERR_REOPENED_CLOSE_SERVER" || statusCode === 503
              ? problem("server-ends", "the server is about to end")
              : problem("internal", "the server made a mistake");
    if (found.problem.code === "internal") mistake(error);
    return refuse(reply, found);
  });
  server.setNotFoundHandler((_request, reply) =>
    refuse(reply, problem("route-unknown", "there is nothing at this address")),
  );

  /** Finds the person, or refuses. */
  const signedIn = async (/** @type {any} */ request, reply) => {
    const { account } = request.params;
    if (!named.test(account)) return refuse(reply, problem("account-unknown", "there is no such account"));
    let person;
    try {
      person = await within(personOf(request, account), deadlines.person);
    } catch {
      return refuse(reply, problem("sign-in-unavailable", "nobody can say who asks"));
    }
    if (typeof person !== "string" || !person)
      return refuse(reply, problem("sign-in-needed", "nobody is signed in"));
    const milliseconds = wait(person);
    if (milliseconds) {
      reply.header("retry-after", String(Math.ceil(milliseconds / 1000)));
      return refuse(reply, problem("too-many-requests", "ask again later"));
    }
    request.person = person;
  };
  const notForged = async (request, reply) => {
    const forged = originProblem(request.headers, allowed);
    if (forged) return refuse(reply, forged);
    if (!isTokenOf(request.headers["stegvis-token"], secret, request.params.account, request.person))
      return refuse(reply, problem("token-forged", "the header stegvis-token is not this person's"));
  };

  server.options("/accounts/*", (request, reply) => {
    if (!allowed.has(request.headers.origin ?? ""))
      return refuse(reply, problem("origin-forged", "pages of this origin may not ask"));
    return reply
      .headers({
        "access-control-allow-methods": "GET, POST, DELETE",
        "access-control-allow-headers": "content-type, stegvis-token",
        "access-control-max-age": "600",
      })
      .code(204)
      .send();
  });

  server.get("/accounts/:account", { onRequest: signedIn }, async (/** @type {any} */ request, reply) => {
    const { account } = request.params;
    const { version: known } = request.query;
    if (known !== undefined && !/^\d{1,15}$/.test(known))
      return refuse(reply, problem("body-shape", "a version is a whole number", "/version"));
    const found = await accounts.snapshot(account, request.person, known && Number(known));
    if (found.problem) return refuse(reply, found);
    const { version, text, digest } = found;
    reply.header("stegvis-token", tokenOf(secret, account, request.person));
    if (text === undefined) return { version };
    return reply
      .header("stegvis-digest", digest)
      .type("application/json; charset=utf-8")
      .send(`{"version":${version},"account":${text}}`);
  });

  server.post(
    "/accounts/:account/commits",
    { onRequest: [signedIn, notForged] },
    async (/** @type {any} */ request, reply) => {
      const read = readEffect(request.body);
      if (read.problem) return refuse(reply, read);
      const { account } = request.params;
      const found = await accounts.commit(account, request.person, read.effect);
      return found.problem ? refuse(reply, found) : reply.send(found.answer);
    },
  );

  server.get(
    "/accounts/:account/commits/:key",
    { onRequest: signedIn },
    async (/** @type {any} */ request, reply) => {
      const { account, key } = request.params;
      if (!isKey(key)) return refuse(reply, problem("body-shape", "a key is 32 hex characters", "/key"));
      const found = await accounts.status(account, request.person, key);
      return found.problem ? refuse(reply, found) : reply.send(found.answer);
    },
  );

  server.delete(
    "/accounts/:account/commits/:key",
    { onRequest: [signedIn, notForged] },
    async (/** @type {any} */ request, reply) => {
      const { account, key } = request.params;
      if (!isKey(key)) return refuse(reply, problem("body-shape", "a key is 32 hex characters", "/key"));
      const found = await accounts.callOff(account, request.person, key);
      return found.problem ? refuse(reply, found) : reply.send(found.answer);
    },
  );

  server.get(
    "/accounts/:account/changes",
    { onRequest: signedIn },
    async (/** @type {any} */ request, reply) => {
      const { account } = request.params;
      // Listened to before the version is asked for, so that no change falls in between.
      let newest = -1;
      let send = (_text) => {};
      const changed = (version) => {
        if (version <= newest) return;
        newest = version;
        send(`data: ${JSON.stringify({ version })}\n\n`);
      };
      const stop = accounts.watch(account, changed);
      const found = await accounts.version(account, request.person);
      if (found.problem) {
        stop();
        return refuse(reply, found);
      }
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        .../** @type {import("node:http").OutgoingHttpHeaders} */ (reply.getHeaders()),
        "content-type": "text/event-stream; charset=utf-8",
        "x-accel-buffering": "no",
      });
      send = (text) => void raw.write(text);
      const first = Math.max(newest, found.version);
      newest = -1;
      changed(first);
      const alive = setInterval(send, deadlines.alive, ": alive\n\n");
      const end = () => {
        clearInterval(alive);
        stop();
        raw.end();
        if (streams.delete(end)) done(request, reply);
      };
      streams.add(end);
      raw.once("close", end);
      // Nobody listens any more.
      if (raw.destroyed) end();
    },
  );

  server.get("/health", async (_request, reply) => {
    try {
      await accounts.ping();
    } catch {
      return refuse(reply, problem("database-busy", "the database does not answer"));
    }
    return { status: "ok" };
  });

  server.addHook("preClose", async () => {
    for (const end of streams) end();
    if (under.way)
      await within(new Promise((none) => (under.none = () => none(true))), deadlines.end).catch(() => {});
  });
  server.addHook("onClose", () => accounts.close());
  return server;
}
